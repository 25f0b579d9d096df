package org.attune.ui.desk;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The desk's own words in one language, from the resource bundle beside this class. Immutable. */
final class DeskWords {
    private final ResourceBundle bundle;

    private DeskWords(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** In {@code language}, or English where there is no translation into it. */
    static DeskWords in(Locale language) {
        // Without the machine's own language as a fallback: the page is the client's.
        ResourceBundle.Control noFallback =
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES);
        return new DeskWords(
                ResourceBundle.getBundle("org.attune.ui.desk.words", language, noFallback));
    }

    String of(String key, Object... values) {
        String words = bundle.getString(key);
        return values.length == 0 ? words : new MessageFormat(words, Locale.ROOT).format(values);
    }
}
