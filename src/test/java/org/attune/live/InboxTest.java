package org.attune.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.attune.sensor.RrInterval;
import org.attune.sensor.SensorEvent;
import org.attune.session.LaneId;
import org.attune.time.SessionTime;
import org.junit.jupiter.api.Test;

class InboxTest {
    private static SensorEvent beat(int second) {
        return new SensorEvent.RrReceived(
                SessionTime.ofSeconds(second), List.of(RrInterval.ofMillis(800)));
    }

    private static List<SensorEvent> drain(Inbox inbox) throws InterruptedException {
        List<SensorEvent> events = new ArrayList<>();
        while (inbox.take(0) instanceof Inbox.Entry.Heard heard) {
            events.add(heard.event());
        }
        return events;
    }

    @Test
    void whatFitsComesOutInOrder() throws InterruptedException {
        Inbox inbox = new Inbox(4);
        inbox.offer(LaneId.CLIENT, beat(1));
        inbox.offer(LaneId.CLIENT, beat(2));

        assertThat(drain(inbox)).containsExactly(beat(1), beat(2));
    }

    @Test
    void whatIsRefusedIsCountedAndSaidBeforeTheNextThatFits() throws InterruptedException {
        Inbox inbox = new Inbox(2);
        for (int second = 1; second <= 5; second++) {
            inbox.offer(LaneId.CLIENT, beat(second));
        }
        List<SensorEvent> before = drain(inbox);
        inbox.offer(LaneId.CLIENT, beat(6));

        assertThat(before).containsExactly(beat(1), beat(2));
        assertThat(drain(inbox))
                .containsExactly(new SensorEvent.Overrun(SessionTime.ofSeconds(6), 3), beat(6));
    }

    @Test
    void oneLanesHoleIsNotSaidInAnother() throws InterruptedException {
        Inbox inbox = new Inbox(2);
        inbox.offer(LaneId.CLIENT, beat(1));
        inbox.offer(LaneId.CLIENT, beat(2));
        inbox.offer(LaneId.PARTNER, beat(3));
        drain(inbox);
        inbox.offer(LaneId.CLIENT, beat(4));

        assertThat(drain(inbox)).containsExactly(beat(4));
    }

    @Test
    void aCommandIsNeverRefused() throws InterruptedException {
        Inbox inbox = new Inbox(2);
        for (int second = 1; second <= 9; second++) {
            inbox.offer(LaneId.CLIENT, beat(second));
        }
        inbox.ask(() -> {});

        assertThat(drain(inbox)).hasSize(2);
        assertThat(inbox.isEmpty()).as("the drain ends at the command, which it took").isTrue();
    }
}
