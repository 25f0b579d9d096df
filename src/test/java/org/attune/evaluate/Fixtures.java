package org.attune.evaluate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Real recordings among the test resources, and made-up ones. */
final class Fixtures {
    private Fixtures() {}

    static List<String> lines(String path) {
        try (InputStream in = Fixtures.class.getResourceAsStream("/org/attune/evaluate/" + path)) {
            if (in == null) {
                throw new IllegalArgumentException("no such resource: " + path);
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Series series(String path) {
        List<String[]> rows = lines(path).stream().skip(1).map(l -> l.split("\t", -1)).toList();
        return new Series(
                rows.stream().mapToDouble(row -> Double.parseDouble(row[0])).toArray(),
                rows.stream().mapToDouble(row -> Double.parseDouble(row[1])).toArray());
    }

    static Recording recording(String folder, String name, Source source) {
        String stem = "recordings/" + folder + "/" + name;
        Truth truth = Truth.of(Label.parse(name, lines(stem + ".labels.tsv"))).orElseThrow();
        return Recording.of(
                folder,
                name,
                source,
                truth,
                series(stem + "." + source.word() + ".tsv"),
                Optional.of(series(stem + ".activity.tsv")));
    }

    /** Labels as {@code from to name} each. */
    static Truth truth(Object... labels) {
        List<Label> list = new java.util.ArrayList<>();
        for (int i = 0; i < labels.length; i += 3) {
            list.add(
                    new Label(
                            ((Number) labels[i]).doubleValue(),
                            ((Number) labels[i + 1]).doubleValue(),
                            (String) labels[i + 2]));
        }
        return Truth.of(list).orElseThrow();
    }

    static BitSet seconds(int... fromTo) {
        BitSet bits = new BitSet();
        for (int i = 0; i < fromTo.length; i += 2) {
            bits.set(fromTo[i], fromTo[i + 1]);
        }
        return bits;
    }

    /** A track with these seconds in alarm, judged all along. */
    static Track track(Truth truth, int... alarmFromTo) {
        int seconds = truth.seconds();
        BitSet alarm = seconds(alarmFromTo);
        double[] score = new double[seconds];
        for (int s = 0; s < seconds; s++) {
            score[s] = alarm.get(s) ? 1 : 0;
        }
        return Track.of("made up", score, alarm, AlarmRule.cues(alarm), seconds(0, seconds));
    }

    static Recording recording(String name, Truth truth) {
        Series none = new Series(new double[0], new double[0]);
        return Recording.of("made-up", name, Source.RR, truth, none, Optional.empty());
    }

    static RecordingFigures figures(String name, Truth truth, int... alarmFromTo) {
        Recording recording = recording(name, truth);
        List<Response> responses = truth.tasks().stream().map(task -> Response.UNCOMPARED).toList();
        return RecordingFigures.of(recording, track(truth, alarmFromTo), responses);
    }
}
