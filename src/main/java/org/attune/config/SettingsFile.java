package org.attune.config;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.attune.ui.DisplaySettings;

/**
 * Changes what a window edits in a user's own settings file, and leaves everything else in it as it
 * was written: comments, order, other keys. Any thread.
 */
public final class SettingsFile {
    private SettingsFile() {}

    /**
     * Writes keys, own words and the client's words of {@code display} into {@code file}, which
     * need not exist; nothing is written where nothing differs.
     *
     * @throws ConfigException when the file cannot be read, changed or written; then it is as
     *     before
     */
    public static void save(Path file, DisplaySettings display) {
        boolean there = Files.exists(file);
        String text = there ? SettingsLoader.textOf(file) : "";
        AttuneSettings before = SettingsLoader.ofText(file.toString(), text);
        AttuneSettings wanted =
                before.withDisplay(
                        before.display()
                                .withKeys(display.keys())
                                .withWords(display.words())
                                .withClientWords(display.clientWords()));
        Map<String, String> now = edited(before.display());
        String changed = text;
        for (Map.Entry<String, String> each : edited(wanted.display()).entrySet()) {
            if (!each.getValue().equals(now.get(each.getKey()))) {
                changed = set(changed, each.getKey(), SettingsText.quoted(each.getValue()));
            }
        }
        if (changed.equals(text)) {
            return;
        }
        if (!reads(file, changed, wanted)) {
            throw new ConfigException(
                    file
                            + " is written in a way that only a person can change: write"
                            + " [display.keys] and [display.words] as sections of their own");
        }
        write(file, changed);
    }

    private static boolean reads(Path file, String text, AttuneSettings wanted) {
        try {
            return SettingsLoader.ofText(file.toString(), text).equals(wanted);
        } catch (ConfigException e) {
            return false; // by dotted keys or tables in one line, for example
        }
    }

    private static Map<String, String> edited(DisplaySettings display) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("display.client_words", display.clientWords());
        display.keys().byName().forEach((act, key) -> values.put("display.keys." + act, key));
        display.words().byName().forEach((each, said) -> values.put("display.words." + each, said));
        return values;
    }

    /** The text with one key set: in its place, else first in its section, else in a new one. */
    private static String set(String text, String dotted, String value) {
        int dot = dotted.lastIndexOf('.');
        String heading = "[" + dotted.substring(0, dot) + "]";
        String key = dotted.substring(dot + 1);
        String line = key + " = " + value;
        List<String> lines = new ArrayList<>(text.lines().toList());
        Pattern assigned = Pattern.compile("\\s*\"?" + Pattern.quote(key) + "\"?\\s*=.*");
        int section = -1;
        for (int i = 0; i < lines.size(); i++) {
            String each = lines.get(i).strip();
            if (each.startsWith("[")) {
                section = each.replaceAll("\\s*#.*", "").equals(heading) ? i : section;
                if (section >= 0 && section != i) {
                    break;
                }
            } else if (section >= 0 && assigned.matcher(lines.get(i)).matches()) {
                lines.set(i, line);
                return joined(lines);
            }
        }
        if (section < 0) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.add(heading);
            lines.add(line);
        } else {
            lines.add(section + 1, line);
        }
        return joined(lines);
    }

    private static String joined(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    /** All of it or nothing: written beside, and put in its place when it is whole. */
    private static void write(Path named, String text) {
        try {
            Path file = Files.exists(named) ? named.toRealPath() : named.toAbsolutePath();
            Path folder = file.getParent();
            if (folder == null) {
                throw new IOException("no folder");
            }
            Files.createDirectories(folder);
            Path beside = Files.createTempFile(folder, "attune", ".toml");
            try {
                Files.writeString(beside, text);
                if (Files.exists(file)
                        && beside.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                    Files.setPosixFilePermissions(beside, Files.getPosixFilePermissions(file));
                }
                move(beside, file);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw new ConfigException(
                    named + " cannot be written: check its permissions and the room on the disk",
                    e);
        }
    }

    private static void move(Path beside, Path file) throws IOException {
        try {
            Files.move(
                    beside,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
