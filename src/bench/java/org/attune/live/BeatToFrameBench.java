package org.attune.live;

import java.awt.GraphicsEnvironment;
import java.awt.Toolkit;
import java.lang.reflect.InvocationTargetException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
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
import org.attune.session.Participant;
import org.attune.session.Session;
import org.attune.session.SessionId;
import org.attune.signal.CalmCues;
import org.attune.testkit.ToldCommands;
import org.attune.time.SessionTime;
import org.attune.ui.DisplaySettings;
import org.attune.ui.LiveWindow;
import org.attune.ui.place.WindowPlaces;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From a beat that completes a step of the grid to the painted window: pipeline, board, snapshot,
 * hand-over to the EDT, paint, and the display told to show it. Needs a display (Xvfb will do).
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 4)
@Fork(1)
@SuppressWarnings("NullAway.Init") // filled by @Setup
public class BeatToFrameBench {
    private static final SensorDescription STRAP =
            new SensorDescription("strap", "ble:", SourceClass.ECG, Set.of(Capability.RR));

    private SessionPipeline pipeline;
    private LiveBoard board;
    private LiveWindow window;
    private long atNanos;

    /** A window with ten minutes of history. */
    @Setup
    public void open() throws InterruptedException, InvocationTargetException {
        if (GraphicsEnvironment.isHeadless()) {
            throw new IllegalStateException("needs a display: run it under Xvfb");
        }
        PipelineSettings settings = PipelineSettings.DEFAULT;
        pipeline =
                new SessionPipeline(
                        List.of(LaneId.CLIENT),
                        settings,
                        () -> new PersonalBandEstimator(settings.regulation()),
                        () -> new CalmCues(settings.cues()));
        Session session =
                new Session(
                        new SessionId("bench"),
                        List.of(new Participant(LaneId.CLIENT, new ClientCode("K-07"))),
                        Instant.EPOCH,
                        "",
                        SessionPipeline.VERSION);
        board =
                new LiveBoard(
                        session,
                        Map.of(LaneId.CLIENT, STRAP),
                        3,
                        () -> new RecordingStatus(RecordingStatus.Kind.LIVE_ONLY, ""));
        for (int i = 0; i < 800; i++) {
            beat();
        }
        SwingUtilities.invokeAndWait(
                () ->
                        window =
                                LiveWindow.open(
                                        new ToldCommands(told -> {}, List.of(), () -> false),
                                        DisplaySettings.DEFAULT,
                                        WindowPlaces.none(),
                                        () -> {}));
    }

    /** Closes the window. */
    @TearDown
    public void close() throws InterruptedException, InvocationTargetException {
        SwingUtilities.invokeAndWait(() -> window.close());
    }

    /** One beat, one second after the last, to the painted frame. */
    @Benchmark
    public void beatToFrame() throws InterruptedException, InvocationTargetException {
        beat();
        LiveSnapshot snapshot = board.snapshot();
        SwingUtilities.invokeAndWait(
                () -> {
                    window.show(snapshot);
                    RepaintManager.currentManager(null).paintDirtyRegions();
                    Toolkit.getDefaultToolkit().sync();
                });
    }

    private void beat() {
        atNanos += SessionPipeline.GRID_NANOS;
        SensorEvent event =
                new SensorEvent.RrReceived(
                        new SessionTime(atNanos), List.of(RrInterval.ofMillis(1000)));
        for (Moment moment : pipeline.accept(LaneId.CLIENT, event)) {
            board.happened(moment);
        }
    }
}
