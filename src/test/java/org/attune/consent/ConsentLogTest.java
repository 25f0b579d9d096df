package org.attune.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.attune.session.ClientCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConsentLogTest {
    private static final ClientCode CLIENT = new ClientCode("c1");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static final Set<ConsentEvent.Type> AGREEING =
            EnumSet.of(ConsentEvent.Type.GIVEN, ConsentEvent.Type.AMENDED);
    private static final List<ConsentEvent.Type> TYPES = List.of(ConsentEvent.Type.values());

    @Test
    void scopesAreFoundByTheirCodeAndUnknownOnesGrantNothing() {
        for (ConsentScope scope : ConsentScope.values()) {
            assertThat(ConsentScope.ofCode(scope.code())).contains(scope);
        }
        assertThat(ConsentScope.LIVE_DISPLAY.code()).isEqualTo("live-display");
        assertThat(ConsentScope.ofCode("RECORD")).isEmpty();
        assertThat(ConsentScope.ofCode("all")).isEmpty();
    }

    @Test
    void withoutAWordNothingIsGranted() {
        ConsentLog log = ConsentLog.of(CLIENT, List.of());
        for (ConsentScope scope : ConsentScope.values()) {
            assertThat(log.grants(scope, NOON)).isFalse();
        }
    }

    @Test
    void aGrantHoldsFromItsInstantToItsEndAndNoLonger() {
        ConsentLog log = log(given(0, 60, ConsentScope.RECORD));
        assertThat(log.grants(ConsentScope.RECORD, NOON.minusNanos(1))).isFalse();
        assertThat(log.grants(ConsentScope.RECORD, NOON)).isTrue();
        assertThat(log.grants(ConsentScope.RECORD, NOON.plusSeconds(60))).isTrue();
        assertThat(log.grants(ConsentScope.RECORD, NOON.plusSeconds(60).plusNanos(1))).isFalse();
    }

    @Test
    void noScopeFollowsFromAnother() {
        ConsentLog log = log(given(0, null, ConsentScope.RECORD));
        for (ConsentScope scope : EnumSet.complementOf(EnumSet.of(ConsentScope.RECORD))) {
            assertThat(log.grants(scope, NOON)).as("%s", scope).isFalse();
        }
    }

    @Test
    void withdrawalBeatsAGrantOfTheSameInstantInWhateverOrderTheyWereEntered() {
        ConsentEvent yes = given(0, null, ConsentScope.RECORD);
        ConsentEvent no = event(ConsentEvent.Type.WITHDRAWN, 0, null, ConsentScope.RECORD);
        assertThat(log(yes, no).grants(ConsentScope.RECORD, NOON)).isFalse();
        assertThat(log(no, yes).grants(ConsentScope.RECORD, NOON)).isFalse();
    }

    @Test
    void theNewestWordCountsNotTheLastEntered() {
        ConsentEvent yes = given(10, null, ConsentScope.RECORD);
        ConsentEvent no = event(ConsentEvent.Type.REFUSED, 0, null, ConsentScope.RECORD);
        assertThat(log(yes, no).grants(ConsentScope.RECORD, NOON.plusSeconds(20))).isTrue();
    }

    @Test
    void anExpiredNewerGrantIsNotReplacedByAnOlderEndlessOne() {
        ConsentLog log =
                log(given(0, null, ConsentScope.RECORD), given(10, 20, ConsentScope.RECORD));
        assertThat(log.grants(ConsentScope.RECORD, NOON.plusSeconds(25))).isFalse();
    }

    @Test
    void anEventDatedInTheFutureDoesNotCountYet() {
        ConsentLog log =
                log(
                        given(0, null, ConsentScope.RECORD),
                        event(ConsentEvent.Type.WITHDRAWN, 100, null, ConsentScope.RECORD));
        assertThat(log.grants(ConsentScope.RECORD, NOON.plusSeconds(99))).isTrue();
        assertThat(log.grants(ConsentScope.RECORD, NOON.plusSeconds(100))).isFalse();
    }

    @Test
    void recordingNeedsBothToRecordAndToStoreAndRunsOutWithTheEarlier() {
        ConsentLog both = log(given(0, 90, ConsentScope.RECORD), given(0, 60, ConsentScope.STORE));
        RecordingPermit permit =
                both.askToRecord(NOON).match(RecordingAnswer.Permitted::permit, refused -> null);
        assertThat(permit).isNotNull();
        assertThat(permit.client()).isEqualTo(CLIENT);
        assertThat(permit.validUntil()).contains(NOON.plusSeconds(60));
        assertThat(permit.holdsAt(NOON.plusSeconds(60))).isTrue();
        assertThat(permit.holdsAt(NOON.plusSeconds(61))).isFalse();

        RecordingAnswer half = log(given(0, null, ConsentScope.RECORD)).askToRecord(NOON);
        assertThat(half)
                .isEqualTo(
                        new RecordingAnswer.Refused(List.of("no consent to 'store' is in force")));
    }

    @Test
    void aLogHoldsOnePersonsWordsOnly() {
        ConsentLog own = log(given(0, null, ConsentScope.STORE));
        assertThat(own.client()).isEqualTo(CLIENT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConsentLog.of(new ClientCode("other"), own.entries()));
    }

    @Test
    void anEventNamesAScopeAMethodAndDoesNotEndBeforeItBegins() {
        assertThatIllegalArgumentException().isThrownBy(() -> given(0, -1, ConsentScope.STORE));
        assertThatIllegalArgumentException().isThrownBy(() -> given(0, null));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new ConsentEvent(
                                        CLIENT,
                                        ConsentEvent.Type.GIVEN,
                                        NOON,
                                        Set.of(ConsentScope.STORE),
                                        null,
                                        " "));
    }

    @Test
    void randomHistoriesAreJudgedAsByTheirDefinition() {
        for (long seed = 0; seed < 3000; seed++) {
            Random random = new Random(seed);
            List<ConsentEvent> events = new ArrayList<>();
            for (int i = random.nextInt(9); i > 0; i--) {
                events.add(randomEvent(random));
            }
            ConsentLog log = ConsentLog.of(CLIENT, events);
            for (int second = -1; second < 12; second++) {
                Instant now = NOON.plusSeconds(second);
                for (ConsentScope scope : List.of(ConsentScope.RECORD, ConsentScope.STORE)) {
                    assertThat(log.grants(scope, now))
                            .as("seed %d, second %d, %s, %s", seed, second, scope, events)
                            .isEqualTo(oracle(events, scope, now));
                }
            }
        }
    }

    /** By the definition, word for word: every event of the newest instant is a grant in force. */
    private static boolean oracle(List<ConsentEvent> events, ConsentScope scope, Instant now) {
        List<ConsentEvent> said =
                events.stream()
                        .filter(e -> e.type() != ConsentEvent.Type.REQUESTED) // says nothing
                        .filter(e -> e.scopes().contains(scope) && !e.at().isAfter(now))
                        .toList();
        if (said.isEmpty()) {
            return false;
        }
        Instant newest = said.stream().map(ConsentEvent::at).max(Instant::compareTo).orElseThrow();
        List<ConsentEvent> last = said.stream().filter(e -> e.at().equals(newest)).toList();
        if (last.stream().anyMatch(e -> !AGREEING.contains(e.type()))) {
            return false;
        }
        // Of two grants of one instant the narrower rules.
        return last.stream().allMatch(e -> e.validUntil() == null || !now.isAfter(e.validUntil()));
    }

    private static ConsentEvent randomEvent(Random random) {
        ConsentEvent.Type type = TYPES.get(random.nextInt(TYPES.size()));
        int at = random.nextInt(8);
        Integer until = random.nextBoolean() ? null : at + random.nextInt(5);
        ConsentScope[] scopes =
                switch (random.nextInt(3)) {
                    case 0 -> new ConsentScope[] {ConsentScope.RECORD};
                    case 1 -> new ConsentScope[] {ConsentScope.STORE};
                    default -> new ConsentScope[] {ConsentScope.RECORD, ConsentScope.STORE};
                };
        return event(type, at, until, scopes);
    }

    private static ConsentLog log(ConsentEvent... events) {
        return ConsentLog.of(CLIENT, List.of(events));
    }

    private static ConsentEvent given(int at, @Nullable Integer until, ConsentScope... scopes) {
        return event(ConsentEvent.Type.GIVEN, at, until, scopes);
    }

    private static ConsentEvent event(
            ConsentEvent.Type type, int at, @Nullable Integer until, ConsentScope... scopes) {
        return new ConsentEvent(
                CLIENT,
                type,
                NOON.plusSeconds(at),
                Set.of(scopes),
                until == null ? null : NOON.plusSeconds(until),
                "paper");
    }
}
