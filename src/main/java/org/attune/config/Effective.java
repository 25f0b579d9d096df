package org.attune.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.attune.Limits;
import org.jspecify.annotations.Nullable;

/**
 * The settings in force: defaults, with files laid over them. Answers for each key what holds and,
 * when a record refuses it, says which file and line are to blame. Confined to one thread.
 */
final class Effective {
    private static final Pattern BROKEN_CONTRACT =
            Pattern.compile("(.+?): (\\w+)=.*", Pattern.DOTALL);

    private final Map<String, Entry> values = new HashMap<>();
    private final Set<String> sections = new LinkedHashSet<>();

    /** Begins with the defaults; they name every key there is. */
    Effective(TomlLayer defaults) {
        values.putAll(defaults.entries());
        sections.addAll(defaults.sections().keySet());
    }

    /**
     * Lays a file over what holds so far.
     *
     * @throws ConfigException when it names a section or key that does not exist
     */
    void overlay(TomlLayer layer) {
        layer.sections()
                .forEach(
                        (name, entry) -> {
                            if (!sections.contains(name)) {
                                throw unknown(entry, "section", name, sections);
                            }
                        });
        layer.entries()
                .forEach(
                        (key, entry) -> {
                            if (!values.containsKey(key)) {
                                throw unknown(entry, "key", key, values.keySet());
                            }
                        });
        values.putAll(layer.entries());
    }

    private static ConfigException unknown(
            Entry entry, String kind, String name, Set<String> known) {
        String remedy =
                Spelling.nearest(name, known)
                        .map(near -> "did you mean " + near + "?")
                        .orElse("remove it");
        return new ConfigException(
                entry.where(name) + ": there is no such " + kind + ": " + remedy);
    }

    /** The settings below one heading. */
    Section section(String name) {
        return new Section(name);
    }

    /** The values of one section, by key. */
    final class Section {
        private final String name;

        private Section(String name) {
            this.name = name;
        }

        /** A finite number, written with or without decimals. */
        double number(String key) {
            Entry entry = entry(key);
            if (entry.value() instanceof Number number && Double.isFinite(number.doubleValue())) {
                return number.doubleValue();
            }
            throw wrong(entry, key, "must be a number");
        }

        /** A number written without decimals. */
        int whole(String key) {
            Entry entry = entry(key);
            if (entry.value() instanceof Long number && number.intValue() == number) {
                return number.intValue();
            }
            throw wrong(entry, key, "must be a whole number");
        }

        /** Words, in quotation marks; may be empty. */
        String text(String key) {
            Entry entry = entry(key);
            if (entry.value() instanceof String text) {
                return text;
            }
            throw wrong(entry, key, "must be text in quotation marks");
        }

        /** True or false. */
        boolean flag(String key) {
            Entry entry = entry(key);
            if (entry.value() instanceof Boolean flag) {
                return flag;
            }
            throw wrong(entry, key, "must be true or false");
        }

        /** One of the named constants, written in lower case. */
        <E extends Enum<E>> E choice(String key, Class<E> kind) {
            Entry entry = entry(key);
            List<String> names = new ArrayList<>();
            for (E constant : kind.getEnumConstants()) {
                String name = constant.name().toLowerCase(Locale.ROOT);
                if (name.equals(entry.value())) {
                    return constant;
                }
                names.add(name);
            }
            throw wrong(entry, key, "must be one of " + String.join(", ", names));
        }

        /** Makes the record; what its constructor refuses is told in the words of the file. */
        <T> T build(Supplier<T> record) {
            try {
                return record.get();
            } catch (Limits.OutOfLimits e) {
                throw blame(e);
            } catch (IllegalArgumentException e) {
                throw blame(e);
            }
        }

        /** Contracts are worded "rule: name=value" all over the house; the name is the key. */
        private ConfigException blame(IllegalArgumentException broken) {
            Matcher parts = BROKEN_CONTRACT.matcher(String.valueOf(broken.getMessage()));
            if (parts.matches() && values.containsKey(name + "." + toKey(parts.group(2)))) {
                String key = toKey(parts.group(2));
                return wrong(entry(key), key, parts.group(1));
            }
            return new ConfigException(
                    "section [" + name + "]: " + broken.getMessage() + ": correct it", broken);
        }

        /** Of two values that do not go together, the one laid on last is to blame. */
        private ConfigException blame(Limits.OutOfLimits limits) {
            String key = toKey(limits.name());
            Entry entry = entry(key);
            if (limits.upperName().isEmpty()) {
                return wrong(entry, key, limits.rule());
            }
            String upperKey = toKey(limits.upperName());
            Entry upper = entry(upperKey);
            return upper.layer() > entry.layer()
                    ? wrong(upper, upperKey, "must be above " + shown(key, entry))
                    : wrong(entry, key, "must be below " + shown(upperKey, upper));
        }

        /** Of two keys that must not have the same value, the one laid on last is to blame. */
        ConfigException blame(String one, String other, Exception because) {
            Entry first = entry(one);
            Entry second = entry(other);
            boolean firstIsLater =
                    first.layer() != second.layer()
                            ? first.layer() > second.layer()
                            : first.line() > second.line();
            String blamed = firstIsLater ? one : other;
            String left = firstIsLater ? other : one;
            return wrong(entry(blamed), blamed, "must not be the key of " + left + " too", because);
        }

        private String shown(String key, Entry entry) {
            return name + "." + key + "=" + entry.shown();
        }

        private ConfigException wrong(Entry entry, String key, String rule) {
            return wrong(entry, key, rule, null);
        }

        private ConfigException wrong(
                Entry entry, String key, String rule, @Nullable Throwable because) {
            return new ConfigException(
                    entry.where(name + "." + key)
                            + " "
                            + rule
                            + ", is "
                            + entry.shown()
                            + ": correct it",
                    because);
        }

        private Entry entry(String key) {
            Entry entry = values.get(name + "." + key);
            if (entry == null) {
                throw new IllegalStateException("no default for " + name + "." + key);
            }
            return entry;
        }
    }

    /** The key of a record's component: {@code highAbove} is {@code high_above}. */
    static String toKey(String component) {
        return component.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
