package org.attune.sensor.replay;

/** Numbers as recordings write them: plain decimals, with a dot or a comma. */
final class Numbers {
    private Numbers() {}

    static boolean isNumber(String text) {
        return !Double.isNaN(parse(text));
    }

    /**
     * The number, or NaN when it is none. Stricter than the Java language: no hexadecimal, no
     * suffix, no "Infinity", at most one decimal mark.
     */
    static double parse(String text) {
        if (text.isEmpty() || text.length() > 40) {
            return Double.NaN;
        }
        int marks = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' || c == ',') {
                marks++;
            } else if (!(c >= '0' && c <= '9') && "+-eE".indexOf(c) < 0) {
                return Double.NaN;
            }
        }
        if (marks > 1) {
            return Double.NaN;
        }
        try {
            double number = Double.parseDouble(text.replace(',', '.'));
            return Double.isInfinite(number) ? Double.NaN : number;
        } catch (NumberFormatException e) {
            return Double.NaN; // "1-2", "e", "+": made of the right characters, and no number
        }
    }
}
