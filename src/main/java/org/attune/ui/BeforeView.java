package org.attune.ui;

import java.util.List;
import java.util.Optional;

/**
 * The page before the session, in words and figures. Immutable, any thread.
 *
 * @param chips the codes of those who are here
 * @param simulated whether any heart is simulated
 * @param who the first line
 * @param consent the second
 * @param sensor the third
 * @param contact the fourth
 * @param beats how long ago each beat of the last half minute fell, seconds
 * @param range the fifth
 * @param progress of the learning, 0 to 1; empty where nothing is learned
 * @param settleShare which part of it is settling
 * @param settle its name
 * @param learn the name of the other part
 */
record BeforeView(
        List<String> chips,
        boolean simulated,
        Line who,
        Line consent,
        Line sensor,
        Line contact,
        List<Double> beats,
        Line range,
        Optional<Double> progress,
        double settleShare,
        String settle,
        String learn) {
    BeforeView {
        chips = List.copyOf(chips);
        beats = List.copyOf(beats);
    }

    /** How far a line is: what is still open never blocks the beginning. */
    enum Sign {
        /** As it should be. */
        DONE,
        /** On its way. */
        PENDING
    }

    /**
     * One line of the page.
     *
     * @param sentence what is the case
     * @param note what belongs to it
     * @param action what a key would do about it; empty where there is nothing to be done
     */
    record Line(Sign sign, String sentence, String note, Optional<Action> action) {
        /** What is said for screen readers. */
        String spoken() {
            return sentence + " " + note + action.map(a -> " " + a.words() + ".").orElse("");
        }
    }

    /**
     * What a key does.
     *
     * @param note under the button; may be empty
     */
    record Action(String words, String key, String note) {}
}
