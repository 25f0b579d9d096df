package org.attune.consent;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.attune.session.ClientCode;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a person's consent log as the whole record: which form, between whom, on what basis,
 * what exactly was agreed to, and how it was expressed. Never changed; what is in force is derived
 * from all of a person's entries, and stands in none of them.
 *
 * <p>A record may be incomplete; it then grants nothing ({@link #defects}).
 *
 * @param header what identifies the record and the form
 * @param parties between whom
 * @param basis on what basis
 * @param grants what is granted, where something is
 * @param retention how long and where what is recorded is kept
 * @param happening what happened, when and how
 */
public record ConsentRecord(
        Header header,
        Parties parties,
        Basis basis,
        List<ConsentGrant> grants,
        Retention retention,
        Happening happening)
        implements ConsentEntry {

    /** The version of the record's form. */
    public static final String SCHEMA = "consent-record/1";

    public ConsentRecord {
        grants = List.copyOf(grants);
    }

    /**
     * What identifies the record and the form.
     *
     * @param recordId a random UUID
     * @param client whose consent, by code
     * @param createdAt when it was entered
     * @param previousRecordId the person's record before it; empty for the first
     * @param form the form that was used
     * @param jurisdiction whose law applies, like {@code DE} or {@code US-CA}; may be empty
     */
    public record Header(
            String recordId,
            ClientCode client,
            Instant createdAt,
            String previousRecordId,
            Form form,
            String jurisdiction) {}

    /**
     * The form, word for word as the person read it.
     *
     * @param id which form
     * @param version which version of it
     * @param language its language, like {@code en}
     * @param text its exact text; empty when the form is not known
     * @param textSha256 SHA-256 of the text in UTF-8, as 64 hexadecimal digits
     */
    public record Form(
            String id, String version, String language, String text, String textSha256) {}

    /**
     * Between whom.
     *
     * @param controller who answers for the data
     * @param contact how to reach them
     * @param dataProtectionOfficer empty when there is none
     * @param clinician the therapist, by id
     * @param grantor who agreed
     * @param assent what a child said; null when no child was asked
     * @param witness who heard it, where it was spoken; else empty
     */
    public record Parties(
            String controller,
            String contact,
            String dataProtectionOfficer,
            String clinician,
            Grantor grantor,
            @Nullable Assent assent,
            String witness) {}

    /**
     * Who agreed.
     *
     * @param role for themself or for another
     * @param name of one who agrees for another; else empty
     * @param authority why they may agree for another; else empty
     * @param majorityAt when a child comes of age; null for an adult
     */
    public record Grantor(
            GrantorRole role, String name, String authority, @Nullable Instant majorityAt) {
        /** An adult who agrees for themself. */
        public static Grantor self() {
            return new Grantor(GrantorRole.SELF, "", "", null);
        }
    }

    /** For whom one agrees. */
    public enum GrantorRole {
        SELF,
        GUARDIAN,
        REPRESENTATIVE
    }

    /** What a child said when asked, beside the guardian's word. */
    public record Assent(boolean given, Instant at) {}

    /**
     * On what basis.
     *
     * @param legalBasis which
     * @param treatmentConditioned whether treatment depends on it
     * @param conditionText in what way; needed when it does
     * @param redisclosureNoticeShown whether it was said that a recipient may pass data on
     * @param revocationNoticeShown whether it was said that and how it can be withdrawn
     */
    public record Basis(
            LegalBasis legalBasis,
            boolean treatmentConditioned,
            String conditionText,
            boolean redisclosureNoticeShown,
            boolean revocationNoticeShown) {}

    /** The legal ground on which data are processed. */
    public enum LegalBasis {
        /** Explicit consent, GDPR art. 9(2)(a). */
        GDPR_9_2_A,
        /** Care by a professional under secrecy, GDPR art. 9(2)(h). */
        GDPR_9_2_H,
        /** An authorization under 45 CFR 164.508. */
        HIPAA_AUTH,
        OTHER
    }

    /**
     * How long and where what is recorded is kept.
     *
     * @param retainUntil the last instant it is kept; null when a rule says
     * @param rule the rule, in words; may be empty
     * @param location where, in words
     * @param legalHold whether it may not be erased for now
     */
    public record Retention(
            @Nullable Instant retainUntil, String rule, String location, boolean legalHold) {}

    /**
     * What happened, when and how.
     *
     * @param type what
     * @param at when
     * @param timeZone the zone in which it was said, like {@code Europe/Berlin}
     * @param method how: {@code paper}, {@code on-screen}, {@code verbal}
     * @param signed whether the form bears a signature, on paper or on the screen
     * @param evidenceSha256 SHA-256 of a scan or a recording of it; may be empty
     * @param scopes where something is taken away or refused: whole scopes; else empty
     * @param grantIds the earlier grants affected by themselves; may be empty
     * @param reason why, where somebody cared to say; nobody has to
     */
    public record Happening(
            ConsentEvent.Type type,
            Instant at,
            String timeZone,
            String method,
            boolean signed,
            String evidenceSha256,
            Set<ConsentScope> scopes,
            Set<String> grantIds,
            String reason) {
        public Happening {
            scopes = Set.copyOf(scopes);
            grantIds = Set.copyOf(grantIds);
        }
    }

    @Override
    public ClientCode client() {
        return header.client();
    }

    @Override
    public ConsentEvent.Type type() {
        return happening.type();
    }

    @Override
    public Instant at() {
        return happening.at();
    }

    @Override
    public Instant enteredAt() {
        return header.createdAt();
    }

    @Override
    public Set<ConsentScope> scopes() {
        Set<ConsentScope> all = EnumSet.noneOf(ConsentScope.class);
        all.addAll(happening.scopes());
        grants.forEach(grant -> all.add(grant.scope()));
        return all;
    }

    @Override
    public String method() {
        return happening.method();
    }

    /**
     * What keeps the record from granting anything, each in plain words; empty when it is whole.
     * What a record takes away counts all the same: for that no form is needed.
     */
    public List<String> defects() {
        return Defects.of(this);
    }

    /**
     * The last instant a grant of this record holds: its own end, and for a guardian's word at the
     * latest the instant before the child comes of age. Empty when it has no end.
     */
    public Optional<Instant> endOf(ConsentGrant grant) {
        Instant end = grant.validUntil();
        Instant majority = parties.grantor().majorityAt();
        if (parties.grantor().role() == GrantorRole.GUARDIAN && majority != null) {
            Instant before = majority.minusNanos(1);
            end = end == null || before.isBefore(end) ? before : end;
        }
        return Optional.ofNullable(end);
    }
}
