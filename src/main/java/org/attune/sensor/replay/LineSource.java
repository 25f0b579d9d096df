package org.attune.sensor.replay;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a text, counted from 1, whatever ends them (LF, CR LF, CR) and with or without a
 * byte order mark. A line has a greatest length, so that a file that is no text is refused before
 * it fills the memory. Confined to the thread that reads.
 */
final class LineSource {
    private static final int LONGEST_LINE = 4096;
    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final int NOTHING_PUT_BACK = -2;

    private final Reader reader;
    private final String name;
    private final Runnable beforeWaiting;
    private final char[] ahead = new char[8192];
    private int aheadAt;
    private int aheadEnd;
    private int putBack = NOTHING_PUT_BACK;
    private int number;

    /**
     * @param name of the text, as messages say it
     * @param beforeWaiting is run whenever more is wanted than has come so far
     */
    LineSource(InputStream in, String name, Runnable beforeWaiting) {
        this.reader = new InputStreamReader(in, StandardCharsets.UTF_8);
        this.name = name;
        this.beforeWaiting = beforeWaiting;
    }

    String name() {
        return name;
    }

    /** The number of the line last given, from 1. */
    int number() {
        return number;
    }

    /** The next line that is neither blank nor a comment; null after the last. */
    @Nullable String nextSpoken() {
        for (String line = next(); line != null; line = next()) {
            String bare = line.strip();
            if (!bare.isEmpty() && bare.charAt(0) != '#') {
                return line; // whole: an empty first cell is a tab at the beginning
            }
        }
        return null;
    }

    private @Nullable String next() {
        int c = read();
        if (number == 0 && c == BYTE_ORDER_MARK) {
            c = read();
        }
        if (c < 0) {
            return null;
        }
        number++;
        StringBuilder line = new StringBuilder(64);
        while (c >= 0 && c != '\n' && c != '\r') {
            if (line.length() == LONGEST_LINE) {
                throw new RecordingFileException(
                        "line " + number + " of " + name + " is too long: this is no recording");
            }
            line.append((char) c);
            c = read();
        }
        if (c == '\r') {
            int after = read();
            if (after != '\n') {
                putBack = after;
            }
        }
        return line.toString();
    }

    private int read() {
        if (putBack != NOTHING_PUT_BACK) {
            int c = putBack;
            putBack = NOTHING_PUT_BACK;
            return c;
        }
        if (aheadAt == aheadEnd && !fill()) {
            return -1;
        }
        return ahead[aheadAt++];
    }

    private boolean fill() {
        try {
            if (!reader.ready()) {
                beforeWaiting.run();
            }
            aheadAt = 0;
            aheadEnd = Math.max(0, reader.read(ahead));
            return aheadEnd > 0;
        } catch (IOException e) {
            throw new RecordingFileException(
                    name + " cannot be read: check that it is a file and that you may read it", e);
        }
    }

    /** An error that names this line and quotes it, as one line. */
    RecordingFileException complaint(String whatItIs, String quoted) {
        return complaint(number, name, whatItIs, quoted);
    }

    static RecordingFileException complaint(int number, String name, String whatItIs, String text) {
        String quoted = text.strip();
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < Math.min(quoted.length(), 40); i++) {
            char c = quoted.charAt(i);
            // Control and direction characters could hide or rewrite the message.
            shown.append(c == '\t' ? ' ' : c < ' ' || c > '~' ? '?' : c);
        }
        String dots = quoted.length() > 40 ? "…" : "";
        return new RecordingFileException(
                "line " + number + " of " + name + " " + whatItIs + ": '" + shown + dots + "'");
    }
}
