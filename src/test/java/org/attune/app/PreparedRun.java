package org.attune.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.attune.config.AttuneSettings;
import org.attune.live.LiveSnapshot;
import org.attune.live.SessionCommands;
import org.attune.sensor.Sensor;
import org.attune.sensor.SensorAddress;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.Participant;
import org.attune.session.Session;
import org.attune.session.SessionId;
import org.attune.ui.BeforeFacts;
import org.attune.ui.PrepareCommands;

/**
 * A session that is prepared by a therapist without a screen, with a real vault and a simulated
 * heart.
 *
 * @param common where the vault lies
 * @param client who is here
 * @param heart the simulated heart
 * @param id of the session
 */
record PreparedRun(CommonOptions common, ClientCode client, SensorAddress heart, SessionId id) {
    /** A therapist at the page. */
    interface Hand {
        void does(Watched page, Watched seen) throws Exception;
    }

    Watched run(Hand hand) throws Exception {
        RecordingDesk desk = RecordingDesk.open(common, Map.of(LaneId.CLIENT, client), false);
        AttuneSettings settings = AttuneSettings.DEFAULT;
        Map<LaneId, Sensor> sensors = LaneSensors.of(List.of(heart), () -> "", settings.strap());
        Watched display = new Watched();
        Preparation preparation =
                new Preparation(
                        settings,
                        Map.of(),
                        desk,
                        Map.of(LaneId.CLIENT, sensors.values().iterator().next().description()),
                        Set.of(),
                        Map.of(LaneId.CLIENT, client),
                        List.of(),
                        List.of());
        Session session =
                new Session(
                        id,
                        List.of(new Participant(LaneId.CLIENT, client)),
                        Instant.now(),
                        settings.fingerprint(),
                        "test-1");
        Thread run =
                new Thread(
                        () ->
                                LiveCommand.runToEnd(
                                        new LiveRun(
                                                settings,
                                                Map.of(),
                                                desk,
                                                display,
                                                Optional.of(preparation)),
                                        session,
                                        sensors,
                                        Wiring.pace(heart),
                                        Duration.ofHours(5),
                                        Map.of(),
                                        List.of()));
        run.start();
        try {
            display.awaitPage();
            hand.does(display, display);
        } finally {
            display.end.run();
            run.join(Duration.ofSeconds(60).toMillis());
        }
        assertThat(run.isAlive()).isFalse();
        return display;
    }

    /** A display that is a therapist's, without a screen. */
    static final class Watched implements Display {
        private final BlockingQueue<PrepareCommands> page = new LinkedBlockingQueue<>();
        final List<BeforeFacts> facts = new CopyOnWriteArrayList<>();
        private final List<LiveSnapshot> all = new CopyOnWriteArrayList<>();
        private volatile Runnable end = () -> {};
        private volatile Optional<LiveSnapshot> newest = Optional.empty();
        private volatile Optional<PrepareCommands> commands = Optional.empty();

        @Override
        public void open(SessionCommands session, Runnable onClose) {
            end = onClose;
        }

        @Override
        public boolean waits() {
            return true;
        }

        @Override
        public void prepare(PrepareCommands prepare, BeforeFacts known) {
            facts.add(known);
            page.add(prepare);
        }

        @Override
        public void know(BeforeFacts known) {
            facts.add(known);
        }

        @Override
        public void offer(LiveSnapshot snapshot) {
            newest = Optional.of(snapshot);
            all.add(snapshot);
        }

        @Override
        public int pressed() {
            return 0;
        }

        @Override
        public void close() {
            // Nothing was opened.
        }

        /** The first that was so. */
        LiveSnapshot first(Predicate<LiveSnapshot> wanted) {
            return all.stream().filter(wanted).findFirst().orElseThrow();
        }

        void awaitPage() throws InterruptedException {
            commands = Optional.ofNullable(page.poll(60, TimeUnit.SECONDS));
            assertThat(commands).isPresent();
        }

        PrepareCommands commands() {
            return commands.orElseThrow();
        }

        LiveSnapshot newest() {
            return newest.orElseThrow();
        }

        void awaitSnapshot(Predicate<LiveSnapshot> wanted) throws InterruptedException {
            long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (newest.filter(wanted).isEmpty()) {
                assertThat(System.nanoTime()).as("waited for too long").isLessThan(deadline);
                TimeUnit.MILLISECONDS.sleep(5);
            }
        }
    }
}
