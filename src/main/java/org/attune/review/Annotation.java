package org.attune.review;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Something said of a session after it, by whom and when. Annotations are only ever added; what is
 * taken back is taken back by another one. So two people's annotations join without a conflict.
 *
 * @param id random, 32 hexadecimal digits: the same annotation met twice is one
 * @param author who said it; {@link #OWN} for the user of this vault
 * @param at when it was said
 * @param said what
 */
public record Annotation(String id, String author, Instant at, Said said) {
    /** The author of what the user of this vault said. */
    public static final String OWN = "";

    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern AUTHOR =
            Pattern.compile("|[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,39}");

    public Annotation {
        requireId(id);
        if (!AUTHOR.matcher(author).matches()) {
            throw new IllegalArgumentException(
                    "an author must be 1 to 40 letters, digits, blanks, '.', '_' or '-'");
        }
    }

    static void requireId(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("an annotation's id must be 32 hexadecimal digits");
        }
    }

    /** Whether the user of this vault said it. */
    public boolean isOwn() {
        return author.equals(OWN);
    }
}
