package org.attune.ui;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The therapist's own words for what the display says: their method card. Short, so that the strip
 * never cuts them, and plain, so that no text can change what stands around it. Immutable, any
 * thread.
 *
 * @param sayings of every saying, at most 40 characters; empty for Attune's own words
 */
public record WordSettings(Map<Saying, String> sayings) {
    /** All in Attune's words. */
    public static final WordSettings NONE = new WordSettings(Map.of());

    /** The longest, in characters. */
    public static final int MOST = 40;

    /**
     * @throws IllegalArgumentException naming rule, saying and words where they will not do
     */
    public WordSettings {
        Map<Saying, String> all = new EnumMap<>(Saying.class);
        for (Saying each : Saying.values()) {
            all.put(each, plain(each.setting(), sayings.getOrDefault(each, ""), MOST));
        }
        sayings = Collections.unmodifiableMap(all);
    }

    /**
     * Returns {@code words} without what surrounds them.
     *
     * @throws IllegalArgumentException where they are longer than {@code most}, of several lines,
     *     or hold what is not seen: controls of the screen, of direction, of nothing at all
     */
    static String plain(String name, String words, int most) {
        if (words.codePointCount(0, words.length()) > most) {
            throw new IllegalArgumentException(
                    "must have at most " + most + " characters: " + name + "=" + words);
        }
        if (!words.codePoints().allMatch(WordSettings::isSeen)) {
            throw new IllegalArgumentException(
                    "must be plain words on one line: " + name + "=" + words);
        }
        return words.strip();
    }

    private static boolean isSeen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED ->
                    false;
            default -> true;
        };
    }

    /**
     * The words of all sayings by the name each has in a settings file.
     *
     * @throws IllegalArgumentException as the constructor
     */
    public static WordSettings named(UnaryOperator<String> wordsOf) {
        Map<Saying, String> sayings = new EnumMap<>(Saying.class);
        for (Saying each : Saying.values()) {
            sayings.put(each, wordsOf.apply(each.setting()));
        }
        return new WordSettings(sayings);
    }

    /** The words by the names of their sayings in a settings file, in order. */
    public Map<String, String> byName() {
        Map<String, String> names = new LinkedHashMap<>();
        sayings.forEach((saying, words) -> names.put(saying.setting(), words));
        return names;
    }

    /** The same with other words for one saying. */
    public WordSettings with(Saying saying, String words) {
        Map<Saying, String> other = new EnumMap<>(Saying.class);
        other.putAll(sayings);
        other.put(saying, words);
        return new WordSettings(other);
    }

    /** The words for {@code saying}; empty for Attune's own. */
    public Optional<String> of(Saying saying) {
        return Optional.ofNullable(sayings.get(saying)).filter(words -> !words.isEmpty());
    }
}
