package org.attune.session;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names one person's lane in a session: {@code client}, {@code partner}, {@code therapist}, or one
 * of these with a number ({@code client-2}).
 *
 * @param value the name, lower case
 */
public record LaneId(String value) {
    // Every moment that is read out of a vault names its lane: compiled once.
    private static final Pattern FORM =
            Pattern.compile("(client|partner|therapist)(-[1-9][0-9]?)?");

    public static final LaneId CLIENT = new LaneId("client");
    public static final LaneId PARTNER = new LaneId("partner");
    public static final LaneId THERAPIST = new LaneId("therapist");

    public LaneId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a lane must be client, partner or therapist, with a number if need be"
                            + " (client-2): value="
                            + value);
        }
    }

    /** What the person of this lane is in the session. */
    public Role role() {
        int dash = value.indexOf('-');
        String name = dash < 0 ? value : value.substring(0, dash);
        return Role.valueOf(name.toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return value;
    }
}
