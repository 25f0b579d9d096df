package org.attune.sensor.serial;

import java.util.Locale;

/**
 * What came over a port that speaks no protocol we know, for a sentence about it. Holds one line.
 * Confined to the thread that reads.
 */
final class SeenBytes {
    private static final int SHOWN = 30;
    private static final double TEXT_SHARE = 0.9;

    private final StringBuilder line = new StringBuilder(SHOWN);
    private String lastLine = "";
    private long bytes;
    private long text;
    private long lineEnds;

    void add(byte b) {
        bytes++;
        boolean end = b == '\n' || b == '\r';
        boolean printable = (b >= ' ' && b < 0x7F) || b == '\t';
        if (end || printable) {
            text++;
        }
        if (end) {
            lineEnds++;
            if (line.length() > 0) {
                lastLine = line.toString();
            }
            line.setLength(0);
        } else if (line.length() < SHOWN) {
            line.append(printable ? (char) b : '?');
        }
    }

    void clear() {
        line.setLength(0);
        lastLine = "";
        bytes = 0;
        text = 0;
        lineEnds = 0;
    }

    boolean isNothing() {
        return bytes == 0;
    }

    /** "340 bytes, no line end, looks like noise". */
    String inWords() {
        if (bytes == 0) {
            return "nothing came";
        }
        boolean isText = text >= TEXT_SHARE * bytes;
        String ends = lineEnds == 0 ? "no line end" : "line ends: " + lineEnds;
        String looks =
                !isText
                        ? "looks like noise"
                        : lastLine.isEmpty() ? "text" : "lines such as '" + lastLine.strip() + "'";
        return String.format(Locale.ROOT, "%d bytes, %s, %s", bytes, ends, looks);
    }

    boolean isNoise() {
        return bytes > 0 && text < TEXT_SHARE * bytes;
    }
}
