package org.attune.ui.desk;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.attune.ui.DisplaySettings;
import org.attune.ui.WordBundle;

/** The desk's own words in one language, from the resource bundle beside this class. Immutable. */
final class DeskWords {
    private final ResourceBundle bundle;
    private final Locale language;

    private DeskWords(ResourceBundle bundle, Locale language) {
        this.bundle = bundle;
        this.language = language;
    }

    /** In {@code language}, or English where there is no translation into it. */
    static DeskWords in(Locale language) {
        return new DeskWords(WordBundle.in("org.attune.ui.desk.words", language), language);
    }

    /** The language of the displays that goes with it. */
    static DisplaySettings.Language spoken(Locale language) {
        return language.getLanguage().equals(Locale.GERMAN.getLanguage())
                ? DisplaySettings.Language.DE
                : DisplaySettings.Language.EN;
    }

    /** The language that was asked for. */
    Locale language() {
        return language;
    }

    String of(String key, Object... values) {
        String words = bundle.getString(key);
        return values.length == 0 ? words : new MessageFormat(words, Locale.ROOT).format(values);
    }
}
