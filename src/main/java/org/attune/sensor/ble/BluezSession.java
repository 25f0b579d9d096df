package org.attune.sensor.ble;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.attune.sensor.ble.LinkException.Reason;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;

/**
 * One stretch of being linked: takes BlueZ's signals on the library's signal thread and tells the
 * listener. Once muted it is silent for ever, so that late signals of an old link reach nobody.
 */
final class BluezSession {
    private final GattLink.Listener listener;
    private final String adapterPath;
    private final AtomicBoolean announced = new AtomicBoolean();
    private final BlockingQueue<byte[]> answers = new LinkedBlockingQueue<>();
    private volatile @Nullable String devicePath;
    private volatile GattLink.@Nullable Peripheral strap;
    private volatile @Nullable Reason lost;
    private volatile boolean muted;

    BluezSession(GattLink.Listener listener, String adapterPath) {
        this.listener = listener;
        this.adapterPath = adapterPath;
    }

    /** Says which device is meant; whether it was another before. */
    boolean watchDevice(String path) {
        boolean changed = !path.equals(devicePath);
        devicePath = path;
        return changed;
    }

    /** The strap is known; from now on the first value announces it, or {@link #announce}. */
    void prepare(GattLink.Peripheral peripheral) {
        strap = peripheral;
    }

    /** Tells of the link, once. */
    void announce() {
        GattLink.Peripheral peripheral = strap;
        if (peripheral != null && !muted && lost == null && announced.compareAndSet(false, true)) {
            listener.linked(peripheral);
        }
    }

    /** Throws if the link was lost meanwhile. */
    void check() throws LinkException {
        Reason reason = lost;
        if (reason != null) {
            throw new LinkException(reason);
        }
    }

    void mute() {
        muted = true;
    }

    void valueChanged(String interfaceName, Map<String, Variant<?>> values) {
        if (isOver() || !interfaceName.equals(BluezTree.CHARACTERISTIC)) {
            return;
        }
        BluezTree.bytes(values, "Value")
                .ifPresent(
                        value -> {
                            announce();
                            listener.notified(value);
                        });
    }

    /** The strap answered to a command about what it measures. */
    void answerChanged(String interfaceName, Map<String, Variant<?>> values) {
        if (interfaceName.equals(BluezTree.CHARACTERISTIC)) {
            BluezTree.bytes(values, "Value").ifPresent(answers::add);
        }
    }

    /** The next such answer; empty when none comes in time, or the link is over. */
    Optional<byte[]> awaitAnswer(Duration patience) throws InterruptedException {
        return Optional.ofNullable(answers.poll(patience.toNanos(), TimeUnit.NANOSECONDS));
    }

    void measurementChanged(String interfaceName, Map<String, Variant<?>> values) {
        if (!isOver() && interfaceName.equals(BluezTree.CHARACTERISTIC)) {
            BluezTree.bytes(values, "Value").ifPresent(listener::measured);
        }
    }

    /** Whether this stretch has ended. */
    boolean isOver() {
        return muted || lost != null;
    }

    void deviceChanged(String interfaceName, Map<String, Variant<?>> values) {
        if (muted) {
            return;
        }
        if (interfaceName.equals(BluezTree.BATTERY)) {
            BluezTree.number(values, "Percentage").ifPresent(listener::battery);
        } else if (interfaceName.equals(BluezTree.DEVICE)
                && !BluezTree.value(values, "Connected", Boolean.class).orElse(true)) {
            deviceLost();
        }
    }

    /** Before the strap is prepared, attempts come and go, and the worker sees for itself. */
    private void deviceLost() {
        if (strap != null) {
            lost(Reason.OUT_OF_REACH);
        }
    }

    void adapterChanged(String interfaceName, Map<String, Variant<?>> values) {
        if (!BluezTree.value(values, "Powered", Boolean.class).orElse(true)) {
            lost(Reason.SWITCHED_OFF);
        }
    }

    void removed(String path) {
        if (path.equals(adapterPath)) {
            lost(Reason.NO_ADAPTER);
        } else if (path.equals(devicePath)) {
            deviceLost();
        }
    }

    void lost(Reason reason) {
        lost = reason;
        answers.add(new byte[0]); // whoever waits for one waits no longer
        if (!muted && announced.get()) {
            listener.lost(reason);
        }
    }
}
