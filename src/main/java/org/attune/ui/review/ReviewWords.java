package org.attune.ui.review;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import org.attune.time.SessionTime;
import org.attune.ui.LiveWords;
import org.attune.ui.WordBundle;

/**
 * The words of the review window in one language: its own, from the resource bundle beside this
 * class, and those it shares with the live display. Immutable, any thread.
 */
final class ReviewWords {
    private final ResourceBundle bundle;
    private final Locale language;
    private final LiveWords live;

    private ReviewWords(ResourceBundle bundle, Locale language) {
        this.bundle = bundle;
        this.language = language;
        this.live = LiveWords.in(language);
    }

    /** In {@code language}, or English where there is no translation into it. */
    static ReviewWords in(Locale language) {
        ResourceBundle bundle = WordBundle.in("org.attune.ui.review.words", language);
        Locale spoken = bundle.getLocale().getLanguage().isEmpty() ? Locale.ENGLISH : language;
        return new ReviewWords(bundle, spoken);
    }

    /** Those of the live display. */
    LiveWords live() {
        return live;
    }

    /** The words of {@code key}, with {@code {0}}, {@code {1}} and so on replaced. */
    String of(String key, Object... values) {
        return WordBundle.fill(bundle.getString(key), values);
    }

    /** "Sunday 22 November 2026". */
    String day(LocalDate date) {
        return DateTimeFormatter.ofPattern(of("date.long"), language).format(date);
    }

    /** "4 Sep 2026". */
    String shortDay(LocalDate date) {
        return DateTimeFormatter.ofPattern(of("date.short"), language).format(date);
    }

    /** Session time as a clock reads: "20:49", "1:02:03". */
    static String clock(double second) {
        return LiveWords.clock(SessionTime.ofSeconds((double) Math.round(Math.max(0, second))));
    }
}
