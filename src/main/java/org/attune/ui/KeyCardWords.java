package org.attune.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is written on the card with the keys. Immutable, any thread.
 *
 * @param words in which language, and which key is which
 * @param view of which session
 * @param numbers whether reasons are given in numbers
 * @param pressed how often a key was pressed
 * @param guessing whether the state is hidden, and with it every reason
 */
record KeyCardWords(
        LiveWords words, LiveView view, boolean numbers, int pressed, boolean guessing) {
    private static final List<Act> GUESSES =
            List.of(
                    Act.GUESS_USUAL,
                    Act.GUESS_RISING,
                    Act.GUESS_HIGH,
                    Act.GUESS_SETTLING,
                    Act.GUESS_QUIET,
                    Act.REVEAL);

    /** What is written beside a key. */
    record Entry(String key, String words) {}

    /** Reasons first, then what the display is and what is kept. */
    List<String> paragraphs() {
        List<String> paragraphs = new ArrayList<>();
        view.fault().ifPresent(fault -> paragraphs.add(words.text("card.fault", fault)));
        for (LaneView lane : view.lanes()) {
            String why = numbers ? lane.whyInNumbers() : lane.why();
            String whose = view.lanes().size() > 1 ? lane.code() + ": " : "";
            if (!guessing) {
                paragraphs.add(whose + why);
            }
            paragraphs.add(whose + lane.sensor());
        }
        paragraphs.add(words.limits());
        LiveView.Foot foot = view.foot();
        paragraphs.add(
                foot.recordingWhy().isBlank()
                        ? foot.recording() + "."
                        : foot.recording() + ": " + foot.recordingWhy());
        if (view.simulated()) {
            paragraphs.add(words.text("simulated.why"));
        }
        paragraphs.add(words.text("card.pressed", pressed));
        paragraphs.add(words.text("card.edit"));
        return paragraphs;
    }

    List<Entry> marks() {
        List<Entry> marks = new ArrayList<>();
        for (Act act : Act.values()) {
            act.mark().ifPresent(kind -> marks.add(new Entry(words.key(act), words.mark(kind))));
        }
        return marks;
    }

    List<Entry> session() {
        return List.of(
                entry("0-9", "card.number"),
                entry(words.key(Act.TEN) + " " + KeySettings.TEN_ON_PAD, "card.number.ten"),
                entry(phases(), "card.phases"),
                entry(Act.PROFILE, "card.profile"),
                entry(Act.SET, "card.set"),
                entry(Act.UNDO, "card.undo"),
                entry(Act.SNOOZE, "card.snooze"),
                entry(Act.WITHDRAW, "card.withdraw"),
                entry(Act.DELETE, "card.delete"));
    }

    List<Entry> display() {
        List<Entry> entries = new ArrayList<>();
        if (guessing) {
            for (Act act : GUESSES) {
                entries.add(new Entry(words.key(act), words.act(act)));
            }
            entries.addAll(always());
            return entries;
        }
        entries.add(entry(Act.NUMBERS, numbers ? "card.numbers.hide" : "card.numbers.show"));
        if (view.therapist().isPresent()) {
            entries.add(entry(Act.OWN_LANE, "card.own"));
        }
        entries.add(entry(Act.WHY, "card.why.key"));
        entries.add(entry(Act.BUDGET, "card.budget"));
        entries.add(entry(Act.STRIP, "card.strip"));
        entries.addAll(always());
        return entries;
    }

    /** What the display does whether the state is hidden or not. */
    private List<Entry> always() {
        return List.of(
                entry(Act.HIDE, "card.hide"),
                entry(Act.CARD, "card.card"),
                entry(Act.PACER, "card.pacer"),
                entry(Act.CLIENT_VIEW, "card.client"),
                entry(Act.GUARD, "card.guard"),
                entry(Act.THEME, "card.theme"),
                entry(Act.QUIT, "card.quit"));
    }

    /** The three keys of the phases; where they follow one another, the first and the last. */
    private String phases() {
        String all =
                Stream.of(Act.ARRIVE, Act.WORK, Act.SETTLE)
                        .map(words::key)
                        .collect(Collectors.joining(" "));
        return all.equals("F2 F3 F4") ? "F2-F4" : all;
    }

    private Entry entry(Act act, String name) {
        return entry(words.key(act), name);
    }

    private Entry entry(String key, String name) {
        return new Entry(key, words.text(name));
    }
}
