package org.attune.sensor.ble;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.attune.sensor.SensorEvent.ContactChanged;
import org.attune.sensor.SensorEvent.LinkLost;
import org.attune.sensor.SensorEvent.Overrun;
import org.attune.sensor.SensorEvent.RrReceived;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Straps that are linked and say nothing, through both drivers. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64") // as the natives of TinyB are
@Tag("long")
class BleSilenceIT {
    private final StrapBench bench = new StrapBench();

    @AfterEach
    void clearTheBench() throws IOException {
        bench.close();
    }

    private void openAndAwaitBeats(String scheme) {
        bench.scheme = scheme;
        bench.patience = Duration.ofMillis(800);
        bench.startRig();
        bench.openAndAwaitBeats();
    }

    @Test
    void oneThatSpeaksOnlyWhenSubscribedToAnewIsAskedAnewAndKeepsItsLink() {
        openAndAwaitBeats("ble");

        bench.rig.command("mute asked");
        int hole = bench.heard.awaitAfter(bench.heard.size(), Overrun.class);
        bench.heard.awaitAfter(hole, RrReceived.class);
        int from = bench.heard.ticks().size();
        bench.heard.await("ten more beats", all -> all.ticks().size() >= from + 10);

        assertThat(bench.heard.all(LinkLost.class)).isEmpty();
        assertThat(bench.heard.all(Overrun.class)).as("none is heard twice").hasSize(1);
        assertThat(bench.transmittedTicks()).containsSubsequence(bench.heard.ticks());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ble", "ble+tinyb"})
    void oneThatSpeaksOnlyWhenLinkedAnewIsLinkedAnew(String scheme) {
        openAndAwaitBeats(scheme);
        int before = bench.heard.size();

        bench.rig.command("mute linked");
        bench.awaitReturnAfter(before);
        int from = bench.heard.ticks().size();
        bench.heard.await("ten more beats", all -> all.ticks().size() >= from + 10);

        assertThat(bench.heard.all(LinkLost.class))
                .extracting(LinkLost::cause)
                .containsExactly("strap linked but silent");
        assertThat(bench.transmittedTicks()).containsSubsequence(bench.heard.ticks());
    }

    @Test
    void oneThatSaidItLostContactMayBeSilent() throws InterruptedException {
        openAndAwaitBeats("ble");
        bench.rig.command("contact off");
        bench.heard.await(ContactChanged.class, 2);
        bench.rig.command("pause");
        TimeUnit.SECONDS.sleep(3);

        assertThat(bench.rig.log("NOTIFY")).doesNotContain("NOTIFY 2a37 off");
        assertThat(bench.heard.all(LinkLost.class)).isEmpty();
    }
}
