package org.attune.sensor.ble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.attune.sensor.Contact;
import org.attune.sensor.RrInterval;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SensorEvent.ContactChanged;
import org.attune.sensor.SensorEvent.HeartRateReceived;
import org.attune.sensor.SensorEvent.Overrun;
import org.attune.sensor.SensorEvent.RrReceived;
import org.attune.time.SessionTime;
import org.junit.jupiter.api.Test;

class HeartRateReaderTest {
    private static final SessionTime T = SessionTime.ofSeconds(10);
    private static final byte[] NO_CONTACT = {0x04, 0x3c};

    private final HeartRateReader reader = new HeartRateReader();

    private static RrReceived rr(SessionTime at, int... ticks) {
        return new RrReceived(at, Arrays.stream(ticks).mapToObj(RrInterval::ofTicks1024).toList());
    }

    private static SessionTime at(double seconds) {
        return SessionTime.ofSeconds(seconds);
    }

    @Test
    void aNotificationGivesContactRateAndIntervals() {
        assertThat(reader.read(T, HeartRatePackets.beats(60, 1000, 1040)))
                .containsExactly(
                        new ContactChanged(T, Contact.GOOD),
                        new HeartRateReceived(T, 60),
                        rr(T, 1000, 1040));
    }

    @Test
    void contactIsSaidOnChangeOnly() {
        reader.read(at(1), HeartRatePackets.beats(60, 1000));

        assertThat(reader.read(at(2), HeartRatePackets.beats(60, 1010)))
                .noneMatch(ContactChanged.class::isInstance);
        assertThat(reader.read(at(3), NO_CONTACT))
                .containsExactly(new ContactChanged(at(3), Contact.LOST));
        assertThat(reader.read(at(4), NO_CONTACT)).isEmpty();
        assertThat(reader.read(at(5), HeartRatePackets.beats(61, 990)))
                .contains(new ContactChanged(at(5), Contact.GOOD));
    }

    @Test
    void withoutContactRateAndIntervalsAreStale() {
        reader.read(at(1), HeartRatePackets.beats(60, 1000));

        assertThat(reader.read(at(2), new byte[] {0x14, 0x3c, 0x00, 0x04}))
                .containsExactly(new ContactChanged(at(2), Contact.LOST));
    }

    @Test
    void aStrapThatCannotTellContactIsBelieved() {
        assertThat(reader.read(T, new byte[] {0x10, 0x3c, 0x00, 0x04}))
                .containsExactly(new HeartRateReceived(T, 60), rr(T, 1024));
        assertThat(reader.contactSupported()).isFalse();
    }

    @Test
    void aStrapThatStopsTellingContactIsBelievedAgain() {
        reader.read(at(1), NO_CONTACT);

        assertThat(reader.read(at(2), new byte[] {0x10, 0x3c, 0x00, 0x04}))
                .startsWith(new ContactChanged(at(2), Contact.UNSUPPORTED));
    }

    @Test
    void aStrapWithIntervalsSpeaksEvenWhenNoBeatWasComplete() {
        reader.read(at(1), HeartRatePackets.beats(50, 1200));

        assertThat(reader.read(at(2), HeartRatePackets.beats(50)))
                .containsExactly(new HeartRateReceived(at(2), 50), rr(at(2)));
    }

    @Test
    void aStrapWithoutIntervalsGivesRatesOnly() {
        for (int i = 1; i <= 9; i++) {
            assertThat(reader.read(at(i), new byte[] {0x00, 0x3c}))
                    .containsExactly(new HeartRateReceived(at(i), 60));
            assertThat(reader.rrSupport()).isEqualTo(RrSupport.UNKNOWN);
        }
        reader.read(at(10), new byte[] {0x00, 0x3c});

        assertThat(reader.rrSupport()).isEqualTo(RrSupport.NO);
    }

    @Test
    void anImpossibleIntervalIsAHoleInItsPlace() {
        reader.read(at(1), HeartRatePackets.beats(60, 1000));

        assertThat(reader.read(at(9), HeartRatePackets.beats(60, 1000, 0, 65535, 1020)))
                .containsExactly(
                        new HeartRateReceived(at(9), 60),
                        rr(at(9), 1000),
                        new Overrun(at(9), 2),
                        rr(at(9), 1020));
        assertThat(reader.read(at(11), HeartRatePackets.beats(60, 0)))
                .containsExactly(new HeartRateReceived(at(11), 60), new Overrun(at(11), 1));
    }

    @Test
    void anImpossibleRateIsNoRateAndItsIntervalsAreNotBelieved() {
        reader.read(at(1), HeartRatePackets.beats(60, 1000));

        assertThat(reader.read(at(2), HeartRatePackets.beats(0, 1000)))
                .containsExactly(new Overrun(at(2), 1));
        assertThat(reader.read(at(3), HeartRatePackets.beats(0))).containsExactly(rr(at(3)));
        assertThat(reader.read(at(4), HeartRatePackets.beats(60_000, 999)))
                .containsExactly(new Overrun(at(4), 1));
    }

    @Test
    void whatCannotBeReadIsAHoleOnceIntervalsAreKnown() {
        assertThat(reader.read(at(1), new byte[0])).isEmpty();
        reader.read(at(2), HeartRatePackets.beats(60, 1000));

        assertThat(reader.read(at(3), new byte[0])).containsExactly(new Overrun(at(3), 1));
    }

    @Test
    void aNotificationDeliveredTwiceCountsOnce() {
        byte[] value = HeartRatePackets.beats(60, 1000, 1030);
        reader.read(at(1), HeartRatePackets.beats(60, 990));
        reader.read(at(3), value);

        assertThat(reader.read(at(3.05), value)).isEmpty();
        assertThat(reader.read(at(4), HeartRatePackets.beats(60, 1005))).contains(rr(at(4), 1005));
    }

    @Test
    void aPacedHeartWhoseNotificationsAreAllEqualIsNotADuplicate() {
        Random jitter = new Random(7);
        byte[] value = HeartRatePackets.beats(60, 1024);
        int heard = 0;
        for (int i = 0; i < 1_000; i++) {
            SessionTime at = at(10 + i + jitter.nextDouble(-0.2, 0.2));
            heard += beats(reader.read(at, value)).size();
        }

        assertThat(heard).isEqualTo(1_000);
    }

    @Test
    void equalNotificationsAtOnceAfterASilenceMayBeLateOrTwinsSoTheyAreAHole() {
        byte[] value = HeartRatePackets.beats(60, 1024);
        reader.read(at(1), value);

        assertThat(beats(reader.read(at(4), value))).hasSize(1);
        assertThat(reader.read(at(4.01), value)).containsExactly(new Overrun(at(4.01), 1));
        assertThat(reader.read(at(4.02), value)).containsExactly(new Overrun(at(4.02), 1));
    }

    @Test
    void aLateBurstOfDifferentNotificationsIsHeardWhole() {
        reader.read(at(1), HeartRatePackets.beats(60, 1000));

        List<RrInterval> heard = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            heard.addAll(
                    beats(reader.read(at(13 + i * 0.01), HeartRatePackets.beats(60, 1000 + i))));
        }

        assertThat(heard).hasSize(12);
    }

    @Test
    void anAbsurdIntervalDoesNotMakeEchoesOfAPacedHeart() {
        Random random = new Random(5);
        reader.read(at(0.5), HeartRatePackets.beats(60, 1000));
        reader.read(at(1), HeartRatePackets.beats(60, 0xFFFF));

        int heard = 0;
        for (int i = 2; i < 40; i++) {
            SessionTime at = at(i + random.nextDouble(0.2));
            heard += beats(reader.read(at, HeartRatePackets.beats(60, 1024))).size();
        }

        assertThat(heard).isEqualTo(38);
    }

    @Test
    void anIntervalThatNobodyLivedDoesNotMakeDuplicatesOfAlikeBeatsLater() {
        Random random = new Random(5);
        reader.read(at(0.5), HeartRatePackets.beats(60, 1000));
        reader.read(at(0.6), HeartRatePackets.beats(60, 1500));
        for (int i = 1; i < 12; i++) {
            reader.read(at(i), HeartRatePackets.beats(60, 1000 + i));
        }

        int heard = 0;
        for (int i = 12; i < 40; i++) {
            SessionTime at = at(i + random.nextDouble(0.2));
            heard += beats(reader.read(at, HeartRatePackets.beats(60, 1024))).size();
        }

        assertThat(heard).isEqualTo(28);
    }

    @Test
    void whatWasLostLongAgoDoesNotHideADuplicate() {
        int i = 0;
        for (double now : new double[] {1, 2, 3, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19}) {
            reader.read(at(now), HeartRatePackets.beats(60, 1000 + i++));
        }
        byte[] last = HeartRatePackets.beats(60, 1000 + i - 1);

        assertThat(reader.read(at(19.3), last)).isEmpty();
    }

    @Test
    void duplicatesAmongAnyHeartAreDroppedAndNothingElse() {
        long seed = 4711;
        Random random = new Random(seed);
        List<RrInterval> sent = new ArrayList<>();
        List<RrInterval> heard = new ArrayList<>();
        double now = 5;
        for (int i = 0; i < 2_000; i++) {
            int ticks = 900 + random.nextInt(200);
            now += ticks / 1024.0;
            sent.add(RrInterval.ofTicks1024(ticks));
            byte[] value = HeartRatePackets.beats(60, ticks);
            heard.addAll(beats(reader.read(at(now + random.nextDouble(0.1)), value)));
            if (random.nextInt(10) == 0) {
                heard.addAll(beats(reader.read(at(now + 0.12), value)));
            }
        }

        assertThat(heard).as("seed %d", seed).isEqualTo(sent);
    }

    @Test
    void noNoiseBreaksIt() {
        long seed = 99;
        Random random = new Random(seed);
        double now = 1;
        for (int i = 0; i < 100_000; i++) {
            byte[] good = HeartRatePackets.encode(HeartRatePackets.random(random));
            byte[] value = random.nextInt(3) == 0 ? good : HeartRatePackets.damaged(good, random);
            now += random.nextDouble();
            SessionTime at = at(now);
            assertThatCode(() -> reader.read(at, value))
                    .as("seed %d, round %d", seed, i)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void aNewStretchForgetsContactButNotWhatTheStrapCanGive() {
        reader.read(at(1), HeartRatePackets.beats(60, 1000));
        reader.startStretch();

        assertThat(reader.rrSupport()).isEqualTo(RrSupport.YES);
        assertThat(reader.contactSupported()).isTrue();
        assertThat(reader.read(at(2), HeartRatePackets.beats(60, 1000)))
                .contains(new ContactChanged(at(2), Contact.GOOD), rr(at(2), 1000));
    }

    @Test
    void energyDoesNotDisturbTheIntervals() {
        byte[] value =
                HeartRatePackets.encode(
                        new HeartRateMeasurement(
                                70, Contact.GOOD, OptionalInt.of(12), true, List.of(878)));

        assertThat(reader.read(T, value)).contains(rr(T, 878));
    }

    private static List<RrInterval> beats(List<SensorEvent> events) {
        List<RrInterval> intervals = new ArrayList<>();
        for (SensorEvent event : events) {
            if (event instanceof RrReceived received) {
                intervals.addAll(received.intervals());
            }
        }
        return intervals;
    }
}
