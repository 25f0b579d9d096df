package org.attune.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlotsTest {
    @TempDir Path folder;

    @Test
    void aPageShowsEveryRecordingItsAlarmsAndTheCurves() throws Exception {
        Recording recording = Fixtures.recording("stress-predict", "S03", Source.E4IBI);
        Track made = Fixtures.track(recording.truth(), 700, 900);
        Measured measured = Measured.compared(Prepared.of(recording, made), Thresholds.FROZEN);
        List<Path> files = Plots.write(folder, new Evaluation(List.of(measured)));
        assertThat(files).containsExactly(folder.resolve("stress-predict-e4ibi.png"));
        BufferedImage page = ImageIO.read(files.get(0).toFile());
        assertThat(page.getHeight()).isGreaterThan(600);
        assertThat(count(page, RecordingChart.TASK)).isGreaterThan(5_000);
        assertThat(count(page, RecordingChart.REST)).isGreaterThan(5_000);
        assertThat(count(page, RecordingChart.ALARM)).isGreaterThan(150);
    }

    private static int count(BufferedImage page, Color colour) {
        int count = 0;
        for (int x = 0; x < page.getWidth(); x++) {
            for (int y = 60; y < page.getHeight(); y++) {
                count += page.getRGB(x, y) == colour.getRGB() ? 1 : 0;
            }
        }
        return count;
    }
}
