package org.attune.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.attune.export.ExportContent.Gap;
import org.attune.export.ExportContent.Interval;
import org.attune.export.ExportContent.Mark;
import org.attune.export.ExportContent.Second;
import org.attune.export.ExportContent.SensorUsed;
import org.attune.export.bids.BidsExporter;
import org.attune.export.edf.EdfExporter;
import org.attune.export.fhir.FhirExporter;
import org.attune.export.omh.OmhExporter;

/**
 * Writes sessions in the formats that others define, one folder a session and format, for programs
 * of others to read; beside them what they should find, in the file {@code truth.tsv}. Run by
 * {@code .ci/validators.sh}.
 */
public final class OracleExports {
    private static final List<Exporter> FORMATS =
            List.of(new EdfExporter(), new BidsExporter(), new FhirExporter(), new OmhExporter());

    private OracleExports() {}

    /** Writes into the folder that is the only argument. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        for (Map.Entry<String, ExportContent> each : contents().entrySet()) {
            Path session = folder.resolve(each.getKey());
            for (Exporter format : FORMATS) {
                ExportTarget target = new ExportTarget();
                format.write(ExportFixtures.grant(), each.getValue(), target);
                for (Map.Entry<String, byte[]> file : target.files().entrySet()) {
                    Path path = session.resolve(format.id()).resolve(file.getKey());
                    Files.createDirectories(path.getParent());
                    Files.write(path, file.getValue());
                }
            }
            Files.write(session.resolve("truth.tsv"), truth(each.getValue()));
        }
    }

    private static Map<String, ExportContent> contents() {
        Map<String, ExportContent> contents = new LinkedHashMap<>();
        contents.put("session", ExportFixtures.content());
        contents.put("hour", ExportFixtures.steady(Duration.ofHours(1)));
        contents.put("bare", RandomContents.intervalsOnly(ExportFixtures.content()));
        contents.put("simulated", Contents.simulated(ExportFixtures.steady(Duration.ofMinutes(2))));
        contents.put("burst", Contents.burst(ExportFixtures.content(), 300));
        contents.put("odd-1", RandomContents.of(1));
        contents.put("odd-4", RandomContents.of(4));
        return contents;
    }

    /** What was written, in whole nanoseconds of session time; {@code .} is what is absent. */
    public static List<String> truth(ExportContent content) {
        List<String> lines = new ArrayList<>();
        lines.add(row("start", content.startedAt()));
        lines.add(row("first-second", SampledLane.of(content).firstSecond()));
        lines.add(row("pseudonym", content.subject().pseudonym()));
        for (Interval each : content.intervals()) {
            String verdict = each.verdict().map(Enum::name).orElse(".");
            lines.add(row("beat", each.onsetNanos(), each.durationNanos(), verdict));
        }
        for (Gap each : content.gaps()) {
            lines.add(
                    row("gap", each.fromNanos(), each.toNanos() - each.fromNanos(), each.cause()));
        }
        for (Mark each : content.marks()) {
            String text = (each.kind() + " " + each.detail()).strip();
            lines.add(row("mark", each.atNanos(), 0, text.replaceAll("[\\p{Cntrl}]", "?")));
        }
        for (Second each : content.seconds()) {
            if (each.bpm().isPresent()) {
                lines.add(row("hr", each.atNanos(), each.bpm().getAsDouble()));
            }
        }
        for (SensorUsed each : content.sensors()) {
            lines.add(row("sensor", each.model(), each.serial()));
        }
        return lines;
    }

    private static String row(Object... cells) {
        List<String> texts = new ArrayList<>();
        for (Object cell : cells) {
            texts.add(cell.toString());
        }
        return String.join("\t", texts);
    }
}
