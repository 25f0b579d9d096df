package org.attune.app;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A setting and the values to try for it.
 *
 * @param name {@code section.key} of the settings file, or a detector compared with
 * @param values as they are written
 */
record TunedKey(String name, List<String> values) {
    private static final Pattern RANGE =
            Pattern.compile("([^=]+)=(-?[0-9.]+)\\.\\.(-?[0-9.]+):([0-9.]+)");
    private static final Pattern LIST = Pattern.compile("([^=]+)=([^=]+)");
    private static final int MOST_VALUES = 1000;

    /**
     * Reads {@code KEY=FROM..TO:STEP} or {@code KEY=VALUE,VALUE}.
     *
     * @throws UsageException when it is neither
     */
    static TunedKey parse(String text) {
        Matcher range = RANGE.matcher(text);
        if (range.matches()) {
            return new TunedKey(range.group(1), steps(text, range));
        }
        Matcher list = LIST.matcher(text);
        if (list.matches() && !list.group(2).contains("..")) {
            return new TunedKey(list.group(1), List.of(list.group(2).split(",")));
        }
        throw wrong(text);
    }

    private static List<String> steps(String text, Matcher range) {
        List<String> values = new ArrayList<>();
        try {
            BigDecimal to = new BigDecimal(range.group(3));
            BigDecimal step = new BigDecimal(range.group(4));
            if (step.signum() <= 0) {
                throw wrong(text);
            }
            for (BigDecimal value = new BigDecimal(range.group(2));
                    value.compareTo(to) <= 0;
                    value = value.add(step)) {
                values.add(value.toPlainString());
                if (values.size() > MOST_VALUES) {
                    throw wrong(text);
                }
            }
        } catch (NumberFormatException e) {
            throw wrong(text);
        }
        if (values.isEmpty()) {
            throw wrong(text);
        }
        return values;
    }

    private static UsageException wrong(String text) {
        return new UsageException(
                "--tune is written KEY=FROM..TO:STEP or KEY=VALUE,VALUE, like"
                        + " states.high_above=2..4:0.5, with at most "
                        + MOST_VALUES
                        + " values: "
                        + text);
    }

    /** Whether it names a setting, not a detector compared with. */
    boolean isSetting() {
        return name.indexOf('.') > 0;
    }

    /**
     * The settings file with this key at another value.
     *
     * @param toml all settings, one a line below their section
     */
    String written(String toml, String value) {
        String section = "[" + name.substring(0, name.indexOf('.')) + "]";
        String key = name.substring(name.indexOf('.') + 1) + " = ";
        List<String> lines = new ArrayList<>(toml.lines().toList());
        boolean inside = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            inside = line.startsWith("[") ? line.equals(section) : inside;
            if (inside && line.startsWith(key)) {
                lines.set(i, key + spelled(value, line.substring(key.length())));
                return String.join("\n", lines);
            }
        }
        throw new UsageException(
                "--tune: there is no setting " + name + ": see config/attune.toml for all keys");
    }

    /** A value that must be a number. */
    double number(String value) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw wrong(name + "=" + value);
        }
    }

    /** A number with decimals where the setting is one: both are read, but shown alike. */
    private static String spelled(String value, String before) {
        boolean whole = value.matches("-?[0-9]+");
        return whole && before.matches("-?[0-9]+\\.[0-9]+.*") ? value + ".0" : value;
    }
}
