package org.attune.export;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import org.attune.consent.DataCategory;
import org.attune.consent.ExportRequest;

/**
 * Exactly what would leave: made from the very bytes that would be written. Immutable.
 *
 * @param request what was asked for, recipient and purpose included
 * @param files in the order of their paths
 * @param categories whose data are in them
 * @param from the earliest instant of the data
 * @param until the latest
 * @param simulated whether no living heart is behind them
 * @param leftOut what stays, and why
 */
public record ExportPreview(
        ExportRequest request,
        List<FileOut> files,
        Set<DataCategory> categories,
        Instant from,
        Instant until,
        boolean simulated,
        List<LeftOut.Thing> leftOut) {
    private static final List<String> TABLES = List.of(".csv", ".tsv", ".txt");

    public ExportPreview {
        files = List.copyOf(files);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * A file.
     *
     * @param path within the export
     * @param bytes its size
     * @param rows its lines, where it is a table
     */
    public record FileOut(String path, long bytes, OptionalLong rows) {}

    static ExportPreview of(
            ExportOrder order,
            ExportContent content,
            SortedMap<String, byte[]> files,
            List<LeftOut.Thing> leftOut) {
        List<FileOut> out = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            out.add(
                    new FileOut(
                            file.getKey(),
                            file.getValue().length,
                            rows(file.getKey(), file.getValue())));
        }
        return new ExportPreview(
                order.request(),
                out,
                content.categories(),
                content.startedAt(),
                content.startedAt().plusNanos(content.durationNanos()),
                content.simulated(),
                leftOut);
    }

    private static OptionalLong rows(String path, byte[] bytes) {
        if (TABLES.stream().noneMatch(path::endsWith)) {
            return OptionalLong.empty();
        }
        long rows = 0;
        for (byte each : bytes) {
            rows += each == '\n' ? 1 : 0;
        }
        return OptionalLong.of(rows);
    }
}
