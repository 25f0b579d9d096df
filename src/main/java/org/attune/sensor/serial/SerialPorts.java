package org.attune.sensor.serial;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attune.sensor.Capability;
import org.attune.sensor.SensorUnavailableException;
import org.attune.sensor.SourceClass;

/**
 * The serial ports of this machine. Pseudo-terminals are never listed, but can be opened by their
 * path. Stateless; any thread.
 */
public final class SerialPorts {
    private static final System.Logger LOG = System.getLogger(SerialPorts.class.getName());

    /** Where Linux keeps a link for each port, named after the device and not its number. */
    private static final Path BY_ID = Path.of("/dev/serial/by-id");

    private SerialPorts() {}

    /**
     * A port that the system lists.
     *
     * @param path where it is now: {@code /dev/ttyUSB0}
     * @param stablePath a link that stays the same when it is plugged in again; the path where
     *     there is none
     * @param description what the system says is behind it
     */
    public record Port(String path, String stablePath, String description) {
        /** The address that opens it with the default protocol, also when plugged in again. */
        public String address() {
            return "serial:" + stablePath;
        }
    }

    /**
     * A protocol that a sensor may speak.
     *
     * @param id as in an address: {@code ?protocol=ID}
     * @param source how beats are sensed, as far as the protocol alone tells
     * @param capabilities what a sensor may give in it; without {@link Capability#RR} it is a rate
     *     only, and no variability is shown
     * @param usualBaud the line speed unless another is named
     */
    public record Protocol(
            String id, SourceClass source, Set<Capability> capabilities, int usualBaud) {
        public Protocol {
            capabilities = Set.copyOf(capabilities);
        }
    }

    /** The protocols that are understood. */
    public static List<Protocol> protocols() {
        return Arrays.stream(SerialProtocol.values())
                .map(p -> new Protocol(p.id(), p.source(), p.capabilities(), p.usualBaud()))
                .toList();
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
            Map<Path, String> links = stableLinks(BY_ID);
            return Arrays.stream(SerialPort.getCommPorts())
                    .map(port -> port(port, links))
                    .sorted(Comparator.comparing(Port::path))
                    .toList();
        } catch (LinkageError e) {
            throw libraryMissing(e);
        }
    }

    private static Port port(SerialPort port, Map<Path, String> links) {
        String path = port.getSystemPortPath();
        String stable = links.getOrDefault(Path.of(path), path);
        return new Port(path, stable, port.getDescriptivePortName());
    }

    /** Links of a folder by what they lead to; none where there is no such folder. */
    static Map<Path, String> stableLinks(Path folder) {
        Map<Path, String> links = new HashMap<>();
        if (!Files.isDirectory(folder)) {
            return links;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path link : entries) {
                if (Files.exists(link)) {
                    links.put(link.toRealPath(), link.toString());
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.log(Level.DEBUG, "the stable names of ports cannot be read", e);
        }
        return links;
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
