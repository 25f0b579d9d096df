package org.attune.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.attune.beat.Beat;
import org.attune.beat.Verdict;
import org.attune.pipeline.Moment;
import org.attune.sensor.RrInterval;
import org.attune.session.LaneId;
import org.attune.time.SessionTime;
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

/** A million judged beats, sealed a minute at a time: time and bytes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 3)
@Fork(1)
public class MillionBeatsBench {
    private static final int BEATS = 1_000_000;
    private static final int A_MINUTE = 70;
    private long sealedBytes;
    private final List<Moment> beats = new ArrayList<>(BEATS);

    /** A heart that varies as hearts do, by a strap of 1/1024 s. */
    @Setup
    public void beat() {
        Random random = new Random(20261126);
        long at = 0;
        for (int i = 0; i < BEATS; i++) {
            RrInterval interval = RrInterval.ofTicks1024(820 + (int) (40 * random.nextGaussian()));
            at += interval.nanos();
            SessionTime time = new SessionTime(at);
            beats.add(
                    new Moment.Judged(
                            time, LaneId.CLIENT, new Beat(i, time, interval, Verdict.NORMAL)));
        }
    }

    /** Sealed as the recorder gathers them. */
    @Benchmark
    public long seal() {
        StreamRef ref = new StreamRef("s", 0, "c");
        LaneWriter writer = new LaneWriter(ref, "v", Seal.randomBytes(32), 1, new byte[8]);
        List<LaneWriter.Row> rows = new ArrayList<>();
        for (int i = 0; i < BEATS; i++) {
            writer.take(new StreamCodec.Entry(i, 0, beats.get(i)));
            if (i % A_MINUTE == A_MINUTE - 1) {
                writer.seal(rows);
            }
        }
        writer.close(StreamCodec.Ending.CLOSED, rows);
        sealedBytes = rows.stream().mapToLong(row -> row.sealed().value().length).sum();
        return sealedBytes;
    }

    /** How many bytes came of it. */
    @TearDown
    public void tell() {
        System.out.printf("%d bytes for %d beats%n", sealedBytes, BEATS);
    }
}
