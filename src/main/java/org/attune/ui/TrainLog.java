package org.attune.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.attune.regulation.RegulationState;
import org.attune.time.SessionTime;
import org.attune.ui.trainee.Difference;
import org.attune.ui.trainee.Guess;
import org.attune.ui.trainee.Meant;

/**
 * What a trainee marked so far, and what it is laid beside in the end, in words. Held in memory
 * only. Any thread.
 */
public final class TrainLog {
    private final List<Meant> meant;
    private final LiveWords words;
    private final List<Guess> guesses = new CopyOnWriteArrayList<>();
    private final String family;

    /**
     * @param meant what the simulated client lives through, in order of time
     */
    public TrainLog(List<Meant> meant, LiveWords words) {
        this(meant, words, "train");
    }

    private TrainLog(List<Meant> meant, LiveWords words, String family) {
        this.meant = List.copyOf(meant);
        this.words = words;
        this.family = family;
    }

    /** Of a session with a living client: what is meant is not known there, only what was shown. */
    static TrainLog ofGuesses(LiveWords words) {
        return new TrainLog(List.of(), words, "guess");
    }

    /** The same guesses beside what was shown. */
    TrainLog beside(List<Meant> shown) {
        TrainLog beside = new TrainLog(shown, words, family);
        beside.guesses.addAll(guesses);
        return beside;
    }

    /** Whether what was meant is known, as of a simulated client. */
    boolean knowsWhatWasMeant() {
        return family.equals("train");
    }

    /** The words of that name: of what was meant, or of what was shown. */
    String text(String name, Object... values) {
        return words.text(family + "." + name, values);
    }

    /** Every guess so far, oldest first, in words. */
    List<String> guessed() {
        return guesses.stream()
                .map(
                        each ->
                                LiveWords.clock(SessionTime.ofSeconds(Math.floor(each.at())))
                                        + "  "
                                        + words.word(each.state()))
                .toList();
    }

    /** Which letter says which state. */
    public static Map<Character, RegulationState> letters() {
        Map<Character, RegulationState> letters = new LinkedHashMap<>();
        letters.put('U', RegulationState.USUAL);
        letters.put('R', RegulationState.RISING);
        letters.put('H', RegulationState.HIGH);
        letters.put('S', RegulationState.SETTLING);
        letters.put('Q', RegulationState.QUIET);
        return letters;
    }

    /** The letters, with what they say. */
    public String keys() {
        List<String> keys = new ArrayList<>();
        letters().forEach((letter, state) -> keys.add(letter + " " + words.word(state)));
        return String.join(", ", keys);
    }

    /** Enters a guess; what is to be said of it, or nothing for a letter that says none. */
    public Optional<String> mark(char letter, SessionTime at) {
        RegulationState state = letters().get(Character.toUpperCase(letter));
        if (state == null) {
            return Optional.empty();
        }
        return Optional.of(mark(state, at));
    }

    /** Enters a guess; what is to be said of it. */
    String mark(RegulationState state, SessionTime at) {
        guesses.add(new Guess(at.toSeconds(), state));
        return text("marked", words.word(state), LiveWords.clock(at));
    }

    List<Guess> guesses() {
        return List.copyOf(guesses);
    }

    List<Meant> meant() {
        return meant;
    }

    LiveWords words() {
        return words;
    }

    /** Where they lie apart and by how much, one line each; no sum, no grade. */
    public List<String> differences(SessionTime until) {
        List<String> lines = new ArrayList<>();
        for (Difference each : Difference.between(meant, guesses, until.toSeconds())) {
            lines.add(said(each));
        }
        if (lines.isEmpty()) {
            lines.add(text("none"));
        }
        return lines;
    }

    private String said(Difference d) {
        String at = LiveWords.clock(SessionTime.ofSeconds(Math.floor(d.at())));
        String meantWord = d.meant().map(words::word).orElseGet(() -> text("nothing"));
        if (d.secondsAfter().isPresent()) {
            double after = d.secondsAfter().getAsDouble();
            long whole = Math.round(Math.abs(after));
            String key = whole == 0 ? "same" : after > 0 ? "after" : "before";
            return text(key, at, meantWord, whole);
        }
        return d.marked()
                .map(marked -> text("other", at, words.word(marked), meantWord))
                .orElseGet(() -> text("missed", at, meantWord));
    }
}
