package org.attune.sensor.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the numbers stand in a table, as its first line tells.
 *
 * @param separator between columns; {@link #NONE} when there is only one
 * @param columns how many there are
 * @param timeColumn the column of times, or -1
 * @param timeUnit seconds per unit of the time column
 * @param valueColumn the column of what was recorded
 * @param kind what was recorded
 * @param microseconds whether intervals are whole microseconds, as in our own exports; otherwise
 *     they are seconds or milliseconds, recognised by their size
 */
record Layout(
        char separator,
        int columns,
        int timeColumn,
        double timeUnit,
        int valueColumn,
        Kind kind,
        boolean microseconds) {
    static final char NONE = 0;

    private static final Pattern TIME = Pattern.compile("(?:t|time|elapsed)_(s|ms|us)");
    private static final Pattern INTERVAL =
            Pattern.compile(
                    "(?:rr|rri|rr_intervals?|ibi|ppi|nn|nni|interval)(?:_in)?(?:_(s|ms|us))?");
    private static final Pattern HEART_RATE = Pattern.compile("(?:hr|heart_?rate)(?:_bpm)?|bpm");
    private static final Pattern ACTIVITY = Pattern.compile("activity_mg");

    /** What a table records. */
    enum Kind {
        INTERVALS("intervals", "rr_ms", INTERVAL),
        HEART_RATE("heart rates", "hr_bpm", Layout.HEART_RATE),
        ACTIVITY("movement", "activity_mg", Layout.ACTIVITY);

        private final String words;
        private final String column;
        private final Pattern pattern;

        Kind(String words, String column, Pattern pattern) {
            this.words = words;
            this.column = column;
            this.pattern = pattern;
        }

        /** In a sentence: "it holds intervals". */
        String words() {
            return words;
        }

        /** The name of the column that shows it. */
        String column() {
            return column;
        }
    }

    /** One interval a line, no header. */
    static Layout bare() {
        return new Layout(NONE, 1, -1, 1, 0, Kind.INTERVALS, false);
    }

    /** As the header says, or null when the line is none that we know. */
    static @Nullable Layout ofHeader(String line) {
        List<String> whole = List.of(normalised(line));
        Layout single = ofNames(NONE, whole);
        if (single != null) {
            return single;
        }
        char separator = separatorIn(line);
        List<String> cells = split(line, separator);
        if (cells.size() == 2 && isEmpaticaHeader(cells)) {
            return new Layout(separator, 2, 0, 1, 1, Kind.INTERVALS, false);
        }
        List<String> names = new ArrayList<>();
        cells.forEach(cell -> names.add(normalised(cell)));
        return ofNames(separator, names);
    }

    /** The wristband's file begins with the start as Unix time, then the word IBI. */
    private static boolean isEmpaticaHeader(List<String> cells) {
        return Numbers.isNumber(cells.get(0)) && normalised(cells.get(1)).equals("ibi");
    }

    private static @Nullable Layout ofNames(char separator, List<String> names) {
        int timeColumn = -1;
        double timeUnit = 1;
        for (int i = 0; i < names.size() && timeColumn < 0; i++) {
            Matcher time = TIME.matcher(names.get(i));
            if (time.matches()) {
                timeColumn = i;
                timeUnit =
                        switch (time.group(1)) {
                            case "us" -> 1e-6;
                            case "ms" -> 1e-3;
                            default -> 1;
                        };
            }
        }
        for (Kind kind : Kind.values()) {
            for (int i = 0; i < names.size(); i++) {
                if (kind.pattern.matcher(names.get(i)).matches()) {
                    boolean micros = names.get(i).endsWith("_us");
                    return new Layout(
                            separator, names.size(), timeColumn, timeUnit, i, kind, micros);
                }
            }
        }
        return null;
    }

    private static String normalised(String cell) {
        StringBuilder name = new StringBuilder();
        boolean gap = false;
        for (char c : cell.toLowerCase(Locale.ROOT).toCharArray()) {
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                if (gap && name.length() > 0) {
                    name.append('_');
                }
                name.append(c);
                gap = false;
            } else {
                gap = true;
            }
        }
        return name.toString();
    }

    private static char separatorIn(String line) {
        for (char c : new char[] {'\t', ';', ','}) {
            if (line.indexOf(c) >= 0) {
                return c;
            }
        }
        return ' ';
    }

    /** The cells of a line, without blanks and quotes around them. */
    List<String> split(String line) {
        return split(line, separator);
    }

    private static List<String> split(String line, char separator) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted && separator != NONE) {
                // Several blanks separate as one does; two tabs have an empty cell between them.
                if (separator != ' ' || cell.length() > 0) {
                    cells.add(cell.toString().strip());
                }
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
