package org.attune.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.attune.regulation.RegulationState;
import org.attune.review.ReviewFigures.Stagnation;
import org.junit.jupiter.api.Test;

/** A real session that went flat twice, soon after it stood high, against the reference. */
final class StillnessGoldenTest {
    private static final GoldenFigures GOLDEN = GoldenFigures.of("review-s13");
    private final ReviewFigures figures = GOLDEN.found();

    @Test
    void stretchesOfStillnessAreThoseOfTheReferenceToTheDigit() {
        assertThat(figures.stagnations()).hasSize(2).hasSize((int) GOLDEN.value("stagnations"));
        for (int i = 0; i < figures.stagnations().size(); i++) {
            Stagnation still = figures.stagnations().get(i);
            String name = "stagnation." + i + ".";
            assertThat(still.from()).isEqualTo(GOLDEN.value(name + "from"));
            assertThat(still.to()).isEqualTo(GOLDEN.value(name + "to"));
            assertThat(still.inWork()).isEqualTo(GOLDEN.value(name + "in_work") == 1);
            assertThat(still.peakBefore()).contains(GOLDEN.value(name + "peak_before"));
        }
    }

    @Test
    void doseAndCyclesOfAPulseWithHolesAreThoseOfTheReference() {
        GOLDEN.same("dose.of", Figure.of(figures.dose().ofSeconds()));
        GOLDEN.same("dose.above", figures.dose().secondsAbove());
        GOLDEN.same("dose.longest", figures.dose().longestSeconds());
        GOLDEN.same("dose.area", figures.dose().areaBpmMinutes());
        GOLDEN.same("pendulations", figures.pendulations());
        for (RegulationState state : RegulationState.values()) {
            GOLDEN.same("state." + state, Figure.of(figures.summary().secondsIn(state)));
        }
    }

    @Test
    void whatFollowedAMarkIsWithheldWhereItIsInTheReference() {
        assertThat(figures.responses()).hasSize(6);
        for (ReviewFigures.Response each : figures.responses()) {
            String name = "response." + (int) Marks.second(each.mark()) + ".";
            GOLDEN.same(name + "change", each.changeBpm());
            GOLDEN.same(name + "before", Figure.of(each.beatsBefore()));
            GOLDEN.same(name + "after", Figure.of(each.beatsAfter()));
        }
        for (ReviewFigures.KindResponse each : figures.byKind()) {
            GOLDEN.same("kind." + each.kind() + ".counted", Figure.of(each.counted()));
            GOLDEN.same("kind." + each.kind() + ".median", each.medianChangeBpm());
        }
        GOLDEN.same("shift.rest", figures.shift().restBpm());
    }
}
