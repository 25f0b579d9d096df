package org.attune.sensor.serial;

/** Numbers as small devices print them: digits, with at most one dot and no exponent. */
final class Decimal {
    private static final int LONGEST = 12;

    private Decimal() {}

    /** The number, {@code >= 0}, or NaN when the text is none. */
    static double parse(String text) {
        int dots = 0;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.') {
                dots++;
            } else if (c >= '0' && c <= '9') {
                digits++;
            } else {
                return Double.NaN;
            }
        }
        boolean number = digits > 0 && dots <= 1 && text.length() <= LONGEST;
        return number ? Double.parseDouble(text) : Double.NaN;
    }

    /** The whole number, {@code >= 0}, or -1 when the text is none of at most {@code most}. */
    static long whole(String text, long most) {
        double number = text.indexOf('.') < 0 ? parse(text) : Double.NaN;
        return number <= most ? (long) number : -1;
    }
}
