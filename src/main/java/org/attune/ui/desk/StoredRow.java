package org.attune.ui.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A recorded session as the list has it, in one language. Immutable.
 *
 * @param of the session
 * @param state how its recording ended, and whether something is missing, in words
 * @param means what that means for whoever looks at it, in a sentence or two
 * @param text all it is found by, in small letters
 */
record StoredRow(DeskActions.Stored of, String state, String means, String text) {
    static StoredRow in(DeskWords words, DeskActions.Stored of) {
        List<String> state = new ArrayList<>();
        List<String> means = new ArrayList<>();
        String ending = "sessions.state." + of.ending().name().toLowerCase(Locale.ROOT);
        if (of.ending() != DeskActions.Ending.CLOSED || !of.isIncomplete()) {
            state.add(words.of(ending));
            means.add(words.of(ending + ".means"));
        }
        if (of.isIncomplete()) {
            state.add(words.of("sessions.state.incomplete"));
            means.add(
                    of.lost() > 0
                            ? words.of("sessions.state.incomplete.means", of.lost())
                            : words.of("sessions.state.damaged.means"));
            means.addAll(of.problems());
        }
        String told = String.join(", ", state);
        String all =
                String.join("\n", of.when(), String.join("\n", of.who()), told)
                        + "\n"
                        + String.join("\n", of.tags());
        return new StoredRow(of, told, String.join(" ", means), all.toLowerCase(Locale.ROOT));
    }

    /** The words wanted, in small letters. */
    static List<String> wanted(String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        return text.isEmpty() ? List.of() : List.of(text.split("\\s+"));
    }

    /** Those of which each word wanted is part of a code, the time, the state or a tag. */
    static List<StoredRow> among(List<StoredRow> all, List<String> wanted) {
        return all.stream().filter(each -> wanted.stream().allMatch(each.text::contains)).toList();
    }

    /** Whether it is not as a recording usually is. */
    boolean isMarked() {
        return of.isIncomplete() || of.ending() == DeskActions.Ending.RECOVERED;
    }
}
