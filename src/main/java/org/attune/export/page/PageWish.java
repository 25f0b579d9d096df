package org.attune.export.page;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.attune.consent.ExportFormat;
import org.attune.export.ExportGrant;

/**
 * How a page is to be.
 *
 * @param format PDF, SVG or PNG
 * @param paper what it is printed on
 * @param reader whom it speaks to
 * @param language in which
 * @param zone in which its times are told
 * @param printedAt when it is made
 * @param corrected how many marks on it stand elsewhere than they were set, or were added
 * @param consentedAt when the consent of a grant was given, where it rests on one
 */
public record PageWish(
        ExportFormat format,
        Paper paper,
        Reader reader,
        Language language,
        ZoneId zone,
        Instant printedAt,
        int corrected,
        Function<ExportGrant, Optional<Instant>> consentedAt) {
    /** What it is printed on, points of 1/72 inch. */
    public enum Paper {
        A4(595.28, 841.89),
        LETTER(612, 792);

        final double width;
        final double height;

        Paper(double width, double height) {
            this.width = width;
            this.height = height;
        }

        /** The paper of that name. */
        public static Optional<Paper> ofCode(String code) {
            return one(values(), code);
        }
    }

    /** Whom it speaks to. */
    public enum Reader {
        THERAPIST,
        /** The person themself: in plain words, with few figures. */
        CLIENT;

        /** The reader of that name. */
        public static Optional<Reader> ofCode(String code) {
            return one(values(), code);
        }
    }

    /** In which language. */
    public enum Language {
        EN,
        DE;

        /** The language of that name. */
        public static Optional<Language> ofCode(String code) {
            return one(values(), code);
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static <T extends Enum<T>> Optional<T> one(T[] all, String code) {
        for (T each : all) {
            if (each.name().toLowerCase(Locale.ROOT).equals(code)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
