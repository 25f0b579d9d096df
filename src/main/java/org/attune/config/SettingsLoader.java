package org.attune.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the settings in force: built-in defaults, over them a user's file, over that a profile.
 * What a file does not name stays as it was. Any thread; every call reads afresh.
 */
public final class SettingsLoader {
    /** The profiles that travel with the program. */
    static final List<String> BUILT_IN = List.of("couple", "emdr", "exposure", "stabilisation");

    private static final String DEFAULTS = "attune.toml";
    private static final String PROFILES = "profiles";
    private static final String ENDING = ".toml";
    private static final Pattern PROFILE_NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,39}");
    private static final int MOST_BYTES = 64 * 1024;

    private SettingsLoader() {}

    /** The built-in defaults. */
    public static AttuneSettings defaults() {
        return load(null, null);
    }

    /**
     * The settings in force.
     *
     * @param file the user's own file; null for none
     * @param profile name of a profile: a file in {@code profiles/} beside {@code file}, else a
     *     built-in one; null for none
     * @throws ConfigException naming file, line and key when any of it cannot be used
     */
    public static AttuneSettings load(@Nullable Path file, @Nullable String profile) {
        return load(file, profile, "", List.of());
    }

    /**
     * The same with single settings laid over all.
     *
     * @param source what to call these in messages
     * @param overrides each {@code section.key=value}, or {@code key=value} where one section only
     *     has that key; of those that can change a conclusion
     * @throws ConfigException when any of it cannot be used
     */
    public static AttuneSettings load(
            @Nullable Path file, @Nullable String profile, String source, List<String> overrides) {
        TomlLayer defaults = builtInDefaults();
        Effective values = new Effective(defaults);
        if (file != null) {
            values.overlay(read(file, 1));
        }
        if (profile != null) {
            values.overlay(profile(file, profile));
        }
        if (!overrides.isEmpty()) {
            values.overlay(Overrides.layer(defaults.keys(), source, overrides, 3));
        }
        return Binding.bind(values);
    }

    /**
     * The settings under each profile that {@link #load} would find, by name, sorted: as if each
     * were loaded, but what they share is read once.
     *
     * @param file the user's own file; null for none
     */
    public static Map<String, AttuneSettings> profiles(@Nullable Path file) {
        TomlLayer defaults = builtInDefaults();
        TomlLayer own = file == null ? null : read(file, 1);
        Map<String, AttuneSettings> all = new LinkedHashMap<>();
        for (String name : profileNames(file)) {
            Effective values = new Effective(defaults);
            if (own != null) {
                values.overlay(own);
            }
            values.overlay(profile(file, name));
            all.put(name, Binding.bind(values));
        }
        return all;
    }

    /**
     * The settings a text states, over the defaults: what {@link AttuneSettings#toToml()} wrote.
     *
     * @param source what to call the text in messages
     * @throws ConfigException when it cannot be used
     */
    public static AttuneSettings ofText(String source, String text) {
        return ofText(builtInDefaults(), source, text);
    }

    static AttuneSettings ofText(TomlLayer defaults, String source, String text) {
        Effective values = new Effective(defaults);
        values.overlay(TomlLayer.of(source, text, 1));
        return Binding.bind(values);
    }

    static TomlLayer builtInDefaults() {
        return builtIn(DEFAULTS, "built-in " + DEFAULTS, 0);
    }

    /**
     * Names of all profiles that {@link #load} would find, sorted.
     *
     * @param file the user's own file; null for none
     */
    public static List<String> profileNames(@Nullable Path file) {
        TreeSet<String> names = new TreeSet<>(BUILT_IN);
        Path folder = file == null ? null : ownProfiles(file);
        if (folder != null && Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
                for (Path found : files) {
                    String name = found.getFileName().toString();
                    name = name.substring(0, name.length() - ENDING.length());
                    if (PROFILE_NAME.matcher(name).matches()) {
                        names.add(name);
                    }
                }
            } catch (IOException e) {
                throw new ConfigException(folder + " cannot be read: check its permissions", e);
            }
        }
        return List.copyOf(names);
    }

    private static TomlLayer profile(@Nullable Path file, String name) {
        boolean plainName = PROFILE_NAME.matcher(name).matches(); // never a path out of the folder
        Path own = file == null || !plainName ? null : ownProfiles(file).resolve(name + ENDING);
        if (own != null && Files.exists(own)) {
            return read(own, 2);
        }
        if (BUILT_IN.contains(name)) {
            return builtIn(PROFILES + "/" + name + ENDING, "built-in profile " + name, 2);
        }
        throw new ConfigException(
                "there is no profile \""
                        + name
                        + "\": choose one of "
                        + String.join(", ", profileNames(file)));
    }

    private static Path ownProfiles(Path file) {
        return file.resolveSibling(PROFILES);
    }

    private static TomlLayer builtIn(String resource, String source, int layer) {
        try (InputStream in = SettingsLoader.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new ConfigException(source + " is missing: install the program again");
            }
            return TomlLayer.of(source, decode(source, in.readAllBytes()), layer);
        } catch (IOException e) {
            throw new ConfigException(source + " is unreadable: install the program again", e);
        }
    }

    private static TomlLayer read(Path file, int layer) {
        return TomlLayer.of(file.toString(), textOf(file), layer);
    }

    /** What stands in a settings file. */
    static String textOf(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new ConfigException(
                        file + " is larger than 64 KiB, so no settings file: check the name");
            }
            return decode(file.toString(), bytes);
        } catch (NoSuchFileException e) {
            throw new ConfigException(file + " does not exist: check the name", e);
        } catch (IOException e) {
            throw new ConfigException(
                    file + " cannot be read: check that it is a file and its permissions", e);
        }
    }

    private static String decode(String source, byte[] bytes) {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text; // as some editors add
        } catch (CharacterCodingException e) {
            throw new ConfigException(source + " is not UTF-8 text: save it as UTF-8", e);
        }
    }
}
