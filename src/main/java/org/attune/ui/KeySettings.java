package org.attune.ui;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.swing.KeyStroke;
import org.attune.session.MarkKind;
import org.attune.session.Marker;

/**
 * Which key asks for what in a session. No two acts share a key, and none takes a key that means
 * something everywhere: a wrong mark is worse than none. Immutable, any thread.
 *
 * @param strokes the key of every act, by name: {@code S}, {@code Space}, {@code F3}, {@code
 *     Ctrl+S}; letters in upper case
 */
public record KeySettings(Map<Act, String> strokes) {
    /** The client's ten on a number pad, which has no letters. */
    public static final char TEN_ON_PAD = '+';

    private static final Pattern CONTROL = Pattern.compile("(?i)(ctrl|strg)\\s*\\+\\s*([a-z])");
    private static final Pattern FUNCTION = Pattern.compile("(?i)f([1-9]|1[0-2])");

    /** What a terminal asks with: work phase, withdraw, delete, end. */
    private static final Set<Character> OF_TERMINAL = Set.of('Z', 'K', 'D', 'Q');

    /** The keys as they are delivered. */
    public static final KeySettings DEFAULT = new KeySettings(standard());

    /** Two acts with one key. */
    public static final class Shared extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;
        private final Act first;
        private final Act second;

        Shared(Act first, Act second, String stroke) {
            super(
                    "must not be the key of "
                            + first.setting()
                            + " too: "
                            + second.setting()
                            + "="
                            + stroke);
            this.first = first;
            this.second = second;
        }

        /** The settings' names of both. */
        public List<String> names() {
            return List.of(first.setting(), second.setting());
        }

        Act first() {
            return first;
        }

        Act second() {
            return second;
        }
    }

    /**
     * @throws IllegalArgumentException naming rule, act and key where a key will not do
     * @throws Shared where two acts have one key
     */
    public KeySettings {
        Map<Act, String> named = new EnumMap<>(Act.class);
        Map<String, Act> taken = new LinkedHashMap<>();
        for (Act act : Act.values()) {
            String stroke = strokes.getOrDefault(act, act.standard());
            String name = nameOf(act, stroke);
            Act other = taken.putIfAbsent(name, act);
            if (other != null) {
                throw new Shared(other, act, name);
            }
            named.put(act, name);
        }
        strokes = Collections.unmodifiableMap(named);
    }

    private static Map<Act, String> standard() {
        Map<Act, String> standard = new EnumMap<>(Act.class);
        for (Act act : Act.values()) {
            standard.put(act, act.standard());
        }
        return standard;
    }

    /** The one name of a key that may be written in several ways. */
    private static String nameOf(Act act, String stroke) {
        Matcher control = CONTROL.matcher(stroke.strip());
        if (control.matches()) {
            requireReach(act, stroke, act.reach() != Act.Reach.CHARACTER);
            return "Ctrl+" + upper(control.group(2).charAt(0));
        }
        Matcher function = FUNCTION.matcher(stroke.strip());
        if (function.matches()) {
            if (function.group(1).equals("1") || function.group(1).equals("10")) {
                throw reserved(act, stroke); // help and menu, on every desktop
            }
            requireReach(act, stroke, act.reach() != Act.Reach.CHARACTER);
            return "F" + function.group(1);
        }
        if (stroke.equals(" ") || stroke.strip().equalsIgnoreCase("space")) {
            requireReach(act, stroke, act.reach() == Act.Reach.ANY);
            return "Space";
        }
        return character(act, stroke);
    }

    private static String character(Act act, String stroke) {
        String one = stroke.strip();
        boolean visible =
                one.length() == 1
                        && !Character.isISOControl(one.charAt(0))
                        && !Character.isSurrogate(one.charAt(0))
                        && Character.getType(one.charAt(0)) != Character.FORMAT
                        && !Character.isWhitespace(one.charAt(0))
                        && !Character.isSpaceChar(one.charAt(0));
        requireReach(act, stroke, visible && act.reach() != Act.Reach.GUARDED);
        char letter = upper(one.charAt(0));
        if (Character.isDigit(letter) || letter == TEN_ON_PAD) {
            throw reserved(act, stroke);
        }
        if (OF_TERMINAL.contains(letter) && act.reach() == Act.Reach.CHARACTER) {
            throw refused("must not be Z, K, D or Q, which the terminal keeps", act, stroke);
        }
        return String.valueOf(letter);
    }

    private static void requireReach(Act act, String stroke, boolean within) {
        if (!within) {
            throw refused(act.reach().rule, act, stroke);
        }
    }

    private static IllegalArgumentException reserved(Act act, String stroke) {
        return refused("must not be a digit, +, F1 or F10, which keep their meaning", act, stroke);
    }

    private static IllegalArgumentException refused(String rule, Act act, String stroke) {
        return new IllegalArgumentException(rule + ": " + act.setting() + "=" + stroke);
    }

    private static char upper(char letter) {
        return Character.toUpperCase(letter);
    }

    /**
     * Checks that {@code stroke} will do for {@code act}, whatever the others have.
     *
     * @throws IllegalArgumentException naming rule, act and key where it will not
     */
    static void check(Act act, String stroke) {
        String unused = nameOf(act, stroke);
    }

    /**
     * The keys of all acts by the name each has in a settings file.
     *
     * @throws IllegalArgumentException as the constructor
     */
    public static KeySettings named(UnaryOperator<String> strokeOf) {
        Map<Act, String> strokes = new EnumMap<>(Act.class);
        for (Act act : Act.values()) {
            strokes.put(act, strokeOf.apply(act.setting()));
        }
        return new KeySettings(strokes);
    }

    /** The keys by the names of their acts in a settings file, in order. */
    public Map<String, String> byName() {
        Map<String, String> names = new LinkedHashMap<>();
        strokes.forEach((act, stroke) -> names.put(act.setting(), stroke));
        return names;
    }

    /** The same with another key for one act. */
    public KeySettings with(Act act, String stroke) {
        Map<Act, String> other = new EnumMap<>(strokes);
        other.put(act, stroke);
        return new KeySettings(other);
    }

    /** The name of the key of {@code act}. */
    public String of(Act act) {
        return strokes.getOrDefault(act, act.standard());
    }

    /** Whether the key of {@code act} is a letter or sign that is typed. */
    boolean isTyped(Act act) {
        return of(act).length() == 1;
    }

    /** The key of {@code act} as it is pressed, without regard to upper and lower case. */
    KeyStroke stroke(Act act) {
        String name = of(act);
        if (name.length() == 1) {
            return KeyStroke.getKeyStroke(name.charAt(0));
        }
        if (name.equals("Space")) {
            return KeyStroke.getKeyStroke(' ');
        }
        return KeyStroke.getKeyStroke(name.replace("Ctrl+", "ctrl "));
    }

    /** The act a typed letter or sign asks for; empty where it asks for none. */
    public Optional<Act> typed(char letter) {
        String name = String.valueOf(upper(letter));
        return strokes.entrySet().stream()
                .filter(each -> each.getValue().equals(name))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** What stands in the box of {@code marker}; empty for entries that are not shown as marks. */
    public Optional<String> sign(Marker marker) {
        return switch (marker.kind()) {
            case PHASE, SNOOZE, UNDO -> Optional.empty();
            case SUDS -> Optional.of(marker.detail());
            case WORDS_NOT_BODY -> Optional.of("≠");
            case WITHDRAWN -> Optional.of("–");
            case SET -> {
                String letter = of(Act.SET);
                yield Optional.of(
                        marker.beginsSet()
                                ? letter
                                : String.valueOf(Character.toLowerCase(letter.charAt(0))));
            }
            case PROFILE -> Optional.of(of(Act.PROFILE));
            default -> actOf(marker.kind()).map(this::of);
        };
    }

    private static Optional<Act> actOf(MarkKind kind) {
        for (Act act : Act.values()) {
            if (act.mark().filter(each -> each == kind).isPresent()) {
                return Optional.of(act);
            }
        }
        return Optional.empty();
    }
}
