package org.attune.sensor.ble;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.attune.sensor.SensorAddress;
import org.attune.sensor.SensorEvent;
import org.attune.time.SessionClock;
import org.attune.time.SystemTicker;
import org.freedesktop.dbus.exceptions.DBusException;

/**
 * From the strap's sending to the listener, on the light rig: each driver beside the library it
 * rests on. The strap notes the instant before it gives a notification to the bus; the four ways
 * take turns, each time with a fresh rig, so that what else the machine does meets them alike.
 *
 * <p>{@code BleLatency [ROUNDS [NOTIFICATIONS]]}: 6 rounds of 600 notifications, of which the first
 * 100 of each are not counted.
 */
public final class BleLatency {
    private static final int WARM_UP = 100;
    private static final String HUNDRED_A_SECOND = "period 10";

    private enum Way {
        RAW_BLUEZ("D-Bus library alone"),
        BLUEZ("`ble:` to `SensorEvent`"),
        RAW_TINYB("TinyB alone"),
        TINYB("`ble+tinyb:` to `SensorEvent`");

        private final String words;

        Way(String words) {
            this.words = words;
        }
    }

    private record Arrival(long nanos, List<Integer> ticks) {}

    private final int notifications;

    private BleLatency(int notifications) {
        this.notifications = notifications;
    }

    /** Measures and prints the table. */
    public static void main(String[] arguments)
            throws IOException, InterruptedException, DBusException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 6;
        int each = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 600;
        Map<Way, List<Double>> delays = new EnumMap<>(Way.class);
        BleLatency latency = new BleLatency(each);
        for (int round = 0; round <= rounds; round++) { // the first is for the compiler
            for (Way way : Way.values()) {
                List<Double> measured = latency.measure(way);
                if (round > 0) {
                    delays.computeIfAbsent(way, none -> new ArrayList<>()).addAll(measured);
                }
            }
        }
        System.out.println("| way | n | p50 | p95 | p99 | most |");
        System.out.println("|---|---|---|---|---|---|");
        delays.forEach((way, all) -> System.out.println(row(way, all)));
        Runtime.getRuntime().exit(0);
    }

    private static String row(Way way, List<Double> millis) {
        Collections.sort(millis);
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.2f ms | %.2f ms | %.2f ms | %.1f ms |",
                way.words,
                millis.size(),
                quantile(millis, 0.50),
                quantile(millis, 0.95),
                quantile(millis, 0.99),
                millis.get(millis.size() - 1));
    }

    private static double quantile(List<Double> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }

    private List<Double> measure(Way way) throws IOException, InterruptedException, DBusException {
        try (LightRig rig = LightRig.start()) {
            rig.command(HUNDRED_A_SECOND);
            List<Arrival> arrivals =
                    switch (way) {
                        case RAW_BLUEZ -> rawBluez(rig);
                        case RAW_TINYB -> rawTinyb(rig);
                        case BLUEZ -> sensor(rig, BleDriver.BLUEZ);
                        case TINYB -> sensor(rig, BleDriver.TINYB);
                    };
            return delays(arrivals, rig.transmitted());
        }
    }

    private List<Arrival> rawBluez(LightRig rig) throws DBusException, InterruptedException {
        var arrivals = new ConcurrentLinkedQueue<Arrival>();
        RawBluez raw = new RawBluez(rig.busAddress(), (at, v) -> arrivals.add(arrival(at, v)));
        try {
            await(arrivals);
        } finally {
            raw.close();
        }
        return List.copyOf(arrivals);
    }

    private List<Arrival> rawTinyb(LightRig rig) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        RawTinyb.class.getName(),
                        String.valueOf(notifications));
        builder.environment().put("DBUS_SYSTEM_BUS_ADDRESS", rig.busAddress());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        List<Arrival> arrivals = new ArrayList<>();
        for (String line : builder.start().inputReader().lines().toList()) {
            String[] words = line.split(" ");
            arrivals.add(arrival(Long.parseLong(words[0]), HexFormat.of().parseHex(words[1])));
        }
        return arrivals;
    }

    private List<Arrival> sensor(LightRig rig, BleDriver driver) throws InterruptedException {
        var arrivals = new ConcurrentLinkedQueue<Arrival>();
        try (BleSensor sensor =
                BleSensor.of(
                        SensorAddress.parse(driver.scheme() + ":" + LightRig.STRAP),
                        rig.busAddress())) {
            sensor.open(
                    SessionClock.startingNow(new SystemTicker()),
                    event -> {
                        if (event instanceof SensorEvent.RrReceived) {
                            long at = System.nanoTime();
                            arrivals.add(new Arrival(at, HeardEvents.ticks(List.of(event))));
                        }
                    });
            await(arrivals);
        }
        return List.copyOf(arrivals);
    }

    private static Arrival arrival(long nanos, byte[] value) {
        return new Arrival(nanos, HeartRateMeasurement.decode(value).orElseThrow().rrTicks());
    }

    private void await(ConcurrentLinkedQueue<Arrival> arrivals) throws InterruptedException {
        while (arrivals.size() < notifications) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /**
     * In milliseconds. At a hundred a second two notifications may be equal, and the sensor takes
     * the second for one that was delivered twice: such are stepped over.
     */
    private static List<Double> delays(List<Arrival> arrivals, List<LightRig.Sent> sent) {
        List<Double> delays = new ArrayList<>();
        int at = 0;
        for (Arrival arrival : arrivals) {
            while (!arrival(0, sent.get(at).value()).ticks().equals(arrival.ticks())) {
                at++;
            }
            delays.add((arrival.nanos() - sent.get(at).nanos()) / 1e6);
            at++;
        }
        if (Collections.min(delays) < 0) {
            throw new IllegalStateException("a beat arrived before it was sent");
        }
        return delays.subList(WARM_UP, delays.size());
    }
}
