package org.attune.sensor.ble;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.attune.beat.BeatTimeline;
import org.attune.beat.PlacedInterval;
import org.attune.beat.TimelineRules;
import org.attune.sensor.SensorEvent.LinkLost;
import org.attune.sensor.SensorEvent.RrReceived;
import org.attune.time.SessionClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a long session meets: straps that leave, and machinery that goes and returns. */
@Tag("long")
class BleReconnectIT {
    private final StrapBench bench = new StrapBench();

    @AfterEach
    void clearTheBench() throws IOException {
        bench.close();
    }

    @Test
    void aStrapThatDropsTheLinkIsFoundAgainAndANewStretchBegins() {
        bench.startRig();
        bench.openAndAwaitBeats();
        int before = bench.heard.size();

        bench.rig.command("drop");
        bench.awaitReturnAfter(before);

        assertThat(bench.heard.all(LinkLost.class))
                .extracting(LinkLost::cause)
                .containsExactly("strap out of reach or switched off");
        List<Integer> sent = bench.transmittedTicks();
        assertThat(sent).containsSubsequence(bench.heard.ticks());
        assertThat(sent.size() - bench.heard.ticks().size()).isLessThanOrEqualTo(6);
    }

    @Test
    void aStrapThatGoesAwayIsWaitedForUntilItReturns() throws InterruptedException {
        bench.startRig();
        bench.openAndAwaitBeats();
        int before = bench.heard.size();

        bench.rig.command("hide");
        bench.rig.command("drop");
        bench.heard.awaitAfter(before, LinkLost.class);
        TimeUnit.SECONDS.sleep(3);
        assertThat(bench.heard.all().get(bench.heard.size() - 1)).isInstanceOf(LinkLost.class);
        bench.rig.command("show");
        bench.awaitReturnAfter(before);

        assertThat(bench.heard.all(LinkLost.class)).hasSize(1);
    }

    @Test
    void aStrapOutOfReachAtTheBeginningIsNoError() throws InterruptedException {
        bench.startRig();
        bench.rig.command("hide");
        bench.open();
        TimeUnit.SECONDS.sleep(1);
        assertThat(bench.heard.all()).isEmpty();

        bench.rig.command("show");

        bench.heard.await(RrReceived.class, 1);
    }

    @Test
    void theBluetoothServiceMayBeRestarted() {
        bench.startRig();
        bench.openAndAwaitBeats();
        int before = bench.heard.size();

        bench.rig.command("restart 1500");
        bench.awaitReturnAfter(before);

        assertThat(bench.heard.all(LinkLost.class).get(0).cause())
                .startsWith("the Bluetooth service is not running");
    }

    @Test
    void theWholeBusMayGoAndReturn() throws IOException {
        bench.startRig();
        bench.openAndAwaitBeats();
        int before = bench.heard.size();

        bench.rig.stopBus();
        bench.heard.awaitAfter(before, LinkLost.class);
        assertThat(bench.heard.all(LinkLost.class).get(0).cause())
                .startsWith("no D-Bus system bus");
        bench.rig.startBus();
        bench.awaitReturnAfter(before);
    }

    @Test
    void bluetoothMayBeSwitchedOffAndOn() {
        bench.startRig();
        bench.openAndAwaitBeats();
        int before = bench.heard.size();

        bench.rig.command("powered off");
        bench.heard.awaitAfter(before, LinkLost.class);
        assertThat(bench.heard.all(LinkLost.class).get(0).cause())
                .isEqualTo("Bluetooth is switched off");
        bench.rig.command("powered on");
        bench.awaitReturnAfter(before);

        assertThat(bench.heard.all(LinkLost.class)).hasSize(1);
    }

    @Test
    void theAdapterMayBeUnpluggedAndPluggedIn() {
        bench.startRig();
        bench.openAndAwaitBeats();
        int before = bench.heard.size();

        bench.rig.command("unplug");
        bench.heard.awaitAfter(before, LinkLost.class);
        assertThat(bench.heard.all(LinkLost.class).get(0).cause())
                .startsWith("no Bluetooth adapter");
        bench.rig.command("plug");
        bench.awaitReturnAfter(before);

        assertThat(bench.heard.all(LinkLost.class)).hasSize(1);
    }

    @Test
    void ofTwoAdaptersTheOtherCarriesOnWhenOneIsPulledOut() {
        bench.startRig("--adapters", "2");
        bench.openAndAwaitBeats();
        int before = bench.heard.size();

        bench.rig.command("unplug hci0");
        bench.awaitReturnAfter(before);

        assertThat(bench.heard.all(LinkLost.class)).hasSize(1);
    }

    @Test
    void anAbortedConnectionIsTriedAgain() {
        bench.startRig();
        bench.rig.command("failconnect 2");

        bench.openAndAwaitBeats();

        assertThat(bench.heard.all(LinkLost.class)).isEmpty();
    }

    @Test
    void manyAbortedConnectionsAreTriedAgainToo() {
        bench.startRig();
        bench.rig.command("failconnect 5");

        bench.openAndAwaitBeats();

        assertThat(bench.heard.all(LinkLost.class)).isEmpty();
    }

    @Test
    void aSilentStrapIsSilentAndNotLost() throws InterruptedException {
        bench.startRig();
        bench.openAndAwaitBeats();

        bench.rig.command("pause");
        TimeUnit.MILLISECONDS.sleep(300);
        int from = bench.heard.size();
        TimeUnit.SECONDS.sleep(2);
        assertThat(bench.heard.size()).isEqualTo(from);
        bench.rig.command("resume");

        bench.heard.awaitAfter(from, RrReceived.class);
        assertThat(bench.heard.all(LinkLost.class)).isEmpty();
    }

    /** As after a suspend of the machine, or when something else hogs it: all comes at once. */
    @Test
    void aStallOfTheBusIsLivedThroughAndNothingIsInvented() throws InterruptedException {
        bench.startRig();
        bench.openAndAwaitBeats();
        bench.rig.stallBus(true);
        TimeUnit.MILLISECONDS.sleep(300);
        int before = bench.heard.size();
        TimeUnit.SECONDS.sleep(5);
        assertThat(bench.heard.size()).isEqualTo(before);

        bench.rig.stallBus(false);
        bench.heard.awaitAfter(before + 20, RrReceived.class);

        assertThat(bench.heard.all(LinkLost.class)).isEmpty();
        assertThat(bench.transmittedTicks()).containsSubsequence(bench.heard.ticks());
    }

    @Test
    void beatsArePlacedWithinTwentyMillisecondsThoughNotificationsComeLate() {
        bench.startRig();
        bench.rig.command("hr 150");
        bench.rig.command("jitter 40");
        long origin = System.nanoTime();
        SessionClock clock = StrapBench.clock();
        bench.sensor = StrapBench.sensorAt("ble:" + LightRig.STRAP, bench.rig.busAddress());
        bench.sensor.open(clock, bench.heard);
        bench.heard.await("beats", all -> all.ticks().size() >= 40);
        bench.sensor.close();

        BeatTimeline line = new BeatTimeline(TimelineRules.DEFAULT);
        List<PlacedInterval> placed = new ArrayList<>();
        bench.heard.all(RrReceived.class).forEach(event -> placed.addAll(line.place(event)));
        List<Double> errors = new ArrayList<>();
        List<LightRig.TrueBeat> truth = bench.trueBeats();
        int next = 0;
        for (PlacedInterval each : placed) {
            int ticks = (int) Math.round(each.interval().nanos() * 1024 / 1e9);
            while (truth.get(next).ticks() != ticks) {
                next++;
            }
            errors.add((each.at().nanos() + origin - truth.get(next).nanos()) / 1e6);
            next++;
        }
        List<Double> settled = errors.subList(10, errors.size()); // the line draws back at first
        assertThat(settled.stream().filter(each -> Math.abs(each) > 20).toList())
                .as("errors in milliseconds: %s", settled)
                .hasSizeLessThanOrEqualTo(settled.size() / 20);
    }

    @Test
    void closingWhileTheStrapIsLookedForIsQuick() throws InterruptedException {
        bench.startRig();
        bench.rig.command("hide");
        bench.open();
        TimeUnit.SECONDS.sleep(1);

        long began = System.nanoTime();
        bench.sensor.close();

        assertThat((System.nanoTime() - began) / 1e9).isLessThan(2);
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("attune-ble"));
    }
}
