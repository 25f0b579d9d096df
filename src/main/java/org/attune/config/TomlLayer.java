package org.attune.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseOptions;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * One settings file taken apart: {@code section.key} to value. Knows the form of a settings file
 * (sections of plain values), not which keys there are.
 *
 * @param entries by dotted key, in the order of the file
 * @param sections the sections that were opened, with the line of each, in the order of the file
 */
record TomlLayer(Map<String, Entry> entries, Map<String, Entry> sections) {
    private static final int DEEPEST = 8;

    /** The sections that lie below another. */
    private static final Set<String> BELOW = Set.of("display.keys", "display.words");

    /**
     * Takes {@code text} apart.
     *
     * @throws ConfigException when it is not TOML or not of the form of a settings file
     */
    static TomlLayer of(String source, String text, int layer) {
        TomlParseResult file =
                Toml.parse(text, TomlParseOptions.sourceless().withMaxNestingDepth(DEEPEST));
        if (file.hasErrors()) {
            TomlParseError error = file.errors().get(0);
            throw new ConfigException(
                    source
                            + " line "
                            + error.position().line()
                            + ": not valid TOML: "
                            + error.getMessage()
                            + ": correct it",
                    error);
        }
        Map<String, Entry> entries = new LinkedHashMap<>();
        Map<String, Entry> sections = new LinkedHashMap<>();
        for (Map.Entry<String, Object> part : file.entrySet()) {
            String name = part.getKey();
            Entry whole = entry(part.getValue(), file, name, source, layer);
            if (!(part.getValue() instanceof TomlTable section)) {
                throw new ConfigException(
                        whole.where(name)
                                + (part.getValue() instanceof TomlArray
                                        ? " is a list, not a section: write [" + name + "]"
                                        : " stands outside any section: move it below its [section]"
                                                + " heading"));
            }
            sections.put(name, whole);
            for (Map.Entry<String, Object> setting : section.entrySet()) {
                Entry each = entry(setting.getValue(), section, setting.getKey(), source, layer);
                String key = name + "." + setting.getKey();
                if (setting.getValue() instanceof TomlTable below && BELOW.contains(key)) {
                    sections.put(key, each);
                    below.entrySet()
                            .forEach(
                                    inner ->
                                            entries.put(
                                                    key + "." + inner.getKey(),
                                                    entry(
                                                            inner.getValue(),
                                                            below,
                                                            inner.getKey(),
                                                            source,
                                                            layer)));
                } else {
                    entries.put(key, each);
                }
            }
        }
        return new TomlLayer(entries, sections);
    }

    Set<String> keys() {
        return entries.keySet();
    }

    private static Entry entry(
            Object value, TomlTable table, String key, String source, int layer) {
        TomlPosition position = table.inputPositionOf(List.of(key));
        return new Entry(value, source, position == null ? 1 : position.line(), layer);
    }
}
