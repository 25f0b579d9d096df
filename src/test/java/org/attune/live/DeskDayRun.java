package org.attune.live;

import java.awt.AWTEvent;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.Toolkit;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import javax.swing.RepaintManager;
import javax.swing.SwingUtilities;
import org.attune.pipeline.Moment;
import org.attune.pipeline.PipelineSettings;
import org.attune.pipeline.SessionPipeline;
import org.attune.regulation.PersonalBandEstimator;
import org.attune.sensor.Capability;
import org.attune.sensor.RrInterval;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SourceClass;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.MarkKind;
import org.attune.session.Marker;
import org.attune.session.Participant;
import org.attune.session.Session;
import org.attune.session.SessionId;
import org.attune.signal.CalmCues;
import org.attune.testkit.ToldCommands;
import org.attune.time.SessionTime;
import org.attune.ui.DisplaySettings;
import org.attune.ui.LiveWindow;
import org.attune.ui.place.WindowPlaces;

/**
 * Hours of four people in the live window on whatever display it is given, as fast as the machine
 * goes: how long each event keeps the event thread, how long a frame takes to paint, how long it is
 * from a beat to the pixels, and what the heap holds after each hour. The argument is the number of
 * hours, 8 if there is none. {@code src/build/desk-day.sh} runs it at 1920 by 1080.
 */
final class DeskDayRun {
    private static final int PEOPLE = 4;
    private static final int WARM_SECONDS = 900;
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
    private static final SensorDescription STRAP =
            new SensorDescription("strap", "ble:", SourceClass.ECG, Set.of(Capability.RR));

    private final PrintStream out = System.out;
    private final Random random = new Random(1);
    private final double[] carried = new double[PEOPLE];
    private final List<LaneId> lanes = new ArrayList<>();
    private final Times events = new Times();
    private final Times paints = new Times();
    private final Times paintsAlone = new Times();
    private final Times beatToPixels = new Times();
    private final SessionPipeline pipeline;
    private final LiveBoard board;
    private volatile boolean measuring;

    private DeskDayRun() {
        lanes.add(LaneId.CLIENT);
        for (int i = 2; i <= PEOPLE; i++) {
            lanes.add(new LaneId("client-" + i));
        }
        PipelineSettings settings = PipelineSettings.DEFAULT;
        pipeline =
                new SessionPipeline(
                        lanes,
                        settings,
                        () -> new PersonalBandEstimator(settings.regulation()),
                        () -> new CalmCues(settings.cues()));
        List<Participant> people = new ArrayList<>();
        Map<LaneId, SensorDescription> sensors = new LinkedHashMap<>();
        for (LaneId lane : lanes) {
            people.add(new Participant(lane, new ClientCode("K-" + people.size())));
            sensors.put(lane, STRAP);
        }
        Session session =
                new Session(
                        new SessionId("day"), people, Instant.EPOCH, "", SessionPipeline.VERSION);
        board =
                new LiveBoard(
                        session,
                        sensors,
                        3,
                        () -> new RecordingStatus(RecordingStatus.Kind.LIVE_ONLY, ""));
    }

    public static void main(String[] arguments) throws Exception {
        int hours = arguments.length == 0 ? 8 : Integer.parseInt(arguments[0]);
        new DeskDayRun().run(hours);
        System.exit(0);
    }

    private void run(int hours) throws Exception {
        LiveWindow[] opened = new LiveWindow[1];
        SwingUtilities.invokeAndWait(
                () -> {
                    Toolkit.getDefaultToolkit().getSystemEventQueue().push(new Watched());
                    RepaintManager.setCurrentManager(new Painter());
                    opened[0] =
                            LiveWindow.open(
                                    new ToldCommands(told -> {}, List.of(), () -> false),
                                    DisplaySettings.DEFAULT,
                                    WindowPlaces.none(),
                                    () -> {});
                    for (Frame frame : Frame.getFrames()) {
                        if (frame.isShowing()) {
                            frame.setBounds(frame.getGraphicsConfiguration().getBounds());
                        }
                    }
                });
        long begun = System.nanoTime();
        for (int second = 1; second <= hours * 3600; second++) {
            measuring = second > WARM_SECONDS;
            second(second, opened[0]);
            if (second == WARM_SECONDS || second % 3600 == 0) {
                heap(second);
            }
        }
        double minutes = (System.nanoTime() - begun) / 60e9;
        out.printf(Locale.ROOT, "%d h in %.1f min%n", hours, minutes);
        events.tell("event", out);
        paints.tell("paint", out);
        paintsAlone.tell("paint, processor time", out);
        beatToPixels.tell("beat to pixels", out);
    }

    private void second(int second, LiveWindow window) throws Exception {
        List<List<RrInterval>> heard = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            heard.add(beats(i, second));
        }
        long from = System.nanoTime();
        for (int i = 0; i < PEOPLE; i++) {
            SessionTime at = SessionTime.ofSeconds(second);
            tell(pipeline.accept(lanes.get(i), new SensorEvent.RrReceived(at, heard.get(i))));
        }
        if (second % 120 == 0) {
            tell(pipeline.mark(Marker.of(SessionTime.ofSeconds(second), MarkKind.SLOW)));
        }
        LiveSnapshot snapshot = board.snapshot();
        // The window asks for its repaint while it is shown; what is asked here comes after it.
        SwingUtilities.invokeAndWait(() -> window.show(snapshot));
        SwingUtilities.invokeAndWait(Toolkit.getDefaultToolkit()::sync);
        if (measuring) {
            beatToPixels.add(System.nanoTime() - from);
        }
    }

    private void tell(List<Moment> moments) {
        moments.forEach(board::happened);
    }

    /** A rise each 40 minutes, a gap of a minute each hour, one beat in 300 premature. */
    private List<RrInterval> beats(int person, int second) {
        List<RrInterval> beats = new ArrayList<>();
        if (second % 3600 < 3540) {
            double rise = (second + 700.0 * person) % 2400 - 1800;
            double bpm = 70 + (rise > 0 ? 22 * Math.sin(rise / 600 * Math.PI) : 0);
            for (carried[person] += 1000; carried[person] >= 60_000 / bpm; ) {
                carried[person] -= 60_000 / bpm;
                double jitter = random.nextInt(300) == 0 ? -0.3 : random.nextGaussian() * 0.04;
                beats.add(RrInterval.ofMillis(Math.rint(60_000 / bpm * (1 + jitter))));
            }
        }
        return beats;
    }

    private void heap(int second) {
        System.gc();
        System.gc();
        double used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        out.printf(Locale.ROOT, "%5.2f h: heap %.1f MB, load %.1f%n", second / 3600.0, used, load);
    }

    /** Durations; the event thread's and another's never at the same time. */
    private static final class Times {
        // Of one size from the beginning, so that it does not pass for what the display holds.
        private final long[] nanos = new long[1_000_000];
        private int count;

        synchronized void add(long duration) {
            nanos[count++ % nanos.length] = duration;
        }

        synchronized void tell(String what, PrintStream out) {
            long[] sorted = Arrays.copyOf(nanos, Math.min(count, nanos.length));
            Arrays.sort(sorted);
            out.printf(
                    Locale.ROOT,
                    "%s: n %d, p50 %.2f ms, p95 %.2f ms, p99 %.2f ms, most %.1f ms%n",
                    what,
                    sorted.length,
                    at(sorted, 0.5),
                    at(sorted, 0.95),
                    at(sorted, 0.99),
                    at(sorted, 1));
        }

        private static double at(long[] sorted, double share) {
            return sorted.length == 0 ? 0 : sorted[(int) ((sorted.length - 1) * share)] / 1e6;
        }
    }

    private final class Watched extends EventQueue {
        @Override
        protected void dispatchEvent(AWTEvent event) {
            long from = System.nanoTime();
            super.dispatchEvent(event);
            if (measuring) {
                events.add(System.nanoTime() - from);
            }
        }
    }

    private final class Painter extends RepaintManager {
        @Override
        public void paintDirtyRegions() {
            long from = System.nanoTime();
            long cpuFrom = CPU.getCurrentThreadCpuTime();
            super.paintDirtyRegions();
            long cpu = CPU.getCurrentThreadCpuTime() - cpuFrom;
            long took = System.nanoTime() - from;
            // Called again with nothing to do, it returns within microseconds: that is no frame.
            if (measuring && took > 100_000) {
                paints.add(took);
                paintsAlone.add(cpu);
            }
        }
    }
}
