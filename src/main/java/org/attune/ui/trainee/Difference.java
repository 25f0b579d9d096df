package org.attune.ui.trainee;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.attune.regulation.RegulationState;

/**
 * Where what was meant and what was marked lie apart: a stretch and when it was marked, or a mark
 * where something else was meant. Seconds, and nothing is summed up. Immutable, any thread.
 *
 * @param at session second: of the beginning of the stretch, or of the mark
 * @param meant what was meant; empty where that is not known
 * @param marked what was marked; empty where the stretch was not marked at all
 * @param secondsAfter how long after its beginning a stretch was marked, below zero where before;
 *     empty for what was not marked, and for a mark where something else was meant
 */
public record Difference(
        double at,
        Optional<RegulationState> meant,
        Optional<RegulationState> marked,
        OptionalDouble secondsAfter) {
    /** A mark so many seconds before a stretch begins is still taken for it. */
    private static final double EARLY_SECONDS = 30;

    /**
     * Lays the two beside each other, in the order of time.
     *
     * @param until session second at which the trainee stopped looking
     */
    public static List<Difference> between(List<Meant> meant, List<Guess> guesses, double until) {
        List<Difference> all = new ArrayList<>();
        List<Guess> unused = new ArrayList<>(guesses);
        for (Meant each : meant) {
            if (each.from() < until) {
                stretch(each, guesses, unused).ifPresent(all::add);
            }
        }
        for (Guess stray : unused) {
            Optional<RegulationState> there = meantAt(meant, stray.at());
            if (there.isEmpty() || there.get() != stray.state()) {
                all.add(
                        new Difference(
                                stray.at(),
                                there,
                                Optional.of(stray.state()),
                                OptionalDouble.empty()));
            }
        }
        all.sort(Comparator.comparingDouble(Difference::at));
        return all;
    }

    private static Optional<Difference> stretch(
            Meant each, List<Guess> guesses, List<Guess> unused) {
        Optional<RegulationState> meant = Optional.of(each.state());
        for (Guess guess : guesses) {
            boolean then = guess.at() >= each.from() - EARLY_SECONDS && guess.at() < each.to();
            if (then && guess.state() == each.state() && unused.remove(guess)) {
                return Optional.of(
                        new Difference(
                                each.from(),
                                meant,
                                meant,
                                OptionalDouble.of(guess.at() - each.from())));
            }
        }
        boolean stood = standing(guesses, each.from()) == each.state();
        return stood
                ? Optional.empty()
                : Optional.of(
                        new Difference(
                                each.from(), meant, Optional.empty(), OptionalDouble.empty()));
    }

    /** What the trainee held at an instant; the usual range before they marked anything. */
    private static RegulationState standing(List<Guess> guesses, double at) {
        return guesses.stream()
                .filter(guess -> guess.at() <= at)
                .reduce((earlier, later) -> later)
                .map(Guess::state)
                .orElse(RegulationState.USUAL);
    }

    private static Optional<RegulationState> meantAt(List<Meant> meant, double at) {
        return meant.stream()
                .filter(each -> each.from() <= at && at < each.to())
                .map(Meant::state)
                .findFirst();
    }
}
