package org.attune.ui;

import org.attune.Limits;

/**
 * How the live display looks. Nothing here changes what is concluded.
 *
 * @param theme which colours
 * @param minutesShown how many minutes lie between the left and the right end of the charts, 2 to
 *     60
 * @param scale size of everything, 1 = 100 %, 0.75 to 2.5
 * @param reduceMotion whether the cross-fade at a change of state is left out
 * @param stripHeight height of the edge strip at 100 %, pixels, 28 to 120
 * @param plannedMinutes planned length of the session, minutes, 1 to 600; 0 when it is open
 */
public record DisplaySettings(
        Theme theme,
        int minutesShown,
        double scale,
        boolean reduceMotion,
        int stripHeight,
        int plannedMinutes) {
    /** Dark, ten minutes, 100 %, a strip of 40 pixels, a session of 50 minutes. */
    public static final DisplaySettings DEFAULT =
            new DisplaySettings(Theme.DARK, 10, 1.0, false, 40, 50);

    /** Which colours. */
    public enum Theme {
        DARK,
        LIGHT,
        /** For a room with the lights down. */
        DIM;

        /** The theme that follows this one when stepping through all. */
        Theme next() {
            return switch (this) {
                case DARK -> LIGHT;
                case LIGHT -> DIM;
                case DIM -> DARK;
            };
        }
    }

    public DisplaySettings {
        Limits.within("minutesShown", minutesShown, 2, 60);
        Limits.within("scale", scale, 0.75, 2.5);
        Limits.within("stripHeight", stripHeight, 28, 120);
        Limits.within("plannedMinutes", plannedMinutes, 0, 600);
    }

    /** The same with another theme. */
    public DisplaySettings withTheme(Theme other) {
        return new DisplaySettings(
                other, minutesShown, scale, reduceMotion, stripHeight, plannedMinutes);
    }

    /** The same in another size. */
    public DisplaySettings withScale(double other) {
        return new DisplaySettings(
                theme, minutesShown, other, reduceMotion, stripHeight, plannedMinutes);
    }
}
