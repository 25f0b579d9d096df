package org.attune.ui;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.attune.live.LaneSnapshot;
import org.attune.live.LiveSnapshot;
import org.attune.regulation.Reason;
import org.attune.regulation.RegulationState;
import org.attune.session.Role;

/**
 * How one person stands, in words: a sentence, the few words of the strip, and why. Pure, any
 * thread.
 *
 * @param words in the language of the display
 * @param standing what is said
 * @param own whether it is said to the therapist of their own heart
 */
record StandingWords(LiveWords words, Standing standing, boolean own) {
    /** From this much on, movement is no longer called little; thousandths of g. */
    static final double SOME_MOVEMENT_MILLI_G = LanePresenter.MOVING_MILLI_G / 2;

    static StandingWords of(LiveWords words, LiveSnapshot snapshot, LaneSnapshot lane) {
        boolean own = lane.participant().lane().role() == Role.THERAPIST;
        return new StandingWords(words, Standing.of(snapshot, lane), own);
    }

    /** The sentence beside the word; it says so where today's own range is not what is meant. */
    String sentence() {
        if (standing.state() == RegulationState.UNKNOWN) {
            return words.text("sentence.unknown", because());
        }
        StringBuilder sentence =
                new StringBuilder(
                        ownWords()
                                .map(StandingWords::ended)
                                .orElseGet(() -> said("sentence.", ".own", own)));
        if (standing.state() == RegulationState.HIGH && standing.ease()) {
            sentence.append(' ')
                    .append(
                            words.own(Saying.EASE)
                                    .filter(each -> !own)
                                    .map(StandingWords::ended)
                                    .orElseGet(() -> words.text("sentence.ease")));
        }
        standing.figure(Reason.Code.EARLIER_SESSIONS)
                .ifPresent(
                        sessions ->
                                sentence.append(' ')
                                        .append(
                                                words.text(
                                                        "sentence.earlier",
                                                        words.whole(sessions))));
        return sentence.toString();
    }

    /** The few words of the edge strip. */
    String strip() {
        if (standing.state() == RegulationState.UNKNOWN) {
            return words.text("strip.unknown", because());
        }
        return ownWords()
                .map(each -> standing.earlier() ? words.text("strip.own.earlier", each) : each)
                .orElseGet(() -> said("strip.", ".earlier", standing.earlier()));
    }

    /** What the therapist says of a client in this state, where they have words of their own. */
    private Optional<String> ownWords() {
        return switch (standing.state()) {
            case UNKNOWN, LEARNING -> Optional.empty();
            default ->
                    own
                            ? Optional.empty()
                            : words.own(Saying.valueOf(manner().toUpperCase(Locale.ROOT)));
        };
    }

    private static String ended(String sentence) {
        char last = sentence.charAt(sentence.length() - 1);
        return ".!?…:".indexOf(last) >= 0 ? sentence : sentence + ".";
    }

    /** Why nothing is known; empty when something is. */
    String because() {
        return standing.state() == RegulationState.UNKNOWN
                ? ReasonWords.unknown(words, standing.unknownBecause())
                : "";
    }

    private String said(String family, String variant, boolean wanted) {
        String key = family + manner();
        return words.text(wanted && words.has(key + variant) ? key + variant : key);
    }

    private String manner() {
        return switch (standing.state()) {
            case RISING -> standing.moving() ? "moving" : "rising";
            case HIGH -> standing.holding() ? "holding" : "climbing";
            default -> standing.state().name().toLowerCase(Locale.ROOT);
        };
    }

    /**
     * Why it is said, in one sentence.
     *
     * @param numbers whether beats a minute may be named
     */
    String why(boolean numbers) {
        if (standing.state() == RegulationState.UNKNOWN) {
            return sentence();
        }
        StringBuilder line = new StringBuilder(lead());
        for (Reason reason : standing.reasons()) {
            boolean isSaid =
                    switch (reason.code()) {
                        case HELD, DELAY -> false;
                        case LEVEL, SLOPE -> numbers;
                        default -> true;
                    };
            if (isSaid) {
                line.append(", ").append(reason(reason));
            }
        }
        standing.delaySeconds()
                .ifPresent(s -> line.append(", ").append(reason(new Reason(Reason.Code.DELAY, s))));
        return line.append('.').toString();
    }

    /** How sure the conclusion is, of the data and not of the person; empty where there is none. */
    String sure() {
        return standing.state() == RegulationState.UNKNOWN
                ? ""
                : words.text("why.sure", words.whole(Math.floor(100 * standing.confidence())));
    }

    private String reason(Reason reason) {
        return ReasonWords.of(words, reason);
    }

    private String lead() {
        String what = words.text("why", standing.state());
        OptionalDouble held = standing.figure(Reason.Code.HELD);
        return held.isPresent()
                ? words.text("why.held", what, words.duration(held.getAsDouble()))
                : what;
    }
}
