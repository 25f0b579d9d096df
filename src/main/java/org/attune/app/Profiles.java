package org.attune.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.attune.config.AttuneSettings;
import org.attune.config.SettingsLoader;
import org.attune.pipeline.PipelineSettings;

/**
 * The profiles a session may change to, each by the name its mark carries: the profile's and the
 * beginning of its fingerprint, so that a session judged again is judged by the same settings or
 * not at all.
 */
final class Profiles {
    /** The settings without a profile. */
    static final String NONE = "standard";

    private static final int MARK_LETTERS = 16;

    private Profiles() {}

    /** All that can be changed to, by the detail of its mark; without a profile first. */
    static Map<String, PipelineSettings> all(CommonOptions common) {
        Map<String, PipelineSettings> all = new LinkedHashMap<>();
        named(common).forEach((name, each) -> all.put(mark(name, each), each.pipeline()));
        return all;
    }

    /** All there are, by their plain names; without a profile first. */
    static Map<String, AttuneSettings> named(CommonOptions common) {
        Map<String, AttuneSettings> all = new LinkedHashMap<>();
        all.put(NONE, Wiring.settings(common, null));
        all.putAll(SettingsLoader.profiles(common.settingsFile()));
        return all;
    }

    /** The detail of its mark. */
    static String mark(String name, AttuneSettings settings) {
        return name + "@" + settings.fingerprint().substring(0, MARK_LETTERS);
    }

    /** Their marks, in order. */
    static List<String> marks(Map<String, PipelineSettings> profiles) {
        return List.copyOf(profiles.keySet());
    }
}
