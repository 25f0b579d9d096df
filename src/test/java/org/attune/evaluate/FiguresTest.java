package org.attune.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Figures of recordings small enough to count by hand. */
class FiguresTest {
    /** Rest 160 to 300, 460 to 1000; tasks 300 to 400 and 1000 to 1100. */
    private static final Truth TRUTH =
            Fixtures.truth(
                    0,
                    100,
                    "calibration",
                    100,
                    300,
                    "rest",
                    300,
                    400,
                    "stroop",
                    400,
                    1000,
                    "rest",
                    1000,
                    1100,
                    "interview");

    @Test
    void aTaskIsNewlyOnOnlyIfTheAlarmWasOffBefore() {
        RecordingFigures figures = Fixtures.figures("A", TRUTH, 330, 340, 990, 1010);
        assertThat(figures.tasks())
                .containsExactly(
                        new TaskFigures(
                                "stroop", 300, 400, true, true, true, 30, Response.UNCOMPARED),
                        new TaskFigures(
                                "interview",
                                1000,
                                1100,
                                true,
                                false,
                                false,
                                0,
                                Response.UNCOMPARED));
    }

    @Test
    void anAlarmThatBeginsAtRestIsFalseAndOneThatOutlastsATaskIsNot() {
        RecordingFigures figures = Fixtures.figures("A", TRUTH, 350, 470, 600, 620);
        assertThat(figures.falseAlarms()).isEqualTo(1);
        assertThat(figures.rest()).isEqualTo(new Share(680, 680, 30, 30));
        assertThat(figures.cues()).isEqualTo(1);
    }

    @Test
    void anAlarmInTheMinuteAfterATaskIsNeitherFalseNorRight() {
        RecordingFigures figures = Fixtures.figures("A", TRUTH, 410, 420);
        assertThat(figures.falseAlarms()).isZero();
        assertThat(figures.tasks()).noneMatch(TaskFigures::found);
    }

    @Test
    void theAreaComparesSecondsOfTasksWithSecondsOfRest() {
        // 100 of 200 task seconds score 1, the rest 0: half the pairs in order, half ties.
        assertThat(Fixtures.figures("A", TRUTH, 300, 400).auc()).isCloseTo(0.75, within(1e-12));
        Truth shortTask = Fixtures.truth(0, 9, "calibration", 9, 200, "rest", 200, 229, "speech");
        assertThat(Fixtures.figures("A", shortTask, 200, 229).auc()).isNaN();
    }

    @Test
    void sensitivityAndF1CountSeconds() {
        RecordingFigures figures = Fixtures.figures("A", TRUTH, 300, 350, 500, 550);
        assertThat(figures.sensitivity()).isEqualTo(0.25);
        assertThat(figures.f1()).isCloseTo(2.0 * 50 / (50 + 200 + 50), within(1e-12));
    }

    @Test
    void aSetAddsUpAndCountsPeopleOnce() {
        SetFigures set =
                SetFigures.of(
                        List.of(
                                Fixtures.figures("stress-A_1", TRUTH, 330, 340, 600, 610),
                                Fixtures.figures("stress-A_2", TRUTH, 1050, 1060),
                                Fixtures.figures("B", TRUTH)));
        assertThat(set.people()).isEqualTo(2);
        assertThat(set.tasks()).isEqualTo(6);
        assertThat(set.newly()).isEqualTo(2);
        assertThat(set.byKind().get("stroop")).isEqualTo(new SetFigures.Hits(3, 1, 1));
        assertThat(set.delay().median()).isEqualTo(40);
        assertThat(set.falseAlarmsPerHour()).isCloseTo(3600.0 / (3 * 680), within(1e-12));
        FalseAlarms twice = FalseAlarms.of(List.of(set, set));
        assertThat(twice.count()).isEqualTo(2);
        assertThat(twice.perHour()).isCloseTo(set.falseAlarmsPerHour(), within(1e-12));
        assertThat(twice.perHourInterval().high())
                .isCloseTo(7.2247 / (6 * 680 / 3600.0), within(1e-3));
    }

    @Test
    void peopleNotRecordingsAreDrawnAnew() {
        RecordingFigures hit = Fixtures.figures("A_1", TRUTH, 310, 400, 1010, 1100);
        RecordingFigures alike = Fixtures.figures("A_2", TRUTH, 310, 400, 1010, 1100);
        Interval one = SetFigures.of(List.of(hit, alike)).intervals().newlyShare();
        assertThat(one).isEqualTo(new Interval(1, 1));
        RecordingFigures miss = Fixtures.figures("B", TRUTH);
        Interval two = SetFigures.of(List.of(hit, alike, miss)).intervals().newlyShare();
        assertThat(two).isEqualTo(new Interval(0, 1));
    }

    @Test
    void drawsAndShiftsAreTheSameEveryTime() {
        SetFigures once = mixed();
        SetFigures again = mixed();
        assertThat(again.intervals()).isEqualTo(once.intervals());
        assertThat(again.chance().foundMean()).isEqualTo(once.chance().foundMean());
        assertThat(again.chance().newly95()).isEqualTo(once.chance().newly95());
    }

    private static SetFigures mixed() {
        return SetFigures.of(
                List.of(
                        Fixtures.figures("A", TRUTH, 330, 340),
                        Fixtures.figures("B", TRUTH, 500, 600),
                        Fixtures.figures("C", TRUTH, 300, 400)));
    }

    @Test
    void byChanceAnAlarmFindsATaskAsOftenAsItsLengthSays() {
        // One second of alarm somewhere in 1001 s finds either task of 100 s in a fifth of all.
        Chance chance = Fixtures.figures("A", TRUTH, 500, 501).chance();
        assertThat(chance.foundMean()).isCloseTo(200.0 / 1001, within(0.05));
        assertThat(chance.newlyMean()).isEqualTo(chance.foundMean());
        Chance always = Fixtures.figures("A", TRUTH, 0, 1101).chance();
        assertThat(always.foundMean()).isEqualTo(2);
        assertThat(always.newlyMean()).isZero();
        assertThat(Fixtures.figures("A", TRUTH).chance().found95()).isZero();
    }

    @Test
    void aProbabilityThatMeansWhatItSaysHasNoError() {
        double[] half = new double[TRUTH.seconds()];
        java.util.Arrays.fill(half, 200.0 / 880);
        Reliability honest = Reliability.of(half, TRUTH);
        assertThat(honest.calibrationError()).isCloseTo(0, within(1e-12));
        assertThat(honest.brier()).isCloseTo(honest.constantBrier(), within(1e-12));
        java.util.Arrays.fill(half, 0.9);
        Reliability boastful = Reliability.of(half, TRUTH);
        assertThat(boastful.calibrationError()).isCloseTo(0.9 - 200.0 / 880, within(1e-12));
    }

    @Test
    void whatThePrototypeMeasuredOfARealPersonSaysHowTheTasksShowed() {
        Recording recording = Fixtures.recording("stress-predict", "S03", Source.RR);
        List<Response> responses = Response.of(recording.truth(), Prototype.of(recording));
        assertThat(responses).hasSize(3).doesNotContain(Response.UNCOMPARED);
    }
}
