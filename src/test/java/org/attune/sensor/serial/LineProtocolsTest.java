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
        var assembler = new LineAssembler(protocol.decoder(protocol.describe("serial:x")));
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        assembler.take(bytes, bytes.length, SessionTime.ZERO, e -> heard.add(Spoken.of(e)));
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
        assertThat(examples).isEqualTo(4);
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
        var decoder = SerialProtocol.KEY_VALUE.decoder(SerialProtocol.KEY_VALUE.describe("x"));
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
}
