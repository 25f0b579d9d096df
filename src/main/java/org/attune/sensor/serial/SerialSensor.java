package org.attune.sensor.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.attune.sensor.Sensor;
import org.attune.sensor.SensorAddress;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SensorListener;
import org.attune.sensor.SensorUnavailableException;
import org.attune.time.SessionClock;
import org.jspecify.annotations.Nullable;

/**
 * A sensor on a serial port: {@code serial:PATH?protocol=NAME&baud=N}.
 *
 * <p>Protocols are {@code attune} (our own, the default), {@code lines-ibi}, {@code
 * pulsesensor-bsq}, {@code pulsesensor-csv}, {@code key-value}, {@code nonin-1}, {@code nonin-2}
 * and {@code nonin-8}; {@code auto} finds out ({@link Recognition}). In the default every line has
 * a checksum: whoever plugs in another device and names no protocol sees nothing, rather than some
 * other number taken for a heartbeat. The speed is 115200 baud unless given, for nonin 9600; always
 * 8 data bits, no parity, 1 stop bit.
 *
 * <p>A port that is unplugged is looked for at the same path until {@link #close}; name real
 * hardware by {@code /dev/serial/by-id/…}, since {@code ttyUSB0} may come back under another
 * number. Opening a port resets many small boards, which then need about two seconds.
 *
 * <p>Events are spoken on an own thread, {@code attune-serial}, which alone touches the port.
 * {@link #open} and {@link #close} are for one owner.
 */
public final class SerialSensor implements Sensor {
    private static final System.Logger LOG = System.getLogger(SerialSensor.class.getName());
    private static final int LOWEST_BAUD = 300;
    private static final int HIGHEST_BAUD = 4_000_000;
    private static final int READ_TIMEOUT_MILLIS = 500;
    private static final long LOOK_AGAIN_MILLIS = 500;
    private static final long CLOSE_LIMIT_MILLIS = 2_000;
    private static final int BUFFER_BYTES = 4096;
    private static final String AUTO = "auto";

    private final String path;
    private final Conversation conversation;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable Thread thread;

    private SerialSensor(String path, Conversation conversation) {
        this.path = path;
        this.conversation = conversation;
    }

    /**
     * The sensor at an address; nothing is opened yet.
     *
     * @throws IllegalArgumentException when the address is not understood; the message says which
     *     protocols there are
     */
    public static SerialSensor of(SensorAddress address) {
        if (!address.scheme().equals("serial")) {
            throw new IllegalArgumentException("must be serial: scheme=" + address.scheme());
        }
        if (address.target().isEmpty()) {
            throw new IllegalArgumentException("name a port: serial:/dev/ttyUSB0");
        }
        Set<String> known = Set.of("protocol", "baud");
        for (String key : address.options().keySet()) {
            if (!known.contains(key)) {
                throw new IllegalArgumentException(
                        "serial: knows no option " + key + ", only protocol and baud");
            }
        }
        int baud = address.option("baud").map(SerialSensor::baud).orElse(0);
        String name = address.option("protocol").orElse(SerialProtocol.ATTUNE.id());
        if (name.equals(AUTO)) {
            String port = "serial:" + address.target();
            return new SerialSensor(
                    address.target(), new Recognition(port, baud, address.toText()));
        }
        SerialProtocol protocol = SerialProtocol.of(name);
        return new SerialSensor(
                address.target(),
                new NamedProtocol(
                        protocol, baud == 0 ? protocol.usualBaud() : baud, address.toText()));
    }

    private static int baud(String text) {
        long baud = Decimal.whole(text, HIGHEST_BAUD);
        if (baud < LOWEST_BAUD) {
            throw new IllegalArgumentException("must be 300 to 4000000: baud=" + text);
        }
        return (int) baud;
    }

    /** As addressed; what the device says of itself comes with {@link SensorEvent.Linked}. */
    @Override
    public SensorDescription description() {
        return conversation.description();
    }

    /**
     * {@inheritDoc}
     *
     * <p>The port must be there at first; later it may come and go.
     */
    @Override
    public void open(SessionClock clock, SensorListener listener) {
        if (thread != null || stopped.getCount() == 0) {
            throw new IllegalStateException("a sensor is opened once");
        }
        SerialPort port = openPort();
        Thread reader = new Thread(() -> run(port, clock, listener), "attune-serial");
        reader.setDaemon(true);
        thread = reader;
        reader.start();
    }

    private SerialPort openPort() {
        SerialPort port = SerialPorts.at(path);
        port.setComPortParameters(
                conversation.baud(), 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
        port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, READ_TIMEOUT_MILLIS, 0);
        // Only the result counts: the error code may be set though the port is open.
        if (!port.openPort()) {
            throw new SensorUnavailableException(
                    OpenFailure.explain(path, port.getLastErrorCode()));
        }
        return port;
    }

    private void run(SerialPort first, SessionClock clock, SensorListener listener) {
        @Nullable SerialPort port = first;
        try {
            while (port != null) {
                conversation.opened(clock.now(), listener::heard);
                readUntilLost(port, clock, listener);
                port.closePort();
                port = null;
                if (stopped.getCount() > 0) {
                    listener.heard(new SensorEvent.LinkLost(clock.now(), "serial port unplugged"));
                    port = lookForPort();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "the serial reader failed and has stopped", e);
            listener.heard(new SensorEvent.LinkLost(clock.now(), "serial reader failed"));
        } finally {
            if (port != null) {
                port.closePort();
            }
        }
    }

    private void readUntilLost(SerialPort port, SessionClock clock, SensorListener listener) {
        byte[] buffer = new byte[BUFFER_BYTES];
        int baud = port.getBaudRate();
        while (stopped.getCount() > 0) {
            int waiting = Math.min(buffer.length, Math.max(1, port.bytesAvailable()));
            int read = port.readBytes(buffer, waiting);
            if (read < 0 || (read == 0 && isGone())) {
                return;
            }
            if (stopped.getCount() == 0) {
                return;
            }
            if (read > 0) {
                conversation.take(buffer, read, clock.now(), listener::heard);
            } else {
                conversation.nothing(clock.now(), listener::heard);
            }
            if (conversation.baud() != baud) {
                baud = conversation.baud();
                port.setBaudRate(baud); // takes effect at once; the port stays open
            }
        }
    }

    /** Not every driver fails a read when the plug is pulled, but the name of the port vanishes. */
    private boolean isGone() {
        return path.startsWith("/") && !Files.exists(Path.of(path));
    }

    /** The port, open again, or null when the sensor was closed first. */
    private @Nullable SerialPort lookForPort() throws InterruptedException {
        while (!stopped.await(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
            try {
                return openPort();
            } catch (SensorUnavailableException e) {
                LOG.log(Level.DEBUG, "not yet back: {0}", e.getMessage());
            }
        }
        return null;
    }

    @Override
    public void close() {
        stopped.countDown();
        Thread reader = thread;
        if (reader != null && reader != Thread.currentThread()) {
            try {
                reader.join(CLOSE_LIMIT_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
