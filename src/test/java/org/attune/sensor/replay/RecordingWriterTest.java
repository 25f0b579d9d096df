package org.attune.sensor.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SensorEvent.MotionReceived;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingWriterTest {
    private static final Duration TIME = Duration.ofMinutes(25);

    @Test
    void whatIsWrittenIsReadBackToTheNanosecond(@TempDir Path folder) {
        for (SimulationScenario scenario : SimulationScenario.values()) {
            Path file = folder.resolve(scenario.id() + ".rr.tsv");
            List<Path> written = RecordingWriter.write(file, scenario, 9, TIME);

            List<TimedInterval> made = new ArrayList<>();
            SyntheticHeart.intervals(scenario, 9, TIME).forEach(made::add);
            assertThat(RecordingFile.read(file).intervals())
                    .isEqualTo(made)
                    .hasSizeGreaterThan(900);
            List<SensorEvent> motions =
                    SyntheticHeart.events(scenario, 9, TIME).stream()
                            .filter(MotionReceived.class::isInstance)
                            .toList();
            assertThat(ActivityFile.read(written.get(2)).motions()).isEqualTo(motions);
        }
    }

    @Test
    void labelsLieBesideTheRecording(@TempDir Path folder) throws IOException {
        List<Path> written =
                RecordingWriter.write(
                        folder.resolve("a.tsv"),
                        SimulationScenario.OVERWHELM,
                        1,
                        Duration.ofMinutes(12));

        assertThat(written)
                .containsExactly(
                        folder.resolve("a.tsv"),
                        folder.resolve("a.labels.tsv"),
                        folder.resolve("a.activity.tsv"));
        assertThat(Files.readString(written.get(1)))
                .isEqualTo(
                        """
                        start_s\tend_s\tlabel
                        0\t480\tbaseline
                        180\t480\tcalibration
                        480\t600\trising
                        600\t720\toverwhelm
                        """);
    }

    @Test
    void aFolderThatIsMissingIsSaid(@TempDir Path folder) {
        Path file = folder.resolve("no/a.tsv");
        assertThatThrownBy(() -> RecordingWriter.write(file, SimulationScenario.DEMO, 1, TIME))
                .isInstanceOf(RecordingFileException.class)
                .hasMessage(
                        file + " cannot be written: check that its folder exists and allows it");
    }
}
