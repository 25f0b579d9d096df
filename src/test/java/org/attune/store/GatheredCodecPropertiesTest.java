package org.attune.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.attune.beat.Beat;
import org.attune.beat.Verdict;
import org.attune.pipeline.Moment;
import org.attune.sensor.RrInterval;
import org.attune.sensor.SensorEvent;
import org.attune.session.LaneId;
import org.attune.time.SessionTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GatheredCodecPropertiesTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void anyStretchOfMomentsComesBackInEveryBit(long seed) {
        Random random = new Random(seed);
        RandomMoments moments = new RandomMoments(seed);
        for (int stretch = 0; stretch < 40; stretch++) {
            List<StreamCodec.Entry> entries = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                entries.add(new StreamCodec.Entry(order(random, i), lost(random), moments.next()));
            }
            assertComesBack("seed " + seed + ", stretch " + stretch, entries);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {13, 21, 34})
    void aHeartByAnyStrapComesBackInEveryBit(long seed) {
        Random random = new Random(seed);
        for (int strap = 0; strap < 4; strap++) {
            assertComesBack("seed " + seed + ", strap " + strap, heart(random, strap, 500));
        }
    }

    /** One beat and one report after the other, now and then a gap, another verdict, a pause. */
    private static List<StreamCodec.Entry> heart(Random random, int strap, int beats) {
        List<StreamCodec.Entry> entries = new ArrayList<>();
        long order = 0;
        long ordinal = 0;
        long at = 0;
        for (int i = 0; i < beats; i++) {
            RrInterval interval = interval(random, strap);
            at += interval.nanos();
            SessionTime fell = new SessionTime(at);
            SessionTime told = random.nextInt(3) == 0 ? fell : new SessionTime(at + 40_000_123L);
            Moment heard =
                    new Moment.Heard(
                            LaneId.CLIENT, new SensorEvent.RrReceived(told, List.of(interval)));
            Verdict verdict = List.of(Verdict.values()).get(Math.max(0, random.nextInt(40) - 33));
            Moment judged =
                    new Moment.Judged(
                            told, LaneId.CLIENT, new Beat(ordinal, fell, interval, verdict));
            entries.add(new StreamCodec.Entry(order++, 0, heard));
            entries.add(new StreamCodec.Entry(order++, 0, judged));
            ordinal += random.nextInt(50) == 0 ? 2 : 1;
            order += random.nextInt(50) == 0 ? 3 : 0;
        }
        return entries;
    }

    /** In ticks of 1/1024 s, in milliseconds, in nanoseconds, or each now and then. */
    private static RrInterval interval(Random random, int strap) {
        return switch (strap < 3 ? strap : random.nextInt(3)) {
            case 0 -> RrInterval.ofTicks1024(300 + random.nextInt(1_500));
            case 1 -> RrInterval.ofMillis(300 + random.nextInt(1_500));
            default -> new RrInterval(300_000_000L + random.nextInt(1_500_000_000));
        };
    }

    @Test
    void theEndsOfTheNumbersAreNotTooFarApart() {
        List<StreamCodec.Entry> entries = new ArrayList<>();
        long[] ends = {1, Long.MAX_VALUE, 2, Long.MAX_VALUE - 1, 976_563, 1_000_000};
        for (long end : ends) {
            SessionTime at = new SessionTime(end);
            for (long ordinal : new long[] {Long.MIN_VALUE, 0, Long.MAX_VALUE}) {
                Beat beat = new Beat(ordinal, at, new RrInterval(end), Verdict.LONG);
                entries.add(
                        new StreamCodec.Entry(
                                ordinal, end, new Moment.Judged(at, LaneId.PARTNER, beat)));
            }
        }
        assertComesBack("the ends", entries);
    }

    /** What the promise of 16 MB for a million beats stands on: far less than half of it. */
    @Test
    void aBeatOfAStrapTakesFewBytesAndAllTicksAreTakenForTicks() {
        GatheredCodec.Writer writer = new GatheredCodec.Writer();
        long at = 0;
        for (int i = 0; i < 4_096; i++) {
            RrInterval interval = RrInterval.ofTicks1024(i + 1);
            at += interval.nanos();
            SessionTime time = new SessionTime(at);
            Beat beat = new Beat(i, time, interval, Verdict.NORMAL);
            writer.write(new StreamCodec.Entry(i, 0, new Moment.Judged(time, LaneId.CLIENT, beat)));
        }
        assertThat(writer.size()).isEqualTo(3 * 4_096);
    }

    @Test
    void aGatheredPartOfTheOlderFormIsReadAsItWas() {
        List<StreamCodec.Entry> entries = heart(new Random(55), 0, 70);
        ByteWriter whole = new ByteWriter();
        entries.forEach(entry -> StreamCodec.write(whole, entry));
        byte[] older =
                new ByteWriter()
                        .u8(2)
                        .varint(7)
                        .varint(3)
                        .varint(whole.size())
                        .raw(Packed.pack(whole.toBytes()))
                        .toBytes();

        StreamCodec.Part part = StreamCodec.readPart(older);

        assertThat(part).isEqualTo(new StreamCodec.Part(7, 3, entries));
    }

    @ParameterizedTest
    @ValueSource(longs = {89, 144})
    void brokenBytesAreRefusedAndNeverAnotherError(long seed) {
        Random random = new Random(seed);
        int refused = 0;
        for (int i = 0; i < 3_000; i++) {
            byte[] bytes = write(heart(random, random.nextInt(4), 6));
            for (int flip = 0; flip <= random.nextInt(3); flip++) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            try {
                assertThat(GatheredCodec.read(new ByteReader(bytes))).isNotEmpty();
            } catch (VaultException expected) {
                refused++;
            } catch (RuntimeException other) {
                fail("seed " + seed + ", case " + i + ": " + Arrays.toString(bytes), other);
            }
        }
        assertThat(refused).as("seed %d", seed).isGreaterThan(300);
    }

    private static long order(Random random, int i) {
        return random.nextInt(3) == 0 ? random.nextLong() : i;
    }

    private static long lost(Random random) {
        return random.nextInt(4) == 0 ? random.nextLong() >>> 1 : 0;
    }

    private static byte[] write(List<StreamCodec.Entry> entries) {
        GatheredCodec.Writer writer = new GatheredCodec.Writer();
        entries.forEach(writer::write);
        return writer.bytes().toBytes();
    }

    private static void assertComesBack(String which, List<StreamCodec.Entry> entries) {
        List<StreamCodec.Entry> back = GatheredCodec.read(new ByteReader(write(entries)));
        assertThat(back).as(which).isEqualTo(entries);
        // Equality of doubles is looser than their bits: NaNs differ in theirs.
        assertThat(whole(back)).as(which).isEqualTo(whole(entries));
    }

    private static byte[] whole(List<StreamCodec.Entry> entries) {
        ByteWriter out = new ByteWriter();
        entries.forEach(entry -> StreamCodec.write(out, entry));
        return out.toBytes();
    }
}
