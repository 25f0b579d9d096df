package org.attune.ui;

import java.util.Locale;
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
 * @param language in which it speaks
 */
public record DisplaySettings(
        Theme theme,
        int minutesShown,
        double scale,
        boolean reduceMotion,
        int stripHeight,
        int plannedMinutes,
        Language language) {
    /**
     * Dark, ten minutes, 100 %, a strip of 40 pixels, a session of 50 minutes, the machine's own
     * language.
     */
    public static final DisplaySettings DEFAULT =
            new DisplaySettings(Theme.DARK, 10, 1.0, false, 40, 50, Language.AUTO);

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

    /** Which language the display speaks. */
    public enum Language {
        /** The machine's own where there is a translation into it, else English. */
        AUTO,
        EN,
        DE;

        /** The language itself. */
        public Locale locale() {
            return switch (this) {
                case AUTO ->
                        Locale.getDefault().getLanguage().equals(Locale.GERMAN.getLanguage())
                                ? Locale.GERMAN
                                : Locale.ENGLISH;
                case EN -> Locale.ENGLISH;
                case DE -> Locale.GERMAN;
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
                other, minutesShown, scale, reduceMotion, stripHeight, plannedMinutes, language);
    }

    /** The same in another language. */
    public DisplaySettings withLanguage(Language other) {
        return new DisplaySettings(
                theme, minutesShown, scale, reduceMotion, stripHeight, plannedMinutes, other);
    }

    /** The same in another size. */
    public DisplaySettings withScale(double other) {
        return new DisplaySettings(
                theme, minutesShown, other, reduceMotion, stripHeight, plannedMinutes, language);
    }
}
