package org.attune.sensor.serial;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.attune.sensor.SensorUnavailableException;

/**
 * The serial ports of this machine. Pseudo-terminals are never listed, but can be opened by their
 * path. Stateless; any thread.
 */
public final class SerialPorts {
    private SerialPorts() {}

    /**
     * A port that the system lists.
     *
     * @param path how to address it: {@code serial:/dev/ttyUSB0}
     * @param description what the system says is behind it
     */
    public record Port(String path, String description) {
        /** The address that opens it with the default protocol. */
        public String address() {
            return "serial:" + path;
        }
    }

    /**
     * Whether serial sensors can be used here.
     *
     * @param works whether a port that is plugged in could be opened
     * @param finding one line: what was found, and what to do if it does not work
     */
    public record Readiness(boolean works, String finding) {}

    /**
     * The ports that the system lists, by path. Takes some ten milliseconds.
     *
     * @throws SensorUnavailableException when the serial library cannot be loaded
     */
    public static List<Port> list() {
        try {
            NativeLibrary.ensureLoaded();
            return Arrays.stream(SerialPort.getCommPorts())
                    .map(port -> new Port(port.getSystemPortPath(), port.getDescriptivePortName()))
                    .sorted(Comparator.comparing(Port::path))
                    .toList();
        } catch (LinkageError e) {
            throw libraryMissing(e);
        }
    }

    /** What {@code doctor} says about serial sensors. Never throws. */
    public static Readiness readiness() {
        List<Port> ports;
        try {
            ports = list();
        } catch (SensorUnavailableException e) {
            return new Readiness(false, String.valueOf(e.getMessage()));
        }
        List<String> closed = new ArrayList<>();
        for (Port port : ports) {
            Path path = Path.of(port.path());
            if (Files.exists(path) && !(Files.isReadable(path) && Files.isWritable(path))) {
                closed.add(port.path());
            }
        }
        if (!closed.isEmpty()) {
            return new Readiness(false, OpenFailure.notAllowed(String.join(", ", closed)));
        }
        return new Readiness(
                true,
                ports.isEmpty()
                        ? "the serial library works; no port is plugged in"
                        : "the serial library works; ports: " + ports.size());
    }

    /**
     * The port at a path or link, not yet open.
     *
     * @throws SensorUnavailableException when there is none or the library cannot be loaded
     */
    static SerialPort at(String path) {
        try {
            NativeLibrary.ensureLoaded();
            return SerialPort.getCommPort(path);
        } catch (SerialPortInvalidPortException e) {
            throw new SensorUnavailableException(OpenFailure.missing(path), e);
        } catch (LinkageError e) {
            throw libraryMissing(e);
        }
    }

    private static SensorUnavailableException libraryMissing(LinkageError cause) {
        return new SensorUnavailableException(
                "the serial library cannot be loaded on this machine: check that "
                        + System.getProperty("java.io.tmpdir")
                        + " can be written to and allows programs",
                cause);
    }
}
