package org.attune.export;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.attune.consent.ConsentEntry;
import org.attune.consent.ConsentEvent;
import org.attune.consent.ConsentGrant;
import org.attune.consent.ConsentLog;
import org.attune.consent.ConsentScope;
import org.attune.consent.DataCategory;
import org.attune.consent.ExportFormat;
import org.attune.consent.ExportRequest;
import org.attune.consent.Identifiability;
import org.attune.consent.Purpose;
import org.attune.consent.Recipient;
import org.attune.session.ClientCode;
import org.attune.testkit.ConsentRecords;

/**
 * An export desk without a vault: a clock to be set, consents to be changed, answers to be read.
 */
public class ExportTable implements ExportRegister {
    static final ClientCode CLIENT = new ClientCode(ExportFixtures.CODE);
    static final Instant GIVEN = Instant.parse("2026-11-01T12:00:00Z");
    static final Instant UNTIL = Instant.parse("2026-12-31T12:00:00Z");
    static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    static final Recipient LINDQVIST =
            new Recipient("lindqvist", Recipient.Kind.SUPERVISOR, "Dr B. Lindqvist");
    static final byte[] KEY =
            "a key of a vault, 32 bytes long!".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    final List<ConsentEntry> entries = new ArrayList<>();
    final List<Decision> decisions = new ArrayList<>();
    final List<Copy> copies = new ArrayList<>();
    Instant now = NOW;
    private boolean identified;
    Runnable betweenTheQuestions = () -> {};

    public ExportTable() {
        entries.add(ConsentRecords.given(CLIENT, GIVEN, grant()));
    }

    static ConsentGrant grant() {
        return new ConsentGrant(
                "g1",
                ConsentScope.EXPORT,
                ExportFixtures.PHYSIOLOGY,
                Purpose.SUPERVISION,
                List.of(LINDQVIST),
                Set.of(),
                Identifiability.PSEUDONYMISED,
                GIVEN,
                UNTIL,
                "",
                null,
                null);
    }

    static ExportRequest request(ExportFormat format) {
        return request(format, ExportFixtures.PHYSIOLOGY);
    }

    static ExportRequest request(ExportFormat format, Set<DataCategory> categories) {
        return new ExportRequest(
                CLIENT,
                ConsentScope.EXPORT,
                EnumSet.copyOf(categories),
                Purpose.SUPERVISION,
                LINDQVIST,
                format,
                Identifiability.PSEUDONYMISED,
                ExportFixtures.START,
                ExportFixtures.START.plusSeconds(660));
    }

    static ExportOrder order(ExportRequest request) {
        return new ExportOrder(
                request,
                ExportFixtures.lane(),
                new KeyedPseudonyms(KEY, request.recipient(), request.purpose()));
    }

    ExportGate gate() {
        return new ExportGate(this, () -> now);
    }

    ExportDesk desk() {
        return desk(List.of(new CsvTables(), new RrText()));
    }

    private ExportDesk desk(List<Exporter> exporters) {
        return new ExportDesk(
                gate(),
                exporters,
                () -> Optional.of(new AuditMark(7, "ab".repeat(32), "c2ln", "a2V5")),
                grant -> Optional.of(grant()),
                () -> now);
    }

    ExportDesk.Placed export(ExportFormat format, Path path) {
        return desk().export(order(request(format)), path, Optional.empty());
    }

    /** By any list of formats. */
    public void export(ExportFormat format, Path path, List<Exporter> exporters) {
        ExportRequest request =
                identified
                        ? new ExportRequest(
                                CLIENT,
                                ConsentScope.EXPORT,
                                EnumSet.of(DataCategory.RR, DataCategory.IDENTITY),
                                Purpose.ACCESS,
                                new Recipient(CLIENT.value(), Recipient.Kind.SELF, "self"),
                                format,
                                Identifiability.IDENTIFIED,
                                ExportFixtures.START,
                                ExportFixtures.START)
                        : request(format);
        desk(exporters).export(order(request), path, Optional.empty());
    }

    /** From now on the person's own copy is exported, under their name. */
    public void identified() {
        identified = true;
    }

    /** Whether the gate opens for these data. */
    public boolean opens(ExportFormat format, DataCategory... data) {
        try {
            return gate().ask(request(format, Set.of(data))).request().format() == format;
        } catch (ExportRefusedException refused) {
            return false;
        }
    }

    void withdraw() {
        entries.add(
                new ConsentEvent(
                        CLIENT,
                        ConsentEvent.Type.WITHDRAWN,
                        now,
                        Set.of(ConsentScope.EXPORT),
                        null,
                        "verbal"));
    }

    @Override
    public ConsentLog consents(ClientCode client) {
        return ConsentLog.of(client, List.copyOf(entries));
    }

    @Override
    public Instant newestKnown(ClientCode client, Instant at) {
        return at;
    }

    @Override
    public void decided(Decision decision) {
        decisions.add(decision);
        if (decision.stage() == Stage.ASKED) {
            betweenTheQuestions.run();
        }
    }

    @Override
    public void leaving(Copy copy) {
        copies.add(copy);
    }
}
