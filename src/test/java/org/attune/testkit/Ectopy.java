package org.attune.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.attune.testkit.ArtefactScore.Rejecting;

/**
 * Annotated ECG records: of the intervals that touch an ectopic beat (end with one or follow one),
 * how many are rejected, and of the rejected, how many touch one. Records that are paced or mostly
 * in fibrillation are left out of the sums.
 */
public final class Ectopy {
    private static final Set<String> LEFT_OUT =
            Set.of(
                    "102", "104", "107", "217", // paced
                    "201", "202", "203", "210", "219", "221", "222"); // fibrillation

    /** A record: its intervals and, for each, the kind of ectopic beat it touches, or "". */
    private static final class EcgRecord {
        final String name;
        final double[] millis;
        final String[] kinds;

        EcgRecord(String name, double[] millis, String[] kinds) {
            this.name = name;
            this.millis = millis;
            this.kinds = kinds;
        }
    }

    private Ectopy() {}

    /** Prints the table for {@code folder}. */
    public static void print(Path folder, Map<String, Rejecting> ways) throws IOException {
        List<EcgRecord> records = records(folder);
        System.out.printf("%n### Ectopic beats, annotated ECG (intervals touching one)%n%n");
        System.out.println(
                "| method | sensitivity | PPV | specificity | without fusion beats: sensitivity,"
                        + " PPV | by kind |");
        System.out.println("|---|---|---|---|---|---|");
        ways.forEach((name, way) -> System.out.println(line(name, records, way)));
        System.out.printf("%n| record | touching | sensitivity | falsely rejected | beats |%n");
        System.out.println("|---|---|---|---|---|");
        Rejecting last = List.copyOf(ways.values()).get(ways.size() - 1);
        records.forEach(record -> System.out.println(line(record, last)));
    }

    private static String line(String name, List<EcgRecord> records, Rejecting way) {
        int[] hit = new int[2];
        int[] missed = new int[2];
        int falselyRejected = 0;
        int good = 0;
        Map<String, int[]> kinds = new TreeMap<>();
        for (EcgRecord record : records) {
            if (LEFT_OUT.contains(record.name)) {
                continue;
            }
            boolean[] rejected = way.apply(record.millis);
            for (int i = 0; i < rejected.length; i++) {
                String kind = record.kinds[i];
                if (kind.isEmpty()) {
                    good++;
                    falselyRejected += rejected[i] ? 1 : 0;
                    continue;
                }
                int[] of = kinds.computeIfAbsent(kind, k -> new int[2]);
                of[1]++;
                of[0] += rejected[i] ? 1 : 0;
                int fusion = kind.equals("F") ? 1 : 0;
                hit[fusion] += rejected[i] ? 1 : 0;
                missed[fusion] += rejected[i] ? 0 : 1;
            }
        }
        StringBuilder byKind = new StringBuilder();
        kinds.forEach(
                (kind, of) ->
                        byKind.append(
                                String.format(
                                        Locale.ROOT,
                                        "%s %.2f of %d; ",
                                        kind,
                                        (double) of[0] / of[1],
                                        of[1])));
        int hits = hit[0] + hit[1];
        return String.format(
                Locale.ROOT,
                "| %s | %.3f | %.3f | %.4f | %.3f, %.3f | %s|",
                name,
                share(hits, hits + missed[0] + missed[1]),
                share(hits, hits + falselyRejected),
                1 - share(falselyRejected, good),
                share(hit[0], hit[0] + missed[0]),
                share(hit[0], hit[0] + falselyRejected),
                byKind);
    }

    private static String line(EcgRecord record, Rejecting way) {
        boolean[] rejected = way.apply(record.millis);
        int touching = 0;
        int hit = 0;
        int falselyRejected = 0;
        for (int i = 0; i < rejected.length; i++) {
            boolean touches = !record.kinds[i].isEmpty();
            touching += touches ? 1 : 0;
            hit += touches && rejected[i] ? 1 : 0;
            falselyRejected += !touches && rejected[i] ? 1 : 0;
        }
        return String.format(
                Locale.ROOT,
                "| %s%s | %d | %.3f | %d | %d |",
                record.name,
                LEFT_OUT.contains(record.name) ? " (left out)" : "",
                touching,
                share(hit, touching),
                falselyRejected,
                rejected.length);
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private static List<EcgRecord> records(Path folder) throws IOException {
        List<EcgRecord> records = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".rr.tsv")).sorted().toList()) {
                records.add(record(file));
            }
        }
        return records;
    }

    private static EcgRecord record(Path file) throws IOException {
        String name = file.getFileName().toString().replace(".rr.tsv", "");
        List<String> lines = Files.readAllLines(file);
        double[] seconds = new double[lines.size() - 1];
        double[] millis = new double[seconds.length];
        for (int i = 0; i < seconds.length; i++) {
            String[] cells = lines.get(i + 1).split("\t");
            seconds[i] = Double.parseDouble(cells[0]);
            millis[i] = Double.parseDouble(cells[1]);
        }
        String[] ends = new String[seconds.length];
        for (String line : Files.readAllLines(file.resolveSibling(name + ".labels.tsv"))) {
            String[] cells = line.split("\t");
            if (cells[2].startsWith("beat:")) {
                ends[nearest(seconds, Double.parseDouble(cells[1]))] = cells[2].substring(5);
            }
        }
        String[] kinds = new String[ends.length];
        for (int i = 0; i < kinds.length; i++) {
            String before = i > 0 ? ends[i - 1] : null;
            kinds[i] = ends[i] != null ? ends[i] : before != null ? before : "";
        }
        return new EcgRecord(name, millis, kinds);
    }

    private static int nearest(double[] seconds, double at) {
        int best = 0;
        for (int i = 1; i < seconds.length; i++) {
            if (Math.abs(seconds[i] - at) < Math.abs(seconds[best] - at)) {
                best = i;
            }
        }
        return best;
    }
}
