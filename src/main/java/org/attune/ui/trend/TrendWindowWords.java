package org.attune.ui.trend;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.attune.review.trend.TrendMeasure;
import org.attune.sensor.SourceClass;
import org.attune.session.ClientFlag;
import org.attune.session.Phase;
import org.attune.ui.LiveWords;
import org.attune.ui.WordBundle;

/** The words of the window in one language. Immutable, any thread. */
final class TrendWindowWords {
    private final ResourceBundle bundle;
    private final Locale language;
    private final LiveWords live;

    private TrendWindowWords(ResourceBundle bundle, Locale language) {
        this.bundle = bundle;
        this.language = language;
        this.live = LiveWords.in(language);
    }

    /** In {@code language}, or English where there is no translation into it. */
    static TrendWindowWords in(Locale language) {
        ResourceBundle bundle = WordBundle.in("org.attune.ui.trend.words", language);
        Locale spoken = bundle.getLocale().getLanguage().isEmpty() ? Locale.ENGLISH : language;
        return new TrendWindowWords(bundle, spoken);
    }

    /** Those of the live display. */
    LiveWords live() {
        return live;
    }

    /** The words of {@code key}, with {@code {0}}, {@code {1}} and so on replaced. */
    String of(String key, Object... values) {
        return WordBundle.fill(bundle.getString(key), values);
    }

    private String of(String group, Enum<?> constant) {
        return of(group + '.' + constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    String measure(TrendMeasure measure) {
        return of("measure", measure);
    }

    /** Its unit, and what else stands in the second line of its label. */
    String unit(TrendMeasure measure) {
        return of("unit", measure);
    }

    String part(Optional<Phase> phase) {
        return phase.map(each -> of("phase", each)).orElseGet(() -> of("phase.whole"));
    }

    /** The same within a sentence. */
    String partWithin(Optional<Phase> phase) {
        return phase.map(each -> of("in", each)).orElseGet(() -> of("in.whole"));
    }

    String source(SourceClass source) {
        return of("source", source);
    }

    String flag(ClientFlag flag) {
        return of("flag", flag);
    }

    /** "22 Nov 2026". */
    String day(LocalDate date) {
        return DateTimeFormatter.ofPattern(of("date.short"), language).format(date);
    }

    /** A figure as its measure is read. */
    String figure(TrendMeasure measure, double value) {
        String form =
                switch (measure) {
                    case LN_RMSSD -> "%.2f";
                    case HEART_RATE -> "%.1f";
                    default -> "%.0f";
                };
        return String.format(language, form, value);
    }
}
