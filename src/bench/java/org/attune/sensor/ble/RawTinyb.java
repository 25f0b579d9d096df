package org.attune.sensor.ble;

import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import tinyb.BluetoothAdapter;
import tinyb.BluetoothDevice;
import tinyb.BluetoothGattCharacteristic;
import tinyb.BluetoothGattService;
import tinyb.BluetoothManager;

/**
 * TinyB alone, in a Java of its own: what its handler was given and when, printed at the end. Its
 * argument is how many notifications to wait for.
 */
public final class RawTinyb {
    private record Arrival(long nanos, String hex) {}

    private RawTinyb() {}

    /** Scans, connects, subscribes, waits, prints. */
    public static void main(String[] arguments) throws LinkException, InterruptedException {
        TinybNatives.load();
        Queue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
        BluetoothGattCharacteristic measurement = measurement();
        measurement.enableValueNotifications(
                value ->
                        arrivals.add(
                                new Arrival(System.nanoTime(), HexFormat.of().formatHex(value))));
        while (arrivals.size() < Integer.parseInt(arguments[0])) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        for (Arrival arrival : arrivals) {
            System.out.println(arrival.nanos() + " " + arrival.hex());
        }
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }

    private static BluetoothGattCharacteristic measurement() throws InterruptedException {
        BluetoothManager manager = BluetoothManager.getBluetoothManager();
        BluetoothAdapter adapter = manager.getAdapters().get(0);
        adapter.startDiscovery();
        List<BluetoothDevice> devices = manager.getDevices();
        while (devices.isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(100);
            devices = manager.getDevices();
        }
        adapter.stopDiscovery();
        BluetoothDevice device = devices.get(0);
        device.connect();
        while (true) {
            for (BluetoothGattService service : device.getServices()) {
                for (BluetoothGattCharacteristic one : service.getCharacteristics()) {
                    if (one.getUUID().startsWith("00002a37")) {
                        return one;
                    }
                }
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }
}
