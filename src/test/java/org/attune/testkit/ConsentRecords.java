package org.attune.testkit;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.attune.consent.ConsentEvent;
import org.attune.consent.ConsentGrant;
import org.attune.consent.ConsentRecord;
import org.attune.consent.ConsentScope;
import org.attune.consent.DataCategory;
import org.attune.consent.Identifiability;
import org.attune.consent.Purpose;
import org.attune.consent.Recipient;
import org.attune.session.ClientCode;
import org.jspecify.annotations.Nullable;

/** Whole consent records for tests: what a test does not say is as it should be. */
public final class ConsentRecords {
    /** The text of the form that every record here is of. */
    public static final String TEXT = "What may be done with your heartbeat";

    /** SHA-256 of {@link #TEXT}. */
    public static final String TEXT_SHA256 =
            "64a59ba43885b8f88a3d6e4261c7d6e34e7f3bcd760f4ac07000891212bc4167";

    private ConsentRecords() {}

    /** A consent given at {@code at} by an adult, signed on paper. */
    public static ConsentRecord given(ClientCode client, Instant at, ConsentGrant... grants) {
        return record(client, ConsentEvent.Type.GIVEN, at, List.of(grants), Set.of(), Set.of());
    }

    /** A withdrawal of whole scopes. */
    public static ConsentRecord withdrawn(ClientCode client, Instant at, ConsentScope... scopes) {
        return record(client, ConsentEvent.Type.WITHDRAWN, at, List.of(), Set.of(scopes), Set.of());
    }

    /** A whole record of any type. */
    public static ConsentRecord record(
            ClientCode client,
            ConsentEvent.Type type,
            Instant at,
            List<ConsentGrant> grants,
            Set<ConsentScope> scopes,
            Set<String> grantIds) {
        return new ConsentRecord(
                new ConsentRecord.Header(
                        "record-" + type + "-" + at,
                        client,
                        at,
                        "",
                        new ConsentRecord.Form("heartbeat", "1", "en", TEXT, TEXT_SHA256),
                        "DE"),
                new ConsentRecord.Parties(
                        "Practice Moreau",
                        "practice@example.org",
                        "",
                        "moreau",
                        ConsentRecord.Grantor.self(),
                        null,
                        ""),
                new ConsentRecord.Basis(ConsentRecord.LegalBasis.GDPR_9_2_A, false, "", true, true),
                grants,
                new ConsentRecord.Retention(null, "", "this computer", false),
                new ConsentRecord.Happening(
                        type, at, "UTC", "paper", true, "", scopes, grantIds, ""));
    }

    /** The same record, made to follow on the one of that id. */
    public static ConsentRecord after(String previousRecordId, ConsentRecord record) {
        ConsentRecord.Header header = record.header();
        return new ConsentRecord(
                new ConsentRecord.Header(
                        header.recordId(),
                        header.client(),
                        header.createdAt(),
                        previousRecordId,
                        header.form(),
                        header.jurisdiction()),
                record.parties(),
                record.basis(),
                record.grants(),
                record.retention(),
                record.happening());
    }

    /** A grant of all categories but notes and identity, of care, to {@code recipient}. */
    public static ConsentGrant grant(
            String id,
            ConsentScope scope,
            Recipient recipient,
            Instant from,
            @Nullable Instant until) {
        Set<DataCategory> categories =
                scope.isOfNotes()
                        ? Set.of(DataCategory.NOTES)
                        : EnumSet.complementOf(
                                EnumSet.of(DataCategory.NOTES, DataCategory.IDENTITY));
        return new ConsentGrant(
                id,
                scope,
                categories,
                Purpose.CARE,
                List.of(recipient),
                Set.of(),
                Identifiability.PSEUDONYMISED,
                from,
                until,
                "",
                null,
                null);
    }
}
