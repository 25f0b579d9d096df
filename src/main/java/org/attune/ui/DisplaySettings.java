package org.attune.ui;

import java.awt.Rectangle;
import java.util.Locale;
import java.util.function.Consumer;
import org.attune.Limits;
import org.attune.ui.breath.PacerSettings;

/**
 * How the live display looks. Nothing here changes what is concluded.
 *
 * @param theme which colours
 * @param minutesShown how many minutes lie between the left and the right end of the charts, 2 to
 *     60
 * @param scale size of everything, 1 = 100 %, 0.75 to 2.5
 * @param reduceMotion whether the cross-fade at a change of state is left out
 * @param stripHeight thickness of the edge strip at 100 %, pixels, 24 to 80
 * @param plannedMinutes planned length of the session, minutes, 1 to 600; 0 when it is open
 * @param language in which it speaks
 * @param stripEdge the edge of the screen the strip lies along
 * @param stripScreen the screen it lies on, counted from 1, to 16; the first where there are fewer
 * @param stripWords whether the strip speaks; else it is a plain light along the edge
 * @param rememberPlaces whether windows open where they were closed
 * @param clientView whether a second screen shows the client's view from the beginning
 * @param clientWords the therapist's own words on it, at most 200 characters; may be empty
 * @param pacer how the breathing pacer breathes
 * @param signal how a cue is given besides being shown
 * @param keys which key asks for what
 * @param words the therapist's own words for what is said
 */
public record DisplaySettings(
        Theme theme,
        int minutesShown,
        double scale,
        boolean reduceMotion,
        int stripHeight,
        int plannedMinutes,
        Language language,
        Edge stripEdge,
        int stripScreen,
        boolean stripWords,
        boolean rememberPlaces,
        boolean clientView,
        String clientWords,
        PacerSettings pacer,
        SignalSettings signal,
        KeySettings keys,
        WordSettings words) {
    /**
     * Dark, ten minutes, 100 %, a strip of 40 pixels, a session of 50 minutes, the machine's own
     * language; silent, and nothing for the client to see.
     */
    public static final DisplaySettings DEFAULT =
            new DisplaySettings(
                    Theme.DARK,
                    10,
                    1.0,
                    false,
                    40,
                    50,
                    Language.AUTO,
                    Edge.BOTTOM,
                    1,
                    true,
                    true,
                    false,
                    "",
                    PacerSettings.DEFAULT,
                    SignalSettings.DEFAULT,
                    KeySettings.DEFAULT,
                    WordSettings.NONE);

    /** The longest words on the client's view, in characters. */
    static final int MOST_CLIENT_WORDS = 200;

    /** Which colours. */
    public enum Theme {
        DARK,
        LIGHT,
        /** For a room with the lights down. */
        DIM;

        /** The theme that follows this one when stepping through all. */
        public Theme next() {
            return switch (this) {
                case DARK -> LIGHT;
                case LIGHT -> DIM;
                case DIM -> DARK;
            };
        }
    }

    /** An edge of a screen. */
    public enum Edge {
        TOP,
        BOTTOM,
        LEFT,
        RIGHT;

        /** Whether a strip along it stands upright. */
        public boolean upright() {
            return this == LEFT || this == RIGHT;
        }

        /**
         * The strip along this edge of {@code screen}.
         *
         * @param thickness pixels, never more than there is room for
         */
        public Rectangle along(Rectangle screen, int thickness) {
            int thick = Math.min(thickness, upright() ? screen.width : screen.height);
            return switch (this) {
                case TOP -> new Rectangle(screen.x, screen.y, screen.width, thick);
                case BOTTOM ->
                        new Rectangle(
                                screen.x, screen.y + screen.height - thick, screen.width, thick);
                case LEFT -> new Rectangle(screen.x, screen.y, thick, screen.height);
                case RIGHT ->
                        new Rectangle(
                                screen.x + screen.width - thick, screen.y, thick, screen.height);
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
        Limits.within("stripHeight", stripHeight, 24, 80);
        Limits.within("plannedMinutes", plannedMinutes, 0, 600);
        Limits.within("stripScreen", stripScreen, 1, 16);
        clientWords = WordSettings.plain("clientWords", clientWords, MOST_CLIENT_WORDS);
    }

    /** The same with another theme. */
    public DisplaySettings withTheme(Theme other) {
        return with(draft -> draft.theme = other);
    }

    /** The same in another language. */
    public DisplaySettings withLanguage(Language other) {
        return with(draft -> draft.language = other);
    }

    /** The same in another size. */
    public DisplaySettings withScale(double other) {
        return with(draft -> draft.scale = other);
    }

    /** The same with another stretch of time in the charts. */
    public DisplaySettings withMinutesShown(int other) {
        return with(draft -> draft.minutesShown = other);
    }

    /** The same for a session of another length. */
    public DisplaySettings withPlannedMinutes(int other) {
        return with(draft -> draft.plannedMinutes = other);
    }

    /** The same with the strip along another edge. */
    public DisplaySettings withStripEdge(Edge other) {
        return with(draft -> draft.stripEdge = other);
    }

    /** The same with the strip on another screen. */
    public DisplaySettings withStripScreen(int other) {
        return with(draft -> draft.stripScreen = other);
    }

    /** The same with another thickness of the strip. */
    public DisplaySettings withStripHeight(int other) {
        return with(draft -> draft.stripHeight = other);
    }

    /** The same with a strip that speaks, or is a plain light. */
    public DisplaySettings withStripWords(boolean other) {
        return with(draft -> draft.stripWords = other);
    }

    /** The same with other words for the client. */
    public DisplaySettings withClientWords(String other) {
        return with(draft -> draft.clientWords = other);
    }

    /** The same with other keys. */
    public DisplaySettings withKeys(KeySettings other) {
        return with(draft -> draft.keys = other);
    }

    /** The same with other words of the therapist's own. */
    public DisplaySettings withWords(WordSettings other) {
        return with(draft -> draft.words = other);
    }

    /** The same with or without motion. */
    public DisplaySettings withReduceMotion(boolean other) {
        return with(draft -> draft.reduceMotion = other);
    }

    private DisplaySettings with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return new DisplaySettings(
                draft.theme,
                draft.minutesShown,
                draft.scale,
                draft.reduceMotion,
                draft.stripHeight,
                draft.plannedMinutes,
                draft.language,
                draft.stripEdge,
                draft.stripScreen,
                draft.stripWords,
                rememberPlaces,
                clientView,
                draft.clientWords,
                pacer,
                signal,
                draft.keys,
                draft.words);
    }

    /** What can be changed, while it is being changed. */
    private static final class Draft {
        Theme theme;
        int minutesShown;
        double scale;
        boolean reduceMotion;
        int stripHeight;
        int plannedMinutes;
        Language language;
        Edge stripEdge;
        int stripScreen;
        boolean stripWords;
        String clientWords;
        KeySettings keys;
        WordSettings words;

        Draft(DisplaySettings from) {
            theme = from.theme;
            minutesShown = from.minutesShown;
            scale = from.scale;
            reduceMotion = from.reduceMotion;
            stripHeight = from.stripHeight;
            plannedMinutes = from.plannedMinutes;
            language = from.language;
            stripEdge = from.stripEdge;
            stripScreen = from.stripScreen;
            stripWords = from.stripWords;
            clientWords = from.clientWords;
            keys = from.keys;
            words = from.words;
        }
    }
}
