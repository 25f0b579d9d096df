package org.attune.ui.desk;

import java.awt.Component;
import java.awt.Container;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javax.swing.JScrollPane;
import org.attune.ui.DisplaySettings;
import org.attune.ui.Look;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The list of 2,000 sessions in the desk: what a letter in the field of the search costs on the
 * event thread, to the painted frame, and one step of scrolling; beside it, what is worked out
 * once, on the worker. At 1,100 by 600.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 3)
@Fork(1)
@SuppressWarnings("NullAway.Init") // filled by @Setup
public class SessionsPageBench {
    private static final int SESSIONS = 2_000;
    private static final List<String> TYPED = List.of("", "1", "12", "k-1", "grief", "k-12 nov");
    private final BufferedImage image = new BufferedImage(1100, 600, BufferedImage.TYPE_INT_RGB);
    private final DeskWords words = DeskWords.in(Locale.ENGLISH);
    private final List<DeskActions.Stored> stored = new ArrayList<>();
    private List<StoredRow> rows;
    private DeskTable<StoredRow> table;
    private JScrollPane pane;
    private int step;

    /** Some years of a practice: one in 20 broke off, one in 30 has a hole. */
    @Setup
    public void years() {
        for (int i = 0; i < SESSIONS; i++) {
            stored.add(
                    new DeskActions.Stored(
                            "s-" + i,
                            (1 + i % 28) + " Nov " + (2018 + i % 9) + " 14:00",
                            List.of("K-" + i % 60),
                            "50 min",
                            i % 20 == 0 ? DeskActions.Ending.RECOVERED : DeskActions.Ending.CLOSED,
                            i % 30 == 0 ? 12 : 0,
                            List.of(),
                            i % 7 == 0 ? List.of("grief", "work") : List.of()));
        }
        rows = worked();
        table = SessionsPage.table(Look.of(DisplaySettings.DEFAULT), words);
        pane = new JScrollPane(table);
        pane.setSize(image.getWidth(), image.getHeight());
        table.show(rows);
    }

    private List<StoredRow> worked() {
        return stored.stream().map(each -> StoredRow.in(words, each)).toList();
    }

    private static void layOut(Container in) {
        in.doLayout();
        for (Component each : in.getComponents()) {
            if (each instanceof Container inner) {
                layOut(inner);
            }
        }
    }

    private BufferedImage frame() {
        layOut(pane);
        Graphics2D g = image.createGraphics();
        pane.paint(g);
        g.dispose();
        return image;
    }

    /** A letter typed or taken back, to the painted frame. */
    @Benchmark
    public BufferedImage letter() {
        List<String> wanted = StoredRow.wanted(TYPED.get(step++ % TYPED.size()));
        table.show(StoredRow.among(rows, wanted));
        return frame();
    }

    /** Some pages further in all of them, to the painted frame. */
    @Benchmark
    public BufferedImage scroll() {
        if (table.getRowCount() != rows.size()) {
            table.show(rows);
        }
        step += 37;
        layOut(pane);
        table.scrollRectToVisible(table.getCellRect(step % SESSIONS, 0, true));
        return frame();
    }

    /** All rows worked out, as the worker does once. */
    @Benchmark
    public List<StoredRow> workedOut() {
        return worked();
    }
}
