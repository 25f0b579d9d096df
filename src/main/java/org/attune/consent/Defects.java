package org.attune.consent;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.attune.consent.ConsentRecord.Grantor;
import org.attune.consent.ConsentRecord.GrantorRole;
import org.attune.consent.ConsentRecord.LegalBasis;

/** What keeps a record from granting anything. */
final class Defects {
    private static final Set<String> METHODS = Set.of("paper", "on-screen", "verbal");
    private final ConsentRecord record;
    private final List<String> found = new ArrayList<>();

    private Defects(ConsentRecord record) {
        this.record = record;
    }

    static List<String> of(ConsentRecord record) {
        Defects defects = new Defects(record);
        defects.inTheForm();
        defects.inTheParties();
        defects.inTheGrants();
        defects.inTheEvent();
        if (record.basis().legalBasis() == LegalBasis.HIPAA_AUTH) {
            defects.inTheAuthorization();
        }
        return List.copyOf(defects.found);
    }

    private void when(boolean defective, String because) {
        if (defective) {
            found.add(because);
        }
    }

    private void inTheForm() {
        ConsentRecord.Form form = record.header().form();
        when(record.header().recordId().isBlank(), "the record has no id");
        when(form.id().isBlank() || form.version().isBlank(), "the form is not named");
        when(form.language().isBlank(), "the language of the form is not named");
        when(form.text().isBlank(), "the form is unknown: its text is not there");
        when(!form.textSha256().matches("[0-9a-f]{64}"), "the form's text has no hash");
    }

    private void inTheParties() {
        ConsentRecord.Parties parties = record.parties();
        when(parties.controller().isBlank(), "nobody is named who answers for the data");
        when(parties.contact().isBlank(), "no contact is named");
        when(parties.clinician().isBlank(), "the therapist is not named");
        Grantor grantor = parties.grantor();
        if (grantor.role() != GrantorRole.SELF) {
            when(grantor.name().isBlank(), "who agreed for the person is not named");
            when(grantor.authority().isBlank(), "by what right somebody agreed is not said");
        }
        boolean minor = grantor.majorityAt() != null && record.at().isBefore(grantor.majorityAt());
        when(minor && grantor.role() != GrantorRole.GUARDIAN, "a child needs a guardian's consent");
        if (grantor.role() == GrantorRole.GUARDIAN) {
            when(grantor.majorityAt() == null, "the day the child comes of age is not named");
            when(grantor.majorityAt() != null && !minor, "the person has come of age");
        }
        ConsentRecord.Assent assent = parties.assent();
        when(assent != null && !assent.given(), "the child did not agree");
    }

    private void inTheGrants() {
        when(record.type().gives() && record.grants().isEmpty(), "nothing is granted");
        when(!record.type().gives() && !record.grants().isEmpty(), "only a consent given grants");
        Set<String> ids = new HashSet<>();
        for (ConsentGrant grant : record.grants()) {
            String scope = "'" + grant.scope().code() + "'";
            when(!ids.add(grant.id()), "two grants have the same id");
            when(grant.categories().isEmpty(), scope + " names no data");
            when(
                    grant.scope().letsOut() && grant.recipients().isEmpty(),
                    scope + " names no recipient");
            boolean notes = grant.categories().contains(DataCategory.NOTES);
            when(
                    notes != grant.scope().isOfNotes() || (notes && grant.categories().size() > 1),
                    scope + " mixes notes with other data");
        }
    }

    private void inTheEvent() {
        ConsentRecord.Happening event = record.happening();
        when(event.at().isAfter(record.header().createdAt()), "it is dated in the future");
        when(event.timeZone().isBlank(), "the time zone is not named");
        when(!METHODS.contains(event.method()), "how it was expressed is not said");
        if (event.method().equals("verbal")) {
            when(record.parties().witness().isBlank(), "a spoken consent needs a witness");
        } else {
            when(!event.signed(), "the signature is missing");
        }
    }

    /** 45 CFR 164.508(b)(3)(ii) and (c). */
    private void inTheAuthorization() {
        ConsentRecord.Basis basis = record.basis();
        when(!basis.revocationNoticeShown(), "it was not said how to withdraw");
        when(!basis.redisclosureNoticeShown(), "it was not said that data may be passed on");
        when(
                basis.treatmentConditioned() && basis.conditionText().isBlank(),
                "it is not said how treatment depends on it");
        for (ConsentGrant grant : record.grants()) {
            when(
                    grant.validUntil() == null && grant.expiryEvent().isBlank(),
                    "'" + grant.scope().code() + "' has no end");
        }
        long ofNotes = record.grants().stream().filter(g -> g.scope().isOfNotes()).count();
        when(
                ofNotes > 0 && ofNotes < record.grants().size(),
                "an authorization for notes stands alone");
    }
}
