package org.attune.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.attune.time.SessionTime;
import org.junit.jupiter.api.Test;

class SessionTypesTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void aClientCodeNeverShowsInTextNorInWhatHoldsIt() {
        Participant participant = new Participant(LaneId.CLIENT, new ClientCode("K-17"));
        Session session =
                new Session(new SessionId("s1"), List.of(participant), START, "hash", "1");
        assertThat(participant.code().toString()).doesNotContain("K-17").contains("redacted");
        assertThat(participant.toString()).doesNotContain("K-17");
        assertThat(session.toString()).doesNotContain("K-17");
    }

    @Test
    void aRefusedClientCodeIsNotRepeatedInTheMessage() {
        for (String bad : List.of("", "Anna Muster", "a/b", "x".repeat(33), "a\nb")) {
            assertThatIllegalArgumentException()
                    .as(bad)
                    .isThrownBy(() -> new ClientCode(bad))
                    .satisfies(
                            e -> {
                                if (!bad.isEmpty()) {
                                    assertThat(e.getMessage()).doesNotContain(bad);
                                }
                            });
        }
        assertThat(new ClientCode("Ä-1._x").value()).isEqualTo("Ä-1._x");
    }

    @Test
    void lanesAreNamedByRoleAndNumber() {
        assertThat(LaneId.CLIENT.role()).isEqualTo(Role.CLIENT);
        assertThat(new LaneId("client-2").role()).isEqualTo(Role.CLIENT);
        assertThat(new LaneId("therapist").role()).isEqualTo(Role.THERAPIST);
        for (String bad : List.of("", "Client", "client-0", "client-100", "dog", "client-")) {
            assertThatIllegalArgumentException().as(bad).isThrownBy(() -> new LaneId(bad));
        }
    }

    @Test
    void aSessionHasPeopleEachInALaneOfTheirOwn() {
        Participant one = new Participant(LaneId.CLIENT, new ClientCode("a"));
        Participant other = new Participant(LaneId.CLIENT, new ClientCode("b"));
        SessionId id = new SessionId("s1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Session(id, List.of(), START, "h", "1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Session(id, List.of(one, other), START, "h", "1"));
        assertThatIllegalArgumentException().isThrownBy(() -> new SessionId("a b"));
    }

    @Test
    void aMarkerThatNamesNoPhaseOrNoMinutesIsRefusedWhereItIsMade() {
        SessionTime at = SessionTime.ZERO;
        assertThat(Marker.ofPhase(at, Phase.WORK).detail()).isEqualTo("WORK");
        assertThat(new Marker(at, MarkKind.SNOOZE, "2.5").detail()).isEqualTo("2.5");
        for (String bad : List.of("", "work", "REST")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Marker(at, MarkKind.PHASE, bad));
        }
        for (String bad : List.of("", "-1", "NaN", "Infinity", "1e9", "2 min")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Marker(at, MarkKind.SNOOZE, bad));
        }
    }
}
