package org.attune.export.edf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.attune.export.Decimals;
import org.attune.export.ExportContent;
import org.attune.export.ExportContent.Gap;
import org.attune.export.ExportContent.Interval;
import org.attune.export.ExportContent.Mark;

/**
 * Annotations laid into the blocks of records. Each block begins with the onset of its record; each
 * annotation stands in the record of its own onset, or in the next with room. Where the last record
 * has none left, records are added.
 */
final class EdfAnnotations {
    private static final int USUAL_BLOCK = 192;
    private static final int LONGEST_KEEPING = 32;
    private static final long SECOND_NANOS = 1_000_000_000;

    /** An annotation, and when it begins, counted from the second in the header. */
    private record Tal(long onsetNanos, String text) {
        byte[] bytes() {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    private final List<Tal> tals = new ArrayList<>();
    private final long zeroNanos;
    private int blockSize = USUAL_BLOCK;

    private EdfAnnotations(long zeroNanos) {
        this.zeroNanos = zeroNanos;
    }

    /** All of {@code content}, session time 0 being {@code zeroNanos} after the header's second. */
    static EdfAnnotations of(ExportContent content, long zeroNanos) {
        EdfAnnotations all = new EdfAnnotations(zeroNanos);
        for (Interval each : content.intervals()) {
            String verdict = each.verdict().map(known -> " " + known.name()).orElse("");
            all.add(each.onsetNanos(), each.durationNanos(), "beat" + verdict);
        }
        for (Gap each : content.gaps()) {
            all.add(
                    each.fromNanos(),
                    each.toNanos() - each.fromNanos(),
                    "gap " + each.cause().name());
        }
        for (Mark each : content.marks()) {
            String detail = each.detail().isEmpty() ? "" : " " + each.detail();
            all.add(each.atNanos(), 0, "mark " + each.kind().name() + detail);
        }
        all.tals.sort(Comparator.comparingLong(Tal::onsetNanos));
        return all;
    }

    private void add(long sessionNanos, long lengthNanos, String text) {
        long onset = sessionNanos + zeroNanos;
        String length = lengthNanos > 0 ? "\u0015" + Decimals.seconds(lengthNanos) : "";
        Tal tal = new Tal(onset, tal(onset, length + "\u0014" + plain(text)));
        int need = tal.bytes().length + LONGEST_KEEPING;
        blockSize = Math.max(blockSize, need + need % 2);
        tals.add(tal);
    }

    private static String tal(long onset, String rest) {
        String sign = onset < 0 ? "" : "+";
        return sign + Decimals.seconds(onset) + rest + "\u0014\0";
    }

    /** Text on one line: some signs end a text, and readers stumble over the ends of lines. */
    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}", " ").strip();
    }

    /** Bytes of each block, even: the usual, or enough for the longest annotation. */
    int blockSize() {
        return blockSize;
    }

    /**
     * The blocks of at least {@code records} records of a second each.
     *
     * @param firstNanos onset of the first record, counted from the header's second
     */
    List<byte[]> blocks(long firstNanos, int records) {
        List<byte[]> blocks = new ArrayList<>(records);
        int next = 0;
        while (blocks.size() < records || next < tals.size()) {
            long onset = firstNanos + blocks.size() * SECOND_NANOS;
            byte[] block = new byte[blockSize];
            int used = place(block, 0, new Tal(onset, tal(onset, "\u0014")).bytes());
            while (next < tals.size() && tals.get(next).onsetNanos() < onset + SECOND_NANOS) {
                byte[] bytes = tals.get(next).bytes();
                if (used + bytes.length > block.length) {
                    break;
                }
                used = place(block, used, bytes);
                next++;
            }
            blocks.add(block);
        }
        return blocks;
    }

    private static int place(byte[] block, int at, byte[] bytes) {
        System.arraycopy(bytes, 0, block, at, bytes.length);
        return at + bytes.length;
    }
}
