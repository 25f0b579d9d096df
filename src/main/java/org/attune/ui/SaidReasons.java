package org.attune.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reasons that other parts of the program give in English, since commands and logs speak English,
 * said in the language of the display. A reason that is not known here stays as it was: better a
 * foreign word than none. Immutable, any thread.
 */
final class SaidReasons {
    private static final String FAMILY = "said.";
    private static final Pattern HOLE = Pattern.compile("\\{\\d}");

    /** An English reason with holes, and its key. */
    private record Phrase(Pattern english, String key) {}

    private final List<Phrase> phrases = new ArrayList<>();
    private final ResourceBundle spoken;

    SaidReasons(ResourceBundle spoken) {
        this.spoken = spoken;
        ResourceBundle english = WordBundle.in("org.attune.ui.words", Locale.ENGLISH);
        for (String key : new TreeSet<>(english.keySet())) {
            if (key.startsWith(FAMILY)) {
                phrases.add(new Phrase(pattern(english.getString(key)), key));
            }
        }
    }

    /** The reason with its holes as groups, everything else to the letter. */
    private static Pattern pattern(String template) {
        StringBuilder pattern = new StringBuilder();
        Matcher holes = HOLE.matcher(template);
        int from = 0;
        while (holes.find()) {
            pattern.append(Pattern.quote(template.substring(from, holes.start()))).append("(.+)");
            from = holes.end();
        }
        return Pattern.compile(pattern.append(Pattern.quote(template.substring(from))).toString());
    }

    /** {@code english} in the language of the display. */
    String of(String english) {
        return known(english).orElseGet(() -> listed(english));
    }

    private Optional<String> known(String english) {
        for (Phrase each : phrases) {
            Matcher said = each.english().matcher(english);
            if (said.matches()) {
                Object[] values = new Object[said.groupCount()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = known(said.group(i + 1)).orElse(said.group(i + 1));
                }
                return Optional.of(WordBundle.fill(spoken.getString(each.key()), values));
            }
        }
        return Optional.empty();
    }

    /** Reasons of several people: {@code client: one, another; partner: one}. */
    private String listed(String english) {
        StringJoiner people = new StringJoiner("; ");
        for (String person : english.split("; ", -1)) {
            int colon = person.indexOf(": ");
            String who = colon < 0 ? "" : person.substring(0, colon + 2);
            StringJoiner reasons = new StringJoiner(", ");
            for (String reason : person.substring(who.length()).split(", ", -1)) {
                reasons.add(known(reason).orElse(reason));
            }
            people.add(who + reasons);
        }
        return people.toString();
    }
}
