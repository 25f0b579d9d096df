package org.attune.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.attune.config.ConfigException;
import org.attune.config.SettingsLoader;
import org.attune.evaluate.Candidate;
import org.attune.evaluate.Prepared;
import org.attune.evaluate.Recording;
import org.attune.evaluate.Source;
import org.attune.evaluate.Track;
import org.attune.evaluate.Tuning;
import org.attune.pipeline.PipelineSettings;

/**
 * Tries settings on every recording with tasks: each combination of the values of all keys, the
 * whole pipeline run anew. Recordings of beats are taken; those of rates only where there are no
 * others.
 */
final class TuneRun {
    private static final int MOST_CANDIDATES = 2000;

    private final List<TunedKey> keys;
    private final String toml;
    private final List<LabelledFolder.Entry> entries;
    private final List<String> refused = new ArrayList<>();

    TuneRun(List<TunedKey> keys, String toml, List<LabelledFolder.Entry> entries) {
        this.keys = keys;
        this.toml = toml;
        List<LabelledFolder.Entry> withTasks =
                entries.stream()
                        .filter(each -> !each.recording().truth().tasks().isEmpty())
                        .toList();
        List<LabelledFolder.Entry> beats =
                withTasks.stream().filter(each -> each.recording().source() != Source.HR).toList();
        this.entries = beats.isEmpty() ? withTasks : beats;
        if (this.entries.isEmpty()) {
            throw new UsageException("--tune needs recordings with tasks among the labels");
        }
    }

    Tuning run(int folds, double mostPerHour) {
        List<Candidate> candidates =
                keys.stream().allMatch(TunedKey::isSetting) ? ofSettings() : ofDetector();
        return Tuning.of(candidates, folds, mostPerHour);
    }

    private List<Candidate> ofSettings() {
        List<Map<TunedKey, String>> combinations = new ArrayList<>();
        combinations.add(Map.of());
        for (TunedKey key : keys) {
            List<Map<TunedKey, String>> longer = new ArrayList<>();
            for (Map<TunedKey, String> each : combinations) {
                for (String value : key.values()) {
                    Map<TunedKey, String> with = new LinkedHashMap<>(each);
                    with.put(key, value);
                    longer.add(with);
                }
            }
            combinations = longer;
        }
        if (combinations.size() > MOST_CANDIDATES) {
            throw new UsageException(
                    "--tune would try "
                            + combinations.size()
                            + " combinations: take fewer values, "
                            + MOST_CANDIDATES
                            + " at most");
        }
        List<Candidate> candidates = new ArrayList<>();
        allowed(combinations)
                .forEach(
                        (name, settings) -> {
                            List<Track> tracks =
                                    Parallel.map(entries, each -> ProductRun.of(each, settings));
                            candidates.add(Candidate.of(name, recordings(), tracks));
                        });
        return candidates;
    }

    /** Combinations that the settings refuse, as two thresholds in the wrong order, are told. */
    private Map<String, PipelineSettings> allowed(List<Map<TunedKey, String>> combinations) {
        Map<String, PipelineSettings> allowed = new LinkedHashMap<>();
        Optional<ConfigException> refusal = Optional.empty();
        for (Map<TunedKey, String> each : combinations) {
            try {
                allowed.put(name(each), settings(each));
            } catch (ConfigException e) {
                refusal = Optional.of(e);
                refused.add(String.valueOf(e.getMessage()));
            }
        }
        if (allowed.isEmpty() && refusal.isPresent()) {
            throw refusal.get();
        }
        return allowed;
    }

    /** What was not tried, and why: one line each. */
    List<String> refused() {
        return refused;
    }

    private PipelineSettings settings(Map<TunedKey, String> combination) {
        String text = toml;
        for (Map.Entry<TunedKey, String> each : combination.entrySet()) {
            text = each.getKey().written(text, each.getValue());
        }
        return SettingsLoader.ofText("--tune " + name(combination), text).pipeline();
    }

    private static String name(Map<TunedKey, String> combination) {
        List<String> parts = new ArrayList<>();
        combination.forEach((key, value) -> parts.add(key.name() + "=" + value));
        return String.join(" ", parts);
    }

    private List<Candidate> ofDetector() {
        if (keys.size() != 1) {
            throw new UsageException(
                    "--tune takes settings (section.key), or one detector compared with, not both");
        }
        TunedKey key = keys.get(0);
        List<Prepared> prepared =
                Parallel.map(
                        entries,
                        each -> Prepared.of(each.recording(), Track.silent(each.recording())));
        List<Candidate> candidates = new ArrayList<>();
        for (String value : key.values()) {
            List<Track> tracks =
                    prepared.stream().map(each -> each.at(key.name(), key.number(value))).toList();
            candidates.add(Candidate.of(key.name() + "=" + value, recordings(), tracks));
        }
        return candidates;
    }

    private List<Recording> recordings() {
        return entries.stream().map(LabelledFolder.Entry::recording).toList();
    }
}
