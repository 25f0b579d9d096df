package org.attune.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.attune.pipeline.Moment;
import org.attune.sensor.RrInterval;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.ble.LightRig;
import org.attune.sensor.serial.PtyPair;
import org.attune.session.SessionId;
import org.attune.store.StoredSession;
import org.attune.store.Vault;
import org.attune.testkit.Rigs;
import org.attune.time.WallClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real heart, at its own pace, from a sensor to a sealed recording and back. */
class RecordedRoadIT {
    private static final int BEATS = 30;

    /** Who ends a session does not wait for the beat that is still on its way; this test does. */
    private static final long UNDER_WAY_MILLIS = 3_000;

    @TempDir Path home;
    private Path vault = Path.of("vault");

    @BeforeEach
    void aClientAgreed() {
        vault = home.resolve("vault");
        assertThat(attune("vault", "init").exitCode()).isZero();
        assertThat(attune("consent", "give", "K-07", "--scope", "record,store").exitCode())
                .isZero();
    }

    private AttuneProcess.Result attune(String... arguments) {
        return AttuneProcess.run(home, AttuneProcess.unlocked(), withVault(arguments));
    }

    private String[] withVault(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--vault", vault.toString()));
        return all.toArray(String[]::new);
    }

    @Test
    void throughASerialSensor() throws Exception {
        Rigs.need("socat");
        try (PtyPair pty = PtyPair.start(home);
                AttuneProcess live =
                        live(
                                "serial:" + pty.sensorEnd() + "?protocol=lines-ibi",
                                AttuneProcess.unlocked())) {
            live.awaitOutput("waiting for the sensor");
            pty.write("\n"); // whatever stands before the first line end may be half a line
            List<RrInterval> sent = new ArrayList<>();
            for (RrInterval interval : RealHeart.intervals(BEATS)) {
                Thread.sleep(interval.nanos() / 1_000_000);
                String line = String.format(Locale.ROOT, "%.3f%n", interval.toMillis());
                pty.write(line);
                sent.add(RrInterval.ofMillis(Double.parseDouble(line)));
            }
            Thread.sleep(UNDER_WAY_MILLIS);
            live.type("q\n");
            assertStoredAndReplayed(live.await(), sent);
        }
    }

    @Test
    void throughAStrap() throws Exception {
        try (LightRig rig = LightRig.start()) {
            rig.command("pause");
            Map<String, String> environment =
                    Map.of(
                            "ATTUNE_PASSPHRASE",
                            AttuneProcess.PASSPHRASE,
                            "DBUS_SYSTEM_BUS_ADDRESS",
                            rig.busAddress());
            try (AttuneProcess live = live("ble:" + LightRig.STRAP, environment)) {
                List<RrInterval> heart = RealHeart.intervals(BEATS);
                awaitSubscription(rig, heart.get(0));
                for (RrInterval interval : heart) {
                    Thread.sleep(interval.nanos() / 1_000_000);
                    rig.command("raw " + measurement(interval));
                }
                Thread.sleep(UNDER_WAY_MILLIS);
                live.type("q\n");
                assertStoredAndReplayed(live.await(), transmitted(rig, heart));
            }
        }
    }

    /** Sends one beat until somebody listens: the strap transmits nothing before. */
    private static void awaitSubscription(LightRig rig, RrInterval beat)
            throws InterruptedException {
        for (int i = 0; i < 60 && rig.transmitted().isEmpty(); i++) {
            Thread.sleep(500);
            rig.command("raw " + measurement(beat));
        }
        assertThat(rig.transmitted()).as("nobody subscribed").isNotEmpty();
    }

    /** What the strap really sent: the first beat once more, then the heart. */
    private static List<RrInterval> transmitted(LightRig rig, List<RrInterval> heart) {
        List<RrInterval> sent = new ArrayList<>();
        sent.add(RrInterval.ofTicks1024(ticks(heart.get(0))));
        heart.forEach(each -> sent.add(RrInterval.ofTicks1024(ticks(each))));
        assertThat(rig.transmitted()).hasSize(sent.size());
        return sent;
    }

    private AttuneProcess live(String sensor, Map<String, String> environment) {
        return AttuneProcess.start(
                home,
                environment,
                withVault(
                        "live", "--sensor", sensor, "--client", "K-07", "--record", "--headless"));
    }

    private void assertStoredAndReplayed(AttuneProcess.Result live, List<RrInterval> sent) {
        assertThat(live.exitCode()).as(live.err()).isZero();
        String name =
                live.out()
                        .lines()
                        .filter(l -> l.startsWith("recorded as "))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(live.out()))
                        .substring(12);

        AttuneProcess.Result sessions = attune("sessions");
        assertThat(sessions.out()).contains(name).contains("client=K-07").contains("closed");

        AttuneProcess.Result replay = attune("replay", name, "--check");
        assertThat(replay.out()).startsWith("identical: ");
        assertThat(replay.exitCode()).isZero();

        assertThat(storedIntervals(name)).containsExactlyElementsOf(sent);
    }

    private List<RrInterval> storedIntervals(String name) {
        char[] passphrase = AttuneProcess.PASSPHRASE.toCharArray();
        try (Vault open = Vault.open(vault, passphrase, WallClock.system())) {
            StoredSession stored = open.archive().read(new SessionId(name)).orElseThrow();
            List<RrInterval> intervals = new ArrayList<>();
            for (Moment moment : stored.moments()) {
                if (moment instanceof Moment.Heard heard
                        && heard.event() instanceof SensorEvent.RrReceived received) {
                    intervals.addAll(received.intervals());
                }
            }
            return intervals;
        }
    }

    /** A Heart Rate Measurement with one interval, as a strap sends it. */
    static String measurement(RrInterval interval) {
        int ticks = ticks(interval);
        int bpm = (int) Math.round(60_000 / interval.toMillis());
        byte[] value = {0x10, (byte) bpm, (byte) ticks, (byte) (ticks >> 8)};
        return HexFormat.of().formatHex(value);
    }

    static int ticks(RrInterval interval) {
        return (int) Math.round(interval.toMillis() * 1.024);
    }
}
