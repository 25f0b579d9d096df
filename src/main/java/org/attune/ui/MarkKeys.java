package org.attune.ui;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.attune.session.MarkKind;
import org.attune.session.Marker;

/**
 * Which letter enters which mark. Single letters, without a modifier, so that a hand finds them.
 */
public final class MarkKeys {
    /** The client's own number, 10 out of 10: the digits end at nine. */
    static final char TEN = 'X';

    /** The same on a number pad, which has no letters. */
    static final char TEN_ON_PAD = '+';

    /** A set of bilateral stimulation begins or ends. */
    public static final char SET = 'M';

    private MarkKeys() {}

    /** Letters in the order of the key card. */
    public static Map<Character, MarkKind> letters() {
        Map<Character, MarkKind> letters = new LinkedHashMap<>();
        letters.put('S', MarkKind.SLOW);
        letters.put('G', MarkKind.GROUND);
        letters.put('B', MarkKind.BREATHE);
        letters.put('P', MarkKind.PAUSE);
        letters.put('I', MarkKind.INQUIRE);
        letters.put('R', MarkKind.RESUME);
        letters.put('C', MarkKind.COGNITIVE);
        letters.put('O', MarkKind.SOMATIC);
        letters.put('H', MarkKind.BEHAVIOURAL);
        letters.put('V', MarkKind.VERBAL);
        letters.put('E', MarkKind.EMOTIONAL);
        letters.put('W', MarkKind.WORDS_NOT_BODY);
        letters.put('F', MarkKind.FELT);
        letters.put('A', MarkKind.ACKNOWLEDGED);
        return letters;
    }

    /** The mark a letter enters, upper case; empty for a letter that enters none. */
    public static Optional<MarkKind> kindOf(char letter) {
        return Optional.ofNullable(letters().get(letter));
    }

    /** What stands in the box of {@code marker}; empty for entries that are not shown as marks. */
    public static Optional<String> sign(Marker marker) {
        return switch (marker.kind()) {
            case PHASE, SNOOZE, UNDO -> Optional.empty();
            case SUDS -> Optional.of(marker.detail());
            case WORDS_NOT_BODY -> Optional.of("≠");
            case WITHDRAWN -> Optional.of("–");
            case SET -> Optional.of(marker.beginsSet() ? "M" : "m");
            case PROFILE -> Optional.of("F6");
            default ->
                    letters().entrySet().stream()
                            .filter(entry -> entry.getValue() == marker.kind())
                            .map(entry -> String.valueOf(entry.getKey()))
                            .findFirst();
        };
    }
}
