package org.attune.sensor.ble;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.attune.sensor.SensorEvent.BatteryReported;
import org.attune.sensor.SensorEvent.LinkLost;
import org.attune.sensor.SensorEvent.Linked;
import org.attune.sensor.SensorEvent.RrReceived;
import org.attune.sensor.SourceClass;
import org.attune.sensor.ble.LinkException.Reason;
import org.attune.time.SessionClock;
import org.attune.time.SessionTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StrapEventsTest {
    private static final byte[] BEAT = HeartRatePackets.beats(60, 1000);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final AtomicLong nanos = new AtomicLong();
    private final HeardEvents heard = new HeardEvents();
    private final StrapEvents events =
            new StrapEvents(SessionClock.startingNow(nanos::get), heard, "ble", "");

    @BeforeEach
    void askForTheStrap() {
        events.expectStretch("C0:00:00:00:00:01");
    }

    private static GattLink.Peripheral strap(int bodyLocation) {
        return new GattLink.Peripheral(
                "C0:00:00:00:00:01", "Strap", OptionalInt.of(bodyLocation), OptionalInt.of(50));
    }

    @Test
    void nothingIsHeardBeforeTheLinkOrAfterItsLoss() {
        events.notified(BEAT);
        events.battery(40);
        assertThat(heard.all()).isEmpty();

        events.linked(strap(1));
        events.notified(BEAT);
        events.lost(Reason.OUT_OF_REACH);
        events.notified(BEAT);
        events.battery(40);

        assertThat(heard.all(RrReceived.class)).hasSize(1);
        assertThat(heard.all(BatteryReported.class)).hasSize(1);
    }

    @Test
    void theMostTellingReasonOfALossIsTakenAndTheTimeIsThatOfTheLoss() throws InterruptedException {
        events.linked(strap(1));
        nanos.set(7_000);
        events.lost(Reason.OUT_OF_REACH);
        events.lost(Reason.SWITCHED_OFF);
        nanos.set(9_000);

        assertThat(events.awaitLoss(SHORT, SHORT)).contains(Reason.SWITCHED_OFF);
        assertThat(events.owesLoss()).isTrue();
        events.sayLost("why");

        assertThat(heard.all(LinkLost.class))
                .containsExactly(new LinkLost(new SessionTime(7_000), "why"));
        assertThat(events.owesLoss()).isFalse();
        assertThat(events.awaitLoss(SHORT, SHORT)).isEmpty();
    }

    @Test
    void whereTheStrapIsWornTellsHowItSenses() {
        events.linked(strap(2));
        assertThat(events.description().orElseThrow().source()).isEqualTo(SourceClass.OPTICAL);
        events.linked(strap(0));
        assertThat(events.description().orElseThrow().source()).isEqualTo(SourceClass.UNKNOWN);
        events.linked(strap(1));
        assertThat(events.description().orElseThrow().source()).isEqualTo(SourceClass.ECG);
    }

    @Test
    void aStrapThatWasNotAskedForIsNotHeard() {
        events.expectStretch("C0:00:00:00:00:02");
        events.linked(strap(1));
        events.notified(BEAT);

        assertThat(heard.all()).isEmpty();
    }

    @Test
    void absurdChargeIsNotReported() {
        events.linked(strap(1));
        events.battery(200);
        events.battery(-1);
        events.battery(50);

        assertThat(heard.all(BatteryReported.class)).hasSize(1);
    }

    @Test
    void whatTheStrapCanGiveIsSaidAgainBeforeItsFirstIntervalAndOnlyThen() {
        events.linked(strap(1));
        events.notified(BEAT);
        events.lost(Reason.OUT_OF_REACH);
        events.sayLost("gone");
        events.linked(strap(1));
        events.notified(BEAT);

        assertThat(heard.all(Linked.class)).hasSize(3);
        assertThat(heard.all().get(2)).isInstanceOf(Linked.class);
    }

    @Test
    void afterClosingNothingPassesEvenFromAThreadThatWasWaiting() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        HeardEvents late = new HeardEvents();
        StrapEvents slow =
                new StrapEvents(
                        SessionClock.startingNow(nanos::get),
                        event -> {
                            late.heard(event);
                            inside.countDown();
                            try {
                                go.await(10, TimeUnit.SECONDS);
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        },
                        "ble",
                        "");
        slow.expectStretch("C0:00:00:00:00:01");
        Thread first = new Thread(() -> slow.linked(strap(1)));
        first.start();
        assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();
        Thread second = new Thread(() -> slow.notified(BEAT));
        second.start();

        slow.close(SHORT); // bounded, though a listener hangs
        go.countDown();
        first.join();
        second.join();

        assertThat(late.all()).hasSize(1);
    }
}
