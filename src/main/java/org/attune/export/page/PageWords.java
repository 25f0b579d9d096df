package org.attune.export.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.ZoneId;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DecimalStyle;
import java.util.Locale;
import java.util.Properties;
import org.attune.review.Figure;
import org.attune.review.Lack;

/** The words and numbers of a page, in its language whatever the machine speaks. Immutable. */
final class PageWords {
    static final String NONE = "–";
    private final Properties words = new Properties();
    private final Locale locale;
    private final ZoneId zone;
    private final boolean client;

    PageWords(PageWish wish) {
        boolean german = wish.language() == PageWish.Language.DE;
        locale = german ? Locale.GERMANY : Locale.UK;
        zone = wish.zone();
        client = wish.reader() == PageWish.Reader.CLIENT;
        String name = german ? "words_de.properties" : "words.properties";
        try (InputStream in = PageWords.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("the words of the page are missing");
            }
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the words of the page cannot be read", e);
        }
    }

    String say(String key, String... values) {
        String text = client ? words.getProperty(key + ".client") : null;
        if (text == null) {
            text = words.getProperty(key);
        }
        if (text == null) {
            throw new IllegalArgumentException("no such word: key=" + key);
        }
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", values[i]);
        }
        return text;
    }

    String ofConstant(String prefix, Enum<?> constant) {
        return say(prefix + '.' + constant.name().toLowerCase(Locale.ROOT));
    }

    /** Whether there is such a word. */
    boolean has(String key) {
        return words.containsKey(key);
    }

    String whole(double value) {
        return minus(String.format(Locale.ROOT, "%d", Math.round(value)));
    }

    String tenths(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        char point = DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
        return minus(text.equals("-0.0") ? "0.0" : text).replace('.', point);
    }

    /** With its sign, zero without one. */
    String signed(double value) {
        long rounded = Math.round(value);
        return (rounded > 0 ? "+" : "") + whole((double) rounded);
    }

    Locale locale() {
        return locale;
    }

    private static String minus(String text) {
        return text.replace('-', '−');
    }

    /** As a clock that starts with the session: {@code 19:45}, {@code 1:19:45}. */
    String clock(double seconds) {
        long all = Math.round(seconds);
        return all < 3600
                ? String.format(Locale.ROOT, "%d:%02d", all / 60, all % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", all / 3600, all / 60 % 60, all % 60);
    }

    /** How long, in the unit one would say it in. */
    String lasting(double seconds) {
        return seconds < 99.5
                ? say("unit.seconds", whole(seconds))
                : say("unit.minutes", seconds < 600 ? tenths(seconds / 60) : whole(seconds / 60));
    }

    String bpm(Figure figure, boolean signed) {
        return figure.isKnown()
                ? say("unit.bpm", signed ? signed(value(figure)) : whole(value(figure)))
                : NONE;
    }

    static double value(Figure figure) {
        return figure.value().orElseThrow();
    }

    String why(Lack lack) {
        return say(
                "lack." + lack.kind().name().toLowerCase(Locale.ROOT),
                whole(lack.needed()),
                whole(Math.floor(lack.held())));
    }

    String day(Instant at) {
        return formatted(at, locale.equals(Locale.UK) ? "EEEE d MMMM uuuu" : "EEEE, d. MMMM uuuu");
    }

    String shortDay(Instant at) {
        return formatted(at, locale.equals(Locale.UK) ? "d MMMM uuuu" : "d. MMMM uuuu");
    }

    String time(Instant at) {
        return formatted(at, "HH:mm");
    }

    private String formatted(Instant at, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, locale)
                .withChronology(IsoChronology.INSTANCE)
                .withDecimalStyle(DecimalStyle.STANDARD)
                .withZone(zone)
                .format(at);
    }
}
