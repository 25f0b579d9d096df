package org.attune.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the golden cases among the test resources. */
public final class Golden {
    private Golden() {}

    /** The rows of a file of a case without its header, split at commas. */
    public static List<String[]> rows(String path) {
        try (InputStream in = Golden.class.getResourceAsStream("/golden/" + path)) {
            if (in == null) {
                throw new IllegalArgumentException("no such golden file: " + path);
            }
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            List<String[]> rows = new ArrayList<>();
            reader.lines().skip(1).forEach(line -> rows.add(line.split(",", -1)));
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last column of {@code rr.csv} of a case: intervals, ms. */
    public static double[] intervalsMillis(String name) {
        return rows(name + "/rr.csv").stream()
                .mapToDouble(row -> Double.parseDouble(row[row.length - 1]))
                .toArray();
    }

    /** {@code expected.csv} of a case. */
    public static Map<String, Double> expected(String name) {
        Map<String, Double> expected = new LinkedHashMap<>();
        for (String[] row : rows(name + "/expected.csv")) {
            expected.put(row[0], Double.parseDouble(row[1]));
        }
        return expected;
    }

    /** {@code metrics.csv} of a case: every metric by its code. */
    public static Map<String, Double> metrics(String name) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        for (String[] row : rows(name + "/metrics.csv")) {
            metrics.put(row[0], Double.parseDouble(row[1]));
        }
        return metrics;
    }
}
