package org.attune.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.attune.regulation.RegulationState;
import org.junit.jupiter.api.Test;

class ReviewFiguresGoldenTest {
    private static final GoldenFigures GOLDEN = GoldenFigures.of("review-nsr009");
    private final ReviewFigures figures = GOLDEN.found();

    @Test
    void episodesAreThoseOfTheReference() {
        assertThat(figures.episodes()).hasSize((int) GOLDEN.value("episodes"));
        for (int i = 0; i < figures.episodes().size(); i++) {
            Episode episode = figures.episodes().get(i);
            String name = "episode." + i + ".";
            GOLDEN.same(name + "onset", Figure.of(episode.onsetSecond()));
            GOLDEN.same(name + "to", Figure.of(episode.to()));
            GOLDEN.same(name + "peak_second", episode.peakSecond());
            GOLDEN.same(name + "peak_bpm", episode.peakBpm());
            GOLDEN.same(name + "above", episode.peakAboveBpm());
            GOLDEN.same(name + "area", Figure.of(episode.areaBpmMinutes()));
            GOLDEN.same(name + "high", Figure.of(episode.secondsHigh()));
            GOLDEN.same(name + "longest_high", Figure.of(episode.longestHighSeconds()));
            GOLDEN.same(name + "settling", episode.settlingSeconds());
            String nearest = GOLDEN.text(name + "nearest");
            assertThat(episode.nearestMark().map(Marks::second))
                    .isEqualTo(
                            nearest.isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(Double.valueOf(nearest)));
        }
        GOLDEN.same("pendulations", figures.pendulations());
        assertThat(figures.firstRiseSecond().value()).hasValue(GOLDEN.value("episode.0.onset"));
    }

    @Test
    void theCurvesAndTheirIntervalsAreThoseOfScipy() {
        int fitted = 0;
        for (int i = 0; i < figures.episodes().size(); i++) {
            Recovery recovery = figures.episodes().get(i).recovery();
            String name = "episode." + i + ".recovery.";
            assertThat(recovery.halfSeconds().isKnown())
                    .as(name + "%s", recovery.halfSeconds())
                    .isEqualTo(GOLDEN.has(name + "half"));
            if (recovery.halfSeconds().isKnown()) {
                fitted++;
                Recovery.Curve curve = recovery.curve().orElseThrow();
                GOLDEN.close(name + "amplitude", curve.amplitudeBpm(), 1e-6);
                GOLDEN.close(name + "middle", curve.middleSeconds(), 1e-6);
                GOLDEN.close(name + "width", curve.widthSeconds(), 1e-6);
                GOLDEN.close(name + "explained", curve.explained(), 1e-6);
                GOLDEN.close(name + "half", recovery.halfSeconds().value().getAsDouble(), 1e-6);
                GOLDEN.close(name + "low", recovery.interval().orElseThrow().low(), 1e-6);
                GOLDEN.close(name + "high", recovery.interval().orElseThrow().high(), 1e-6);
            }
        }
        assertThat(fitted).isEqualTo(2);
    }

    @Test
    void doseAndShiftAreThoseOfTheReference() {
        GOLDEN.same("dose.of", Figure.of(figures.dose().ofSeconds()));
        GOLDEN.same("dose.above", figures.dose().secondsAbove());
        GOLDEN.same("dose.longest", figures.dose().longestSeconds());
        GOLDEN.same("dose.area", figures.dose().areaBpmMinutes());
        GOLDEN.same("shift.start", figures.shift().startBpm());
        GOLDEN.same("shift.end", figures.shift().endBpm());
        GOLDEN.same("shift.rest", figures.shift().restBpm());
        assertThat(figures.shift().endMinusStartBpm().value().orElseThrow())
                .isCloseTo(GOLDEN.value("shift.end") - GOLDEN.value("shift.start"), within(1e-9));
    }

    @Test
    void whatFollowedEachMarkIsThatOfTheReference() {
        assertThat(figures.responses()).hasSize(7);
        for (ReviewFigures.Response each : figures.responses()) {
            String name = "response." + (int) Marks.second(each.mark()) + ".";
            GOLDEN.same(name + "change", each.changeBpm());
            GOLDEN.same(name + "before", Figure.of(each.beatsBefore()));
            GOLDEN.same(name + "after", Figure.of(each.beatsAfter()));
        }
        assertThat(figures.byKind()).hasSize(6);
        assertThat(figures.byKind().get(0).times()).isEqualTo(2);
        for (ReviewFigures.KindResponse each : figures.byKind()) {
            String name = "kind." + each.kind() + ".";
            GOLDEN.same(name + "times", Figure.of(each.times()));
            GOLDEN.same(name + "counted", Figure.of(each.counted()));
            GOLDEN.same(name + "median", each.medianChangeBpm());
        }
    }

    @Test
    void timeInEachStateIsThatOfTheReference() {
        for (RegulationState state : RegulationState.values()) {
            GOLDEN.same("state." + state, Figure.of(figures.summary().secondsIn(state)));
        }
        GOLDEN.same("times_high", Figure.of(figures.summary().timesHigh()));
        GOLDEN.same("longest_high", Figure.of(figures.summary().longestHighSeconds()));
        GOLDEN.same("usable", Figure.of(figures.usablePercent().orElseThrow()));
    }

    @Test
    void theClientsNumbersAgreeAsFarAsInTheReference() {
        assertThat(figures.agreement().n()).isEqualTo((int) GOLDEN.value("agreement.n"));
        GOLDEN.same("agreement.r", figures.agreement().rankCorrelation());
        Recovery.Range interval = figures.agreement().interval().orElseThrow();
        GOLDEN.close("agreement.low", interval.low(), 1e-9);
        GOLDEN.close("agreement.high", interval.high(), 1e-9);
        assertThat(figures.divergences()).hasSize((int) GOLDEN.value("questions"));
        GOLDEN.close("question.0.steps", figures.divergences().get(0).steps(), 1e-9);
        assertThat(GOLDEN.value("question.0.at")).isEqualTo(2502);
        assertThat(figures.divergences())
                .singleElement()
                .satisfies(
                        each -> {
                            assertThat(each.suds().second()).isEqualTo(2502);
                            assertThat(each.question()).isEqualTo("low number, high trace: ask?");
                        });
    }
}
