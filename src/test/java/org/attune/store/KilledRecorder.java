package org.attune.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.attune.pipeline.Moment;
import org.attune.session.LaneId;

/**
 * A program that records until it is killed, and says on its standard output what it has done:
 * {@code R} recording, {@code S n} moment n was handed over, {@code A n} moments up to n are
 * committed.
 */
final class KilledRecorder {
    /** At a real session's pace a step of two lanes is handed over each tenth of a second. */
    static final Duration STEP = Duration.ofMillis(100);

    private KilledRecorder() {}

    public static void main(String[] args) throws InterruptedException {
        Vault vault = Desk.open(Path.of(args[0]));
        boolean real = args[2].equals("real");
        SessionRecorder recorder =
                vault.record(
                        Desk.session(args[1]),
                        Desk.SETTINGS,
                        Desk.bothPermits(),
                        change -> say("! " + change.kind()),
                        real ? RecorderPace.NORMAL : Desk.FAST,
                        order -> say("A " + order));
        say("R");
        long began = System.nanoTime();
        long order = -1;
        for (long number = 0; number < 1_000_000; number++) {
            for (LaneId lane : List.of(LaneId.CLIENT, LaneId.PARTNER)) {
                for (Moment moment : Desk.second(lane, number)) {
                    recorder.happened(moment);
                    order++;
                }
            }
            say("S " + order);
            long due = real ? began + (number + 1) * STEP.toNanos() : System.nanoTime() + 500_000;
            Thread.sleep(Math.max(1, (due - System.nanoTime()) / 1_000_000));
        }
    }

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
