package org.attune.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.attune.session.ClientCode;
import org.attune.testkit.ConsentRecords;
import org.junit.jupiter.api.Test;

/** What may leave: the full cross-product of what a grant covers and what it does not. */
class ExportDecisionTest {
    private static final ClientCode CLIENT = new ClientCode("c1");
    private static final Instant GIVEN = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-06-01T12:00:00Z");
    private static final Instant NOW = Instant.parse("2026-04-01T12:00:00Z");
    private static final Instant DATA_FROM = Instant.parse("2026-03-02T00:00:00Z");
    private static final Instant DATA_UNTIL = Instant.parse("2026-03-31T00:00:00Z");
    private static final Recipient LINDQVIST =
            new Recipient("lindqvist", Recipient.Kind.SUPERVISOR, "Dr B. Lindqvist");

    /** Each element of a grant, and the words by which a refusal names it. */
    private enum Element {
        SCOPE("no consent to 'export' is in force"),
        CATEGORY("does not cover the data category 'rr'"),
        PURPOSE("does not cover the purpose 'care'"),
        RECIPIENT("does not cover the recipient supervisor:lindqvist"),
        FORMAT("does not cover the format 'csv'"),
        IDENTIFIABILITY("does not cover data that are 'pseudonymised'"),
        DATA_TIME("does not cover data of that time"),
        NOW("has expired or does not hold yet");

        private final String words;

        Element(String words) {
            this.words = words;
        }
    }

    @Test
    void everyCombinationOfMissingElementsIsRefusedAndNamedAndOnlyTheWholeIsPermitted() {
        List<Element> elements = List.of(Element.values());
        int permitted = 0;
        for (int mask = 0; mask < 1 << elements.size(); mask++) {
            Set<Element> missing = EnumSet.noneOf(Element.class);
            for (int bit = 0; bit < elements.size(); bit++) {
                if ((mask >> bit & 1) == 1) {
                    missing.add(elements.get(bit));
                }
            }
            ExportAnswer answer =
                    ConsentLog.of(CLIENT, List.of(given(grantWithout("g1", missing))))
                            .askToExport(request(), NOW);
            if (answer instanceof ExportAnswer.Refused refused) {
                List<Element> named =
                        missing.contains(Element.SCOPE)
                                ? List.of(Element.SCOPE)
                                : List.copyOf(missing);
                assertThat(refused.missing()).as("%s", missing).hasSameSizeAs(named);
                for (Element element : named) {
                    assertThat(refused.missing())
                            .as("%s", missing)
                            .anyMatch(line -> line.endsWith(element.words));
                }
            } else {
                assertThat(missing).isEmpty();
                permitted++;
            }
        }
        assertThat(permitted).isEqualTo(1);
    }

    @Test
    void twoGrantsThatTogetherCoverEverythingCoverNothing() {
        List<Element> elements = List.of(Element.values());
        for (Element one : elements) {
            for (Element other : elements) {
                if (one != other) {
                    ConsentLog log =
                            ConsentLog.of(
                                    CLIENT,
                                    List.of(
                                            given(grantWithout("g1", Set.of(one))),
                                            given(grantWithout("g2", Set.of(other)))));
                    assertThat(log.askToExport(request(), NOW))
                            .as("%s in one, %s in the other", one, other)
                            .isInstanceOf(ExportAnswer.Refused.class);
                }
            }
        }
    }

    @Test
    void aPermitCarriesTheRequestTheGrantItsEndAndTheRule() {
        ExportPermit permit =
                ConsentLog.of(CLIENT, List.of(given(grantWithout("g1", Set.of()))))
                        .askToExport(request(), NOW)
                        .match(ExportAnswer.Permitted::permit, refused -> null);
        assertThat(permit).isNotNull();
        assertThat(permit.request()).isEqualTo(request());
        assertThat(permit.grantId()).contains("g1");
        assertThat(permit.validUntil()).contains(UNTIL);
        assertThat(permit.holdsAt(UNTIL)).isTrue();
        assertThat(permit.holdsAt(UNTIL.plusNanos(1))).isFalse();
        assertThat(permit.rule()).isEqualTo(ConsentRule.ONE_GRANT);
    }

    private static ConsentRecord given(ConsentGrant grant) {
        return ConsentRecords.given(CLIENT, GIVEN, grant);
    }

    private static ConsentGrant grantWithout(String id, Set<Element> missing) {
        Set<DataCategory> categories = EnumSet.of(DataCategory.HR);
        if (!missing.contains(Element.CATEGORY)) {
            categories.add(DataCategory.RR);
        }
        List<Recipient> recipients = new ArrayList<>();
        recipients.add(new Recipient("other", Recipient.Kind.SUPERVISOR, "Dr Other"));
        if (!missing.contains(Element.RECIPIENT)) {
            recipients.add(LINDQVIST);
        }
        return new ConsentGrant(
                id,
                missing.contains(Element.SCOPE) ? ConsentScope.RESEARCH : ConsentScope.EXPORT,
                categories,
                missing.contains(Element.PURPOSE) ? Purpose.SUPERVISION : Purpose.CARE,
                recipients,
                Set.of(missing.contains(Element.FORMAT) ? ExportFormat.EDF : ExportFormat.CSV),
                missing.contains(Element.IDENTIFIABILITY)
                        ? Identifiability.IDENTIFIED
                        : Identifiability.PSEUDONYMISED,
                GIVEN,
                missing.contains(Element.NOW) ? NOW.minusNanos(1) : UNTIL,
                "",
                missing.contains(Element.DATA_TIME) ? DATA_FROM.plusNanos(1) : DATA_FROM,
                DATA_UNTIL);
    }

    private static ExportRequest request() {
        return new ExportRequest(
                CLIENT,
                ConsentScope.EXPORT,
                Set.of(DataCategory.RR, DataCategory.HR),
                Purpose.CARE,
                LINDQVIST,
                ExportFormat.CSV,
                Identifiability.PSEUDONYMISED,
                DATA_FROM,
                DATA_UNTIL);
    }
}
