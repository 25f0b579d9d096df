package org.attune.evaluate;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * One choice of settings, tried on every recording.
 *
 * @param name the settings in words, {@code key=value}
 * @param trials one for each recording, in the same order for every candidate
 */
public record Candidate(String name, List<Trial> trials) {
    public Candidate {
        trials = List.copyOf(trials);
    }

    /** Tries the product's verdicts under these settings; one track for each recording. */
    public static Candidate of(String name, List<Recording> recordings, List<Track> tracks) {
        if (recordings.size() != tracks.size()) {
            throw new IllegalArgumentException("must be one a recording: tracks=" + tracks.size());
        }
        List<Trial> trials = new java.util.ArrayList<>();
        for (int i = 0; i < tracks.size(); i++) {
            trials.add(Trial.of(recordings.get(i), tracks.get(i)));
        }
        return new Candidate(name, trials);
    }

    Totals totals(Predicate<String> people) {
        Totals totals = Totals.NONE;
        for (Trial trial : trials) {
            totals = people.test(trial.person()) ? totals.plus(trial) : totals;
        }
        return totals;
    }

    /** Of all recordings. */
    public Totals totals() {
        return totals(person -> true);
    }

    /** By data set and source. */
    public Map<String, Totals> byCell() {
        return Trial.byCell(trials);
    }

    /** The area under the ROC curve, over recordings. */
    public Spread auc() {
        return Spread.of(trials.stream().map(Trial::auc).toList());
    }
}
