package org.attune.sensor;

/**
 * Who made a sensor, which model it is and what firmware runs in it, as it says itself. Its serial
 * number is not among them: nobody needs it, and it would point at a person.
 *
 * <p>Any bytes may have come; what is kept is {@link #plain}.
 *
 * @param maker empty when it is not said, as are:
 * @param model the maker's number or name of the model
 * @param firmware the revision of the firmware
 */
public record DeviceInformation(String maker, String model, String firmware) {
    /** Nothing is known. */
    public static final DeviceInformation NONE = new DeviceInformation("", "", "");

    /** Characters that are kept of a text from outside. */
    public static final int LONGEST = 40;

    private static final int REPLACEMENT = 0xFFFD;

    public DeviceInformation {
        maker = plain(maker);
        model = plain(model);
        firmware = plain(firmware);
    }

    /** Whether the sensor said anything of it. */
    public boolean isKnown() {
        return !equals(NONE);
    }

    /** For people: {@code Example Straps FAKE-1, firmware 1.2}; empty when nothing is known. */
    public String words() {
        String what = (maker + " " + model).strip();
        if (firmware.isEmpty()) {
            return what;
        }
        return what.isEmpty() ? "firmware " + firmware : what + ", firmware " + firmware;
    }

    /**
     * What may be shown of a text from outside: one line of at most {@link #LONGEST} characters, up
     * to the first zero, without anything that steers a terminal, changes the direction of writing
     * or cannot be seen.
     */
    public static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        int kept = 0;
        int end = text.indexOf(0);
        int[] characters = (end < 0 ? text : text.substring(0, end)).codePoints().toArray();
        for (int each : characters) {
            boolean space = isSpace(each);
            boolean needless = space && (kept == 0 || plain.charAt(plain.length() - 1) == ' ');
            if (kept < LONGEST && !needless && (space || isSeen(each))) {
                plain.appendCodePoint(space ? ' ' : each);
                kept++;
            }
        }
        return plain.toString().strip();
    }

    private static boolean isSpace(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private static boolean isSeen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED ->
                    false;
            default -> character != REPLACEMENT;
        };
    }
}
