package org.attune.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TruthTest {
    @Test
    void aRestCountsOneMinuteAfterItBegan() {
        Truth truth = Fixtures.truth(0, 100, "calibration", 200, 400, "rest");
        assertThat(truth.rest()).isEqualTo(Fixtures.seconds(260, 400));
        assertThat(truth.seconds()).isEqualTo(401);
    }

    @Test
    void aFirstBaselineCountsFromTheEndOfTheCalibration() {
        Truth truth = Fixtures.truth(60, 560, "baseline", 230, 530, "calibration");
        assertThat(truth.rest()).isEqualTo(Fixtures.seconds(530, 560));
    }

    @Test
    void aTaskCountsFromItsOnsetAndIsNeverRest() {
        Truth truth = Fixtures.truth(0, 100, "calibration", 150, 500, "rest", 300, 360.9, "stroop");
        assertThat(truth.task()).isEqualTo(Fixtures.seconds(300, 360));
        assertThat(truth.rest()).isEqualTo(Fixtures.seconds(210, 300, 360, 500));
        assertThat(truth.tasks()).containsExactly(new Task(300, 360, "stroop"));
    }

    @Test
    void whatLiesBeforeTheCalibrationsEndIsNotJudged() {
        Truth truth =
                Fixtures.truth(79, 374, "stroop", 374, 1031, "rest", 464, 1001, "calibration");
        assertThat(truth.tasks()).isEmpty();
        assertThat(truth.task().isEmpty()).isTrue();
        assertThat(truth.rest()).isEqualTo(Fixtures.seconds(1001, 1031));
    }

    @Test
    void aTaskBeforeTheRecordingBeganIsNone() {
        Truth truth =
                Fixtures.truth(15, 296, "calibration", -1972, -1931, "emotional", 300, 400, "rest");
        assertThat(truth.tasks()).isEmpty();
        assertThat(truth.task().isEmpty()).isTrue();
        assertThat(truth.rest()).isEqualTo(Fixtures.seconds(360, 400));
    }

    @Test
    void unsureStretchesAreLeftOutAndExerciseIsKeptApart() {
        Truth truth =
                Fixtures.truth(
                        0,
                        100,
                        "calibration",
                        100,
                        200,
                        "instructions",
                        200,
                        300,
                        "exercise",
                        300,
                        350,
                        "recovery");
        assertThat(truth.rest().isEmpty()).isTrue();
        assertThat(truth.task().isEmpty()).isTrue();
        assertThat(truth.physical()).isEqualTo(Fixtures.seconds(200, 350));
    }

    @Test
    void anEarlyCalibrationLosesTheSecondsWhoseWindowsReachBeforeTheRecording() {
        assertThat(Fixtures.truth(15, 164, "calibration").calibrationSeconds())
                .isEqualTo(Fixtures.seconds(45, 164));
        assertThat(Fixtures.truth(60.5, 164, "calibration").calibrationSeconds())
                .isEqualTo(Fixtures.seconds(61, 164));
    }

    @Test
    void withoutACalibrationThereIsNothingToMeasure() {
        assertThat(Truth.of(List.of(new Label(0, 10, "rest")))).isEmpty();
    }

    @Test
    void sessionsOfExerciseAreASetOfTheirOwnAndOfTheSamePerson() {
        Truth bike = Fixtures.truth(0, 50, "calibration", 60, 90, "exercise");
        Recording recording = Fixtures.recording("anaerobic-S11_b", bike);
        assertThat(recording.dataSet()).isEqualTo("made-up-exercise");
        assertThat(recording.person()).isEqualTo("made-up/S11");
        Truth talk = Fixtures.truth(0, 50, "calibration", 60, 90, "speech");
        assertThat(Fixtures.recording("stress-S11", talk).person()).isEqualTo("made-up/S11");
    }

    @Test
    void aLineThatIsNoLabelIsNamed() {
        assertThatThrownBy(() -> Label.parse("S1.labels.tsv", List.of("h", "0\t1\trest", "0\tx")))
                .isInstanceOf(LabelsUnreadableException.class)
                .hasMessageStartingWith("line 3 of S1.labels.tsv is no label");
        assertThatThrownBy(() -> Label.parse("S1.labels.tsv", List.of("h", "0\tNaN\trest")))
                .hasMessageStartingWith("line 2 of");
    }
}
