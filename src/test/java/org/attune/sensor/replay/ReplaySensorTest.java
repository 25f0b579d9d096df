package org.attune.sensor.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.attune.sensor.Capability;
import org.attune.sensor.RrInterval;
import org.attune.sensor.SensorAddress;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SourceClass;
import org.attune.time.AcceleratedTicker;
import org.attune.time.SessionClock;
import org.attune.time.SessionTime;
import org.attune.time.SystemTicker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplaySensorTest {
    private static final SensorDescription SENSOR =
            new SensorDescription("test", "replay:", SourceClass.ECG, Set.of(Capability.RR));
    private final BlockingQueue<SensorEvent> heard = new LinkedBlockingQueue<>();

    private static SensorEvent beat(double seconds) {
        return new SensorEvent.RrReceived(
                SessionTime.ofSeconds(seconds), List.of(RrInterval.ofMillis(800)));
    }

    private SensorEvent next() throws InterruptedException {
        SensorEvent event = heard.poll(10, TimeUnit.SECONDS);
        if (event == null) {
            throw new AssertionError("nothing was heard for 10 s");
        }
        return event;
    }

    @Test
    void eventsComeWhenTheirTimeHasComeAndAreStampedThen() throws InterruptedException {
        SessionClock clock = SessionClock.startingNow(new SystemTicker());
        try (var sensor = new ReplaySensor(SENSOR, List.of(beat(0.1), beat(0.25)), 1)) {
            sensor.open(clock, heard::add);

            assertThat(next()).isInstanceOf(SensorEvent.Linked.class);
            SensorEvent first = next();
            SensorEvent second = next();
            assertThat(first.at().toSeconds()).isBetween(0.1, 10.0);
            assertThat(second.at().toSeconds()).isBetween(0.25, 10.0);
            assertThat(next())
                    .isInstanceOfSatisfying(
                            SensorEvent.LinkLost.class,
                            lost -> assertThat(lost.cause()).isEqualTo("the recording has ended"));
        }
    }

    @Test
    void nothingIsPlayedBeforeTheSessionsClockReachesIt() throws InterruptedException {
        AtomicLong nanos = new AtomicLong();
        SessionClock clock = SessionClock.startingNow(nanos::get);
        try (var sensor = new ReplaySensor(SENSOR, List.of(beat(1), beat(2)), 1)) {
            sensor.open(clock, heard::add);
            next();

            assertThat(heard.poll(60, TimeUnit.MILLISECONDS)).isNull();
            nanos.set(1_500_000_000L);
            assertThat(next().at()).isEqualTo(SessionTime.ofSeconds(1.5));
            assertThat(heard.poll(60, TimeUnit.MILLISECONDS)).isNull();
        }
    }

    @Test
    void speedAHundredPlaysAHundredTimesAsFast() throws InterruptedException {
        SessionClock clock = SessionClock.startingNow(new SystemTicker());
        try (var sensor = new ReplaySensor(SENSOR, List.of(beat(30), beat(60)), 100)) {
            sensor.open(clock, heard::add);
            next();

            assertThat(next().at().toSeconds()).isBetween(0.3, 20.0);
            assertThat(next().at().toSeconds()).isBetween(0.6, 20.0);
        }
    }

    @Test
    void underAFasterClockEventsKeepTheirOwnTimes() throws InterruptedException {
        SystemTicker machine = new SystemTicker();
        SessionClock real = SessionClock.startingNow(machine);
        SessionClock fast = SessionClock.startingNow(new AcceleratedTicker(machine, 100));
        try (var sensor = new ReplaySensor(SENSOR, List.of(beat(30), beat(60)), 1)) {
            sensor.open(fast, heard::add);
            next();

            assertThat(next().at().toSeconds()).isGreaterThanOrEqualTo(30);
            assertThat(next().at().toSeconds()).isGreaterThanOrEqualTo(60);
            assertThat(real.now().toSeconds()).isBetween(0.6, 20.0);
        }
    }

    @Test
    void afterClosingNothingIsHeard() throws InterruptedException {
        List<SensorEvent> many = new ArrayList<>();
        for (int i = 1; i < 100_000; i++) {
            many.add(beat(i * 1e-4));
        }
        var sensor = new ReplaySensor(SENSOR, many, 1);
        sensor.open(SessionClock.startingNow(new SystemTicker()), heard::add);
        next();
        sensor.close();
        sensor.close();
        heard.clear();

        assertThat(heard.poll(100, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void aFileIsPlayedByItsAddress(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("a.txt"), "20\n30\n25\n");
        try (var sensor = ReplaySensor.ofFile(SensorAddress.parse("replay:" + file))) {
            sensor.open(SessionClock.startingNow(new SystemTicker()), heard::add);

            assertThat(next()).isInstanceOf(SensorEvent.Linked.class);
            for (double millis : new double[] {20, 30, 25}) {
                assertThat(next())
                        .isInstanceOfSatisfying(
                                SensorEvent.RrReceived.class,
                                rr ->
                                        assertThat(rr.intervals())
                                                .containsExactly(RrInterval.ofMillis(millis)));
            }
            assertThat(next()).isInstanceOf(SensorEvent.LinkLost.class);
        }
    }

    @Test
    void aRecordingThatBeginsLateIsPlayedFromItsFirstInterval(@TempDir Path folder)
            throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("a.tsv"), "t_s\trr_ms\n7200.1\t100\n7200.4\t300\n");
        try (var sensor = ReplaySensor.ofFile(SensorAddress.parse("replay:" + file))) {
            sensor.open(SessionClock.startingNow(new SystemTicker()), heard::add);
            next();

            assertThat(next().at().toSeconds()).isBetween(0.1, 10.0);
            assertThat(next().at().toSeconds()).isBetween(0.4, 10.0);
        }
    }

    @Test
    void anEmptyRecordingEndsAtOnce(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("a.tsv"), "t_s\trr_ms\n");
        try (var sensor = ReplaySensor.ofFile(SensorAddress.parse("replay:" + file))) {
            sensor.open(SessionClock.startingNow(new SystemTicker()), heard::add);

            assertThat(next()).isInstanceOf(SensorEvent.Linked.class);
            assertThat(next()).isInstanceOf(SensorEvent.LinkLost.class);
        }
    }

    @Test
    void aFileOfHeartRatesPromisesNoIntervals(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.tsv"), "t_s\thr_bpm\n1\t70\n");
        try (var sensor = ReplaySensor.ofFile(SensorAddress.parse("replay:" + file))) {
            assertThat(sensor.description().capabilities()).containsExactly(Capability.HEART_RATE);
            assertThat(sensor.description().source()).isEqualTo(SourceClass.HEART_RATE_ONLY);
        }
    }

    @Test
    void anAddressThatIsNotUnderstoodIsSaid() {
        assertThatThrownBy(() -> ReplaySensor.ofFile(SensorAddress.parse("replay:x?speed=0")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("must be > 0 and <= 10000: speed=0");
        assertThatThrownBy(() -> ReplaySensor.ofFile(SensorAddress.parse("replay:x?loop=1")))
                .hasMessage("replay: knows no option loop, only [speed]");
        assertThatThrownBy(() -> ReplaySensor.ofFile(SensorAddress.parse("replay:")))
                .hasMessage("name a file to play: replay:FILE");
    }
}
