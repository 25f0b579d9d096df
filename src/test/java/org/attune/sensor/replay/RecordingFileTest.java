package org.attune.sensor.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SourceClass;
import org.attune.time.SessionTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingFileTest {
    private static RecordingFile read(String text) {
        return RecordingFile.read(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "x.tsv");
    }

    private static List<Double> millis(String text) {
        return read(text).intervals().stream().map(t -> t.interval().toMillis()).toList();
    }

    private static List<Double> seconds(String text) {
        return read(text).intervals().stream().map(t -> t.at().toSeconds()).toList();
    }

    @Test
    void aTableOfTimesAndIntervalsKeepsItsTimes() {
        String text = "t_s\trr_ms\n1.294\t658\n1.961\t667\n5.5\t1024.41\n";

        assertThat(millis(text)).containsExactly(658.0, 667.0, 1024.41);
        assertThat(seconds(text)).containsExactly(1.294, 1.961, 5.5);
    }

    @Test
    void anIntervalMayHaveBegunBeforeTheRecording() {
        assertThat(seconds("t_s\trr_ms\n0.078\t617\n0.719\t641\n")).containsExactly(0.078, 0.719);
    }

    @Test
    void otherColumnsInAnyOrderAreIgnored() {
        String text = "verdict\trr_ms\tnote\tt_s\nNORMAL\t812\t\t4.1\nECTOPIC\t500\thm\t4.6\n";

        assertThat(millis(text)).containsExactly(812.0, 500.0);
        assertThat(seconds(text)).containsExactly(4.1, 4.6);
    }

    @Test
    void bareIntervalsAreLaidEndToEnd() {
        assertThat(millis("712\n728\n736\n")).containsExactly(712.0, 728.0, 736.0);
        assertThat(seconds("712\n728\n736\n")).containsExactly(0.712, 1.44, 2.176);
    }

    @Test
    void aMedianBelowTenMeansSeconds() {
        assertThat(millis("0.712\n0.728\n15.2\n")).containsExactly(712.0, 728.0, 15200.0);
    }

    @Test
    void byteOrderMarkCarriageReturnsAndDecimalCommasAreAccepted() {
        assertThat(millis("\uFEFF0,712\r\n0,728\r\n")).containsExactly(712.0, 728.0);
        assertThat(millis("t_s;rr_ms\r\n1,5;712,25\r\n")).containsExactly(712.25);
        assertThat(millis("712\r728\r")).containsExactly(712.0, 728.0);
    }

    @Test
    void blankLinesAndCommentsSayNothing() {
        assertThat(millis("# made by hand\n\n712\n\n728")).containsExactly(712.0, 728.0);
    }

    @Test
    void hrvLoggersTableIsRead() {
        String text =
                """
                date,rr,since start
                2025-03-15 09:00:15.123,823,0
                2025-03-15 09:00:15.946,812,823
                """;

        assertThat(millis(text)).containsExactly(823.0, 812.0);
        assertThat(seconds(text)).containsExactly(0.823, 1.635);
    }

    @Test
    void theWristbandsFileIsRead() {
        String text = "1431353531.000000, IBI\n10.531250,0.781250\n11.312500,0.781250\n";

        assertThat(millis(text)).containsExactly(781.25, 781.25);
        assertThat(seconds(text)).containsExactly(10.53125, 11.3125);
    }

    @Test
    void unixTimesAreMovedSoThatTheFirstIntervalBeginsTheRecording() {
        String text = "time_s;ibi_ms\n1431353531.5;800\n1431353532.25;750\n";

        assertThat(seconds(text)).containsExactly(0.8, 1.55);
    }

    @Test
    void microsecondsOfOurOwnExportsAreExact() {
        String text = "time,t_us,rr_us,flags\r\n2026-01-01T00:00:00Z,976563,976563,0\r\n";

        assertThat(read(text).intervals().get(0).interval().nanos()).isEqualTo(976_563_000L);
        assertThat(seconds(text)).containsExactly(0.976563);
    }

    @Test
    void quotedCellsMayHoldTheSeparator() {
        assertThat(millis("note,rr_ms\n\"well, yes\",\"0,712\"\n\"\",\"0,8\"\n"))
                .containsExactly(712.0, 800.0);
    }

    @Test
    void aHeaderWithoutBeatsIsAnEmptyRecording() {
        assertThat(read("t_s\trr_ms\n").intervals()).isEmpty();
    }

    @Test
    void aLineThatIsNoIntervalIsNamed() {
        assertRefused("t_s\trr_ms\n1\t700\n2\tabc\n", "line 3 of x.tsv is no interval: '2 abc'");
        assertRefused("700\n0\n", "line 2 of x.tsv is no interval: '0.0'");
        assertRefused("700\n-700\n", "line 2 of x.tsv is no interval: '-700.0'");
        assertRefused("700\n\n1e400\n", "line 3 of x.tsv is no interval: '1e400'");
        assertRefused("700\nNaN\n", "line 2 of x.tsv is no interval: 'NaN'");
        assertRefused("700\n0x2p4\n", "line 2 of x.tsv is no interval: '0x2p4'");
    }

    @Test
    void timesThatDoNotRiseAreNamed() {
        assertRefused(
                "t_s\trr_ms\n1\t700\n3\t700\n2\t700\n",
                "line 4 of x.tsv is not later than the line before it: '2 700'");
        assertRefused(
                "t_s\trr_ms\n1\t700\n\t700\n",
                "line 3 of x.tsv has no time that can be read: '700'");
    }

    @Test
    void whatCouldBeReadInTwoWaysIsRefused() {
        assertRefused("812\n1,024\n790\n", "line 2 of x.tsv has a comma that may separate");
        assertRefused("0.8,812\n1.6,790\n", "line 1 of x.tsv is neither a single interval nor");
        assertRefused("t_s,rr_ms\n1,294,658\n", "line 2 of x.tsv has not the columns");
        assertRefused("t_s\trr_ms\n1.0\n", "line 2 of x.tsv has not the columns");
    }

    @Test
    void aFileOfSomethingElseIsRefused() {
        assertRefused("", "x.tsv is empty");
        assertRefused("\n\n", "x.tsv is empty");
        assertRefused("%PDF-1.4\u0000\u202E", "line 1 of x.tsv is neither a single interval");
        assertRefused("t_s\thr_bpm\n1\t70\n", "x.tsv holds heart rates, not intervals");
        assertRefused("7".repeat(5000), "line 1 of x.tsv is too long: this is no recording");
        assertRefused(
                "t_s\trr_ms\n1\t700\n1e9\t700\n",
                "line 3 of x.tsv lies more than a year after the beginning");
    }

    @Test
    void messagesAreOneLineOfPlainCharacters() {
        assertThatThrownBy(() -> read("700\n\u001B[31m\u202Eevil\u0007\n"))
                .isInstanceOf(RecordingFileException.class)
                .hasMessage("line 2 of x.tsv is no interval: '?[31m?evil?'");
    }

    @Test
    void aMissingFileAndAFolderAreSaidPlainly(@TempDir Path folder) {
        Path missing = folder.resolve("no.tsv");

        assertThatThrownBy(() -> RecordingFile.read(missing))
                .isInstanceOf(RecordingFileException.class)
                .hasMessage("there is no file " + missing + ": check the path");
        assertThatThrownBy(() -> RecordingFile.read(folder))
                .isInstanceOf(RecordingFileException.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void heartRatesAndMovementAreReadFromTheirOwnFiles(@TempDir Path folder) throws IOException {
        Path rates =
                Files.writeString(
                        folder.resolve("a.hr.tsv"), "t_s\thr_bpm\n0\t89\n1\t0\n2\t\n3\t87.5\n");
        Path motion =
                Files.writeString(
                        folder.resolve("a.activity.tsv"), "t_s\tactivity_mg\n1\t54.2\n2\t0\n");

        assertThat(HeartRateFile.read(rates).rates())
                .containsExactly(
                        new SensorEvent.HeartRateReceived(SessionTime.ZERO, 89),
                        new SensorEvent.HeartRateReceived(SessionTime.ofSeconds(3), 87.5));
        assertThat(ActivityFile.read(motion).motions())
                .containsExactly(
                        new SensorEvent.MotionReceived(SessionTime.ofSeconds(1), 54.2),
                        new SensorEvent.MotionReceived(SessionTime.ofSeconds(2), 0));
        assertThatThrownBy(() -> ActivityFile.read(rates))
                .hasMessage(
                        "a.hr.tsv holds heart rates, not movement: a column activity_mg was expected");
        assertThatThrownBy(
                        () ->
                                HeartRateFile.read(
                                        new ByteArrayInputStream(
                                                "hr\n60\n".getBytes(StandardCharsets.US_ASCII)),
                                        "standard input"))
                .hasMessage("standard input has no times: a column t_s was expected");
    }

    @Test
    void heartRatesOutOfOrderAreLeftOutAndCounted(@TempDir Path folder) throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("seams.tsv"),
                        "t_s\thr_bpm\n0\t60\n1\t61\n-9\t99\n1\t62\n0.5\t99\n2\t63\n");

        HeartRateFile read = HeartRateFile.read(file);

        assertThat(read.rates()).extracting(r -> r.bpm()).containsExactly(60.0, 61.0, 62.0, 63.0);
        assertThat(read.leftOut()).isEqualTo(2);
    }

    @Test
    void aRecordingSpeaksAsASensorWould() {
        var sensor =
                new SensorDescription(
                        "recording", "replay:x", SourceClass.UNKNOWN, java.util.Set.of());
        List<SensorEvent> events = read("800\n900\n").events(sensor);

        assertThat(events.get(0)).isEqualTo(new SensorEvent.Linked(SessionTime.ZERO, sensor));
        assertThat(events).extracting(e -> e.at().toSeconds()).containsExactly(0.0, 0.8, 1.7);
    }

    private static void assertRefused(String text, String messageStart) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(RecordingFileException.class)
                .message()
                .startsWith(messageStart)
                .doesNotContain("\n");
    }
}
