package org.attune.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Settings chosen by leaving people out: for each fold the candidate is chosen on everybody else,
 * and only what it makes of the people left out is counted. Chosen is who switches on newly in the
 * most tasks with few enough false alarms; among equals the one with the fewest, among these the
 * first. When none has few enough, the one with the fewest. People are dealt to folds in the order
 * of their names.
 *
 * @param candidates all that were tried
 * @param folds who was left out, and what came of it
 * @param forAll chosen on everybody: to be used, but not to be quoted
 * @param mostPerHour false alarms allowed per hour of rest
 */
public record Tuning(
        List<Candidate> candidates, List<Fold> folds, Candidate forAll, double mostPerHour) {
    /**
     * One fold.
     *
     * @param people left out
     * @param chosen on all others
     * @param trials of the people left out, under what was chosen
     */
    public record Fold(List<String> people, Candidate chosen, List<Trial> trials) {}

    public Tuning {
        candidates = List.copyOf(candidates);
        folds = List.copyOf(folds);
    }

    /**
     * Chooses.
     *
     * @param foldCount at least 2; at most one for each person is made
     */
    public static Tuning of(List<Candidate> candidates, int foldCount, double mostPerHour) {
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("must not be empty: candidates=0");
        }
        if (foldCount < 2) {
            throw new IllegalArgumentException("must be >= 2: folds=" + foldCount);
        }
        List<Set<String>> dealt = deal(candidates.get(0), foldCount);
        List<Fold> folds = new ArrayList<>();
        for (Set<String> leftOut : dealt) {
            Candidate chosen = choose(candidates, mostPerHour, person -> !leftOut.contains(person));
            folds.add(
                    new Fold(
                            List.copyOf(leftOut),
                            chosen,
                            chosen.trials().stream()
                                    .filter(trial -> leftOut.contains(trial.person()))
                                    .toList()));
        }
        return new Tuning(
                candidates, folds, choose(candidates, mostPerHour, p -> true), mostPerHour);
    }

    /** In the order of names, one after the other, so that no fold is empty. */
    private static List<Set<String>> deal(Candidate any, int foldCount) {
        TreeSet<String> people = new TreeSet<>();
        any.trials().forEach(trial -> people.add(trial.person()));
        List<Set<String>> dealt = new ArrayList<>();
        for (int fold = 0; fold < Math.min(foldCount, people.size()); fold++) {
            dealt.add(new TreeSet<>());
        }
        int next = 0;
        for (String person : people) {
            dealt.get(next++ % dealt.size()).add(person);
        }
        return dealt;
    }

    private static Candidate choose(
            List<Candidate> candidates,
            double mostPerHour,
            java.util.function.Predicate<String> people) {
        record Choice(Candidate candidate, Totals totals) {}
        List<Choice> choices =
                candidates.stream().map(c -> new Choice(c, c.totals(people))).toList();
        Comparator<Choice> fewest = Comparator.comparingInt(c -> c.totals().falseAlarms());
        Comparator<Choice> most = Comparator.comparingInt(c -> -c.totals().newly());
        List<Choice> allowed =
                choices.stream()
                        .filter(c -> !(c.totals().perHour() > mostPerHour))
                        .sorted(most.thenComparing(fewest))
                        .toList();
        return allowed.isEmpty()
                ? choices.stream().sorted(fewest.thenComparing(most)).toList().get(0).candidate()
                : allowed.get(0).candidate();
    }

    /** What the chosen made of people they were not chosen on. */
    public Totals outOfFold() {
        Totals totals = Totals.NONE;
        for (Fold fold : folds) {
            for (Trial trial : fold.trials()) {
                totals = totals.plus(trial);
            }
        }
        return totals;
    }

    /** The same by data set and source. */
    public Map<String, Totals> outOfFoldByCell() {
        return Trial.byCell(folds.stream().flatMap(fold -> fold.trials().stream()).toList());
    }

    /** The area under the ROC curve of people left out, over recordings. */
    public Spread outOfFoldAuc() {
        return Spread.of(
                folds.stream().flatMap(fold -> fold.trials().stream()).map(Trial::auc).toList());
    }
}
