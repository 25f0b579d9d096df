package org.attune.ui;

import java.util.Locale;
import java.util.Optional;
import org.attune.session.MarkKind;

/**
 * What a key can ask for in a session, in the order of the card with the keys. Each has a key of
 * its own, {@link KeySettings}; the digits are the client's number and cannot be given away.
 */
public enum Act {
    SLOW("S", MarkKind.SLOW),
    GROUND("G", MarkKind.GROUND),
    BREATHE("B", MarkKind.BREATHE),
    PAUSE("P", MarkKind.PAUSE),
    INQUIRE("I", MarkKind.INQUIRE),
    RESUME("R", MarkKind.RESUME),
    COGNITIVE("C", MarkKind.COGNITIVE),
    SOMATIC("O", MarkKind.SOMATIC),
    BEHAVIOURAL("H", MarkKind.BEHAVIOURAL),
    VERBAL("V", MarkKind.VERBAL),
    EMOTIONAL("E", MarkKind.EMOTIONAL),
    WORDS_NOT_BODY("W", MarkKind.WORDS_NOT_BODY),
    FELT("F", MarkKind.FELT),
    ACKNOWLEDGED("A", MarkKind.ACKNOWLEDGED),
    /** The client's own number, 10 out of 10: the digits end at nine. */
    TEN("X", Reach.CHARACTER),
    /** A set of bilateral stimulation begins or ends. */
    SET("M", Reach.CHARACTER),
    UNDO("U", Reach.CHARACTER),
    ARRIVE("F2", Reach.ANY),
    WORK("F3", Reach.ANY),
    SETTLE("F4", Reach.ANY),
    PROFILE("F6", Reach.ANY),
    SNOOZE("Ctrl+S", Reach.ANY),
    WITHDRAW("Ctrl+W", Reach.GUARDED),
    DELETE("Ctrl+D", Reach.GUARDED),
    NUMBERS("N", Reach.ANY),
    OWN_LANE("T", Reach.ANY),
    HIDE("Space", Reach.ANY),
    CARD("?", Reach.ANY),
    WHY("Ctrl+Y", Reach.ANY),
    BUDGET("Ctrl+U", Reach.ANY),
    PACER("Ctrl+P", Reach.ANY),
    CLIENT_VIEW("Ctrl+K", Reach.ANY),
    GUARD("Ctrl+G", Reach.ANY),
    STRIP("Ctrl+B", Reach.ANY),
    THEME("Ctrl+L", Reach.ANY),
    QUIT("Ctrl+Q", Reach.GUARDED),
    /** What the therapist senses, in a session in which the state is hidden. */
    GUESS_USUAL("F7", Reach.ANY),
    GUESS_RISING("F8", Reach.ANY),
    GUESS_HIGH("F9", Reach.ANY),
    GUESS_SETTLING("F11", Reach.ANY),
    GUESS_QUIET("F12", Reach.ANY),
    /** What was shown, beside what was guessed. */
    REVEAL("Ctrl+R", Reach.ANY);

    /** Which keys will do for an act. */
    enum Reach {
        /** One letter or sign, so that a hand finds it, and a terminal too. */
        CHARACTER("must be one letter or sign"),
        ANY("must be one letter or sign, Space, F2 to F12, or Ctrl+ and a letter"),
        /** No slip of a finger ends a session or stops a recording. */
        GUARDED("must be Ctrl+ and a letter, or F2 to F12");

        final String rule;

        Reach(String rule) {
            this.rule = rule;
        }
    }

    private final String standard;
    private final Reach reach;
    private final Optional<MarkKind> mark;

    Act(String standard, MarkKind mark) {
        this.standard = standard;
        this.reach = Reach.CHARACTER;
        this.mark = Optional.of(mark);
    }

    Act(String standard, Reach reach) {
        this.standard = standard;
        this.reach = reach;
        this.mark = Optional.empty();
    }

    /** The mark it enters; empty where it enters none, or one with something more to say. */
    public Optional<MarkKind> mark() {
        return mark;
    }

    /** Its name in the settings. */
    public String setting() {
        return name().toLowerCase(Locale.ROOT);
    }

    String standard() {
        return standard;
    }

    Reach reach() {
        return reach;
    }
}
