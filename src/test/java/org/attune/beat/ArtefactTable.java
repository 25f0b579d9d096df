package org.attune.beat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.attune.testkit.ArtefactScore;
import org.attune.testkit.ArtefactScore.Condition;
import org.attune.testkit.ArtefactScore.Rejecting;
import org.attune.testkit.Artefacts.Kind;
import org.attune.testkit.Ectopy;
import org.attune.testkit.Golden;

/**
 * Prints the tables of {@code beat-artefacts.md}: {@code src/build/artefact-table.sh [MITDB]},
 * where MITDB is a folder of annotated records.
 */
final class ArtefactTable {
    private record Clean(String name, int seeds) {}

    private static final List<Clean> SERIES =
            List.of(
                    new Clean("synth-300s", 24),
                    new Clean("rhenan-rest", 12),
                    new Clean("pyhrv-long", 6));

    private ArtefactTable() {}

    public static void main(String[] arguments) throws Exception {
        for (Condition condition : Condition.ALL) {
            System.out.printf("%n### %s%n%n", condition.name());
            System.out.println("| method | found % | good beats lost % | median % | p95 % |");
            System.out.println("|---|---|---|---|---|");
            ways().forEach((name, way) -> System.out.println(line(name, mean(condition, way))));
        }
        System.out.printf("%n### By series and by kind%n%n");
        System.out.println("| series, condition | found % | lost % | median % | p95 % | by kind |");
        System.out.println("|---|---|---|---|---|---|");
        for (Clean series : SERIES) {
            for (Condition condition : Condition.ALL) {
                ArtefactScore score = score(series, condition, ArtefactTable::causal);
                String name = series.name() + ", " + condition.name();
                System.out.println(line(name, score) + byKind(score) + " |");
            }
        }
        if (arguments.length > 0) {
            Ectopy.print(Path.of(arguments[0]), ways());
        }
    }

    static Map<String, Rejecting> ways() {
        Map<String, Rejecting> ways = new LinkedHashMap<>();
        ways.put("none", millis -> new boolean[millis.length]);
        ways.put("Malik 20 %", ArtefactTable::malik);
        ways.put("Karlsson 20 %", ArtefactTable::karlsson);
        ways.put("Lipponen-Tarvainen, centred", ArtefactTable::centred);
        ways.put("**Attune, 2 beats of latency**", ArtefactTable::causal);
        return ways;
    }

    /** The mean over the series, as peers were compared. */
    static ArtefactScore mean(Condition condition, Rejecting way) {
        List<ArtefactScore> scores = new ArrayList<>();
        SERIES.forEach(series -> scores.add(score(series, condition, way)));
        return new ArtefactScore(
                scores.stream().mapToDouble(ArtefactScore::foundPercent).average().orElseThrow(),
                scores.stream().mapToDouble(ArtefactScore::falsePercent).average().orElseThrow(),
                scores.stream().mapToDouble(ArtefactScore::medianPercent).average().orElseThrow(),
                scores.stream().mapToDouble(ArtefactScore::p95Percent).average().orElseThrow(),
                Map.of());
    }

    static ArtefactScore score(Clean series, Condition condition, Rejecting way) {
        double[] clean = Golden.intervalsMillis(series.name());
        return ArtefactScore.of(clean, condition, series.seeds(), way);
    }

    private static String line(String name, ArtefactScore score) {
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %.2f | %.2f | %.1f |",
                name,
                score.foundPercent(),
                score.falsePercent(),
                score.medianPercent(),
                score.p95Percent());
    }

    private static String byKind(ArtefactScore score) {
        StringBuilder text = new StringBuilder(" ");
        for (Map.Entry<Kind, Double> each : score.foundByKind().entrySet()) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%s %.0f ",
                            each.getKey().name().toLowerCase(Locale.ROOT),
                            each.getValue()));
        }
        return text.toString().stripTrailing();
    }

    static boolean[] causal(double[] millis) {
        List<Beat> beats = BeatCleanerTest.judge(new BeatCleaner(CleaningRules.DEFAULT), millis);
        boolean[] rejected = new boolean[millis.length];
        for (int i = 0; i < rejected.length; i++) {
            rejected[i] = !beats.get(i).verdict().isNormal();
        }
        return rejected;
    }

    static boolean[] centred(double[] millis) {
        Verdict[] verdicts = CentredCleaner.judge(millis);
        boolean[] rejected = new boolean[millis.length];
        for (int i = 0; i < rejected.length; i++) {
            rejected[i] = !verdicts[i].isNormal();
        }
        return rejected;
    }

    private static boolean[] karlsson(double[] millis) {
        boolean[] rejected = new boolean[millis.length];
        for (int i = 1; i + 1 < millis.length; i++) {
            double mean = (millis[i - 1] + millis[i + 1]) / 2;
            rejected[i] = Math.abs(millis[i] - mean) > 0.2 * mean;
        }
        return rejected;
    }

    private static boolean[] malik(double[] millis) {
        boolean[] rejected = new boolean[millis.length];
        for (int i = 1; i < millis.length; i++) {
            rejected[i] = Math.abs(millis[i] - millis[i - 1]) > 0.2 * millis[i - 1];
        }
        return rejected;
    }
}
