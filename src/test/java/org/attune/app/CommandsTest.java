package org.attune.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
    @TempDir Path folder;

    private record Result(int exitCode, List<String> out, String err) {}

    private static Result run(String... arguments) {
        AttuneProcess.Result ran = InProcess.run(arguments);
        return new Result(ran.exitCode(), ran.out().lines().toList(), ran.err());
    }

    private String recording(String... lines) throws IOException {
        return Files.writeString(folder.resolve("r.tsv"), String.join("\n", lines)).toString();
    }

    @Test
    void everyCommandTheHelpListsIsFoundByThatNameAlone() {
        List<String> listed =
                run("--help").out().stream()
                        .dropWhile(line -> !line.equals("Commands:"))
                        .skip(1)
                        .filter(line -> line.matches("  [a-z].*"))
                        .map(line -> line.strip().split(" ", 2)[0])
                        .toList();

        assertThat(listed).contains("live", "estimate", "vault", "doctor").hasSizeGreaterThan(12);
        for (String name : listed) {
            Result help = run(name, "--help");
            assertThat(help.exitCode()).as(name).isZero();
            assertThat(help.out().get(0)).startsWith("Usage: attune " + name + " ");
        }
        assertThat(run("vaul").err()).contains("vaul");
    }

    @Test
    void everyIntervalGetsAVerdict() throws IOException {
        StringBuilder text = new StringBuilder("t_s\trr_ms\n");
        double t = 0;
        for (int i = 0; i < 40; i++) {
            double rr = i == 20 ? 1600 : 800;
            t += rr / 1000;
            text.append(String.format(Locale.ROOT, "%.3f\t%.0f%n", t, rr));
        }

        Result beats = run("beats", recording(text.toString()));

        assertThat(beats.exitCode()).isZero();
        assertThat(beats.out().get(0)).isEqualTo("t_s\trr_ms\tverdict");
        assertThat(beats.out()).hasSize(41);
        assertThat(beats.out().get(21)).isEqualTo("17.6\t1600\tMISSED");
        assertThat(beats.out().stream().filter(line -> line.endsWith("NORMAL"))).hasSize(39);
    }

    @Test
    void variabilityIsGivenUnderTheNamesOthersKnow() throws IOException {
        Result hrv = run("hrv", recording("800", "810", "790", "800"), "--as-is", "--json");

        JsonNode metrics = new ObjectMapper().readTree(String.join("", hrv.out())).get("metrics");
        assertThat(metrics.get("meanNN").asDouble()).isEqualTo(800);
        assertThat(metrics.get("RMSSD").asDouble()).isCloseTo(Math.sqrt(200), within(1e-9));
        assertThat(metrics.get("pNN50").asDouble()).isZero();
        assertThat(metrics.get("coverage").asDouble()).isCloseTo(1, within(1e-9));
    }

    @Test
    void whatIsWithheldIsNullAndHasAReason() throws IOException {
        String[] lines = new String[45];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = String.valueOf(800 + i * 37 % 50);
        }

        JsonNode json =
                new ObjectMapper()
                        .readTree(String.join("", run("hrv", recording(lines), "--json").out()));

        JsonNode metrics = json.get("metrics");
        assertThat(metrics.get("RMSSD").isNumber()).isTrue();
        assertThat(json.get("beats").asInt()).isEqualTo(45);
        assertThat(metrics.get("n").isInt()).isTrue();
        for (String code : List.of("SDNN", "welch_hf", "SampEn", "DFA_a1", "stress_index")) {
            assertThat(metrics.has(code)).as(code).isTrue();
            assertThat(metrics.get(code).isNull()).as(code).isTrue();
            assertThat(json.get("withheld").get(code).asText()).as(code).startsWith("needs ");
        }
        assertThat(json.get("withheld").has("RMSSD")).isFalse();
        assertThat(json.get("coverage")).isEqualTo(metrics.get("coverage"));
    }

    @Test
    void windowsAsJsonAreAListWhateverTheirNumber() throws IOException {
        String[] lines = new String[100];
        java.util.Arrays.fill(lines, "1000");
        String file = recording(lines);
        ObjectMapper mapper = new ObjectMapper();

        for (int expected : new int[] {0, 1, 3}) {
            String length = String.valueOf(expected == 0 ? 200 : 100 / expected);
            String text = String.join("", run("hrv", file, "--json", "--window", length).out());
            assertThat(mapper.readTree(text)).as(text).hasSize(expected);
        }
    }

    @Test
    void whatCannotBeComputedIsNullOrAnEmptyCell() throws IOException {
        String file = recording("800");

        JsonNode json =
                new ObjectMapper()
                        .readTree(String.join("", run("hrv", file, "--as-is", "--json").out()));
        List<String> tsv = run("hrv", file, "--as-is").out();

        assertThat(json.get("metrics").get("RMSSD").isNull()).isTrue();
        int column = List.of(tsv.get(0).split("\t")).indexOf("RMSSD");
        assertThat(tsv.get(1).split("\t", -1)[column]).isEmpty();
    }

    @Test
    void windowsComeOneARow() throws IOException {
        String[] lines = new String[100];
        java.util.Arrays.fill(lines, "1000");

        Result hrv = run("hrv", recording(lines), "--window", "30", "--step", "10");

        assertThat(hrv.out()).hasSize(1 + 8);
        assertThat(hrv.out().get(1))
                .as("half a minute carries RMSSD and no SDNN")
                .startsWith("0\t30\t30\t1000\t1000\t60\t60\t\t0");
    }

    @Test
    void anEstimateIsGivenForEverySecond() throws IOException {
        Path file = folder.resolve("sim.tsv");
        assertThat(
                        run("simulate", "overwhelm", "--for", "12m", "--out", file.toString())
                                .exitCode())
                .isZero();

        Result estimate = run("estimate", file.toString());

        assertThat(estimate.out().get(0))
                .isEqualTo(
                        "t_s\tstate\tpace\tcue\tlevel\tp_high\tconfidence\thr_bpm\trmssd_ms"
                                + "\tcoverage\treason");
        assertThat(estimate.out().size() - 1).isBetween(718, 722);
        assertThat(estimate.out()).anyMatch(line -> line.contains("\tHIGH\tEASE\t1\t"));
        for (String line : estimate.out().subList(1, estimate.out().size())) {
            String[] cells = line.split("\t", -1);
            assertThat(cells).hasSize(11);
            assertThat(cells[1].equals("UNKNOWN") && !cells[4].isEmpty()).as(line).isFalse();
        }
    }

    @Test
    void fromHeartRatesAloneARateIsJudgedAndNoVariabilityShown() throws IOException {
        StringBuilder text = new StringBuilder("t_s\thr_bpm\n");
        for (int second = 1; second <= 420; second++) {
            text.append(second).append('\t').append(64 + second % 3).append('\n');
        }

        List<String> lines = run("estimate", recording(text.toString())).out();

        String[] last = lines.get(lines.size() - 1).split("\t", -1);
        assertThat(last[1]).isEqualTo("USUAL");
        assertThat(Double.parseDouble(last[7])).isCloseTo(65, within(0.5));
        assertThat(last[8]).as("rmssd_ms").isEmpty();
    }

    @Test
    void aNamedCalibrationReplacesTheLearningAtTheStart() throws IOException {
        Path file = folder.resolve("sim.tsv");
        run("simulate", "settled", "--for", "6m", "--out", file.toString());

        List<String> lines = run("estimate", file.toString(), "--calibration", "60-180").out();

        assertThat(lines.get(179).split("\t")[1]).isEqualTo("LEARNING");
        assertThat(lines.get(185).split("\t")[1]).isEqualTo("USUAL");
    }

    @Test
    void theSameSeedGivesTheSameFile() throws IOException {
        Path one = folder.resolve("one.tsv");
        Path two = folder.resolve("two.tsv");
        run("simulate", "ectopic", "--seed", "7", "--for", "3m", "--out", one.toString());
        run("simulate", "ectopic", "--seed", "7", "--for", "3m", "--out", two.toString());

        assertThat(one).hasSameBinaryContentAs(two);
    }

    @Test
    void theDoctorSaysWhatWorksAndWhatToDo() throws IOException {
        Result doctor = run("doctor", "--json", "--vault", folder.resolve("v").toString());

        JsonNode findings = new ObjectMapper().readTree(String.join("", doctor.out()));
        assertThat(findings).hasSizeGreaterThan(5);
        assertThat(findings.findValuesAsText("what")).contains("Java", "vault", "settings");
    }

    @Test
    void sensorsListsTheDriversAndWhyOneIsMissing() throws IOException {
        Result sensors = run("sensors", "--scan", "1s", "--json");

        JsonNode drivers =
                new ObjectMapper().readTree(String.join("", sensors.out())).get("drivers");
        assertThat(drivers.get("bluez").has("ready")).isTrue();
        assertThat(drivers.get("tinyb").get("finding").asText()).isNotEmpty();
    }

    @Test
    void sensorsSaysWhichSerialProtocolsGiveAHeartRateOnly() throws IOException {
        JsonNode protocols =
                new ObjectMapper()
                        .readTree(String.join("", run("sensors", "--scan", "1s", "--json").out()))
                        .get("serial_protocols");
        List<String> rateOnly = new ArrayList<>();
        for (JsonNode protocol : protocols) {
            boolean intervals = protocol.get("gives").toString().contains("\"rr\"");
            assertThat(protocol.get("hr_only").asBoolean()).isEqualTo(!intervals);
            if (!intervals) {
                rateOnly.add(protocol.get("protocol").asText());
            }
        }
        assertThat(rateOnly)
                .containsExactly("pulsesensor-csv", "key-value", "nonin-1", "nonin-2", "nonin-8");
        assertThat(run("sensors", "--scan", "1s").out())
                .contains(
                        "  attune  intervals, heart rate, contact, battery, motion",
                        "  lines-ibi  intervals",
                        "  nonin-2  heart rate only, contact");
    }

    @Test
    void theVersionIsTheBuilds() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));

        assertThat(pom).contains("<version>" + Version.TEXT + "</version>");
        assertThat(run("--version").out()).containsExactly("Attune " + Version.TEXT);
    }

    @Test
    void everyCommandHasHelp() {
        for (String command :
                List.of(
                        "live",
                        "sensors",
                        "beats",
                        "hrv",
                        "estimate",
                        "simulate",
                        "replay",
                        "sessions",
                        "consent",
                        "vault",
                        "doctor")) {
            Result help = run(command, "--help");
            assertThat(help.exitCode()).isZero();
            assertThat(help.out().get(0)).startsWith("Usage: attune " + command);
        }
    }

    @Test
    void whatIsKnownOfThePersonIsToldToTheEstimate() throws IOException {
        String[] lines = new String[120];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = String.valueOf(800 + i * 37 % 50);
        }
        String file = recording(lines);

        Result plain = run("estimate", file);
        Result paced = run("estimate", file, "--flag", "pacemaker");

        assertThat(plain.out()).anyMatch(line -> line.contains("LEARNING"));
        assertThat(paced.out().stream().skip(1))
                .hasSameSizeAs(plain.out().stream().skip(1).toList())
                .allMatch(line -> line.split("\t", -1)[1].equals("UNKNOWN"));
        assertThat(paced.out().get(60)).endsWith("pacemaker: the rate may be the device's own");
        Result unknown = run("estimate", file, "--flag", "pacer");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("no such flag: 'pacer'", "beta-blocker");
    }
}
