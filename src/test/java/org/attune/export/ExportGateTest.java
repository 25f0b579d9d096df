package org.attune.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.attune.consent.ConsentGrant;
import org.attune.consent.ConsentScope;
import org.attune.consent.DataCategory;
import org.attune.consent.ExportFormat;
import org.attune.consent.ExportRequest;
import org.attune.consent.Identifiability;
import org.attune.consent.Purpose;
import org.attune.consent.Recipient;
import org.attune.testkit.ConsentRecords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promises 10 and 11: what leaves was agreed to in every element, and still is when it leaves. */
final class ExportGateTest {
    private static final List<Element> ELEMENTS = List.of(Element.values());

    @TempDir Path folder;
    private final ExportTable table = new ExportTable();

    /** What a consent limits; each can be missing. */
    private enum Element {
        SCOPE("no consent to 'export'"),
        CATEGORY("'markers'"),
        PURPOSE("the purpose 'supervision'"),
        RECIPIENT("the recipient supervisor:lindqvist"),
        FORMAT("the format 'rr'"),
        IDENTIFIABILITY("'pseudonymised'"),
        DATA_TIME("data of that time"),
        NOW("expired");

        private final String words;

        Element(String words) {
            this.words = words;
        }
    }

    @Test
    void promise10OnlyTheWholeConsentOpensTheGateAndARefusalNamesWhatIsMissing() {
        int opened = 0;
        for (int mask = 0; mask < 1 << ELEMENTS.size(); mask++) {
            Set<Element> missing = EnumSet.noneOf(Element.class);
            for (int bit = 0; bit < ELEMENTS.size(); bit++) {
                if ((mask >> bit & 1) == 1) {
                    missing.add(ELEMENTS.get(bit));
                }
            }
            table.entries.clear();
            table.decisions.clear();
            table.entries.add(
                    ConsentRecords.given(ExportTable.CLIENT, ExportTable.GIVEN, without(missing)));
            ExportRequest request = ExportTable.request(ExportFormat.RR);
            if (missing.isEmpty()) {
                assertThat(table.gate().ask(request).grantId()).contains("g1");
                opened++;
            } else {
                ExportRefusedException refused =
                        catchThrowableOfType(
                                ExportRefusedException.class, () -> table.gate().ask(request));
                assertThat(refused).as("%s", missing).isNotNull();
                Set<Element> named =
                        missing.contains(Element.SCOPE) ? EnumSet.of(Element.SCOPE) : missing;
                for (Element element : named) {
                    assertThat(refused).as("%s", missing).hasMessageContaining(element.words);
                }
                assertThat(refused.missing()).hasSameSizeAs(named);
            }
            assertThat(table.decisions).hasSize(1);
            assertThat(table.decisions.get(0).allowed()).isEqualTo(missing.isEmpty());
            assertThat(table.decisions.get(0).ruleId()).isNotBlank();
        }
        assertThat(opened).isEqualTo(1);
    }

    @Test
    void promise10NoConsentOfAnyKindOpensTheGateForAnythingButItself() {
        int opened = 0;
        for (Purpose purpose : Purpose.values()) {
            for (ExportFormat format : ExportFormat.values()) {
                for (Identifiability how : Identifiability.values()) {
                    for (ConsentScope scope : ConsentScope.values()) {
                        for (DataCategory category : DataCategory.values()) {
                            for (Recipient.Kind kind : Recipient.Kind.values()) {
                                opened += opens(purpose, format, how, scope, category, kind);
                            }
                        }
                    }
                }
            }
        }
        // One scope, one purpose, one recipient, one way: any format, any of six categories.
        assertThat(opened)
                .isEqualTo(ExportFormat.values().length * ExportFixtures.PHYSIOLOGY.size());
    }

    private int opens(
            Purpose purpose,
            ExportFormat format,
            Identifiability how,
            ConsentScope scope,
            DataCategory category,
            Recipient.Kind kind) {
        ExportRequest request =
                new ExportRequest(
                        ExportTable.CLIENT,
                        scope,
                        Set.of(category),
                        purpose,
                        new Recipient("lindqvist", kind, "Dr B. Lindqvist"),
                        format,
                        how,
                        ExportFixtures.START,
                        ExportFixtures.START);
        try {
            return table.gate().ask(request).categories().size();
        } catch (ExportRefusedException refused) {
            assertThat(refused.missing()).isNotEmpty();
            return 0;
        }
    }

    @Test
    void promise11AWithdrawalBetweenQuestionAndNameLeavesNothingBehind() throws IOException {
        for (String name : List.of("folder", "archive.zip", "single.txt")) {
            ExportTable desk = new ExportTable();
            desk.betweenTheQuestions = desk::withdraw;
            assertThatThrownBy(() -> desk.export(ExportFormat.RR, folder.resolve(name)))
                    .isInstanceOf(ExportRefusedException.class)
                    .hasMessageContaining("withdrawn")
                    .hasMessageContaining("removed");
            assertThat(entries()).as(name).isEmpty();
            assertThat(desk.decisions)
                    .extracting(each -> each.allowed())
                    .containsExactly(true, false);
            assertThat(desk.decisions.get(1).sha256()).hasSize(64);
            assertThat(desk.copies).isEmpty();
        }
    }

    @Test
    void promise11AConsentThatRunsOutBetweenQuestionAndNameLeavesNothingBehind()
            throws IOException {
        table.now = ExportTable.UNTIL;
        table.betweenTheQuestions = () -> table.now = ExportTable.UNTIL.plusNanos(1);
        assertThatThrownBy(() -> table.export(ExportFormat.CSV, folder.resolve("out")))
                .isInstanceOf(ExportRefusedException.class)
                .hasMessageContaining("expired");
        assertThat(entries()).isEmpty();
        assertThat(table.copies).isEmpty();
    }

    @Test
    void whatCannotBeEnteredInTheLedgerDoesNotLeave() throws IOException {
        ExportTable desk =
                new ExportTable() {
                    @Override
                    public void leaving(Copy copy) {
                        throw new ExportFailedException("the ledger is full", null);
                    }
                };
        assertThatThrownBy(() -> desk.export(ExportFormat.CSV, folder.resolve("out")))
                .hasMessage("the ledger is full");
        assertThat(entries()).isEmpty();
    }

    @Test
    void whatLeftIsEnteredWithItsHash() {
        ExportDesk.Placed placed = table.export(ExportFormat.RR, folder.resolve("out.zip"));
        assertThat(table.copies).hasSize(1);
        assertThat(table.copies.get(0).sha256()).isEqualTo(placed.sha256());
        assertThat(table.copies.get(0).fileName()).isEqualTo("out.zip");
        assertThat(table.decisions)
                .extracting(each -> each.stage())
                .containsExactly(ExportRegister.Stage.ASKED, ExportRegister.Stage.NAMED);
    }

    @Test
    void aPreviewWritesNothingAndEntersNoCopy() throws IOException {
        ExportPreview preview =
                table.desk().preview(ExportTable.order(ExportTable.request(ExportFormat.CSV)));
        ExportDesk.Placed placed = table.export(ExportFormat.CSV, folder.resolve("out"));
        assertThat(preview.files()).extracting(each -> each.path()).contains("data/beats.csv");
        assertThat(preview.files().stream().mapToLong(each -> each.bytes()).sum())
                .isEqualTo(placed.bytes());
        assertThat(preview.leftOut()).extracting(each -> each.what()).contains("notes", "identity");
        assertThat(table.copies).hasSize(1);
        table.withdraw();
        assertThatThrownBy(
                        () ->
                                table.desk()
                                        .preview(
                                                ExportTable.order(
                                                        ExportTable.request(ExportFormat.CSV))))
                .isInstanceOf(ExportRefusedException.class);
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }

    private static ConsentGrant without(Set<Element> missing) {
        Set<DataCategory> categories = EnumSet.copyOf(ExportFixtures.PHYSIOLOGY);
        if (missing.contains(Element.CATEGORY)) {
            categories.remove(DataCategory.MARKERS);
        }
        List<Recipient> recipients = new ArrayList<>();
        recipients.add(new Recipient("other", Recipient.Kind.SUPERVISOR, "Dr Other"));
        if (!missing.contains(Element.RECIPIENT)) {
            recipients.add(ExportTable.LINDQVIST);
        }
        return new ConsentGrant(
                "g1",
                missing.contains(Element.SCOPE) ? ConsentScope.RESEARCH : ConsentScope.EXPORT,
                categories,
                missing.contains(Element.PURPOSE) ? Purpose.CARE : Purpose.SUPERVISION,
                recipients,
                Set.of(missing.contains(Element.FORMAT) ? ExportFormat.EDF : ExportFormat.RR),
                missing.contains(Element.IDENTIFIABILITY)
                        ? Identifiability.AGGREGATE
                        : Identifiability.PSEUDONYMISED,
                ExportTable.GIVEN,
                missing.contains(Element.NOW) ? ExportTable.NOW.minusNanos(1) : ExportTable.UNTIL,
                "",
                missing.contains(Element.DATA_TIME)
                        ? ExportFixtures.START.plusNanos(1)
                        : ExportFixtures.START,
                null);
    }

    @Test
    void aSealAndTheEndingAgeGoTogether() {
        AgeSeal seal =
                new AgeSeal("age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p");
        ExportOrder order = ExportTable.order(ExportTable.request(ExportFormat.CSV));
        assertThatThrownBy(
                        () ->
                                table.desk()
                                        .export(order, folder.resolve("a.zip"), Optional.of(seal)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> table.desk().export(order, folder.resolve("a.age"), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(table.decisions).isEmpty();
    }
}
