package org.attune.config;

import org.attune.AttuneException;
import org.jspecify.annotations.Nullable;

/** The settings cannot be used. The message is one line: file, line, key, and what to do. */
public final class ConfigException extends AttuneException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 400;

    ConfigException(String whatHappenedAndWhatToDo) {
        this(whatHappenedAndWhatToDo, null);
    }

    ConfigException(String whatHappenedAndWhatToDo, @Nullable Throwable cause) {
        super(oneLine(whatHappenedAndWhatToDo), cause);
    }

    /** Files hold anything; a message holds one printable line. */
    private static String oneLine(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\p{Cf}\\p{Cs}]+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }
}
