package org.attune.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.Participant;
import org.attune.session.Phase;
import org.attune.session.Session;
import org.attune.session.SessionId;
import org.attune.time.SessionTime;
import org.junit.jupiter.api.Test;

class LatestSnapshotTest {
    private final List<Runnable> screenThread = new ArrayList<>();
    private final List<LiveSnapshot> seen = new ArrayList<>();
    private final LatestSnapshot slot = new LatestSnapshot(screenThread::add, seen::add);

    private static LiveSnapshot at(int second) {
        Session session =
                new Session(
                        new SessionId("s-1"),
                        List.of(new Participant(LaneId.CLIENT, new ClientCode("K-07"))),
                        Instant.EPOCH,
                        "",
                        "1");
        return new LiveSnapshot(
                session,
                SessionTime.ofSeconds(second),
                Phase.WORK,
                SessionTime.ZERO,
                List.of(),
                List.of(),
                new RecordingStatus(RecordingStatus.Kind.LIVE_ONLY, ""),
                0,
                3,
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void aSlowScreenSeesTheNewestAndIsWokenOnce() {
        slot.offer(at(1));
        slot.offer(at(2));
        slot.offer(at(3));

        assertThat(screenThread).hasSize(1);
        screenThread.remove(0).run();
        assertThat(seen).containsExactly(at(3));
    }

    @Test
    void aScreenThatHasCaughtUpIsWokenAgain() {
        slot.offer(at(1));
        screenThread.remove(0).run();
        slot.offer(at(2));
        screenThread.remove(0).run();

        assertThat(seen).containsExactly(at(1), at(2));
    }
}
