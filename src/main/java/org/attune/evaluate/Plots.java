package org.attune.evaluate;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jfree.chart.JFreeChart;

/**
 * One page of pictures for each data set and source: what the first detector said of every
 * recording, over time, with the labels behind it; below, the ROC curves and, where there is a
 * probability, whether it means what it says.
 */
public final class Plots {
    private static final int COLUMNS = 3;
    private static final int WIDTH = 620;
    private static final int HEIGHT = 190;
    private static final int HEAD = 64;
    private static final int FOOT = 460;

    private Plots() {}

    /**
     * Writes {@code SET-SOURCE.png} for each into a folder, which is made if it does not exist.
     *
     * @return the files written
     * @throws IOException when the folder cannot be written
     */
    public static List<Path> write(Path folder, Evaluation evaluation) throws IOException {
        Files.createDirectories(folder);
        Map<String, List<Measured>> pages = new LinkedHashMap<>();
        for (Measured each : evaluation.recordings()) {
            String name = each.recording().dataSet() + "-" + each.recording().source().word();
            pages.computeIfAbsent(name, n -> new ArrayList<>()).add(each);
        }
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, List<Measured>> page : pages.entrySet()) {
            Path file = folder.resolve(page.getKey() + ".png");
            if (!ImageIO.write(page(page.getKey(), page.getValue()), "png", file.toFile())) {
                throw new IOException("no writer of PNG");
            }
            files.add(file);
        }
        return files;
    }

    static BufferedImage page(String name, List<Measured> recordings) {
        int rows = (recordings.size() + COLUMNS - 1) / COLUMNS;
        List<JFreeChart> foot = foot(recordings);
        int height = HEAD + rows * HEIGHT + (foot.isEmpty() ? 0 : FOOT);
        BufferedImage image =
                new BufferedImage(COLUMNS * WIDTH, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        try {
            g.setRenderingHint(
                    RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            g.setColor(Color.WHITE);
            g.fillRect(0, 0, image.getWidth(), image.getHeight());
            head(g, name, recordings);
            for (int i = 0; i < recordings.size(); i++) {
                int x = i % COLUMNS * WIDTH;
                int y = HEAD + i / COLUMNS * HEIGHT;
                RecordingChart.of(recordings.get(i)).draw(g, area(x, y, WIDTH, HEIGHT));
            }
            for (int i = 0; i < foot.size(); i++) {
                foot.get(i).draw(g, area(i * WIDTH, HEAD + rows * HEIGHT, WIDTH, FOOT));
            }
        } finally {
            g.dispose();
        }
        return image;
    }

    private static Rectangle2D area(int x, int y, int width, int height) {
        return new Rectangle2D.Double(x, y, width, height);
    }

    private static List<JFreeChart> foot(List<Measured> recordings) {
        List<JFreeChart> charts = new ArrayList<>();
        RocChart.of(recordings).ifPresent(charts::add);
        ReliabilityChart.of(recordings).ifPresent(charts::add);
        return charts;
    }

    private static void head(Graphics2D g, String name, List<Measured> recordings) {
        String detector = recordings.get(0).tracks().get(0).detector();
        g.setColor(Color.BLACK);
        g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 18));
        g.drawString(name + ": " + detector + ", score of each second (minutes)", 14, 26);
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        int x = 14;
        x = key(g, x, RecordingChart.TASK, "task");
        x = key(g, x, RecordingChart.REST, "rest that counts");
        x = key(g, x, RecordingChart.PHYSICAL, "exercise, recovery");
        x = key(g, x, RecordingChart.CALIBRATION, "calibration");
        x = key(g, x, RecordingChart.ALARM, "alarm (bar above)");
        x = key(g, x, RecordingChart.UNJUDGED, "not judged (bar below)");
        key(g, x, Color.BLACK, "cue of any kind (triangle)");
    }

    private static int key(Graphics2D g, int x, Color colour, String words) {
        g.setColor(colour);
        g.fillRect(x, 39, 18, 13);
        g.setColor(Color.DARK_GRAY);
        g.drawRect(x, 39, 18, 13);
        g.setColor(Color.BLACK);
        g.drawString(words, x + 25, 50);
        return x + 50 + g.getFontMetrics().stringWidth(words);
    }
}
