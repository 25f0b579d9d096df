package org.attune.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.attune.consent.ConsentRecord.Assent;
import org.attune.consent.ConsentRecord.Grantor;
import org.attune.consent.ConsentRecord.GrantorRole;
import org.attune.consent.ConsentRecord.LegalBasis;
import org.attune.session.ClientCode;
import org.attune.testkit.ConsentRecords;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rules by which consent is enforced, each by its number, as far as they are decisions. */
class ConsentRulesTest {
    private static final ClientCode CLIENT = new ClientCode("c1");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(3600);
    private static final Recipient WHO =
            new Recipient("lindqvist", Recipient.Kind.SUPERVISOR, "Dr B. Lindqvist");

    @Test
    void rule1RecordingNeedsBothRecordAndStoreAndLiveDisplayIsNeither() {
        assertThat(log(given(grants(ConsentScope.LIVE_DISPLAY))).askToRecord(LATER))
                .isInstanceOf(RecordingAnswer.Refused.class);
        assertThat(log(given(grants(ConsentScope.RECORD))).askToRecord(LATER))
                .isEqualTo(
                        new RecordingAnswer.Refused(List.of("no consent to 'store' is in force")));
        assertThat(log(given(grants(ConsentScope.RECORD, ConsentScope.STORE))).askToRecord(LATER))
                .isInstanceOf(RecordingAnswer.Permitted.class);
    }

    @Test
    void rule2ShortWordsLetNothingLeave() {
        ConsentEvent word =
                new ConsentEvent(
                        CLIENT,
                        ConsentEvent.Type.GIVEN,
                        NOON,
                        EnumSet.allOf(ConsentScope.class),
                        null,
                        "paper");

        assertThat(refusal(log(word), export()))
                .singleElement()
                .asString()
                .contains("names no data, purpose or recipient");
    }

    @Test
    void rule3ExpiredAtTheInstantOfUseIsDenied() {
        ConsentLog log = log(given(grant("g", ConsentScope.EXPORT, LATER)));

        assertThat(log.askToExport(export(), LATER)).isInstanceOf(ExportAnswer.Permitted.class);
        assertThat(log.askToExport(export(), LATER.plusNanos(1)))
                .isInstanceOf(ExportAnswer.Refused.class);
    }

    @Test
    void rule3AClockThatWasTurnedBackDeniesUntilItIsConfirmed() {
        ConsentLog log = log(given(grant("g", ConsentScope.EXPORT, null)));
        Instant newest = LATER.plusSeconds(60);

        ExportAnswer turnedBack = log.askToExport(export(), LATER, newest);
        assertThat(turnedBack.rule()).isEqualTo(ConsentRule.CLOCK);
        assertThat(turnedBack).isInstanceOf(ExportAnswer.Refused.class);
        assertThat(log.askToExport(export(), LATER, LATER)).as("confirmed").isInstanceOf(YES);
        assertThat(log.askToExport(export(), NOON.minusSeconds(1)).rule())
                .as("the log's own entries count by themselves")
                .isEqualTo(ConsentRule.CLOCK);
    }

    private static final Class<ExportAnswer.Permitted> YES = ExportAnswer.Permitted.class;

    @Test
    void rule5AWithdrawalTakesEffectAtOnceAndNotBefore() {
        ConsentLog log =
                log(
                        given(grant("g", ConsentScope.EXPORT, null)),
                        ConsentRecords.withdrawn(CLIENT, LATER, ConsentScope.EXPORT));

        assertThat(log.askToExport(export(), LATER.minusNanos(1), NOON)).isInstanceOf(YES);
        assertThat(refusal(log, export(), LATER))
                .containsExactly("the consent to 'export' was withdrawn");
    }

    @Test
    void rule6NoDefectiveFormEverBecomesActive() {
        ConsentRecord whole = given(grants(ConsentScope.RECORD, ConsentScope.STORE));
        assertThat(whole.defects()).isEmpty();
        List<UnaryOperator<ConsentRecord>> spoilt =
                List.of(
                        r -> form(r, new ConsentRecord.Form("", "1", "en", "text", hash())),
                        r -> form(r, new ConsentRecord.Form("f", "", "en", "text", hash())),
                        r -> form(r, new ConsentRecord.Form("f", "1", "", "text", hash())),
                        r -> form(r, new ConsentRecord.Form("f", "1", "en", "", hash())),
                        r -> form(r, new ConsentRecord.Form("f", "1", "en", "text", "")),
                        r -> parties(r, "", "contact", "therapist"),
                        r -> parties(r, "practice", "", "therapist"),
                        r -> parties(r, "practice", "contact", ""),
                        r -> happening(r, NOON.plusNanos(1), "UTC", "paper", true),
                        r -> happening(r, NOON, "", "paper", true),
                        r -> happening(r, NOON, "UTC", "by pigeon", true),
                        r -> happening(r, NOON, "UTC", "paper", false),
                        r -> happening(r, NOON, "UTC", "verbal", false));

        for (UnaryOperator<ConsentRecord> spoil : spoilt) {
            ConsentRecord defective = spoil.apply(whole);
            assertThat(defective.defects()).as("%s", defective).hasSize(1);
            assertThat(log(defective).grants(ConsentScope.RECORD, LATER)).isFalse();
            assertThat(log(defective).standing(LATER)).isEmpty();
        }
    }

    @Test
    void rule6WhatADefectiveRecordTakesAwayIsGoneAllTheSame() {
        ConsentRecord no = ConsentRecords.withdrawn(CLIENT, LATER, ConsentScope.RECORD);
        ConsentRecord unsigned = happening(no, LATER, "", "", false);
        assertThat(unsigned.defects()).isNotEmpty();

        assertThat(
                        log(given(grants(ConsentScope.RECORD)), unsigned)
                                .grants(ConsentScope.RECORD, LATER))
                .isFalse();
    }

    @Test
    void rule6AGrantThatLetsSomethingOutNamesItsRecipientAndItsData() {
        for (ConsentScope scope : ConsentScope.values()) {
            ConsentGrant bare =
                    new ConsentGrant(
                            "g",
                            scope,
                            Set.of(scope.isOfNotes() ? DataCategory.NOTES : DataCategory.RR),
                            Purpose.CARE,
                            List.of(),
                            Set.of(),
                            Identifiability.PSEUDONYMISED,
                            NOON,
                            null,
                            "",
                            null,
                            null);
            assertThat(given(bare).defects().isEmpty()).as("%s", scope).isEqualTo(!scope.letsOut());
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Recipient("anyone", Recipient.Kind.OTHER, "x"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Recipient("x", Recipient.Kind.OTHER, " Everyone "));
    }

    @Test
    void rule7NotesAndOtherDataInOneAuthorizationAreRejected() {
        ConsentGrant notes = grant("n", ConsentScope.NOTES_STORE, LATER);
        ConsentGrant record = grant("r", ConsentScope.RECORD, LATER);

        assertThat(basis(given(notes, record), LegalBasis.HIPAA_AUTH).defects())
                .containsExactly("an authorization for notes stands alone");
        assertThat(basis(given(notes), LegalBasis.HIPAA_AUTH).defects()).isEmpty();
        assertThat(basis(given(notes, record), LegalBasis.GDPR_9_2_A).defects()).isEmpty();
    }

    @Test
    void rule7AnAuthorizationHasAnEndAndItsNotices() {
        ConsentRecord endless = basis(given(grants(ConsentScope.RECORD)), LegalBasis.HIPAA_AUTH);
        assertThat(endless.defects()).containsExactly("'record' has no end");
        ConsentRecord ends =
                basis(given(grant("g", ConsentScope.RECORD, LATER)), LegalBasis.HIPAA_AUTH);
        assertThat(ends.defects()).isEmpty();
        ConsentRecord untold =
                new ConsentRecord(
                        ends.header(),
                        ends.parties(),
                        new ConsentRecord.Basis(LegalBasis.HIPAA_AUTH, true, "", false, false),
                        ends.grants(),
                        ends.retention(),
                        ends.happening());
        assertThat(untold.defects()).hasSize(3);
    }

    @Test
    void rule7NotesLeaveOnlyByTheirOwnConsentAndAlone() {
        ConsentLog log =
                log(
                        given(
                                grant("e", ConsentScope.EXPORT, null),
                                grant("n", ConsentScope.NOTES_EXPORT, null)));
        ExportRequest notes = asked(ConsentScope.NOTES_EXPORT, DataCategory.NOTES);
        assertThat(log.askToExport(notes, LATER)).isInstanceOf(YES);
        for (ExportRequest mixed :
                List.of(
                        asked(ConsentScope.EXPORT, DataCategory.NOTES),
                        asked(ConsentScope.EXPORT, DataCategory.NOTES, DataCategory.RR),
                        asked(ConsentScope.NOTES_EXPORT, DataCategory.NOTES, DataCategory.RR),
                        asked(ConsentScope.NOTES_EXPORT, DataCategory.RR))) {
            ExportAnswer answer = log.askToExport(mixed, LATER);
            assertThat(answer).as("%s", mixed).isInstanceOf(ExportAnswer.Refused.class);
            assertThat(answer.rule()).isEqualTo(ConsentRule.NOTES_ALONE);
        }
    }

    @Test
    void rule8AChildNeedsAGuardianWhoIsNamedAndHasTheRight() {
        ConsentRecord whole = given(grants(ConsentScope.RECORD, ConsentScope.STORE));
        Instant majority = NOON.plusSeconds(7200);
        assertThat(by(whole, GrantorRole.SELF, "", "", majority, null).defects())
                .containsExactly("a child needs a guardian's consent");
        assertThat(by(whole, GrantorRole.GUARDIAN, "M", "parent", majority, null).defects())
                .isEmpty();
        assertThat(by(whole, GrantorRole.GUARDIAN, "", "", majority, null).defects()).hasSize(2);
        assertThat(by(whole, GrantorRole.GUARDIAN, "M", "parent", null, null).defects())
                .containsExactly("the day the child comes of age is not named");
        assertThat(by(whole, GrantorRole.REPRESENTATIVE, "", "", null, null).defects()).hasSize(2);
        assertThat(by(whole, GrantorRole.SELF, "", "", NOON, null).defects()).isEmpty();
        assertThat(by(whole, GrantorRole.GUARDIAN, "M", "parent", NOON, null).defects())
                .containsExactly("the person has come of age");
    }

    @Test
    void rule8AChildThatDoesNotAgreeIsNotRecordedWhateverTheGuardianSays() {
        ConsentRecord whole = given(grants(ConsentScope.RECORD, ConsentScope.STORE));
        Instant majority = NOON.plusSeconds(7200);
        assertThat(
                        by(
                                        whole,
                                        GrantorRole.GUARDIAN,
                                        "M",
                                        "parent",
                                        majority,
                                        new Assent(false, NOON))
                                .defects())
                .containsExactly("the child did not agree");
    }

    @Test
    void rule8AGuardiansGrantsStopOnTheDayTheChildComesOfAge() {
        Instant majority = NOON.plusSeconds(7200);
        ConsentRecord record =
                by(
                        given(
                                grant("r", ConsentScope.RECORD, null),
                                grant("s", ConsentScope.STORE, null),
                                grant("e", ConsentScope.EXPORT, null)),
                        GrantorRole.GUARDIAN,
                        "M",
                        "parent",
                        majority,
                        null);
        ConsentLog log = log(record);

        assertThat(log.grants(ConsentScope.RECORD, majority.minusNanos(1))).isTrue();
        assertThat(log.grants(ConsentScope.RECORD, majority)).isFalse();
        assertThat(refusal(log, export(), majority))
                .containsExactly(
                        "the consent to 'export' ended when the person came of age: ask them anew");
        RecordingAnswer.Permitted permitted = (RecordingAnswer.Permitted) log.askToRecord(LATER);
        assertThat(permitted.permit().validUntil()).contains(majority.minusNanos(1));
    }

    @Test
    void rule9TheSameRequestAskedAgainAfterAWithdrawalIsRefused() {
        ConsentRecord yes = given(grant("g", ConsentScope.EXPORT, null));
        ExportPermit permit =
                ((ExportAnswer.Permitted) log(yes).askToExport(export(), LATER)).permit();
        ConsentRecord no = ConsentRecords.withdrawn(CLIENT, LATER, ConsentScope.EXPORT);

        assertThat(log(yes, no).askToExport(permit.request(), LATER))
                .isInstanceOf(ExportAnswer.Refused.class);
    }

    @Test
    void rule10OfTwoWordsOfOneInstantTheWithdrawalWinsInWhateverOrder() {
        ConsentRecord yes = given(grant("g", ConsentScope.EXPORT, null));
        ConsentRecord no = ConsentRecords.withdrawn(CLIENT, NOON, ConsentScope.EXPORT);

        assertThat(refusal(log(yes, no), export())).hasSize(1);
        assertThat(refusal(log(no, yes), export())).hasSize(1);
    }

    @Test
    void rule10WhatIsUnknownIsNoCodeAndAnotherPersonsLogGrantsNothing() {
        assertThat(ConsentScope.ofCode("telepathy")).isEmpty();
        assertThat(DataCategory.ofCode("all")).isEmpty();
        assertThat(Purpose.ofCode("")).isEmpty();
        assertThat(Identifiability.ofCode("any")).isEmpty();
        assertThat(ExportFormat.ofCode("*")).isEmpty();
        assertThat(Recipient.ofCode("other:anyone")).isEmpty();
        assertThat(Recipient.ofCode("lindqvist")).isEmpty();
        assertThat(Recipient.ofCode("supervisor:lindqvist=Dr B. Lindqvist")).contains(WHO);
        ConsentLog others =
                ConsentLog.of(
                        new ClientCode("c2"),
                        List.of(
                                ConsentRecords.given(
                                        new ClientCode("c2"),
                                        NOON,
                                        grant("g", ConsentScope.EXPORT, null))));
        assertThat(others.askToExport(export(), LATER).rule()).isEqualTo(ConsentRule.UNKNOWN);
        assertThat(others.askToExport(asked(ConsentScope.RECORD, DataCategory.RR), LATER))
                .isInstanceOf(ExportAnswer.Refused.class);
    }

    @Test
    void rule12ThePersonsOwnCopyNeedsNoConsentButNeverHoldsNotes() {
        Recipient self = new Recipient("c1", Recipient.Kind.SELF, "c1");
        ConsentLog silent = log();
        ExportAnswer answer = silent.askToExport(copy(self, DataCategory.RR), LATER);
        assertThat(answer.rule()).isEqualTo(ConsentRule.OWN_COPY);
        assertThat(answer).isInstanceOf(YES);
        assertThat(((ExportAnswer.Permitted) answer).permit().grantId()).isEmpty();

        assertThat(silent.askToExport(copy(self, DataCategory.NOTES), LATER))
                .isInstanceOf(ExportAnswer.Refused.class);
        Recipient other = new Recipient("c2", Recipient.Kind.SELF, "c2");
        assertThat(silent.askToExport(copy(other, DataCategory.RR), LATER))
                .isInstanceOf(ExportAnswer.Refused.class);
        assertThat(silent.askToExport(copy(WHO, DataCategory.RR), LATER))
                .isInstanceOf(ExportAnswer.Refused.class);
    }

    @Test
    void namesLeaveOnlyWhereTheWholeExportIsIdentified() {
        ConsentLog log = log(given(grant("g", ConsentScope.EXPORT, null)));
        assertThat(refusal(log, asked(ConsentScope.EXPORT, DataCategory.IDENTITY, DataCategory.RR)))
                .containsExactly("names leave only where the whole export is 'identified'");
    }

    @Test
    void anAmendmentReplacesTheGrantsItNamesAndNoOthers() {
        ConsentRecord first =
                given(
                        grant("a", ConsentScope.EXPORT, null),
                        grant("s", ConsentScope.SUPERVISION, null));
        ConsentRecord amended =
                ConsentRecords.record(
                        CLIENT,
                        ConsentEvent.Type.AMENDED,
                        LATER,
                        List.of(grant("b", ConsentScope.EXPORT, LATER.plusSeconds(9))),
                        Set.of(),
                        Set.of("a"));

        assertThat(log(first, amended).standing(LATER).stream().map(ConsentGrant::id))
                .containsExactly("b", "s");
    }

    @Test
    void anExpiryEventEndsTheGrantsItIsAbout() {
        ConsentRecord over =
                ConsentRecords.record(
                        CLIENT, ConsentEvent.Type.EXPIRED, LATER, List.of(), Set.of(), Set.of("g"));
        assertThat(
                        refusal(
                                log(given(grant("g", ConsentScope.EXPORT, null)), over),
                                export(),
                                LATER))
                .containsExactly("the consent to 'export' has expired");
    }

    @Test
    void aRequestGrantsNothingAndRefusingOneThingBlocksNoOther() {
        ConsentRecord asked =
                ConsentRecords.record(
                        CLIENT,
                        ConsentEvent.Type.REQUESTED,
                        NOON,
                        List.of(),
                        EnumSet.allOf(ConsentScope.class),
                        Set.of());
        ConsentRecord refused =
                ConsentRecords.record(
                        CLIENT,
                        ConsentEvent.Type.REFUSED,
                        LATER,
                        List.of(),
                        EnumSet.complementOf(EnumSet.of(ConsentScope.RECORD, ConsentScope.STORE)),
                        Set.of());
        assertThat(log(asked).standing(LATER)).isEmpty();
        for (ConsentScope scope : ConsentScope.values()) {
            assertThat(log(asked).grants(scope, LATER)).isFalse();
        }
        assertThat(
                        log(given(grants(ConsentScope.RECORD, ConsentScope.STORE)), refused)
                                .askToRecord(LATER))
                .isInstanceOf(RecordingAnswer.Permitted.class);
    }

    private static ConsentLog log(ConsentEntry... entries) {
        return ConsentLog.of(CLIENT, List.of(entries));
    }

    private static ConsentRecord given(ConsentGrant... grants) {
        return ConsentRecords.given(CLIENT, NOON, grants);
    }

    private static ConsentGrant[] grants(ConsentScope... scopes) {
        return Arrays.stream(scopes)
                .map(scope -> grant(scope.code(), scope, null))
                .toArray(ConsentGrant[]::new);
    }

    private static ConsentGrant grant(String id, ConsentScope scope, @Nullable Instant until) {
        return ConsentRecords.grant(id, scope, WHO, NOON, until);
    }

    private static List<String> refusal(ConsentLog log, ExportRequest request) {
        return refusal(log, request, LATER);
    }

    private static List<String> refusal(ConsentLog log, ExportRequest request, Instant now) {
        return log.askToExport(request, now)
                .match(permitted -> List.of(), ExportAnswer.Refused::missing);
    }

    private static ExportRequest export() {
        return asked(ConsentScope.EXPORT, DataCategory.RR);
    }

    private static ExportRequest asked(ConsentScope scope, DataCategory... categories) {
        return request(scope, Purpose.CARE, WHO, categories);
    }

    private static ExportRequest copy(Recipient recipient, DataCategory category) {
        return request(ConsentScope.EXPORT, Purpose.ACCESS, recipient, category);
    }

    private static ExportRequest request(
            ConsentScope scope, Purpose purpose, Recipient recipient, DataCategory... categories) {
        return new ExportRequest(
                CLIENT,
                scope,
                Set.copyOf(Stream.of(categories).toList()),
                purpose,
                recipient,
                ExportFormat.CSV,
                Identifiability.PSEUDONYMISED,
                NOON,
                NOON);
    }

    private static String hash() {
        return ConsentRecords.TEXT_SHA256;
    }

    private static ConsentRecord form(ConsentRecord record, ConsentRecord.Form form) {
        ConsentRecord.Header header = record.header();
        return new ConsentRecord(
                new ConsentRecord.Header(
                        header.recordId(),
                        header.client(),
                        header.createdAt(),
                        header.previousRecordId(),
                        form,
                        header.jurisdiction()),
                record.parties(),
                record.basis(),
                record.grants(),
                record.retention(),
                record.happening());
    }

    private static ConsentRecord parties(
            ConsentRecord record, String controller, String contact, String clinician) {
        return with(
                record,
                new ConsentRecord.Parties(
                        controller, contact, "", clinician, Grantor.self(), null, ""));
    }

    private static ConsentRecord by(
            ConsentRecord record,
            GrantorRole role,
            String name,
            String authority,
            @Nullable Instant majority,
            @Nullable Assent assent) {
        return with(
                record,
                new ConsentRecord.Parties(
                        "practice",
                        "contact",
                        "",
                        "therapist",
                        new Grantor(role, name, authority, majority),
                        assent,
                        ""));
    }

    private static ConsentRecord with(ConsentRecord record, ConsentRecord.Parties parties) {
        return new ConsentRecord(
                record.header(),
                parties,
                record.basis(),
                record.grants(),
                record.retention(),
                record.happening());
    }

    private static ConsentRecord basis(ConsentRecord record, LegalBasis basis) {
        return new ConsentRecord(
                record.header(),
                record.parties(),
                new ConsentRecord.Basis(basis, false, "", true, true),
                record.grants(),
                record.retention(),
                record.happening());
    }

    private static ConsentRecord happening(
            ConsentRecord record, Instant at, String zone, String method, boolean signed) {
        ConsentRecord.Happening event = record.happening();
        return new ConsentRecord(
                record.header(),
                record.parties(),
                record.basis(),
                record.grants(),
                record.retention(),
                new ConsentRecord.Happening(
                        event.type(),
                        at,
                        zone,
                        method,
                        signed,
                        "",
                        event.scopes(),
                        event.grantIds(),
                        ""));
    }
}
