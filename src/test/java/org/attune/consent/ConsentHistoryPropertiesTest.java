package org.attune.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.attune.session.ClientCode;
import org.attune.testkit.ConsentRecords;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Random histories of whole records, judged by the log and by an oracle that follows the story the
 * other way: instant by instant from the beginning, keeping the set of grants that stand.
 */
class ConsentHistoryPropertiesTest {
    private static final ClientCode CLIENT = new ClientCode("c1");
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final int SECONDS = 8;
    private static final Recipient ANN = new Recipient("ann", Recipient.Kind.SUPERVISOR, "Ann");
    private static final Recipient BOB = new Recipient("bob", Recipient.Kind.SUPERVISOR, "Bob");
    private static final List<ConsentScope> SCOPES =
            List.of(ConsentScope.EXPORT, ConsentScope.SUPERVISION);

    @Test
    void whatMayLeaveIsWhatTheStoryLeavesStanding() {
        int permitted = 0;
        int refused = 0;
        for (long seed = 0; seed < 1500; seed++) {
            Random random = new Random(seed);
            List<ConsentEntry> history = history(random);
            ConsentLog log = ConsentLog.of(CLIENT, history);
            for (int second = 0; second < SECONDS; second++) {
                Instant now = START.plusSeconds(second);
                List<ConsentGrant> standing = oracle(history, second);
                assertThat(ids(log.standing(now)))
                        .as("seed %d, second %d, %s", seed, second, history)
                        .isEqualTo(ids(standing));
                ExportRequest request = request(random);
                boolean may = standing.stream().anyMatch(grant -> matches(grant, request));
                assertThat(log.askToExport(request, now, now) instanceof ExportAnswer.Permitted)
                        .as("seed %d, second %d, %s of %s", seed, second, request, history)
                        .isEqualTo(may);
                permitted += may ? 1 : 0;
                refused += may ? 0 : 1;
            }
        }
        assertThat(permitted).as("the histories are no waste").isGreaterThan(200);
        assertThat(refused).isGreaterThan(200);
    }

    /** Word for word: each instant first gives, then takes; what is taken once never comes back. */
    private static List<ConsentGrant> oracle(List<ConsentEntry> history, int until) {
        List<ConsentGrant> standing = new ArrayList<>();
        Set<String> gone = new TreeSet<>();
        for (int second = 0; second <= until; second++) {
            Instant at = START.plusSeconds(second);
            List<ConsentRecord> said = new ArrayList<>();
            for (ConsentEntry entry : history) {
                if (entry.at().equals(at)) {
                    said.add((ConsentRecord) entry);
                }
            }
            for (ConsentRecord record : said) {
                if (record.happening().signed()) { // the only defect these histories have
                    standing.addAll(record.grants());
                }
            }
            for (ConsentRecord record : said) {
                if (record.type() != ConsentEvent.Type.REQUESTED
                        && record.type() != ConsentEvent.Type.GIVEN) {
                    gone.addAll(record.happening().grantIds());
                    standing.removeIf(each -> record.happening().scopes().contains(each.scope()));
                }
            }
        }
        Instant now = START.plusSeconds(until);
        standing.removeIf(each -> gone.contains(each.id()));
        standing.removeIf(each -> each.validFrom().isAfter(now));
        standing.removeIf(each -> each.validUntil() != null && each.validUntil().isBefore(now));
        return standing;
    }

    private static boolean matches(ConsentGrant grant, ExportRequest request) {
        return grant.scope() == request.scope()
                && grant.categories().containsAll(request.categories())
                && grant.purpose() == request.purpose()
                && grant.recipients().contains(request.recipient())
                && (grant.formats().isEmpty() || grant.formats().contains(request.format()))
                && grant.identifiability() == request.identifiability();
    }

    private static Set<String> ids(List<ConsentGrant> grants) {
        Set<String> ids = new TreeSet<>();
        grants.forEach(grant -> ids.add(grant.id()));
        return ids;
    }

    private static List<ConsentEntry> history(Random random) {
        List<ConsentEntry> history = new ArrayList<>();
        List<ConsentEvent.Type> types = List.of(ConsentEvent.Type.values());
        int grants = 0;
        for (int i = random.nextInt(7); i > 0; i--) {
            ConsentEvent.Type type =
                    random.nextInt(5) < 2
                            ? ConsentEvent.Type.GIVEN
                            : types.get(random.nextInt(types.size()));
            int at = random.nextInt(SECONDS);
            List<ConsentGrant> given = new ArrayList<>();
            if (type.gives()) {
                given.add(grant(random, "g" + grants++, at));
                given.add(grant(random, "g" + grants++, at));
            }
            Set<ConsentScope> scopes = EnumSet.noneOf(ConsentScope.class);
            Set<String> ids = new TreeSet<>();
            if (type != ConsentEvent.Type.GIVEN) {
                ids.add("g" + random.nextInt(8));
            }
            if (type.takes() && random.nextBoolean()) {
                scopes.add(SCOPES.get(random.nextInt(SCOPES.size())));
            }
            ConsentRecord record =
                    ConsentRecords.record(CLIENT, type, START.plusSeconds(at), given, scopes, ids);
            history.add(random.nextInt(6) == 0 ? unsigned(record) : record);
        }
        return history;
    }

    private static ConsentRecord unsigned(ConsentRecord record) {
        ConsentRecord.Happening event = record.happening();
        return new ConsentRecord(
                record.header(),
                record.parties(),
                record.basis(),
                record.grants(),
                record.retention(),
                new ConsentRecord.Happening(
                        event.type(),
                        event.at(),
                        event.timeZone(),
                        event.method(),
                        false,
                        "",
                        event.scopes(),
                        event.grantIds(),
                        ""));
    }

    private static ConsentGrant grant(Random random, String id, int at) {
        Instant from = START.plusSeconds(at + random.nextInt(2));
        @Nullable Instant until = random.nextBoolean() ? null : from.plusSeconds(random.nextInt(4));
        return new ConsentGrant(
                id,
                SCOPES.get(random.nextInt(SCOPES.size())),
                random.nextInt(4) == 0
                        ? Set.of(DataCategory.RR)
                        : Set.of(DataCategory.RR, DataCategory.HR),
                random.nextInt(4) == 0 ? Purpose.CARE : Purpose.SUPERVISION,
                random.nextBoolean() ? List.of(ANN) : List.of(ANN, BOB),
                random.nextInt(3) == 0 ? Set.of(ExportFormat.CSV) : Set.of(),
                random.nextInt(6) == 0 ? Identifiability.IDENTIFIED : Identifiability.PSEUDONYMISED,
                from,
                until,
                "",
                null,
                null);
    }

    private static ExportRequest request(Random random) {
        return new ExportRequest(
                CLIENT,
                SCOPES.get(random.nextInt(SCOPES.size())),
                random.nextBoolean() ? Set.of(DataCategory.RR) : Set.of(DataCategory.HR),
                Purpose.SUPERVISION,
                random.nextInt(3) == 0 ? BOB : ANN,
                random.nextBoolean() ? ExportFormat.CSV : ExportFormat.EDF,
                Identifiability.PSEUDONYMISED,
                START,
                START);
    }
}
