package org.attune.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.OptionalDouble;
import org.attune.live.LaneSnapshot;
import org.attune.live.LiveSnapshot;
import org.attune.live.SessionCommands;
import org.attune.pipeline.Moment;
import org.attune.time.SessionTime;
import org.attune.ui.LiveWords;
import org.attune.ui.TrainLog;

/** Trainee mode in a terminal: the heart rate as it goes, the state hidden until the end. */
final class TrainTerminal implements Display {
    private static final long EVERY_NANOS = 10_000_000_000L;

    private final PrintWriter out;
    private final InputStream keys;
    private final LiveWords words;
    private final TrainLog log;
    private volatile SessionTime now = SessionTime.ZERO;
    private volatile boolean closed;

    // Guarded by being called from the pipeline thread only.
    private long saidAt = -EVERY_NANOS;

    TrainTerminal(PrintWriter out, InputStream keys, LiveWords words, TrainLog log) {
        this.out = out;
        this.keys = keys;
        this.words = words;
        this.log = log;
    }

    @Override
    public void open(SessionCommands commands, Runnable onClose) {
        out.println(words.text("terminal.simulated"));
        out.println(words.text("train.terminal", log.keys()));
        out.flush();
        Thread reader = new Thread(() -> read(onClose), "attune-keys");
        reader.setDaemon(true);
        reader.start();
    }

    private void read(Runnable onClose) {
        try {
            for (int key = keys.read(); key >= 0 && !closed; key = keys.read()) {
                if (Character.toUpperCase((char) key) == 'X') {
                    onClose.run();
                    return;
                }
                Optional<String> said = log.mark((char) key, now);
                said.ifPresent(out::println);
                out.flush();
            }
        } catch (IOException e) {
            // Standard input is gone; the client goes on to the end of the time.
            return;
        }
    }

    @Override
    public void offer(LiveSnapshot snapshot) {
        now = snapshot.now();
        if (now.nanos() - saidAt < EVERY_NANOS) {
            return;
        }
        saidAt = now.nanos();
        for (LaneSnapshot lane : snapshot.lanes()) {
            out.println(LiveWords.clock(now) + "  " + rate(lane));
        }
        out.flush();
    }

    private String rate(LaneSnapshot lane) {
        OptionalDouble rate = OptionalDouble.empty();
        if (!lane.history().isEmpty()) {
            Moment.Concluded newest = lane.history().get(lane.history().size() - 1);
            rate = newest.reading().heartRateBpm();
        }
        return rate.isPresent()
                ? words.text("train.rate", Math.round(rate.getAsDouble()))
                : words.text("train.rate.none");
    }

    @Override
    public void close() {
        closed = true;
        out.println(words.text("train.title.terminal"));
        log.differences(now).forEach(line -> out.println("  " + line));
        out.println(words.text("train.limits"));
        out.flush();
    }
}
