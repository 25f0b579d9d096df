package org.attune.sensor.ble;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.attune.sensor.DeviceInformation;
import org.attune.sensor.ble.LinkException.Reason;
import org.attune.sensor.ble.TinybFrames.Frame;
import org.jspecify.annotations.Nullable;

/**
 * The driver over TinyB, Intel's library of 2017, in a small Java of its own: its native code has
 * crashed, and nobody mends it, so it must not be able to take the session down. A child that died
 * is a link that was lost; the next attempt starts another.
 *
 * <p>Confined to one worker thread; events come on the child's thread.
 */
final class TinybLink implements GattLink {
    private static final Duration ANSWERING = Duration.ofSeconds(5);
    private static final Duration CONNECTING = Duration.ofSeconds(75);

    /** So many children in a row that never had a link, and somebody must be told. */
    private static final int DEATHS_THAT_TELL = 3;

    private static final System.Logger LOG = System.getLogger(TinybLink.class.getName());

    private final @Nullable String busAddress;
    private final @Nullable String adapterName;
    private final Set<PolarStream> streams;
    private @Nullable TinybChild child;
    private volatile @Nullable Session session;
    private String claimed = "";
    private int deaths;

    /**
     * @param busAddress of the bus; null for the system's own
     * @param adapterName such as hci1; null for the first that is switched on
     * @param streams what a strap that has it is asked for, beside the heartbeats
     */
    TinybLink(@Nullable String busAddress, @Nullable String adapterName, Set<PolarStream> streams) {
        this.busAddress = busAddress;
        this.adapterName = adapterName;
        this.streams = Set.copyOf(streams);
    }

    /** One link: which request made it, and who hears of it. */
    private static final class Session {
        private final long request;
        private final String address;
        private final Listener listener;
        private volatile boolean claimed;
        private volatile boolean announced;

        Session(long request, String address, Listener listener) {
            this.request = request;
            this.address = address;
            this.listener = listener;
        }
    }

    @Override
    public String scheme() {
        return "ble+tinyb";
    }

    @Override
    public String ready() throws LinkException, InterruptedException {
        List<Frame> answer = ask(ANSWERING, "ready");
        return answer.get(answer.size() - 1).fields().get(0);
    }

    @Override
    public List<FoundStrap> scan(Duration duration) throws LinkException, InterruptedException {
        List<FoundStrap> found = new ArrayList<>();
        String millis = String.valueOf(duration.toMillis());
        for (Frame frame : ask(duration.plus(ANSWERING), "scan", millis)) {
            if (frame.kind().equals("found")) {
                found.add(
                        new FoundStrap(
                                frame.fields().get(0),
                                frame.fields().get(1),
                                number(frame.fields().get(2)),
                                OptionalInt.empty(),
                                RrSupport.UNKNOWN,
                                Boolean.parseBoolean(frame.fields().get(3))));
            }
        }
        found.sort(
                Comparator.comparingInt((FoundStrap strap) -> -strap.rssi().orElse(-999))
                        .thenComparing(FoundStrap::address));
        return found;
    }

    @Override
    public void link(String address, Listener listener) throws LinkException, InterruptedException {
        endSession();
        try {
            TinybChild current = child();
            session = new Session(current.nextRequest(), address, listener);
            current.ask(
                    CONNECTING,
                    "link",
                    address,
                    String.valueOf(claimed.equals(address)),
                    streams.stream().sorted().map(Enum::name).collect(joining(",")));
            deaths = 0;
        } catch (LinkException e) {
            Session failed = session;
            session = null;
            if (failed != null && failed.claimed) {
                claimed = address;
            }
            throw failed(e);
        }
    }

    private void endSession() {
        Session old = session;
        session = null;
        if (old != null && old.claimed) {
            claimed = old.address;
        }
    }

    /** Never: TinyB was seen to crash when it unsubscribed. */
    @Override
    public void askAgain() throws LinkException {
        throw new LinkException(Reason.SILENT);
    }

    @Override
    public void unlink() throws InterruptedException {
        endSession();
        try {
            ask(ANSWERING, "unlink");
        } catch (LinkException e) { // its child is ended then, and the next one begins anew
            LOG.log(System.Logger.Level.DEBUG, "not disconnected: {0}", e.getMessage());
        }
    }

    @Override
    public boolean isLinked() throws InterruptedException {
        TinybChild current = child;
        if (current == null || !current.isUsable()) {
            return false;
        }
        try {
            List<Frame> answer = current.ask(ANSWERING, "linked");
            return Boolean.parseBoolean(answer.get(answer.size() - 1).fields().get(0));
        } catch (LinkException e) {
            LOG.log(System.Logger.Level.DEBUG, "the link cannot be checked: {0}", e.getMessage());
            return false;
        }
    }

    private List<Frame> ask(Duration patience, String kind, String... fields)
            throws LinkException, InterruptedException {
        try {
            return child().ask(patience, kind, fields);
        } catch (LinkException e) {
            throw failed(e);
        }
    }

    /** The child, a new one where there is none or none any longer. */
    private TinybChild child() throws LinkException, InterruptedException {
        TinybChild present = child;
        if (present != null && present.isUsable()) {
            return present;
        }
        endChild();
        TinybChild fresh = TinybChild.start(busAddress, adapterName, this::heard, this::ended);
        child = fresh;
        return fresh;
    }

    private void endChild() {
        TinybChild present = child;
        child = null;
        if (present != null) {
            present.kill();
        }
    }

    /**
     * What to make of a failure. TinyB starts once in a process and cannot do so without an
     * adapter, so where machinery was missing the next attempt begins with a new child.
     */
    private LinkException failed(LinkException e) throws InterruptedException {
        if (e.reason() == Reason.OUT_OF_REACH || e.reason() == Reason.NOT_A_STRAP) {
            return e;
        }
        endChild();
        LinkException better = explained(e);
        if (better.reason() != Reason.DRIVER_STOPPED) {
            return better;
        }
        deaths++;
        return deaths < DEATHS_THAT_TELL ? better : new LinkException(Reason.DRIVER_UNFIT, better);
    }

    /** TinyB knows no bus from no service from no adapter; the driver in Java does. */
    private LinkException explained(LinkException e) throws InterruptedException {
        if (e.reason().compareTo(Reason.NO_BUS) > 0) {
            return e;
        }
        try (GattLink java = new BluezLink(busAddress, adapterName, Set.of())) {
            java.ready();
            return e;
        } catch (LinkException better) {
            return better;
        }
    }

    /** On the child's thread. */
    private void heard(Frame frame) {
        Session current = session;
        if (current == null || frame.request() != current.request) {
            return;
        }
        List<String> fields = frame.fields();
        switch (frame.kind()) {
            case "claimed" -> current.claimed = true;
            case "linked" -> {
                current.announced = true;
                current.listener.linked(
                        new Peripheral(
                                fields.get(0),
                                fields.get(1),
                                number(fields.get(2)),
                                number(fields.get(3)),
                                new DeviceInformation(
                                        fields.get(4), fields.get(5), fields.get(6))));
            }
            case "value" -> current.listener.notified(HexFormat.of().parseHex(fields.get(0)));
            case "measured" -> current.listener.measured(HexFormat.of().parseHex(fields.get(0)));
            case "battery" -> current.listener.battery(Integer.parseInt(fields.get(0)));
            case "lost" -> lost(current, Reason.valueOf(fields.get(0)));
            default -> LOG.log(System.Logger.Level.DEBUG, "unknown event {0}", frame.kind());
        }
    }

    /** On the child's thread, its last word. */
    private void ended() {
        Session current = session;
        if (current != null) {
            lost(current, Reason.DRIVER_STOPPED);
        }
    }

    /** Tells at once, and once more if there is a better reason. */
    private void lost(Session current, Reason reason) {
        if (!current.announced) {
            return;
        }
        current.listener.lost(reason);
        if (reason == Reason.OUT_OF_REACH) {
            return;
        }
        try {
            Reason better = explained(new LinkException(reason)).reason();
            if (better != reason && current == session) {
                current.listener.lost(better);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static OptionalInt number(String text) {
        return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
    }

    @Override
    public void close() {
        session = null;
        TinybChild present = child;
        child = null;
        if (present != null) {
            present.close();
        }
    }
}
