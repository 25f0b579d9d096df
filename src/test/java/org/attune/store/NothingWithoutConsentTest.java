package org.attune.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.attune.consent.ConsentEvent;
import org.attune.consent.ConsentScope;
import org.attune.consent.RecordingAnswer;
import org.attune.consent.RecordingPermit;
import org.attune.pipeline.Moment;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.Participant;
import org.attune.session.Session;
import org.attune.session.SessionId;
import org.attune.time.WallClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promise 9: no sample is written without consent to record and to store, whatever was said. */
final class NothingWithoutConsentTest {
    private static final int HISTORIES = 60;
    private static final int SECONDS = 6;
    private static final List<ConsentEvent.Type> TYPES =
            List.of(
                    ConsentEvent.Type.GIVEN,
                    ConsentEvent.Type.GIVEN,
                    ConsentEvent.Type.REFUSED,
                    ConsentEvent.Type.WITHDRAWN);
    @TempDir Path temp;

    /** A clock that shows what it is set to. */
    private static final class SetClock implements WallClock {
        private volatile Instant now = Desk.TEN_O_CLOCK;

        void set(Instant instant) {
            now = instant;
        }

        @Override
        public Instant now() {
            return now;
        }
    }

    @Test
    void overAllHistoriesOnlyWhatWasAgreedToIsWrittenAndOnlyForAsLong() throws SQLException {
        long seed = 20261126;
        Random random = new Random(seed);
        SetClock clock = new SetClock();
        Path folder = temp.resolve("v");
        int recorded = 0;
        int refused = 0;
        try (Vault vault = Vault.create(folder, Desk.passphrase(), VaultSettings.MINIMUM, clock)) {
            for (int number = 0; number < HISTORIES; number++) {
                clock.set(Desk.TEN_O_CLOCK);
                String where = "seed " + seed + ", history " + number;
                Map<LaneId, List<ConsentEvent>> said = new LinkedHashMap<>();
                said.put(LaneId.CLIENT, history(random, new ClientCode("A-" + number)));
                said.put(LaneId.PARTNER, history(random, new ClientCode("B-" + number)));
                said.values().forEach(events -> events.forEach(vault.consents()::append));
                Session session = session(number, said);
                Map<LaneId, RecordingPermit> permits = permits(vault, session);
                long before = Intruder.number(folder, "SELECT COUNT(*) FROM stream");

                boolean anyMay = said.values().stream().anyMatch(each -> mayStore(each, 0));
                if (!anyMay) {
                    assertThat(permits).as(where).isEmpty();
                    assertThatThrownBy(() -> vault.record(session, "", permits, change -> {}))
                            .isInstanceOf(IllegalArgumentException.class);
                    assertThat(Intruder.number(folder, "SELECT COUNT(*) FROM stream"))
                            .as(where)
                            .isEqualTo(before);
                    refused++;
                    continue;
                }
                record(vault, session, permits, clock);
                List<Moment> stored = vault.archive().read(session.id()).orElseThrow().moments();
                assertThat(stored).as(where).isEqualTo(expected(said));
                recorded++;
            }
            assertThat(vault.verify().findings()).isEmpty();
            for (Moment moment : Desk.seconds(0, SECONDS)) {
                ByteWriter plain = new ByteWriter();
                MomentCodec.write(plain, moment);
                byte[] canary = Arrays.copyOf(plain.toBytes(), Math.min(24, plain.size()));
                assertThat(Desk.filesHolding(folder, canary)).isEmpty();
            }
        }
        assertThat(recorded).isGreaterThan(10);
        assertThat(refused).isGreaterThan(10);
    }

    private static List<ConsentEvent> history(Random random, ClientCode client) {
        List<ConsentEvent> events = new ArrayList<>();
        int length = random.nextInt(6);
        for (int i = 0; i < length; i++) {
            Set<ConsentScope> scopes = EnumSet.noneOf(ConsentScope.class);
            scopes.add(random.nextBoolean() ? ConsentScope.RECORD : ConsentScope.STORE);
            for (ConsentScope scope : ConsentScope.values()) {
                if (random.nextInt(3) == 0) {
                    scopes.add(scope);
                }
            }
            ConsentEvent.Type type = TYPES.get(random.nextInt(TYPES.size()));
            // Some in the future, some of one instant, some that end while it is recorded.
            Instant at = Desk.TEN_O_CLOCK.plusSeconds(random.nextInt(8) - 6L);
            Instant until =
                    type == ConsentEvent.Type.GIVEN && random.nextBoolean()
                            ? at.plusSeconds(random.nextInt(12))
                            : null;
            events.add(new ConsentEvent(client, type, at, scopes, until, "paper"));
        }
        return events;
    }

    /**
     * Reckoned apart from the product: the last word on each scope, the strictest of one instant.
     */
    private static boolean mayStore(List<ConsentEvent> said, int second) {
        Instant begun = Desk.TEN_O_CLOCK;
        Instant now = begun.plusSeconds(second);
        for (ConsentScope scope : List.of(ConsentScope.RECORD, ConsentScope.STORE)) {
            Instant last = Instant.MIN;
            for (ConsentEvent each : said) {
                if (each.scopes().contains(scope)
                        && !each.at().isAfter(begun)
                        && each.at().isAfter(last)) {
                    last = each.at();
                }
            }
            int words = 0;
            for (ConsentEvent each : said) {
                if (each.scopes().contains(scope) && each.at().equals(last)) {
                    words++;
                    Instant until = each.validUntil();
                    boolean over = until != null && until.isBefore(now);
                    if (each.type() != ConsentEvent.Type.GIVEN || over) {
                        return false;
                    }
                }
            }
            if (words == 0) {
                return false;
            }
        }
        return true;
    }

    private static Session session(int number, Map<LaneId, List<ConsentEvent>> said) {
        return new Session(
                new SessionId("s-" + number),
                said.keySet().stream()
                        .map(
                                lane ->
                                        new Participant(
                                                lane,
                                                new ClientCode(
                                                        (lane.equals(LaneId.CLIENT) ? "A-" : "B-")
                                                                + number)))
                        .toList(),
                Desk.TEN_O_CLOCK,
                "f",
                "p");
    }

    private static Map<LaneId, RecordingPermit> permits(Vault vault, Session session) {
        Map<LaneId, RecordingPermit> permits = new LinkedHashMap<>();
        for (Participant who : session.participants()) {
            RecordingAnswer answer = vault.consents().log(who.code()).askToRecord(Desk.TEN_O_CLOCK);
            if (answer instanceof RecordingAnswer.Permitted permitted) {
                permits.put(who.lane(), permitted.permit());
            }
        }
        return permits;
    }

    private static void record(
            Vault vault, Session session, Map<LaneId, RecordingPermit> permits, SetClock clock) {
        try (SessionRecorder recorder =
                vault.record(session, "", permits, change -> {}, Desk.FAST, order -> {})) {
            for (int second = 0; second < SECONDS; second++) {
                clock.set(Desk.TEN_O_CLOCK.plusSeconds(second));
                Desk.seconds(second, second + 1L).forEach(recorder::happened);
            }
        }
    }

    private static List<Moment> expected(Map<LaneId, List<ConsentEvent>> said) {
        List<Moment> moments = new ArrayList<>();
        for (int second = 0; second < SECONDS; second++) {
            for (Map.Entry<LaneId, List<ConsentEvent>> each : said.entrySet()) {
                if (mayStore(each.getValue(), second)) {
                    moments.addAll(Desk.second(each.getKey(), second));
                }
            }
        }
        return moments;
    }
}
