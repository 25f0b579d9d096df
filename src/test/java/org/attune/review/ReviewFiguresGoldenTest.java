package org.attune.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.attune.regulation.RegulationState;
import org.attune.session.LaneId;
import org.attune.testkit.Golden;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReviewFiguresGoldenTest {
    private static final String CASE = "review-nsr009";
    private static final Map<String, String> EXPECTED = new LinkedHashMap<>();
    private static ReviewFigures figures;

    @BeforeAll
    static void read() {
        Golden.rows(CASE + "/expected.csv").forEach(row -> EXPECTED.put(row[0], row[1]));
        figures =
                ReviewFigures.of(
                        SessionTimeline.of(List.of(LaneId.CLIENT), RecordedSession.moments(CASE))
                                .lanes()
                                .get(0));
    }

    @Test
    void episodesAreThoseOfTheReference() {
        assertThat(figures.episodes()).hasSize((int) value("episodes"));
        for (int i = 0; i < figures.episodes().size(); i++) {
            Episode episode = figures.episodes().get(i);
            String name = "episode." + i + ".";
            same(name + "onset", Figure.of(episode.onsetSecond()));
            same(name + "to", Figure.of(episode.to()));
            same(name + "peak_second", episode.peakSecond());
            same(name + "peak_bpm", episode.peakBpm());
            same(name + "above", episode.peakAboveBpm());
            same(name + "area", Figure.of(episode.areaBpmMinutes()));
            same(name + "high", Figure.of(episode.secondsHigh()));
            same(name + "longest_high", Figure.of(episode.longestHighSeconds()));
            same(name + "settling", episode.settlingSeconds());
            String nearest = text(name + "nearest");
            assertThat(episode.nearestMark().map(Marks::second))
                    .isEqualTo(
                            nearest.isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(Double.valueOf(nearest)));
        }
        same("pendulations", figures.pendulations());
        assertThat(figures.firstRiseSecond().value()).hasValue(value("episode.0.onset"));
    }

    @Test
    void theCurvesAndTheirIntervalsAreThoseOfScipy() {
        int fitted = 0;
        for (int i = 0; i < figures.episodes().size(); i++) {
            Recovery recovery = figures.episodes().get(i).recovery();
            String name = "episode." + i + ".recovery.";
            assertThat(recovery.halfSeconds().isKnown())
                    .as(name + "%s", recovery.halfSeconds())
                    .isEqualTo(EXPECTED.containsKey(name + "half"));
            if (recovery.halfSeconds().isKnown()) {
                fitted++;
                Recovery.Curve curve = recovery.curve().orElseThrow();
                close(name + "amplitude", curve.amplitudeBpm(), 1e-6);
                close(name + "middle", curve.middleSeconds(), 1e-6);
                close(name + "width", curve.widthSeconds(), 1e-6);
                close(name + "explained", curve.explained(), 1e-6);
                close(name + "half", recovery.halfSeconds().value().getAsDouble(), 1e-6);
                close(name + "low", recovery.interval().orElseThrow().low(), 1e-6);
                close(name + "high", recovery.interval().orElseThrow().high(), 1e-6);
            }
        }
        assertThat(fitted).isEqualTo(2);
    }

    @Test
    void doseAndShiftAreThoseOfTheReference() {
        same("dose.of", Figure.of(figures.dose().ofSeconds()));
        same("dose.above", figures.dose().secondsAbove());
        same("dose.longest", figures.dose().longestSeconds());
        same("dose.area", figures.dose().areaBpmMinutes());
        same("shift.start", figures.shift().startBpm());
        same("shift.end", figures.shift().endBpm());
        same("shift.rest", figures.shift().restBpm());
        assertThat(figures.shift().endMinusStartBpm().value().orElseThrow())
                .isCloseTo(value("shift.end") - value("shift.start"), within(1e-9));
    }

    @Test
    void whatFollowedEachMarkIsThatOfTheReference() {
        assertThat(figures.responses()).hasSize(7);
        for (ReviewFigures.Response each : figures.responses()) {
            String name = "response." + (int) Marks.second(each.mark()) + ".";
            same(name + "change", each.changeBpm());
            same(name + "before", Figure.of(each.beatsBefore()));
            same(name + "after", Figure.of(each.beatsAfter()));
        }
        assertThat(figures.byKind()).hasSize(6);
        assertThat(figures.byKind().get(0).times()).isEqualTo(2);
        for (ReviewFigures.KindResponse each : figures.byKind()) {
            String name = "kind." + each.kind() + ".";
            same(name + "times", Figure.of(each.times()));
            same(name + "counted", Figure.of(each.counted()));
            same(name + "median", each.medianChangeBpm());
        }
    }

    @Test
    void timeInEachStateIsThatOfTheReference() {
        for (RegulationState state : RegulationState.values()) {
            same("state." + state, Figure.of(figures.summary().secondsIn(state)));
        }
        same("longest_high", Figure.of(figures.summary().longestHighSeconds()));
        same("usable", Figure.of(figures.usablePercent().orElseThrow()));
    }

    @Test
    void theClientsNumbersAgreeAsFarAsInTheReference() {
        assertThat(figures.agreement().n()).isEqualTo((int) value("agreement.n"));
        same("agreement.r", figures.agreement().rankCorrelation());
        Recovery.Range interval = figures.agreement().interval().orElseThrow();
        close("agreement.low", interval.low(), 1e-9);
        close("agreement.high", interval.high(), 1e-9);
        assertThat(figures.divergences()).hasSize((int) value("questions"));
        close("question.0.steps", figures.divergences().get(0).steps(), 1e-9);
        assertThat(value("question.0.at")).isEqualTo(2502);
        assertThat(figures.divergences())
                .singleElement()
                .satisfies(
                        each -> {
                            assertThat(each.suds().second()).isEqualTo(2502);
                            assertThat(each.question()).isEqualTo("low number, high trace: ask?");
                        });
    }

    private static String text(String name) {
        return Objects.requireNonNull(EXPECTED.get(name), name);
    }

    private static double value(String name) {
        return Double.parseDouble(text(name));
    }

    private static void same(String name, Figure figure) {
        if (text(name).isEmpty()) {
            assertThat(figure.isKnown()).as("%s is %s", name, figure).isFalse();
        } else {
            assertThat(figure.isKnown()).as("%s is %s", name, figure).isTrue();
            close(name, figure.value().getAsDouble(), 1e-9);
        }
    }

    private static void close(String name, double found, double relative) {
        assertThat(found)
                .as(name)
                .isCloseTo(value(name), within(relative * Math.max(1e-3, Math.abs(value(name)))));
    }
}
