package org.attune.sensor.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SensorEvent.LinkLost;
import org.attune.sensor.SensorEvent.Linked;
import org.attune.sensor.SensorEvent.RrReceived;
import org.attune.time.SessionTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecognitionTest {
    private static final double TENTH = 0.1;

    private final List<SensorEvent> heard = new ArrayList<>();

    /** What a device of that protocol says in the tenth of a second that ends at {@code tenths}. */
    private static byte[] speech(SerialProtocol protocol, int tenths) {
        boolean second = tenths % 10 == 3;
        String line =
                switch (protocol) {
                    case ATTUNE ->
                            second
                                    ? LineProtocolsTest.line(
                                            tenths / 10, tenths * 100L, "n=Bench,b=80,r=1000000")
                                    : "";
                    case LINES_IBI -> second ? "1000\r\n" : "";
                    case PULSESENSOR_BSQ ->
                            "S51\nS512\nS530\n".repeat(2) + (second ? "B60\nQ1000\n" : "");
                    case PULSESENSOR_CSV -> "60,1000,512\r\n".repeat(5);
                    case KEY_VALUE -> "IR=98231, BPM=60.2, Avg BPM=60\r\n";
                    case NONIN_1 -> second ? text(NoninFrames.ofThree(0, 60)) : "";
                    case NONIN_2 -> tenths % 3 == 0 ? text(NoninFrames.packet(0, 60)) : "";
                    case NONIN_8 -> second ? text(NoninFrames.ofFour(0, 60, 0)) : "";
                };
        return line.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private void say(Recognition recognition, byte[] bytes, double seconds) {
        SessionTime at = SessionTime.ofSeconds(seconds);
        if (bytes.length > 0) {
            recognition.take(bytes, bytes.length, at, heard::add);
        } else if (Math.round(seconds / TENTH) % 5 == 0) {
            recognition.nothing(at, heard::add);
        }
    }

    private Recognition begun(int baud) {
        Recognition recognition =
                new Recognition("serial:/dev/x", baud, "serial:/dev/x?protocol=auto");
        recognition.opened(SessionTime.ZERO, heard::add);
        return recognition;
    }

    @ParameterizedTest
    @EnumSource
    void eachProtocolIsRecognisedWithinFiveSecondsOfItsFirstByte(SerialProtocol protocol) {
        for (int start = 0; start < 30; start++) {
            heard.clear();
            Recognition recognition = begun(115_200);
            double first = -1;
            for (int i = 0; i < 60 && heard.isEmpty(); i++) {
                byte[] bytes = speech(protocol, start + i);
                first = first < 0 && bytes.length > 0 ? i * TENTH : first;
                say(recognition, bytes, i * TENTH);
            }
            assertThat(heard.get(0)).as("start %d", start).isInstanceOf(Linked.class);
            Linked linked = (Linked) heard.get(0);
            assertThat(linked.sensor().address())
                    .isEqualTo("serial:/dev/x?protocol=" + protocol.id() + "&baud=115200");
            assertThat(linked.at().toSeconds() - first).isLessThan(5);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsToldFromBeforeItWasRecognisedAndAllAfterwards(SerialProtocol protocol) {
        Recognition recognition = begun(115_200);
        StreamDecoder alone = protocol.decoder(protocol.describe("serial:x"));
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            byte[] bytes = speech(protocol, i);
            say(recognition, bytes, i * TENTH);
            SessionTime at = SessionTime.ofSeconds(i * TENTH);
            alone.take(bytes, bytes.length, at, e -> expected.add(e.at() + Spoken.of(e)));
        }
        List<String> told = heard.stream().map(e -> e.at() + Spoken.of(e)).toList();
        List<String> flow = told.stream().filter(t -> !t.contains("linked")).toList();
        assertThat(flow).hasSizeGreaterThan(20);
        int retold = protocol == SerialProtocol.ATTUNE ? 1 : 0; // the battery, known by then
        assertThat(expected).endsWith(flow.subList(retold, flow.size()).toArray(String[]::new));
        assertThat(heard.get(0)).isInstanceOf(Linked.class);
    }

    @Test
    void whatStillHoldsIsSaidOnRecognition() {
        Recognition recognition = begun(0);
        String line = LineProtocolsTest.line(7, 9000, "s=optical,n=Ear clip,c=0,b=44,r=812000");
        say(recognition, ("xx" + line).getBytes(StandardCharsets.US_ASCII), 1);
        assertThat(heard.stream().map(Spoken::of))
                .containsExactly("linked Ear clip OPTICAL", "contact LOST", "battery 44");
    }

    @Test
    void samplesAreNotTakenForIntervals() {
        Recognition recognition = begun(115_200);
        for (int i = 0; i < 80; i++) {
            say(
                    recognition,
                    ((500 + i) + "\n").repeat(2).getBytes(StandardCharsets.US_ASCII),
                    i * TENTH);
        }
        assertThat(heard).hasSize(1);
        assertThat(Spoken.of(heard.get(0)))
                .startsWith("link lost: 115200 baud: ")
                .contains("not at the pace of a heart");
    }

    @Test
    void noiseOfAWrongSpeedIsSaidAndTheOtherSpeedTried() {
        for (int seed = 1; seed <= 300; seed++) {
            heard.clear();
            Random random = new Random(seed);
            Recognition recognition = begun(0);
            assertThat(recognition.baud()).isEqualTo(115_200);
            int size = 1 + random.nextInt(12);
            for (int i = 1; i <= 52; i++) {
                byte[] noise = new byte[size];
                random.nextBytes(noise);
                say(recognition, noise, i * TENTH);
            }
            assertThat(heard).as("seed %d", seed).hasSize(1);
            assertThat(Spoken.of(heard.get(0)))
                    .contains("looks like noise; trying 9600")
                    .doesNotContain("\n");
            assertThat(recognition.baud()).isEqualTo(9_600);
            for (int i = 0; i < 60; i++) {
                say(recognition, speech(SerialProtocol.NONIN_8, i), 5.2 + i * TENTH);
            }
            assertThat(heard.stream().map(Spoken::of))
                    .as("seed %d", seed)
                    .contains("linked serial sensor HEART_RATE_ONLY", "rate 60.0");
        }
    }

    @Test
    void whatItSawIsSaidInOneLine() {
        assertThat(seen("")).contains("115200 baud: nothing came; is it switched on");
        assertThat(seen("\u0001\u00ff\u0003"))
                .contains("looks like noise; try baud=9600")
                .contains("no line end");
        assertThat(seen("temp=21.5\n")).contains("lines such as 'temp=21.5'; none of attune,");
        assertThat(seen("a\u0007\u001b[2J b text that goes on and on and on and on\n"))
                .contains("lines such as 'a??[2J b text")
                .doesNotContain("\u001b");
    }

    private String seen(String each) {
        heard.clear();
        Recognition recognition = begun(115_200);
        for (int i = 1; i <= 51; i++) {
            say(recognition, each.getBytes(StandardCharsets.ISO_8859_1), i * TENTH);
        }
        assertThat(heard).hasSize(1);
        String cause = ((LinkLost) heard.get(0)).cause();
        assertThat(cause).doesNotContain("\n");
        return cause;
    }

    @Test
    void aMuteDeviceIsNotComplainedOfForEver() {
        Recognition recognition = begun(0);
        for (int i = 1; i <= 36_000; i++) {
            say(recognition, new byte[0], i * TENTH);
        }
        assertThat(heard.size()).isBetween(30, 70);
    }

    @Test
    void anotherDeviceInTheSamePlaceIsRecognisedForItself() {
        Recognition recognition = begun(115_200);
        for (int i = 0; i < 60; i++) {
            say(recognition, speech(SerialProtocol.LINES_IBI, i), i * TENTH);
        }
        assertThat(heard).anyMatch(RrReceived.class::isInstance);
        heard.clear();
        recognition.opened(SessionTime.ofSeconds(10), heard::add);
        for (int i = 0; i < 60; i++) {
            say(recognition, speech(SerialProtocol.KEY_VALUE, i), 10 + i * TENTH);
        }
        assertThat(heard).noneMatch(RrReceived.class::isInstance);
        assertThat(((Linked) heard.get(0)).sensor().address()).contains("protocol=key-value");
    }
}
