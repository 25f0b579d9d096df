package org.attune.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.attune.consent.ConsentForm;
import org.attune.consent.ConsentScope;
import org.attune.consent.DataCategory;
import org.attune.consent.Purpose;

/**
 * A consent form as text: a head of {@code key: value} lines between two lines of three dashes,
 * then Markdown. A section whose first lines are {@code - choice: …} and the like is a choice; the
 * section of the receipt's words holds one {@code - name: word} a line.
 */
final class FormText {
    private static final String WORDS = "Words of the receipt";
    private static final Pattern TICKED = Pattern.compile("\\[[xX✓✗]\\]|☑|☒");
    private static final List<String> NEEDED_WORDS =
            List.of(
                    "title",
                    "yours",
                    "nothing",
                    "nothing-follows",
                    "who",
                    "with",
                    "what",
                    "why",
                    "agreed",
                    "not-agreed",
                    "to-whom",
                    "kept-until",
                    "stop",
                    "stop-how",
                    "questions",
                    "self",
                    "guardian",
                    "representative",
                    "assent-given",
                    "assent-refused",
                    "no-end",
                    "signature",
                    "date",
                    "number",
                    "form-word",
                    "version-word",
                    "text-hash",
                    "key",
                    "no-data",
                    "withdrawn",
                    "language-name");

    private final String source;
    private final String text;
    private final List<String> lines;
    private final Map<String, String> head = new LinkedHashMap<>();
    private final List<ConsentForm.Choice> choices = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private final Map<String, String> words = new LinkedHashMap<>();
    private String title = "";
    private String opening = "";

    private FormText(String source, String text) {
        this.source = source;
        this.text = text;
        this.lines = text.replace("\uFEFF", "").lines().toList();
    }

    /**
     * @throws ConfigException naming source and line when the text is no form
     */
    static ConsentForm parse(String source, String text) {
        return new FormText(source, text).form();
    }

    private ConsentForm form() {
        int at = readHead();
        while (at < lines.size()) {
            int end = at + 1;
            while (end < lines.size() && !isHeading(lines.get(end))) {
                end++;
            }
            section(at, end);
            at = end;
        }
        refuseIfIncomplete();
        return new ConsentForm(
                headed("form"),
                headed("version"),
                headed("language"),
                headed("practice"),
                headed("contact"),
                headed("therapist"),
                headed("location"),
                title,
                opening,
                choices,
                notices,
                words,
                text,
                sha256(text));
    }

    private int readHead() {
        int at = 0;
        if (lines.isEmpty() || !lines.get(0).strip().equals("---")) {
            throw unusable(1, "a form begins with a line of three dashes");
        }
        for (at = 1; at < lines.size() && !lines.get(at).strip().equals("---"); at++) {
            String line = lines.get(at);
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw unusable(at + 1, "the head of a form holds lines like 'version: 1'");
            }
            head.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        }
        return at + 1;
    }

    private static boolean isHeading(String line) {
        return line.startsWith("# ") || line.startsWith("## ");
    }

    private void section(int from, int to) {
        String first = lines.get(from);
        Map<String, String> items = new LinkedHashMap<>();
        List<String> list = new ArrayList<>();
        StringBuilder prose = new StringBuilder();
        for (int i = from + 1; i < to; i++) {
            String line = lines.get(i).strip();
            if (TICKED.matcher(line).find()) {
                throw unusable(i + 1, "nothing may be ticked beforehand");
            }
            if (line.startsWith("- ")) {
                list.add(line.substring(2).strip());
                int colon = line.indexOf(':');
                if (colon > 2) {
                    items.put(line.substring(2, colon).strip(), line.substring(colon + 1).strip());
                }
            } else if (!line.isEmpty()) {
                prose.append(prose.length() == 0 ? "" : " ").append(line);
            }
        }
        if (first.startsWith("# ")) {
            title = first.substring(2).strip();
            opening = prose.toString();
        } else if (first.startsWith("## ") && items.containsKey("choice")) {
            choices.add(choice(from + 1, first.substring(3).strip(), items, prose.toString()));
        } else if (first.equals("## " + WORDS)) {
            words.putAll(items);
        } else {
            notices.addAll(list);
        }
    }

    private ConsentForm.Choice choice(
            int line, String heading, Map<String, String> items, String says) {
        for (String needed : List.of("choice", "scopes", "categories", "purpose", "who", "until")) {
            if (items.getOrDefault(needed, "").isEmpty()) {
                throw unusable(line, "the choice does not say '" + needed + "'");
            }
        }
        if (says.isEmpty()) {
            throw unusable(line, "the choice does not say what it means");
        }
        Set<ConsentScope> scopes = EnumSet.noneOf(ConsentScope.class);
        scopes.addAll(known(line, items.getOrDefault("scopes", ""), ConsentScope::ofCode));
        Set<DataCategory> categories = EnumSet.noneOf(DataCategory.class);
        categories.addAll(known(line, items.getOrDefault("categories", ""), DataCategory::ofCode));
        Set<String> needs = new LinkedHashSet<>(parts(items.getOrDefault("needs", "")));
        for (String need : needs) {
            if (choices.stream().noneMatch(earlier -> earlier.id().equals(need))) {
                throw unusable(line, "the choice needs '" + need + "', which stands nowhere above");
            }
        }
        return new ConsentForm.Choice(
                items.getOrDefault("choice", ""),
                heading,
                says,
                items.getOrDefault("who", ""),
                items.getOrDefault("until", ""),
                needs,
                scopes,
                categories,
                known(line, items.getOrDefault("purpose", ""), Purpose::ofCode).get(0));
    }

    private <T> List<T> known(int line, String codes, Function<String, Optional<T>> ofCode) {
        return parts(codes).stream()
                .map(
                        code ->
                                ofCode.apply(code)
                                        .orElseThrow(
                                                () -> unusable(line, "unknown: '" + code + "'")))
                .toList();
    }

    private static List<String> parts(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private void refuseIfIncomplete() {
        if (title.isEmpty() || choices.isEmpty()) {
            throw unusable(lines.size(), "a form has a title and at least one choice");
        }
        List<String> needed = new ArrayList<>(NEEDED_WORDS);
        Arrays.stream(ConsentScope.values()).forEach(each -> needed.add("scope-" + each.code()));
        Arrays.stream(DataCategory.values()).forEach(each -> needed.add("category-" + each.code()));
        Arrays.stream(Purpose.values()).forEach(each -> needed.add("purpose-" + each.code()));
        for (String word : needed) {
            if (words.getOrDefault(word, "").isEmpty()) {
                throw unusable(
                        lines.size(), "under '" + WORDS + "' there is no word for '" + word + "'");
            }
        }
    }

    private String headed(String key) {
        String value = head.getOrDefault(key, "");
        if (value.isEmpty()) {
            throw unusable(1, "the head does not say '" + key + "'");
        }
        return value;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new ConfigException(
                    "this Java runtime lacks SHA-256: use a complete Java 17 or newer", e);
        }
    }

    private ConfigException unusable(int line, String because) {
        return new ConfigException(source + " line " + line + ": " + because);
    }
}
