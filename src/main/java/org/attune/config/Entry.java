package org.attune.config;

/**
 * A value of a settings file, and where it stood.
 *
 * @param value as the file said it: {@code Long}, {@code Double}, {@code Boolean} or {@code
 *     String}; anything else is no setting and is refused when it is asked for
 * @param source name of the file, for people
 * @param line line of the file, from 1
 * @param layer 0 for the defaults, higher for files laid over them
 */
record Entry(Object value, String source, int line, int layer) {
    /** "attune.toml line 12: cues.budget". */
    String where(String key) {
        return source + " line " + line + ": " + key;
    }

    /** The value as people may read it in a message. */
    String shown() {
        return value instanceof String text ? '"' + text + '"' : String.valueOf(value);
    }
}
