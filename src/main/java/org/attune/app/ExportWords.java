package org.attune.app;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.attune.consent.Purpose;
import org.attune.consent.Recipient;

/** Reads the words by which something is let out on the command line. */
final class ExportWords {
    private ExportWords() {}

    /**
     * One of a list of codes.
     *
     * @param known the codes there are, as they are told to people
     * @throws UsageException when it is none of them
     */
    static <T> T one(String option, String code, Function<String, Optional<T>> of, String known) {
        return of.apply(code.strip().toLowerCase(Locale.ROOT))
                .orElseThrow(
                        () ->
                                new UsageException(
                                        option + " is one of " + known + ": '" + code + "'"));
    }

    /**
     * What for.
     *
     * @throws UsageException when it is no purpose
     */
    static Purpose purpose(String code) {
        return one("--purpose", code, Purpose::ofCode, "care, supervision, research, access");
    }

    /**
     * To whom.
     *
     * @param more what else is said of how it is written; may be empty
     * @throws UsageException when it is nobody in particular
     */
    static Recipient recipient(String text, String more) {
        return Recipient.ofCode(text)
                .orElseThrow(
                        () ->
                                new UsageException(
                                        "--recipient is somebody in particular, written KIND:ID"
                                                + " like supervisor:lindqvist"
                                                + more));
    }
}
