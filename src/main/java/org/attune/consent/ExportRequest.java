package org.attune.consent;

import java.time.Instant;
import java.util.Set;
import org.attune.session.ClientCode;

/**
 * What somebody wants to let leave the vault, in every element that a consent can limit.
 *
 * @param client whose data
 * @param scope under which consent: one of those that let something leave, see {@link
 *     ConsentScope#letsOut()}
 * @param categories which data, at least one category
 * @param purpose to what end
 * @param recipient for whom
 * @param format in which form
 * @param identifiability how far the data point at the person
 * @param dataFrom the earliest instant the data are from
 * @param dataUntil the latest instant the data are from
 */
public record ExportRequest(
        ClientCode client,
        ConsentScope scope,
        Set<DataCategory> categories,
        Purpose purpose,
        Recipient recipient,
        ExportFormat format,
        Identifiability identifiability,
        Instant dataFrom,
        Instant dataUntil) {

    public ExportRequest {
        categories = Set.copyOf(categories);
        if (categories.isEmpty()) {
            throw new IllegalArgumentException("an export must name at least one data category");
        }
        if (dataUntil.isBefore(dataFrom)) {
            throw new IllegalArgumentException(
                    "must not end before it begins: dataFrom="
                            + dataFrom
                            + " dataUntil="
                            + dataUntil);
        }
    }
}
