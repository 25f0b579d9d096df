package org.attune.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Single settings given by hand, laid over all files: {@code states.high_above=2.5}, or {@code
 * high_above=2.5} where only one section has that key. Only what can change a conclusion.
 */
final class Overrides {
    /** What the fingerprint covers. */
    private static final Set<String> SECTIONS =
            Set.of(
                    "condition",
                    "timeline",
                    "cleaning",
                    "windows",
                    "level",
                    "electrodes",
                    "pulse",
                    "rate_only",
                    "movement",
                    "baseline",
                    "anchor",
                    "states",
                    "cues");

    private static final Pattern FORM =
            Pattern.compile("(?:([a-z_]+)\\.)?([a-z0-9_]+)\\s*=\\s*([-+.\\w]+)");

    private Overrides() {}

    /**
     * A layer of these settings.
     *
     * @param known every key there is, with its section
     * @param source what to call it in messages
     * @throws ConfigException when one names no key, several, or one that changes no conclusion
     */
    static TomlLayer layer(Set<String> known, String source, List<String> assignments, int layer) {
        StringBuilder text = new StringBuilder();
        for (String each : assignments) {
            Matcher parts = FORM.matcher(each.strip());
            if (!parts.matches()) {
                throw new ConfigException(
                        source + ": \"" + each + "\" is no setting: write cues.budget=5");
            }
            text.append(key(known, source, parts.group(1), parts.group(2)))
                    .append(" = ")
                    .append(parts.group(3))
                    .append('\n');
        }
        return TomlLayer.of(source, text.toString(), layer);
    }

    private static String key(Set<String> known, String source, String section, String key) {
        List<String> found = new ArrayList<>();
        for (String each : new TreeSet<>(known)) {
            int dot = each.indexOf('.');
            boolean named = section == null || each.substring(0, dot).equals(section);
            if (named && each.substring(dot + 1).equals(key)) {
                found.add(each);
            }
        }
        String asked = section == null ? key : section + "." + key;
        if (found.isEmpty()) {
            String remedy =
                    Spelling.nearest(asked, known)
                            .map(near -> "did you mean " + near + "?")
                            .orElse("config/attune.toml lists all");
            throw new ConfigException(source + ": there is no setting " + asked + ": " + remedy);
        }
        found.removeIf(each -> !SECTIONS.contains(each.substring(0, each.indexOf('.'))));
        if (found.isEmpty()) {
            throw new ConfigException(
                    source + ": " + asked + " changes no conclusion: leave it out");
        }
        if (found.size() > 1) {
            throw new ConfigException(
                    source
                            + ": "
                            + asked
                            + " could be "
                            + String.join(" or ", found)
                            + ": say which");
        }
        return found.get(0);
    }
}
