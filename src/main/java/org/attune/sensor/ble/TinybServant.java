package org.attune.sensor.ble;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.attune.sensor.ble.LinkException.Reason;
import org.attune.sensor.ble.TinybFrames.Frame;
import org.jspecify.annotations.Nullable;

/**
 * What the child does: takes requests, has one worker thread do them with TinyB, answers each with
 * {@code done} or {@code failed}, and looks after the link in between.
 */
final class TinybServant {
    /** How soon a lost link is noticed. */
    private static final long WATCHING_MILLIS = 200;

    private static final long LETTING_GO_MILLIS = 800;
    private static final System.Logger LOG = System.getLogger(TinybServant.class.getName());

    private final BlockingQueue<Frame> requests = new LinkedBlockingQueue<>();
    private final TinybVoice voice;
    private final @Nullable String adapter;
    private @Nullable TinybAir air;
    private volatile @Nullable TinybStrap strap;
    private boolean lookFirst;

    TinybServant(TinybVoice voice, @Nullable String adapter) {
        this.voice = voice;
        this.adapter = adapter;
    }

    void start() {
        Thread worker = new Thread(this::work, "tinyb-worker");
        worker.setDaemon(true);
        worker.start();
    }

    /** A request came in; on the thread that reads them. */
    void hear(Frame request) {
        requests.add(request);
    }

    /** Lets the strap go if it was ours, within a second, and ends the process. */
    void letGo() {
        Thread letting =
                new Thread(
                        () -> {
                            TinybStrap current = strap;
                            if (current != null) {
                                current.letGo();
                            }
                        },
                        "tinyb-letting-go");
        letting.setDaemon(true);
        letting.start();
        try {
            letting.join(LETTING_GO_MILLIS);
        } catch (InterruptedException e) {
            LOG.log(System.Logger.Level.DEBUG, "the strap is not waited for");
        }
        Runtime.getRuntime().halt(0); // whatever a thread of TinyB may be waiting for
    }

    private void work() {
        try {
            voice.say(0, "up");
            while (true) {
                Frame request = requests.poll(WATCHING_MILLIS, TimeUnit.MILLISECONDS);
                if (request != null) {
                    answer(request);
                } else {
                    watch();
                }
            }
        } catch (IOException | InterruptedException e) {
            LOG.log(System.Logger.Level.INFO, "the parent is gone: {0}", e.getMessage());
        } catch (RuntimeException | Error e) { // of TinyB: the parent starts another child
            LOG.log(System.Logger.Level.ERROR, "TinyB failed", e);
        }
        letGo();
    }

    private void watch() {
        TinybStrap current = strap;
        TinybAir theAir = air;
        if (current != null && theAir != null) {
            current.watch(theAir);
        }
    }

    private void answer(Frame request) throws IOException, InterruptedException {
        long number = request.request();
        try {
            switch (request.kind()) {
                case "ready" -> voice.say(number, "done", ready());
                case "scan" -> scan(number, Duration.ofMillis(millis(request)));
                case "link" -> link(request);
                case "unlink" -> unlink(number);
                case "linked" -> voice.say(number, "done", String.valueOf(isLinked()));
                default -> voice.say(number, "failed", Reason.NO_ANSWER.name(), "unknown request");
            }
        } catch (LinkException e) {
            voice.say(number, "failed", e.reason().name(), e.detail());
        } catch (RuntimeException e) { // TinyB's words for an answer of BlueZ it did not like
            LOG.log(System.Logger.Level.WARNING, "TinyB: {0}", e.getMessage());
            voice.say(number, "failed", Reason.NO_ANSWER.name(), "");
        }
    }

    private static long millis(Frame request) {
        return Long.parseLong(request.fields().get(0));
    }

    private String ready() throws LinkException {
        try (var found = air().adapter()) {
            return "TinyB answers, adapter " + found.getInterfaceName() + " is switched on";
        }
    }

    private void scan(long number, Duration duration)
            throws LinkException, IOException, InterruptedException {
        for (FoundStrap found : air().scan(duration)) {
            voice.say(
                    number,
                    "found",
                    found.name(),
                    found.address(),
                    found.rssi().isPresent() ? String.valueOf(found.rssi().getAsInt()) : "",
                    String.valueOf(found.connected()));
        }
        voice.say(number, "done");
    }

    private void link(Frame request) throws LinkException, IOException, InterruptedException {
        TinybStrap old = strap;
        strap = null;
        if (old != null) {
            old.retire();
        }
        String address = request.fields().get(0);
        boolean ours = Boolean.parseBoolean(request.fields().get(1));
        Set<PolarStream> streams = EnumSet.noneOf(PolarStream.class);
        for (PolarStream each : PolarStream.values()) {
            if (List.of(request.fields().get(2).split(",", -1)).contains(each.name())) {
                streams.add(each);
            }
        }
        TinybStretch stretch = new TinybStretch(voice, request.request());
        TinybStrap fresh = TinybStrap.unlinked(air(), address, stretch, ours);
        strap = fresh;
        boolean linked = false;
        try {
            fresh.link(air(), lookFirst, streams, stretch::claim);
            linked = true;
        } finally {
            lookFirst = !linked;
            if (!linked) {
                stretch.mute();
            }
        }
        voice.say(request.request(), "done");
    }

    private void unlink(long number) throws IOException {
        TinybStrap current = strap;
        strap = null;
        if (current != null) {
            current.letGo();
            current.retire();
        }
        voice.say(number, "done");
    }

    private boolean isLinked() {
        TinybStrap current = strap;
        TinybAir theAir = air;
        return current != null && theAir != null && current.isLinked(theAir);
    }

    private TinybAir air() throws LinkException {
        TinybAir present = air;
        if (present == null) {
            present = TinybAir.open(adapter);
            air = present;
        }
        return present;
    }
}
