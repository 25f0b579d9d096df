package org.attune.config;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a settings file should hold, read off the records by reflection: the tests' own opinion. */
final class Keys {
    private static final Pattern COMPONENT = Pattern.compile("[A-Z]");

    private Keys() {}

    /** Every key and its value, in the order of the records' components. */
    static Map<String, Object> of(AttuneSettings settings) {
        Map<String, Object> keys = new LinkedHashMap<>();
        collect(settings, "", keys);
        return keys;
    }

    private static void collect(Record record, String section, Map<String, Object> keys) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = valueOf(component, record);
            String name = snake(component.getName());
            if (value instanceof Record part) {
                // The innermost record is the section; one that names its keys itself lies below.
                boolean below = part.getClass().getRecordComponents()[0].getType() == Map.class;
                collect(part, below ? section + "." + name : name, keys);
            } else if (value instanceof Map<?, ?> named) {
                named.forEach(
                        (key, each) ->
                                keys.put(
                                        section + "." + key.toString().toLowerCase(Locale.ROOT),
                                        each));
            } else {
                keys.put(section + "." + name, value);
            }
        }
    }

    private static Object valueOf(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(component + " cannot be read", e);
        }
    }

    private static String snake(String name) {
        Matcher capitals = COMPONENT.matcher(name);
        return capitals.replaceAll(m -> "_" + Character.toLowerCase(m.group().charAt(0)));
    }

    /** A file that sets one key. */
    static String file(String key, Object value) {
        return written(key, text(value));
    }

    /** The same with the value as it stands in the file. */
    static String written(String key, String value) {
        int dot = key.lastIndexOf('.');
        return "[" + key.substring(0, dot) + "]\n" + key.substring(dot + 1) + " = " + value + "\n";
    }

    /** A value as a settings file has it. */
    static String text(Object value) {
        if (value instanceof String words) {
            return SettingsText.quoted(words);
        }
        return value instanceof Enum<?> constant
                ? '"' + constant.name().toLowerCase(Locale.ROOT) + '"'
                : value.toString();
    }

    /** The keys whose values differ. */
    static List<String> changed(AttuneSettings from, AttuneSettings to) {
        Map<String, Object> before = of(from);
        List<String> keys = new ArrayList<>();
        of(to).forEach(
                        (key, value) -> {
                            if (!value.equals(before.get(key))) {
                                keys.add(key);
                            }
                        });
        return keys;
    }
}
