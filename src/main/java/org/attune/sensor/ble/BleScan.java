package org.attune.sensor.ble;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.attune.sensor.SensorUnavailableException;
import org.attune.sensor.ble.LinkException.Reason;
import org.jspecify.annotations.Nullable;

/** Looks for straps, and says whether Bluetooth can be used. Any thread; each call is bounded. */
public final class BleScan {
    private BleScan() {}

    /**
     * The straps in reach, strongest first. Returns after {@code duration}, at the latest some
     * seconds later.
     *
     * @param duration how long to listen, {@code > 0}; straps speak up about once a second
     * @throws SensorUnavailableException when Bluetooth cannot be used; the message says what to do
     */
    public static List<FoundStrap> scan(Duration duration) {
        return scan(duration, null);
    }

    static List<FoundStrap> scan(Duration duration, @Nullable String busAddress) {
        return scan(duration, BleDriver.BLUEZ, busAddress);
    }

    static List<FoundStrap> scan(Duration duration, BleDriver driver, @Nullable String busAddress) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("must be > 0: duration=" + duration);
        }
        try {
            return bounded(driver, busAddress, duration, link -> link.scan(duration));
        } catch (LinkException e) {
            throw new SensorUnavailableException(e.advice(), e);
        }
    }

    /** Whether straps can be used now; what is wrong and what to do if not. Never throws. */
    public static BleReadiness readiness(BleDriver driver) {
        return readiness(driver, null);
    }

    static BleReadiness readiness(@Nullable String busAddress) {
        return readiness(BleDriver.BLUEZ, busAddress);
    }

    static BleReadiness readiness(BleDriver driver, @Nullable String busAddress) {
        try {
            String found = bounded(driver, busAddress, Duration.ZERO, GattLink::ready);
            return new BleReadiness(true, found, "");
        } catch (LinkException e) {
            String detail = e.detail().isEmpty() ? "" : " (" + e.detail() + ")";
            return new BleReadiness(false, e.reason().finding() + detail, e.reason().remedy());
        }
    }

    /** Something asked of the driver. */
    @FunctionalInterface
    private interface Inquiry<T> {
        T ask(GattLink link) throws LinkException, InterruptedException;
    }

    /** Asks on a thread of its own, so that a service that hangs cannot hang the caller. */
    private static <T> T bounded(
            BleDriver driver, @Nullable String busAddress, Duration listening, Inquiry<T> inquiry)
            throws LinkException {
        Duration patience = driver.patience().plus(listening);
        FutureTask<T> task =
                new FutureTask<>(
                        () -> {
                            try (GattLink link = driver.link(busAddress, null, Set.of())) {
                                return inquiry.ask(link);
                            }
                        });
        Thread thread = new Thread(task, "attune-ble-scan");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw new LinkException(Reason.NO_ANSWER, e);
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new LinkException(Reason.NO_ANSWER, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LinkException known) {
                throw known;
            }
            throw new LinkException(Reason.NO_ANSWER, e.getCause());
        }
    }
}
