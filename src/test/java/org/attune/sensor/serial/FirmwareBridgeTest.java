package org.attune.sensor.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.attune.time.SessionTime;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A strap's notifications, through the bridge's core, to what Attune hears. */
class FirmwareBridgeTest {
    @TempDir static Path folder;
    private static FirmwareRig firmware;

    @BeforeAll
    static void compile() throws Exception {
        firmware = FirmwareRig.build(folder);
    }

    private static List<String> heard(String... commands) throws Exception {
        List<String> all = new ArrayList<>(List.of("begin - 0 0 0 0"));
        all.addAll(List.of(commands));
        byte[] bytes = firmware.sent(all);
        SerialProtocol attune = SerialProtocol.ATTUNE;
        StreamDecoder decoder = attune.decoder(attune.describe("serial:x"));
        List<String> heard = new ArrayList<>();
        decoder.take(bytes, bytes.length, SessionTime.ZERO, e -> heard.add(Spoken.of(e)));
        int lines = (int) new String(bytes, StandardCharsets.US_ASCII).lines().count();
        assertThat(decoder.understoodInARow()).as("every line is understood").isEqualTo(lines);
        return heard;
    }

    @Test
    void aStrapIsHeardOverItsBridge() throws Exception {
        assertThat(
                        heard(
                                "link 0",
                                "t 500000",
                                "t 1600000",
                                "link 1",
                                "hrs 163c2804",
                                "t 3000000",
                                "hrs 10495e039603",
                                "hrs 063c",
                                "hrs 043c",
                                "hrs 143c2804",
                                "hrs 163c2804"))
                .containsExactly(
                        "link lost: strap out of the bridge's reach",
                        "linked Bench 1 UNKNOWN",
                        "contact GOOD",
                        "rate 60.0",
                        "rr 1039.063",
                        "rr",
                        "rate 73.0",
                        "rr 841.797 896.484",
                        "contact LOST",
                        "rr",
                        "contact GOOD",
                        "rate 60.0",
                        "rr 1039.063");
    }

    @Test
    void absurdAndDamagedNotificationsAreHolesAndNoBeats() throws Exception {
        assertThat(
                        heard(
                                "hrs 10482003",
                                "hrs 10",
                                "hrs 10482103",
                                "hrs 10480000",
                                "hrs 10482203",
                                "hrs 1048ffff",
                                "hrs -",
                                "hrs 104823032403ff",
                                "link 0",
                                "hrs 10482003"))
                .containsExactly(
                        "linked Bench 1 UNKNOWN",
                        "rate 72.0",
                        "rr 781.25",
                        "lost 1",
                        "rate 72.0",
                        "rr 782.227",
                        "lost 1",
                        "rate 72.0",
                        "rr 783.203",
                        "lost 2",
                        "rate 72.0",
                        "rr 784.18 785.156",
                        "link lost: strap out of the bridge's reach");
    }

    @Test
    void anyNotificationAtAllGivesLinesThatAreUnderstood() throws Exception {
        for (int seed = 1; seed <= 2; seed++) {
            Random random = new Random(seed);
            List<String> commands = new ArrayList<>();
            for (int i = 0; i < 2_000; i++) {
                StringBuilder hex = new StringBuilder();
                int length = random.nextInt(8) == 0 ? random.nextInt(513) : random.nextInt(24);
                for (int b = 0; b < length; b++) {
                    hex.append(String.format("%02x", random.nextInt(256)));
                }
                commands.add(length == 0 ? "hrs -" : "hrs " + hex);
                commands.add(random.nextInt(50) == 0 ? "link " + random.nextInt(2) : "battery 50");
                commands.add("t " + i * 100_000L);
            }
            assertThat(heard(commands.toArray(String[]::new)))
                    .as("seed %d", seed)
                    .hasSizeGreaterThan(1_000);
        }
    }

    @Test
    void movementIsTheMeanAbsoluteDeviationOfAcceleration() throws Exception {
        List<String> commands = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            double swing = i < 250 ? 0 : 100 * Math.sin(2 * Math.PI * 2 * i / 50.0);
            commands.add("t " + i * 20_000L);
            commands.add("acc 0 " + Math.round(1_000 + swing) + " 0");
        }
        List<Double> motions = new ArrayList<>();
        for (String said : heard(commands.toArray(String[]::new))) {
            if (said.startsWith("motion ")) {
                motions.add(Double.parseDouble(said.substring(7)));
            }
        }
        assertThat(motions).hasSizeBetween(8, 10);
        assertThat(motions.subList(0, 4)).containsOnly(0.0);
        // The mean absolute value of a sine is 2/pi of its height: 63.7.
        assertThat(motions.subList(6, motions.size())).allMatch(m -> Math.abs(m - 63.7) < 4);
    }
}
