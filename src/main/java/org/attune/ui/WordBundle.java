package org.attune.ui;

import java.util.Locale;
import java.util.ResourceBundle;

/** Loads the words of a window, and puts into them what is counted. Any thread. */
public final class WordBundle {
    private WordBundle() {}

    /**
     * The words in {@code language}, or in English where there is no translation into it; never in
     * the machine's own language instead, for a page may be the client's.
     *
     * @param name of the bundle, like {@code org.attune.ui.words}
     * @throws java.util.MissingResourceException if there is no such bundle
     */
    public static ResourceBundle in(String name, Locale language) {
        return ResourceBundle.getBundle(
                name,
                language,
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** {@code words} with {@code {0}}, {@code {1}} and so on replaced. */
    public static String fill(String words, Object... values) {
        String filled = words;
        for (int i = 0; i < values.length; i++) {
            filled = filled.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return filled;
    }
}
