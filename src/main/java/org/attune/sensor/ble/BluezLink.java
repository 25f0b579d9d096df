package org.attune.sensor.ble;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.attune.sensor.DeviceInformation;
import org.attune.sensor.ble.BluezTree.Node;
import org.attune.sensor.ble.LinkException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The driver over BlueZ and D-Bus, in Java alone. It asks BlueZ for its whole tree of objects
 * instead of following each signal: fewer signals to miss, and none queued before the heartbeats.
 *
 * <p>Confined to one worker thread; only {@link BluezSession} is touched by the signal thread.
 */
final class BluezLink implements GattLink {
    static final int MEASUREMENT = 0x2A37;

    /** BlueZ aborts a first connection often; asked again at once it usually succeeds. */
    private static final int CONNECT_ATTEMPTS = 3;

    /** What fails later than this was not aborted: the strap is not there. */
    private static final Duration QUICK_FAILURE = Duration.ofSeconds(8);

    private static final System.Logger LOG = System.getLogger(BluezLink.class.getName());

    private final @Nullable String busAddress;
    private final @Nullable String adapterName;
    private final Set<PolarStream> streams;
    private @Nullable BluezBus bus;
    private volatile @Nullable BluezSession session;
    private @Nullable String devicePath;
    private @Nullable String measurementPath;
    private final Map<String, DeviceInformation> madeBy = new HashMap<>();
    private boolean ours;
    private boolean lookFirst;

    /**
     * @param busAddress of the bus; null for the system's own
     * @param adapterName such as hci1; null for the first that is switched on
     * @param streams what a strap that has it is asked for, beside the heartbeats
     */
    BluezLink(@Nullable String busAddress, @Nullable String adapterName, Set<PolarStream> streams) {
        this.busAddress = busAddress;
        this.adapterName = adapterName;
        this.streams = Set.copyOf(streams);
    }

    @Override
    public String ready() throws LinkException, InterruptedException {
        Node adapter = BluezDevice.adapter(bus().tree(), adapterName);
        return "BlueZ answers, adapter " + BluezDevice.nameOf(adapter) + " is switched on";
    }

    @Override
    public List<FoundStrap> scan(Duration duration) throws LinkException, InterruptedException {
        BluezBus theBus = bus();
        return new BluezAir(theBus, BluezDevice.adapter(theBus.tree(), adapterName)).scan(duration);
    }

    @Override
    public void link(String address, Listener listener) throws LinkException, InterruptedException {
        endSession();
        BluezBus theBus = bus();
        Node adapter = BluezDevice.adapter(theBus.tree(), adapterName);
        BluezSession mine = new BluezSession(listener, adapter.path());
        session = mine;
        boolean linked = false;
        try {
            theBus.watchRemovals(mine::removed);
            theBus.watchProperties(adapter.path(), mine::adapterChanged);
            String device = connected(theBus, adapter, address, mine);
            BluezTree tree = BluezDevice.resolved(theBus, device, mine);
            subscribe(theBus, tree, device, mine);
            new BluezStreams(theBus, mine).start(tree, device, streams);
            mine.check();
            linked = true;
        } catch (LinkException e) {
            throw e.reason() == Reason.OUT_OF_REACH ? explained(theBus, e) : e;
        } finally {
            lookFirst = !linked;
            if (!linked) {
                mine.mute();
            }
        }
    }

    /** BlueZ's errors come without their names, so the state of the adapter has to tell. */
    private LinkException explained(BluezBus theBus, LinkException e) throws InterruptedException {
        try {
            BluezDevice.adapter(theBus.tree(), adapterName);
            return e;
        } catch (LinkException better) {
            return better;
        }
    }

    /** Finds the strap and connects to it; the path of its object. */
    private String connected(BluezBus theBus, Node adapter, String address, BluezSession mine)
            throws LinkException, InterruptedException {
        BluezAir air = new BluezAir(theBus, adapter);
        if (lookFirst) {
            air.look(address, false);
        }
        LinkException last = new LinkException(Reason.OUT_OF_REACH);
        Deadline quick = Deadline.in(QUICK_FAILURE);
        for (int attempt = 0; attempt < CONNECT_ATTEMPTS; attempt++) {
            String path = air.look(address, true);
            if (mine.watchDevice(path)) {
                theBus.watchProperties(path, mine::deviceChanged);
            }
            try {
                noteOwnership(theBus, path);
                BluezBus.tell(theBus.device(path)::Connect);
                return path;
            } catch (LinkException e) {
                LOG.log(System.Logger.Level.DEBUG, "connecting failed: {0}", causeOf(e));
                last = e;
            }
            if (last.reason() == Reason.NO_ANSWER) { // still trying on its own: tell it to stop
                BluezDevice.disconnect(theBus, path);
                throw new LinkException(Reason.OUT_OF_REACH, last);
            }
            if (last.reason() != Reason.OUT_OF_REACH || quick.isPast()) {
                throw last;
            }
        }
        throw last;
    }

    /** A strap that somebody else had connected is not ours to disconnect at the end. */
    private void noteOwnership(BluezBus theBus, String path)
            throws LinkException, InterruptedException {
        boolean wasConnected =
                theBus.tree()
                        .at(path, BluezTree.DEVICE)
                        .map(device -> device.flag("Connected"))
                        .orElse(false);
        ours = !wasConnected || (ours && path.equals(devicePath));
        devicePath = path;
    }

    static String causeOf(LinkException e) {
        return e.getCause() == null
                ? e.reason().finding()
                : String.valueOf(e.getCause().getMessage());
    }

    private void subscribe(BluezBus theBus, BluezTree tree, String device, BluezSession mine)
            throws LinkException, InterruptedException {
        String measurement =
                tree.characteristic(device, MEASUREMENT)
                        .orElseThrow(() -> new LinkException(Reason.NOT_A_STRAP))
                        .path();
        Node node =
                tree.at(device, BluezTree.DEVICE)
                        .orElseThrow(() -> new LinkException(Reason.OUT_OF_REACH));
        BluezValues values = new BluezValues(theBus, tree, device);
        String address = node.text("Address").orElse("").toUpperCase(Locale.ROOT);
        DeviceInformation made = madeBy.getOrDefault(address, DeviceInformation.NONE);
        if (!made.isKnown()) { // asked once: it does not change, and beats are waiting
            made = values.deviceInformation();
            madeBy.put(address, made);
        }
        mine.prepare(
                new Peripheral(
                        address,
                        BluezAir.nameOf(node),
                        values.bodyLocation(),
                        values.battery(),
                        made));
        theBus.watchProperties(measurement, mine::valueChanged);
        BluezBus.tell(() -> theBus.characteristic(measurement).StartNotify());
        measurementPath = measurement;
        mine.announce();
    }

    @Override
    public void askAgain() throws LinkException, InterruptedException {
        BluezBus theBus = bus;
        String path = measurementPath;
        if (theBus == null || path == null || !theBus.isUsable()) {
            throw new LinkException(Reason.OUT_OF_REACH);
        }
        try {
            BluezBus.tell(() -> theBus.characteristic(path).StopNotify());
        } catch (LinkException e) { // perhaps it had none to stop: asking is what counts
            LOG.log(System.Logger.Level.DEBUG, "not unsubscribed: {0}", causeOf(e));
        }
        BluezBus.tell(() -> theBus.characteristic(path).StartNotify());
    }

    @Override
    public void unlink() throws InterruptedException {
        endSession();
        BluezBus theBus = bus;
        String path = devicePath;
        if (theBus != null && path != null && ours && theBus.isUsable()) {
            BluezDevice.disconnect(theBus, path);
        }
    }

    @Override
    public boolean isLinked() throws InterruptedException {
        BluezBus theBus = bus;
        String path = devicePath;
        if (theBus == null || path == null || !theBus.isUsable()) {
            return false;
        }
        try {
            return theBus.tree()
                    .at(path, BluezTree.DEVICE)
                    .map(device -> device.flag("Connected"))
                    .orElse(false);
        } catch (LinkException e) {
            LOG.log(System.Logger.Level.DEBUG, "the link cannot be checked: {0}", e.getMessage());
            return false;
        }
    }

    private BluezBus bus() throws LinkException, InterruptedException {
        BluezBus present = bus;
        if (present != null && present.isUsable()) {
            return present;
        }
        if (present != null) {
            present.close();
        }
        bus = null;
        BluezBus fresh = BluezBus.connect(busAddress, this::busLost);
        bus = fresh;
        return fresh;
    }

    /** On a thread of the library. */
    private void busLost(Reason reason) {
        BluezSession current = session;
        if (current != null) {
            current.lost(reason);
        }
    }

    private void endSession() {
        BluezSession old = session;
        session = null;
        if (old != null) {
            old.mute();
        }
        BluezBus theBus = bus;
        if (theBus != null) {
            theBus.unwatch();
        }
    }

    @Override
    public void close() {
        BluezSession old = session;
        session = null;
        if (old != null) {
            old.mute();
        }
        BluezBus theBus = bus;
        bus = null;
        if (theBus == null) {
            return;
        }
        String path = devicePath;
        if (path != null && ours && theBus.isUsable()) {
            BluezDevice.disconnect(theBus, path);
        }
        theBus.close();
    }
}
