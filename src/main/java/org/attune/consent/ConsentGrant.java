package org.attune.consent;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing a person agreed to, with all its limits. What is not named is not granted.
 *
 * @param id names the grant among all of the person's, so that it can be withdrawn by itself
 * @param scope what may be done
 * @param categories with which data
 * @param purpose to what end
 * @param recipients who may receive them; needed wherever something leaves
 * @param formats in which forms they may leave; empty means all
 * @param identifiability how far they may point at the person
 * @param validFrom the first instant it holds
 * @param validUntil the last instant it holds; null when it has no end date
 * @param expiryEvent what ends it besides, in words; empty when nothing does
 * @param dataFrom the earliest instant data may be from; null when there is none
 * @param dataUntil the latest instant data may be from; null when there is none
 */
public record ConsentGrant(
        String id,
        ConsentScope scope,
        Set<DataCategory> categories,
        Purpose purpose,
        List<Recipient> recipients,
        Set<ExportFormat> formats,
        Identifiability identifiability,
        Instant validFrom,
        @Nullable Instant validUntil,
        String expiryEvent,
        @Nullable Instant dataFrom,
        @Nullable Instant dataUntil) {

    public ConsentGrant {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a grant must have an id");
        }
        categories = Set.copyOf(categories);
        recipients = List.copyOf(recipients);
        formats = Set.copyOf(formats);
        inOrder("validFrom", validFrom, "validUntil", validUntil);
        inOrder("dataFrom", dataFrom, "dataUntil", dataUntil);
    }

    private static void inOrder(
            String from, @Nullable Instant first, String until, @Nullable Instant last) {
        if (first != null && last != null && last.isBefore(first)) {
            throw new IllegalArgumentException(
                    "must not end before it begins: "
                            + from
                            + "="
                            + first
                            + " "
                            + until
                            + "="
                            + last);
        }
    }

    /** Whether the recipient is one of those named. */
    public boolean names(Recipient recipient) {
        return recipients.stream().anyMatch(recipient::isSameAs);
    }

    /** Whether data from {@code from} to {@code until}, both inclusive, lie within its limits. */
    public boolean covers(Instant from, Instant until) {
        return (dataFrom == null || !from.isBefore(dataFrom))
                && (dataUntil == null || !until.isAfter(dataUntil));
    }
}
