package org.attune.export.edf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.attune.consent.DataCategory;
import org.attune.export.ExportContent;
import org.attune.export.SampledLane;

/**
 * One EDF+ file: a header, then records of one second, each with its samples and a block of
 * annotations. The first record begins a fraction of a second after the whole second that the
 * header can say; its first annotation carries the fraction.
 */
final class EdfFile {
    private static final long SECOND_NANOS = 1_000_000_000;

    private final ExportContent content;
    private final SampledLane lane;
    private final List<EdfSignal> signals;
    private final Instant headerStart;

    /** Where session time 0 lies, counted from the second in the header. */
    private final long zeroNanos;

    EdfFile(ExportContent content) {
        this.content = content;
        lane = SampledLane.of(content);
        Instant start = content.startedAt().plusSeconds(lane.firstSecond());
        headerStart = Instant.ofEpochSecond(start.getEpochSecond());
        zeroNanos = start.getNano() - lane.firstSecond() * SECOND_NANOS;
        signals = new ArrayList<>();
        signals.add(EdfSignal.rr(content, lane));
        if (content.categories().contains(DataCategory.HR)) {
            signals.add(EdfSignal.shownRate(lane));
        }
    }

    byte[] bytes() {
        EdfAnnotations annotations = EdfAnnotations.of(content, zeroNanos);
        long firstRecord = zeroNanos + lane.firstSecond() * SECOND_NANOS;
        int sampled = lane.size() / SampledLane.RATE;
        List<byte[]> blocks = annotations.blocks(firstRecord, sampled);
        EdfHeader header =
                new EdfHeader(content, headerStart, signals, annotations.blockSize() / 2);
        byte[] head = header.bytes(blocks.size());
        int record = signals.size() * SampledLane.RATE * 2 + annotations.blockSize();
        ByteBuffer out =
                ByteBuffer.allocate(
                        Math.addExact(head.length, Math.multiplyExact(record, blocks.size())));
        out.order(ByteOrder.LITTLE_ENDIAN).put(head);
        for (int second = 0; second < blocks.size(); second++) {
            for (EdfSignal signal : signals) {
                for (int i = 0; i < SampledLane.RATE; i++) {
                    out.putShort(signal.digital(second * SampledLane.RATE + i));
                }
            }
            out.put(blocks.get(second));
        }
        return out.array();
    }
}
