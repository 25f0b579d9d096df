package org.attune.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Looks for what must not be on the disk: through every byte of every file, and through every
 * DEFLATE stream that begins anywhere in it (zip, gzip, PNG, PDF, packed parts).
 */
final class CanarySearch {
    private static final int PROBE = 48;
    private static final int MOST_INFLATED = 1 << 20;
    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Canary(String kind, byte[] bytes) {}

    /** By their first eight bytes. */
    private final Map<Long, List<Canary>> canaries = new HashMap<>();

    void bytes(String kind, byte[] bytes) {
        if (bytes.length < Long.BYTES) {
            throw new IllegalArgumentException("too short to be told from chance: " + kind);
        }
        canaries.computeIfAbsent(ByteBuffer.wrap(bytes).getLong(), key -> new ArrayList<>())
                .add(new Canary(kind, bytes));
    }

    void text(String kind, String text) {
        CHARSETS.forEach(charset -> bytes(kind, text.getBytes(charset)));
    }

    /** Every run of four of these intervals, as any program would write them. */
    void intervals(String kind, List<Long> nanos) {
        for (int i = 0; i + 4 <= nanos.size(); i++) {
            List<Long> run = nanos.subList(i, i + 4);
            for (String between : List.of(" ", ",", ", ", ";", "\t", "\n", "\r\n")) {
                for (String form : List.of("%.0f", "%.1f", "%.3f", "%.4f")) {
                    text(kind, joined(run, form, 1e6, between));
                }
                text(kind, joined(run, "%.3f", 1e9, between));
                text(kind, joined(run, "%.4f", 1e9, between));
            }
            for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
                binary(kind, run, order);
            }
        }
        for (long each : nanos) { // Nine digits of one interval are no chance.
            text(kind, Long.toString(each));
            text(kind, String.format(Locale.ROOT, "%.4f", each / 1e6));
            text(kind, String.format(Locale.ROOT, "%.7f", each / 1e9));
        }
    }

    private static String joined(List<Long> run, String form, double unit, String between) {
        return String.join(
                between,
                run.stream().map(each -> String.format(Locale.ROOT, form, each / unit)).toList());
    }

    private void binary(String kind, List<Long> run, ByteOrder order) {
        packed(kind, run, order, (to, each) -> to.putLong(each));
        packed(kind, run, order, (to, each) -> to.putInt(each.intValue()));
        packed(kind, run, order, (to, each) -> to.putInt((int) (each / 1000)));
        packed(kind, run, order, (to, each) -> to.putShort((short) Math.round(each / 1e6)));
        packed(kind, run, order, (to, each) -> to.putShort((short) Math.round(each * 1.024e-6)));
        for (double unit : new double[] {1, 1e6, 1e9}) {
            packed(kind, run, order, (to, each) -> to.putDouble(each / unit));
            packed(kind, run, order, (to, each) -> to.putFloat((float) (each / unit)));
        }
    }

    private void packed(
            String kind, List<Long> run, ByteOrder order, BiConsumer<ByteBuffer, Long> write) {
        ByteBuffer to = ByteBuffer.allocate(64).order(order);
        run.forEach(each -> write.accept(to, each));
        bytes(kind, Arrays.copyOf(to.array(), to.position()));
    }

    /** What was found below these folders: the file, and which kind of thing. */
    Set<String> in(Path... roots) throws IOException {
        Set<String> found = new TreeSet<>();
        for (Path root : roots) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    look("name", found, file, file.toString().getBytes(StandardCharsets.UTF_8));
                    look("", found, file, Files.readAllBytes(file));
                }
            }
        }
        return found;
    }

    private void look(String where, Set<String> found, Path file, byte[] bytes) {
        String at = file.getFileName() + (where.isEmpty() ? "" : " (" + where + ")") + ": ";
        plain(bytes, bytes.length).forEach(kind -> found.add(at + kind));
        boolean nativeLibrary = bytes.length > 3 && bytes[0] == 0x7f && bytes[1] == 'E';
        if (!nativeLibrary) {
            inflated(bytes).forEach(kind -> found.add(at + kind));
        }
    }

    private Set<String> plain(byte[] in, int length) {
        Set<String> kinds = new TreeSet<>();
        long window = 0;
        for (int i = 0; i < length; i++) {
            window = (window << 8) | (in[i] & 0xff);
            int from = i - Long.BYTES + 1;
            for (Canary each : from < 0 ? List.<Canary>of() : at(window)) {
                int to = from + each.bytes().length;
                if (to <= length && Arrays.equals(in, from, to, each.bytes(), 0, to - from)) {
                    kinds.add(each.kind());
                }
            }
        }
        return kinds;
    }

    private List<Canary> at(long window) {
        return canaries.getOrDefault(window, List.of());
    }

    private Set<String> inflated(byte[] in) {
        Set<String> kinds = new TreeSet<>();
        Inflater inflater = new Inflater(true);
        byte[] out = new byte[MOST_INFLATED];
        for (int from = 0; from + Long.BYTES < in.length; from++) {
            if ((in[from] & 0b110) == 0b110) {
                continue; // No such kind of block.
            }
            // A stream that is none is seen as such in its first bytes.
            if (inflate(inflater, in, from, out, PROBE) == PROBE) {
                kinds.addAll(plain(out, inflate(inflater, in, from, out, out.length)));
            }
        }
        inflater.end();
        return kinds;
    }

    private static int inflate(Inflater inflater, byte[] in, int from, byte[] out, int most) {
        inflater.reset();
        inflater.setInput(in, from, in.length - from);
        int size = 0;
        try {
            for (int got = 1; got > 0 && size < most; size += got) {
                got = inflater.inflate(out, size, Math.min(4096, most - size));
            }
        } catch (DataFormatException notOrNoLonger) {
            return size; // What came before is looked through all the same.
        }
        return size;
    }
}
