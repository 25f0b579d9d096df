package org.attune.sensor.ble;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.attune.sensor.ble.LinkException.Reason;
import org.attune.sensor.ble.TinybFrames.Frame;
import org.jspecify.annotations.Nullable;

/**
 * A running child of the TinyB driver, as its parent sees it: requests go in and are answered in
 * order, events come out on the thread {@code attune-tinyb}. It ends with its standard input, so
 * the death of the parent is its own. Requests are made by one worker thread.
 */
final class TinybChild implements AutoCloseable {
    /** Loading a Java and the first answer, also on a slow machine. */
    static final Duration STARTING = Duration.ofSeconds(30);

    private static final Duration ENDING = Duration.ofSeconds(1);
    private static final Set<String> ANSWERS = Set.of("up", "found", "done", "failed");

    /** Not more than it needs of what we know: native code of strangers gets no passphrase. */
    private static final Set<String> VARIABLES =
            Set.of("DBUS_SYSTEM_BUS_ADDRESS", "PATH", "LANG", "LD_LIBRARY_PATH");

    private static final int NOISE_KEPT = 200;
    private static final int FEWEST_NATIVE_ACCESS = 22;
    private static final System.Logger LOG = System.getLogger(TinybChild.class.getName());

    private final Process process;
    private final TinybVoice voice;
    private final Consumer<Frame> events;
    private final Runnable ended;
    private final BlockingQueue<Frame> answers = new LinkedBlockingQueue<>();
    private long requests;
    private long heard;
    private volatile boolean spoiled;

    private TinybChild(Process process, Consumer<Frame> events, Runnable ended) {
        this.process = process;
        this.voice = new TinybVoice(process.getOutputStream());
        this.events = events;
        this.ended = ended;
    }

    /**
     * Starts a child and waits until it speaks.
     *
     * @param busAddress of the D-Bus to use; null for the system's
     * @param adapter such as hci1; null for the first that is switched on
     * @param events told of what is no answer
     * @param ended told once when the child can say no more
     */
    static TinybChild start(
            @Nullable String busAddress,
            @Nullable String adapter,
            Consumer<Frame> events,
            Runnable ended)
            throws LinkException, InterruptedException {
        TinybNatives.check();
        ProcessBuilder builder = new ProcessBuilder(command(adapter));
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(VARIABLES);
        if (busAddress != null) {
            environment.put("DBUS_SYSTEM_BUS_ADDRESS", busAddress);
        }
        try {
            return over(builder.start(), events, ended);
        } catch (IOException e) {
            throw new LinkException(Reason.DRIVER_UNFIT, String.valueOf(e.getMessage()), e);
        }
    }

    /** Takes a process that was just started for a child, and waits until it speaks as one. */
    static TinybChild over(Process process, Consumer<Frame> events, Runnable ended)
            throws LinkException, InterruptedException {
        TinybChild child = new TinybChild(process, events, ended);
        child.listen();
        boolean up = false;
        try {
            child.await(STARTING, 0, "up");
            up = true;
        } finally {
            if (!up) {
                child.kill();
            }
        }
        return child;
    }

    /**
     * A small Java of our own version. A crash leaves no dump and no report: they would hold
     * somebody's heartbeats.
     */
    private static List<String> command(@Nullable String adapter) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-XX:+SuppressFatalErrorMessage", "-XX:-CreateCoredumpOnCrash"));
        if (Runtime.version().feature() >= FEWEST_NATIVE_ACCESS) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(TinybMain.class.getName());
        if (adapter != null) {
            command.add(adapter);
        }
        return command;
    }

    private void listen() {
        daemon("attune-tinyb", this::hearFrames);
        daemon("attune-tinyb-noise", this::hearNoise);
    }

    private static void daemon(String name, Runnable body) {
        Thread thread = new Thread(body, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void hearFrames() {
        try (var in = process.getInputStream()) {
            TinybFrames.read(in, this::hear, TinybChild::noise);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the child is heard no more: {0}", e.getMessage());
        } catch (RuntimeException e) { // of a listener: its bug must not keep a child alive
            LOG.log(Level.ERROR, "an event of the TinyB driver was not taken", e);
        }
        kill();
        answers.add(new Frame(0, 0, "ended"));
        ended.run();
    }

    /** A frame that is missing may have been a heartbeat: such a child is not heard any further. */
    private void hear(Frame frame) {
        heard++;
        if (spoiled) {
            return;
        }
        if (frame.number() != heard) {
            LOG.log(Level.DEBUG, "frame {0} is missing", heard);
            kill();
        } else if (ANSWERS.contains(frame.kind())) {
            answers.add(frame);
        } else {
            events.accept(frame);
        }
    }

    private void hearNoise() {
        try (var in = process.getErrorStream()) {
            TinybFrames.read(in, frame -> {}, TinybChild::noise);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the child''s noise ends: {0}", e.getMessage());
        }
    }

    private static void noise(String line) {
        LOG.log(
                Level.DEBUG,
                "TinyB child: {0}",
                line.substring(0, Math.min(NOISE_KEPT, line.length()))
                        .replaceAll("\\p{Cntrl}", " "));
    }

    /** The number that the next request will have; its events carry it. */
    long nextRequest() {
        return requests + 1;
    }

    /**
     * Asks, and waits for the answer.
     *
     * @return the answer's frames, {@code done} last
     * @throws LinkException when it failed, or the child ended or did not answer in time; then it
     *     is not {@link #isUsable} any longer
     */
    List<Frame> ask(Duration patience, String kind, String... fields)
            throws LinkException, InterruptedException {
        requests++;
        try {
            voice.say(requests, kind, fields);
        } catch (IOException e) {
            kill();
            throw new LinkException(Reason.DRIVER_STOPPED, e);
        }
        return await(patience, requests, "done");
    }

    private List<Frame> await(Duration patience, long request, String last)
            throws LinkException, InterruptedException {
        List<Frame> all = new ArrayList<>();
        boolean answered = false;
        try {
            for (Deadline end = Deadline.in(patience); ; ) {
                Frame frame = answers.poll(end.millisLeft(), TimeUnit.MILLISECONDS);
                if (frame == null) {
                    throw new LinkException(Reason.NO_ANSWER);
                }
                if (frame.kind().equals("ended")) {
                    throw new LinkException(Reason.DRIVER_STOPPED);
                }
                if (frame.request() != request) {
                    continue;
                }
                all.add(frame);
                answered = frame.kind().equals(last) || frame.kind().equals("failed");
                if (frame.kind().equals("failed")) {
                    throw failure(frame);
                }
                if (answered) {
                    return all;
                }
            }
        } finally {
            if (!answered) {
                spoiled = true;
            }
        }
    }

    private static LinkException failure(Frame frame) {
        for (Reason reason : Reason.values()) {
            if (reason.name().equals(frame.fields().get(0))) {
                return new LinkException(reason, frame.fields().get(1), null);
            }
        }
        return new LinkException(Reason.NO_ANSWER);
    }

    /** Whether it can be asked. */
    boolean isUsable() {
        return !spoiled && process.isAlive();
    }

    /** Ends it at once; the strap stays connected. */
    void kill() {
        spoiled = true;
        process.destroyForcibly();
    }

    /** Lets it let the strap go and end; makes it end after a second. */
    @Override
    public void close() {
        spoiled = true;
        try {
            process.getOutputStream().close();
            if (process.waitFor(ENDING.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the child ended before: {0}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        kill();
    }
}
