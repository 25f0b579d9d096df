package org.attune.app;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.attune.config.AttuneSettings;
import org.attune.live.HeldMoments;
import org.attune.live.LiveSession;
import org.attune.live.SleepAwareTicker;
import org.attune.pipeline.PipelineSettings;
import org.attune.pipeline.SessionPipeline;
import org.attune.regulation.Background;
import org.attune.sensor.Sensor;
import org.attune.session.LaneId;
import org.attune.session.Marker;
import org.attune.session.Session;
import org.attune.store.SessionRecorder;
import org.attune.time.AcceleratedTicker;
import org.attune.time.SessionClock;
import org.attune.time.SessionTime;
import org.attune.time.SystemTicker;
import org.attune.time.Ticker;
import org.attune.time.WallClock;

/**
 * One session from its first moment to its last: started, shown, waited for, closed in order. Ends
 * when the therapist says so, when its time is over, when the program is told to stop, or when the
 * conclusions have ended by a fault.
 */
final class LiveRun {
    private final AttuneSettings settings;
    private final Map<String, PipelineSettings> profiles;
    private final RecordingDesk desk;
    private final Display display;
    private final Optional<Preparation> preparation;
    private final CountDownLatch over = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * @param settings of the pipeline and the display
     * @param profiles what the session may change to, by the details of the marks
     * @param desk says whether it is recorded
     * @param display where it is shown
     */
    LiveRun(
            AttuneSettings settings,
            Map<String, PipelineSettings> profiles,
            RecordingDesk desk,
            Display display) {
        this(settings, profiles, desk, display, Optional.empty());
    }

    /**
     * @param preparation what may be chosen before the session; empty when it begins at once
     */
    LiveRun(
            AttuneSettings settings,
            Map<String, PipelineSettings> profiles,
            RecordingDesk desk,
            Display display,
            Optional<Preparation> preparation) {
        this.preparation = preparation;
        this.settings = settings;
        this.profiles = profiles;
        this.desk = desk;
        this.display = display;
    }

    /**
     * Runs the session to its end.
     *
     * @param session who meets
     * @param sensors one for each lane
     * @param pace how many times faster than life; 1 with living people
     * @param length after which it ends by itself, in session time
     * @param backgrounds what is known of the people before it begins
     * @param marks entered at their times, when a recording is played again
     */
    void run(
            Session session,
            Map<LaneId, Sensor> sensors,
            double pace,
            Optional<Duration> length,
            Map<LaneId, Background> backgrounds,
            List<Marker> marks)
            throws InterruptedException {
        Ticker life = new SleepAwareTicker(new SystemTicker(), WallClock.system());
        Ticker ticker = pace == 1 ? life : new AcceleratedTicker(life, pace);
        SessionClock clock = SessionClock.startingNow(ticker);
        List<LaneId> lanes = session.participants().stream().map(each -> each.lane()).toList();
        SessionPipeline pipeline =
                Wiring.pipeline(lanes, settings.pipeline(), Optional.empty(), profiles);
        Optional<Preparation> asking = preparation.filter(each -> display.waits());
        HeldMoments held = new HeldMoments();
        preparation.filter(each -> !display.waits()).ifPresent(each -> display.know(each.facts()));
        LiveSession live =
                LiveSession.start(
                        new LiveSession.Parts(
                                session,
                                sensors,
                                pipeline,
                                backgrounds,
                                clock,
                                asking.isPresent() ? List.of(held) : desk.begin(session, settings),
                                display::offer,
                                desk::status,
                                desk::withdraw,
                                () -> desk.withdraw(SessionRecorder.Withdrawal.ERASE),
                                settings.pipeline().cues().budget(),
                                Profiles.marks(profiles)));
        Thread hook = new Thread(this::stopFromOutside, "attune-stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            display.open(live, over::countDown);
            asking.ifPresent(each -> each.attach(live, held, session, display));
            remark(live, clock, marks);
            await(live, clock, length);
        } finally {
            live.close();
            preparation.ifPresent(Preparation::close);
            display.close();
            desk.close();
            closed.countDown();
        }
        try {
            boolean unused = Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is being stopped already; the hook has done its work.
            return;
        }
    }

    /** The program is told to stop: the session is closed in order before it does. */
    private void stopFromOutside() {
        over.countDown();
        try {
            boolean unused = closed.await(8, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void await(LiveSession live, SessionClock clock, Optional<Duration> length)
            throws InterruptedException {
        Optional<SessionTime> end = length.map(SessionTime.ZERO::plus);
        while (!live.isFinished()) {
            long wait = end.map(clock::realNanosUntil).orElse(Long.MAX_VALUE);
            if (wait <= 0 || over.await(Math.min(wait, 200_000_000L), TimeUnit.NANOSECONDS)) {
                return;
            }
        }
    }

    private static void remark(LiveSession live, SessionClock clock, List<Marker> marks) {
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                for (Marker mark : marks) {
                                    TimeUnit.NANOSECONDS.sleep(clock.realNanosUntil(mark.at()));
                                    live.mark(mark.kind(), mark.detail());
                                }
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        },
                        "attune-marks");
        thread.setDaemon(true);
        thread.start();
    }
}
