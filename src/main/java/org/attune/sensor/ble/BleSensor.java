package org.attune.sensor.ble;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.attune.sensor.Capability;
import org.attune.sensor.Sensor;
import org.attune.sensor.SensorAddress;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SensorListener;
import org.attune.sensor.SensorUnavailableException;
import org.attune.sensor.SourceClass;
import org.attune.time.SessionClock;
import org.jspecify.annotations.Nullable;

/**
 * A heart-rate strap over Bluetooth Low Energy: the standard Heart Rate Service, 0x180D.
 *
 * <p>It looks for the strap, links to it, and links again after every loss, of the strap, of the
 * adapter, of the Bluetooth service or of the bus, until it is closed. Each loss is a {@code
 * LinkLost} with a cause for people, each return a {@code Linked}. Events come from the driver's
 * signal thread and from the thread {@code attune-ble}, one at a time and in order.
 *
 * <p>To be opened once; {@link #open} and {@link #close} may be called by any thread.
 */
public final class BleSensor implements Sensor {
    private static final Pattern MAC = Pattern.compile("(?:[0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2}");
    private static final Set<String> OPTIONS = Set.of("adapter", "motion", "ecg");

    /** Longer than looking for the only strap takes; then it goes on without the caller. */
    private static final Duration OPENING = Duration.ofSeconds(10);

    private static final Duration GATE_CLOSING = Duration.ofMillis(300);
    private static final Duration WORKER_CLOSING = Duration.ofMillis(1_500);

    private final String strap;
    private final String scheme;
    private final String addressSuffix;
    private final SensorDescription unlinked;
    private final GattLink link;
    private final Set<String> othersStraps;
    private final Duration patience;
    private @Nullable StrapEvents events;
    private @Nullable Thread worker;
    private boolean closed;

    private BleSensor(
            SensorAddress address, GattLink link, Set<String> othersStraps, Duration patience) {
        this.scheme = address.scheme();
        this.strap = address.target().toUpperCase(Locale.ROOT);
        String text = address.toText();
        int options = text.indexOf('?');
        this.addressSuffix = options < 0 ? "" : text.substring(options);
        this.unlinked =
                new SensorDescription(
                        strap.isEmpty() ? "heart-rate strap" : "heart-rate strap " + strap,
                        scheme + ":" + strap + addressSuffix,
                        SourceClass.UNKNOWN,
                        Set.of(Capability.HEART_RATE));
        this.link = link;
        this.othersStraps = othersStraps;
        this.patience = patience;
    }

    /**
     * The strap with the address {@code ble:AA:BB:CC:DD:EE:FF}, or with {@code ble:} the only one
     * in reach. The option {@code adapter=hci1} names the adapter; without it the first that is
     * switched on is used. A strap that has an accelerometer is asked for movement, which costs it
     * some battery, unless {@code motion=off}; one that has it is asked for raw ECG with {@code
     * ecg=on}. With {@code ble+tinyb:} the same through {@link BleDriver#TINYB}.
     *
     * @throws IllegalArgumentException when the address cannot be that of a strap
     */
    public static BleSensor of(SensorAddress address) {
        return of(address, Set.of(), BleSettings.DEFAULT);
    }

    /**
     * The same, where other people of the session wear straps of their own.
     *
     * @param othersStraps their addresses, upper case: never taken for the only one in reach
     * @param settings how straps are treated
     */
    public static BleSensor of(
            SensorAddress address, Set<String> othersStraps, BleSettings settings) {
        return of(address, null, othersStraps, settings.askAgainAfter());
    }

    /** The same on a bus of its own, where nobody else wears a strap. */
    static BleSensor of(SensorAddress address, String busAddress) {
        return of(address, busAddress, Set.of(), BleSettings.DEFAULT.askAgainAfter());
    }

    /**
     * @param busAddress of the D-Bus to use; null for the system's
     * @param patience how long a strap may be linked and silent
     */
    static BleSensor of(
            SensorAddress address,
            @Nullable String busAddress,
            Set<String> othersStraps,
            Duration patience) {
        BleDriver driver = driverOf(address.scheme());
        if (!address.target().isEmpty() && !MAC.matcher(address.target()).matches()) {
            throw new IllegalArgumentException(
                    "a strap is written ble:AA:BB:CC:DD:EE:FF, or ble: for the only one in reach: "
                            + address.toText());
        }
        for (String option : address.options().keySet()) {
            if (!OPTIONS.contains(option)) {
                throw new IllegalArgumentException(
                        "a strap knows only the options adapter, motion and ecg: "
                                + address.toText());
            }
        }
        Set<PolarStream> streams = EnumSet.noneOf(PolarStream.class);
        if (isOn(address, "motion", "on")) {
            streams.add(PolarStream.MOTION);
        }
        if (isOn(address, "ecg", "off")) {
            streams.add(PolarStream.ECG);
        }
        String adapter = address.option("adapter").orElse(null);
        return new BleSensor(
                address, driver.link(busAddress, adapter, streams), othersStraps, patience);
    }

    private static boolean isOn(SensorAddress address, String option, String usually) {
        String value = address.option(option).orElse(usually);
        if (!value.equals("on") && !value.equals("off")) {
            throw new IllegalArgumentException(option + " is on or off: " + address.toText());
        }
        return value.equals("on");
    }

    private static BleDriver driverOf(String scheme) {
        for (BleDriver driver : BleDriver.values()) {
            if (driver.scheme().equals(scheme)) {
                return driver;
            }
        }
        throw new IllegalArgumentException("must be ble or ble+tinyb: scheme=" + scheme);
    }

    @Override
    public synchronized SensorDescription description() {
        return events == null ? unlinked : events.description().orElse(unlinked);
    }

    /**
     * {@inheritDoc}
     *
     * <p>Takes up to about five seconds when no strap is named, and less than one when one is.
     */
    @Override
    public void open(SessionClock clock, SensorListener listener) {
        CompletableFuture<Boolean> ready = start(clock, listener).ready();
        ready.completeOnTimeout(true, OPENING.toMillis(), TimeUnit.MILLISECONDS);
        try {
            ready.get();
        } catch (ExecutionException e) {
            close();
            Throwable cause = e.getCause();
            throw new SensorUnavailableException(
                    cause instanceof LinkException known ? known.advice() : "Bluetooth failed",
                    cause);
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new SensorUnavailableException("interrupted while opening Bluetooth", e);
        }
    }

    private synchronized StrapKeeper start(SessionClock clock, SensorListener listener) {
        if (worker != null || closed) {
            throw new IllegalStateException("a sensor is opened once");
        }
        StrapEvents fresh = new StrapEvents(clock, listener, scheme, addressSuffix);
        StrapKeeper keeper =
                new StrapKeeper(
                        link, fresh, strap.isEmpty() ? null : strap, othersStraps, patience);
        Thread thread = new Thread(keeper, "attune-ble");
        thread.setDaemon(true);
        events = fresh;
        worker = thread;
        thread.start();
        return keeper;
    }

    @Override
    public void close() {
        Thread running;
        StrapEvents open;
        synchronized (this) {
            closed = true;
            running = worker;
            open = events;
        }
        if (running == null || open == null) {
            return;
        }
        open.close(GATE_CLOSING);
        running.interrupt();
        if (running != Thread.currentThread()) {
            try {
                running.join(WORKER_CLOSING.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
