package org.attune.app;

import java.awt.Frame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import org.attune.pipeline.SessionPipeline;
import org.attune.review.Annotations;
import org.attune.review.RecordedDay;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.Participant;
import org.attune.session.Session;
import org.attune.session.SessionId;
import org.attune.store.SessionEntry;
import org.attune.store.StoredSession;
import org.attune.time.SessionTime;
import org.attune.ui.DisplaySettings;
import org.attune.ui.review.ReviewSession;
import org.attune.ui.review.ReviewWindow;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A recorded day is opened as {@code attune review} and the desk open it: from the decrypted
 * moments to the real window, painted. The first opening of a process is the one a person waits
 * for; single shots tell it.
 */
@State(Scope.Thread)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx6g")
@SuppressWarnings("NullAway.Init") // filled by @Setup
public class ReviewOpenBench {
    @Param({"1", "4"})
    public int people;

    private StoredSession stored;
    private List<Participant> participants;
    private Optional<ReviewWindow> window = Optional.empty();

    /** Judges the day. */
    @Setup
    public void live() {
        participants = new ArrayList<>();
        for (int i = 1; i <= people; i++) {
            LaneId lane = i == 1 ? LaneId.CLIENT : new LaneId("client-" + i);
            participants.add(new Participant(lane, new ClientCode("K-0" + i)));
        }
        Session session =
                new Session(
                        new SessionId("day"),
                        participants,
                        Instant.EPOCH,
                        "f",
                        SessionPipeline.VERSION);
        SessionTime end = SessionTime.ofSeconds(RecordedDay.SECONDS);
        stored =
                new StoredSession(
                        new SessionEntry(session, end, SessionEntry.State.CLOSED, 0, List.of()),
                        "",
                        RecordedDay.of(participants.stream().map(Participant::lane).toList()),
                        List.of());
    }

    private ReviewedSession read() {
        return ReviewedSession.ofStored(stored, participants, Annotations.NONE);
    }

    /** Time lines and figures of all. */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @Warmup(iterations = 4, time = 10)
    @Measurement(iterations = 4, time = 10)
    public Object laidOut() {
        return read();
    }

    /** To the painted window. */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @Warmup(iterations = 4, time = 10)
    @Measurement(iterations = 4, time = 10)
    public Object open() throws Exception {
        return shown();
    }

    /** The same with nothing compiled and no letter drawn yet. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    @Fork(value = 5, jvmArgsAppend = "-Xmx6g")
    public Object openForTheFirstTime() throws Exception {
        return shown();
    }

    private ReviewWindow shown() throws Exception {
        ReviewSession session = ReviewReading.forWindow(read(), Optional.empty(), Annotations.NONE);
        SwingUtilities.invokeAndWait(
                () -> {
                    window =
                            Optional.of(
                                    ReviewWindow.open(
                                            session,
                                            Optional.empty(),
                                            DisplaySettings.DEFAULT,
                                            () -> {}));
                });
        SwingUtilities.invokeAndWait(ReviewOpenBench::paint);
        return window.orElseThrow();
    }

    // The display asks for what it wants painted when it likes; here all of it is, before time is
    // up.
    private static void paint() {
        for (Frame frame : Frame.getFrames()) {
            if (frame.isShowing() && frame instanceof JFrame shown) {
                shown.getRootPane().paintImmediately(0, 0, shown.getWidth(), shown.getHeight());
            }
        }
    }

    /**
     * Closes what was opened, and lets the collector have it: nobody opens a day every second, and
     * what a collector does for the one before is not what opening the next takes.
     */
    @TearDown(Level.Invocation)
    public void close() throws Exception {
        SwingUtilities.invokeAndWait(() -> window.ifPresent(ReviewWindow::close));
        window = Optional.empty();
        System.gc();
    }
}
