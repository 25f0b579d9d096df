package org.attune.export;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.attune.consent.DataCategory;
import org.attune.export.ExportContent.Gap;
import org.attune.export.ExportContent.Interval;
import org.attune.export.ExportContent.Mark;
import org.attune.export.ExportContent.Second;

/**
 * Tables for spreadsheets and programs: beats, seconds, gaps and marks, each in a file of its own.
 *
 * <p>RFC 4180 with CRLF, UTF-8 without a byte order mark, decimal points. {@code t_us} and {@code
 * rr_us} are whole microseconds, halves up: the time a beat fell, and the interval that ended in
 * it; beats that round to one microsecond are told one after the other. An absent value is an empty
 * cell. A text cell that a spreadsheet would take for a formula gets an apostrophe in front;
 * columns of numbers are never touched.
 */
public final class CsvTables implements Exporter {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final String FORMULA = "=+-@\t\r";

    @Override
    public String id() {
        return "csv";
    }

    @Override
    public String title() {
        return "Tables of beats, seconds, gaps and marks (CSV)";
    }

    @Override
    public String mediaType() {
        return "text/csv";
    }

    @Override
    public Set<DataCategory> needs() {
        return Set.of();
    }

    @Override
    public Set<DataCategory> holds() {
        return EnumSet.of(
                DataCategory.RR, DataCategory.HR, DataCategory.MARKERS, DataCategory.ESTIMATES);
    }

    @Override
    public void write(ExportGrant grant, ExportContent content, ExportTarget target) {
        Set<DataCategory> granted = content.categories();
        if (granted.contains(DataCategory.RR)) {
            target.add("beats.csv", beats(content));
            target.add("gaps.csv", gaps(content));
        }
        if (granted.contains(DataCategory.HR) || granted.contains(DataCategory.ESTIMATES)) {
            target.add("seconds.csv", seconds(content));
        }
        if (granted.contains(DataCategory.MARKERS) || granted.contains(DataCategory.NOTES)) {
            target.add("marks.csv", marks(content));
        }
    }

    private static StringBuilder beats(ExportContent content) {
        StringBuilder out = new StringBuilder(content.intervals().size() * 64);
        row(out, "time_utc", "t_us", "rr_us", "segment", "flags", "source");
        String source = source(content);
        long at = -1;
        for (Interval each : content.intervals()) {
            // The line of time keeps beats apart by a nanosecond where it was drawn back.
            at = Math.max(microsOf(each.beatNanos()), at + 1);
            row(
                    out,
                    utc(content, nanosOf(at)),
                    Long.toString(at),
                    micros(each.durationNanos()),
                    Integer.toString(each.segment()),
                    name(each.verdict()),
                    source);
        }
        return out;
    }

    private static StringBuilder gaps(ExportContent content) {
        StringBuilder out = new StringBuilder();
        row(out, "from_utc", "from_us", "to_us", "cause");
        for (Gap each : content.gaps()) {
            row(
                    out,
                    utc(content, each.fromNanos()),
                    micros(each.fromNanos()),
                    micros(each.toNanos()),
                    name(Optional.of(each.cause())));
        }
        return out;
    }

    private static StringBuilder seconds(ExportContent content) {
        StringBuilder out = new StringBuilder(content.seconds().size() * 80);
        row(
                out,
                "time_utc",
                "t_us",
                "hr_bpm",
                "state",
                "pace",
                "level",
                "confidence",
                "rmssd_ms",
                "source");
        String source = source(content);
        for (Second each : content.seconds()) {
            row(
                    out,
                    utc(content, each.atNanos()),
                    micros(each.atNanos()),
                    number(each.bpm(), 2),
                    name(each.state()),
                    name(each.pace()),
                    number(each.level(), 4),
                    number(each.confidence(), 3),
                    number(each.rmssdMillis(), 2),
                    source);
        }
        return out;
    }

    private static StringBuilder marks(ExportContent content) {
        StringBuilder out = new StringBuilder();
        row(out, "time_utc", "t_us", "kind", "detail", "text");
        for (Mark each : content.marks()) {
            row(
                    out,
                    utc(content, each.atNanos()),
                    micros(each.atNanos()),
                    name(Optional.of(each.kind())),
                    each.detail(),
                    neutralised(each.text().orElse("")));
        }
        return out;
    }

    private static String source(ExportContent content) {
        return content.simulated() ? "simulated" : name(Optional.of(content.source()));
    }

    /** A leading sign by which a spreadsheet knows a formula is put behind an apostrophe. */
    static String neutralised(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static void row(StringBuilder out, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            out.append(i == 0 ? "" : ",").append(quoted(cells[i]));
        }
        out.append("\r\n");
    }

    private static String quoted(String cell) {
        for (String special : List.of(",", "\"", "\r", "\n")) {
            if (cell.contains(special)) {
                return '"' + cell.replace("\"", "\"\"") + '"';
            }
        }
        return cell;
    }

    private static String utc(ExportContent content, long nanos) {
        Instant rounded = content.startedAt().plusNanos(nanosOf(microsOf(nanos)));
        return UTC.format(rounded);
    }

    private static long microsOf(long nanos) {
        return Math.floorDiv(nanos + 500, 1_000);
    }

    private static long nanosOf(long micros) {
        return micros * 1_000;
    }

    private static String micros(long nanos) {
        return Long.toString(microsOf(nanos));
    }

    private static String number(OptionalDouble value, int places) {
        return value.isPresent() ? Decimals.rounded(value.getAsDouble(), places) : "";
    }

    private static String name(Optional<? extends Enum<?>> constant) {
        return constant.map(each -> each.name().toLowerCase(Locale.ROOT)).orElse("");
    }
}
