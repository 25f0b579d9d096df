package org.attune.export.edf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.attune.export.ExportContent;
import org.attune.export.SampledLane;
import org.attune.export.UnwritableException;

/** The header of an EDF+ file: fields of fixed width in ASCII. A value too long is refused. */
final class EdfHeader {
    private static final int BLOCK = 256;
    private static final int FIRST_YEAR = 1985;
    private static final int LAST_YEAR = 2084;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("dd.MM.yy", Locale.ROOT);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH.mm.ss", Locale.ROOT);
    private static final List<String> MONTHS =
            List.of(
                    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV",
                    "DEC");

    private final ExportContent content;
    private final ZonedDateTime start;
    private final List<EdfSignal> signals;
    private final int annotationSamples;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    EdfHeader(
            ExportContent content, Instant start, List<EdfSignal> signals, int annotationSamples) {
        this.content = content;
        this.start = start.atZone(ZoneOffset.UTC);
        this.signals = signals;
        this.annotationSamples = annotationSamples;
        if (this.start.getYear() < FIRST_YEAR || this.start.getYear() > LAST_YEAR) {
            throw new UnwritableException(
                    "EDF cannot say a year before 1985 or after 2084; choose another format");
        }
    }

    /** The header of a file of so many records. */
    byte[] bytes(int records) {
        out.reset();
        field(8, "0");
        field(80, content.subject().pseudonym() + " X X X");
        field(80, recording());
        field(8, DATE.format(start));
        field(8, TIME.format(start));
        field(8, Integer.toString(BLOCK * (signals.size() + 2)));
        field(44, "EDF+C");
        field(8, Integer.toString(records));
        field(8, "1");
        field(4, Integer.toString(signals.size() + 1));
        each(16, EdfSignal::label, "EDF Annotations");
        each(80, signal -> printable(signal.transducer(), 80), "");
        each(8, EdfSignal::unit, "");
        each(8, signal -> Integer.toString(EdfSignal.NO_VALUE), "-1");
        each(8, signal -> Integer.toString(signal.most()), "1");
        each(8, signal -> "-32768", "-32768");
        each(8, signal -> "32767", "32767");
        each(80, EdfSignal::note, "");
        each(8, signal -> "" + SampledLane.RATE, Integer.toString(annotationSamples));
        each(32, signal -> "", "");
        return out.toByteArray();
    }

    /** Start, session, nobody's name, and what wrote it; the standard wants these in this order. */
    private String recording() {
        String month = MONTHS.get(start.getMonthValue() - 1);
        String date = DateTimeFormatter.ofPattern("dd", Locale.ROOT).format(start);
        String software = printable("Attune_" + content.provenance().softwareVersion(), 24);
        return "Startdate "
                + (date + "-" + month + "-" + start.getYear())
                + (" " + content.session() + " X ")
                + software.replace(' ', '_')
                + "_UTC"
                + (content.simulated() ? "_SIMULATED" : "");
    }

    private void each(int width, Function<EdfSignal, String> value, String ofAnnotations) {
        signals.forEach(signal -> field(width, value.apply(signal)));
        field(width, ofAnnotations);
    }

    /** A value on the left of a field; never cut, for half a number is another number. */
    private void field(int width, String value) {
        if (value.length() > width) {
            throw new UnwritableException(
                    "EDF has no room for a value of this session ("
                            + value.length()
                            + " signs where "
                            + width
                            + " fit); choose another format");
        }
        byte[] bytes = value.getBytes(StandardCharsets.US_ASCII);
        out.writeBytes(bytes);
        for (int i = bytes.length; i < width; i++) {
            out.write(' ');
        }
    }

    /** Words for people, in printable ASCII and cut to {@code most} signs. */
    private static String printable(String text, int most) {
        String ascii = text.replaceAll("[^\\x20-\\x7E]", "?");
        return ascii.length() > most ? ascii.substring(0, most) : ascii;
    }
}
