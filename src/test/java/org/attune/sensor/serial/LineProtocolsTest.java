package org.attune.sensor.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.attune.time.SessionTime;
import org.junit.jupiter.api.Test;

class LineProtocolsTest {
    private static final Pattern EXAMPLE =
            Pattern.compile("```attune\n(.*?)```\n\n```heard\n(.*?)```", Pattern.DOTALL);

    private static List<String> heard(SerialProtocol protocol, String text) {
        List<String> heard = new ArrayList<>();
        StreamDecoder decoder = protocol.decoder(protocol.describe("serial:x"));
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        decoder.take(bytes, bytes.length, SessionTime.ZERO, e -> heard.add(Spoken.of(e)));
        return heard;
    }

    @Test
    void theExamplesOfTheSpecificationAreHeardAsItSays() throws IOException {
        String paper = Files.readString(Path.of("firmware-notes/attune-line-protocol.md"));
        Matcher example = EXAMPLE.matcher(paper);
        int examples = 0;
        while (example.find()) {
            examples++;
            assertThat(heard(SerialProtocol.ATTUNE, example.group(1)))
                    .as(example.group(1))
                    .containsExactlyElementsOf(example.group(2).lines().toList());
        }
        assertThat(examples).isEqualTo(6);
    }

    @Test
    void theChecksumIsTheOneThatTheSpecificationNames() {
        assertThat(Checksum.ofText("123456789")).isEqualTo("29B1");
        assertThat(Checksum.ofText("")).isEqualTo("FFFF");
    }

    @Test
    void noSingleDamagedCharacterPassesForAnother() {
        String good = "$A1,17,15320,r=812500+790039,c=1,m=4.2";
        String line = good + "*" + Checksum.ofText(good.substring(1));
        assertThat(heard(SerialProtocol.ATTUNE, line + "\n")).hasSize(3);
        for (int i = 0; i < line.length(); i++) {
            for (char c = ' '; c < 127; c++) {
                String damaged = line.substring(0, i) + c + line.substring(i + 1);
                boolean same = damaged.equalsIgnoreCase(line) && i > line.indexOf('*');
                if (c != line.charAt(i) && !same) {
                    assertThat(heard(SerialProtocol.ATTUNE, damaged + "\n")).as(damaged).isEmpty();
                }
            }
        }
    }

    @Test
    void aValueOutOfItsRangeDropsTheWholeLineAndLeavesAHole() {
        for (String bad :
                List.of(
                        "r=0",
                        "r=-5",
                        "r=1e3",
                        "r=800000+",
                        "r=60000001",
                        "c=2",
                        "c=",
                        "m=-1",
                        "m=x",
                        "h=301",
                        "b=101",
                        "b=5.5",
                        "s=psychic",
                        "n=",
                        "=1",
                        "novalue")) {
            String text =
                    line(1, 1000, "r=800000") + line(2, 2000, bad) + line(3, 3000, "r=810000");
            assertThat(heard(SerialProtocol.ATTUNE, text))
                    .as(bad)
                    .containsExactly("rr 800.0", "lost 1", "rr 810.0");
        }
    }

    @Test
    void noiseBeforeALineAndOtherVersionsArePassedOver() {
        String good = line(1, 1000, "r=800000");
        assertThat(heard(SerialProtocol.ATTUNE, "12.5*$A1,$" + good)).containsExactly("rr 800.0");
        String other = "A2,1,1000,r=800000";
        assertThat(heard(SerialProtocol.ATTUNE, "$" + other + "*" + Checksum.ofText(other) + "\n"))
                .isEmpty();
    }

    @Test
    void aThousandLostLinesAreCounted() {
        assertThat(heard(SerialProtocol.ATTUNE, line(65000, 0, "") + line(464, 9000, "")))
                .containsExactly("lost 999");
    }

    @Test
    void anOverlongLineIsPassedOverInBoundedMemory() {
        String text = "x".repeat(1_000_000) + "\n" + line(1, 1000, "r=800000");
        assertThat(heard(SerialProtocol.ATTUNE, text)).containsExactly("rr 800.0");
    }

    static String line(int sequence, long clock, String fields) {
        String body = "A1," + sequence + "," + clock + (fields.isEmpty() ? "" : "," + fields);
        return "$" + body + "*" + Checksum.ofText(body) + "\n";
    }

    @Test
    void bareIntervalsAreTakenAfterTheFirstLineEnd() {
        assertThat(heard(SerialProtocol.LINES_IBI, "33\n812\r\n 790.5 \n\n801\n80"))
                .containsExactly("rr 812.0", "rr 790.5", "rr 801.0");
    }

    @Test
    void unreadableIntervalsAreAHoleBeforeTheNext() {
        assertThat(
                        heard(
                                SerialProtocol.LINES_IBI,
                                "\n800\nready\n0\n-3\n99999\n\u00ff\u00fe\n810\n"))
                .containsExactly("rr 800.0", "lost 5", "rr 810.0");
        assertThat(heard(SerialProtocol.LINES_IBI, "\nno\nheart\nhere\n")).isEmpty();
    }

    @Test
    void thePulseSensorsBeatsAreTakenAndItsWaveIsNot() {
        assertThat(
                        heard(
                                SerialProtocol.PULSESENSOR_BSQ,
                                "S51\nS512\nS515\nB72\nQ833\nS520\nB999\nQ0\nX\nB74\nQ811\n"))
                .containsExactly("rate 72.0", "rr 833.0", "rate 74.0", "lost 2", "rr 811.0");
    }

    @Test
    void keyValueGivesTheAveragedRateOnceASecondAndNoIntervals() {
        List<String> heard = new ArrayList<>();
        LineProtocol decoder = new KeyValueLines();
        String[] lines = {
            "Place your index finger on the sensor with steady pressure.",
            "IR=98231, BPM=71.20, Avg BPM=72",
            "BPM=71.20, Avg BPM=73, IR=98231",
            "IR=302, BPM=71.20, Avg BPM=73 No finger?",
            "IR=301, BPM=71.20, Avg BPM=73 No finger?",
            "ir: 98300; bpm: 70",
            "IR=98300, BPM=0, Avg BPM=0"
        };
        for (int i = 0; i < lines.length; i++) {
            decoder.line(lines[i], SessionTime.ofSeconds(i * 0.4), e -> heard.add(Spoken.of(e)));
        }
        assertThat(heard).containsExactly("rate 72.0", "contact LOST", "contact GOOD", "rate 70.0");
    }

    private static List<String> plotted(List<String> lines) {
        SerialProtocol csv = SerialProtocol.PULSESENSOR_CSV;
        StreamDecoder decoder = csv.decoder(csv.describe("serial:x"));
        List<String> heard = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            byte[] bytes = (lines.get(i) + "\n").getBytes(StandardCharsets.US_ASCII);
            SessionTime at = SessionTime.ofSeconds(i * 0.4);
            decoder.take(bytes, bytes.length, at, e -> heard.add(Spoken.of(e)));
        }
        return heard;
    }

    @Test
    void plottedBeatsThatAreNotMarkedGiveARateOnceASecondAndNoIntervals() {
        assertThat(
                        plotted(
                                List.of(
                                        "2,833,512",
                                        "72,833,512",
                                        "72,833,530",
                                        "72,833,541",
                                        "74,811,511",
                                        "0,811,511")))
                .containsExactly("rate 72.0", "rate 74.0");
    }

    @Test
    void plottedBeatsThatAreMarkedGiveIntervalsOnceEach() {
        assertThat(
                        plotted(
                                List.of(
                                        "1",
                                        "512,72,833,1",
                                        "530,72,833,1",
                                        "530,72,833,0",
                                        "540,72,833,1",
                                        "541,72,833,1",
                                        "511,74,811,0",
                                        "noise",
                                        "520,74,811,1")))
                .containsExactly(
                        "linked serial sensor OPTICAL",
                        "rate 72.0",
                        "rr 833.0",
                        "rate 72.0",
                        "lost 1",
                        "rr 811.0",
                        "rate 74.0");
    }

    @Test
    void columnsWhoseRateAndIntervalContradictEachOtherAreNoBeats() {
        assertThat(plotted(List.of("", "12,-400,9810", "100,200,9810", "1,2,3", "72,833,x")))
                .isEmpty();
    }

    @Test
    void aBridgeTellsThatItsStrapIsGoneAndBack() {
        String text =
                line(1, 1000, "s=ecg,l=1,c=1,r=800000")
                        + line(2, 2000, "l=0")
                        + line(3, 3000, "l=0,r=700000,h=70")
                        + line(4, 4000, "l=1,r=")
                        + line(5, 5000, "r=810000")
                        + line(6, 6000, "l=2,r=500000");
        assertThat(heard(SerialProtocol.ATTUNE, text))
                .containsExactly(
                        "linked serial sensor ECG",
                        "contact GOOD",
                        "rr 800.0",
                        "link lost: strap out of the bridge's reach",
                        "linked serial sensor ECG",
                        "rr",
                        "rr 810.0");
    }
}
