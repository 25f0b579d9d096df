package org.attune.sensor.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SensorEvent.RrReceived;
import org.attune.time.SessionTime;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the reference firmware's core sends is what Attune hears, byte for byte. */
class FirmwareCoreIT {
    private static final Pattern LINE =
            Pattern.compile("\\$A1,(\\d+),(\\d+)((?:,[a-z]=[^,*]*)*)\\*[0-9A-F]{4}\n");
    private static final Pattern INTERVALS = Pattern.compile(",r=([0-9+]*)");
    private static final long PERIOD_MICROS = 1_000_000 / BodySignals.RATE;
    private static final long MICROS_SPAN = 1L << 32;

    @TempDir static Path folder;
    private static FirmwareRig firmware;

    @BeforeAll
    static void compile() throws Exception {
        firmware = FirmwareRig.build(folder);
    }

    private static List<String> heard(List<String> lines) {
        List<String> heard = new ArrayList<>();
        decode(lines).forEach(event -> heard.add(Spoken.of(event)));
        return heard;
    }

    private static List<SensorEvent> decode(List<String> lines) {
        SerialProtocol attune = SerialProtocol.ATTUNE;
        StreamDecoder decoder = attune.decoder(attune.describe("serial:x"));
        List<SensorEvent> events = new ArrayList<>();
        byte[] bytes = String.join("", lines).getBytes(StandardCharsets.ISO_8859_1);
        decoder.take(bytes, bytes.length, SessionTime.ZERO, events::add);
        return events;
    }

    private static List<Double> intervals(List<String> lines) {
        List<Double> micros = new ArrayList<>();
        for (SensorEvent event : decode(lines)) {
            if (event instanceof RrReceived rr) {
                rr.intervals().forEach(interval -> micros.add(interval.nanos() / 1e3));
            }
        }
        return micros;
    }

    private static String begin(long ms, int sequence, int ppm, long us) {
        return "begin ecg " + ms + " " + sequence + " " + ppm + " " + us;
    }

    /** Samples from {@code us} on; the device's clock runs fast by {@code ppm}. */
    private static List<String> commands(String begin, BodySignals body, long us, double ppm) {
        List<String> commands = new ArrayList<>();
        commands.add(begin);
        commands.add(
                "detector "
                        + (body.ecg() ? "ecg " : "pulse ")
                        + BodySignals.RATE
                        + " "
                        + BodySignals.MOST);
        int[] samples = body.samples();
        for (int i = 0; i < samples.length; i++) {
            long now = us + Math.round(i * PERIOD_MICROS * (1 + ppm / 1e6));
            commands.add("s " + Math.floorMod(now, MICROS_SPAN) + " " + samples[i]);
        }
        return commands;
    }

    /** How far intervals are from the true ones, in milliseconds, at the one place they fit. */
    private static double[] errors(List<Double> found, List<Double> truth, double stretch) {
        double[] best = {};
        double least = Double.MAX_VALUE;
        for (int shift = 0; shift + found.size() <= truth.size(); shift++) {
            double[] errors = new double[found.size()];
            for (int i = 0; i < errors.length; i++) {
                errors[i] = Math.abs(found.get(i) - truth.get(shift + i) * stretch) / 1e3;
            }
            double sum = Arrays.stream(errors).sum();
            if (sum < least) {
                least = sum;
                best = errors;
            }
        }
        Arrays.sort(best);
        return best;
    }

    private static void assertWithin(double[] errors, double p95, double most) {
        assertThat(errors[(int) (errors.length * 0.95)]).as("p95, ms").isLessThan(p95);
        assertThat(errors[errors.length - 1]).as("most, ms").isLessThan(most);
    }

    @Test
    void aHeartsIntervalsAreFoundWithinTwoMilliseconds() throws Exception {
        for (long seed = 1; seed <= 4; seed++) {
            BodySignals body = BodySignals.of(true, 150, 0.01 * seed, 0.05 * seed, seed);
            List<Double> found = intervals(firmware.lines(commands(begin(0, 0, 0, 0), body, 0, 0)));
            assertThat(found).as("seed %d", seed).hasSizeGreaterThan(143);
            assertWithin(errors(found, body.intervals(), 1), 1.5, 2.5);
        }
    }

    @Test
    void aPulsesIntervalsAreFoundWithinThreeMillisecondsWhenItIsClean() throws Exception {
        for (long seed = 1; seed <= 4; seed++) {
            BodySignals body = BodySignals.of(false, 150, 0.005, 0.02, seed);
            List<Double> found = intervals(firmware.lines(commands(begin(0, 0, 0, 0), body, 0, 0)));
            assertThat(found).as("seed %d", seed).hasSizeGreaterThan(143);
            assertWithin(errors(found, body.intervals(), 1), 1.8, 3);
        }
        BodySignals noisy = BodySignals.of(false, 150, 0.02, 0.05, 9);
        List<Double> found = intervals(firmware.lines(commands(begin(0, 0, 0, 0), noisy, 0, 0)));
        assertThat(found).hasSizeGreaterThan(143);
        assertWithin(errors(found, noisy.intervals(), 1), 6, 10);
    }

    @Test
    void eachLineIsTheOneThatJavaWouldWrite() throws Exception {
        List<String> commands =
                commands(begin(5, 9, 0, 0), BodySignals.of(true, 40, 0, 0, 3), 0, 0);
        commands.add(100, "battery 77");
        commands.add(101, "contact 1");
        List<String> lines = firmware.lines(commands);
        for (String line : lines) {
            Matcher parts = LINE.matcher(line);
            assertThat(parts.matches()).as(line).isTrue();
            String fields = parts.group(3).isEmpty() ? "" : parts.group(3).substring(1);
            assertThat(line)
                    .isEqualTo(
                            LineProtocolsTest.line(
                                    Integer.parseInt(parts.group(1)),
                                    Long.parseLong(parts.group(2)),
                                    fields));
        }
        assertThat(lines.get(0)).startsWith("$A1,9,5,s=ecg,n=Bench 1,r=*");
        assertThat(lines.stream().filter(line -> line.contains("n=Bench"))).hasSize(4);
        assertThat(heard(lines)).contains("linked Bench 1 ECG", "battery 77", "contact GOOD");
    }

    @Test
    void whereNumbersAndClocksBeginAgainNoBeatIsLost() throws Exception {
        BodySignals body = BodySignals.of(true, 60, 0.01, 0.05, 5);
        List<String> plain = heard(firmware.lines(commands(begin(0, 0, 0, 0), body, 0, 0)));
        long us = MICROS_SPAN - 20_000_000;
        List<String> wrapped =
                heard(
                        firmware.lines(
                                commands(begin(MICROS_SPAN - 30_000, 65_500, 0, us), body, us, 0)));
        assertThat(wrapped).isEqualTo(plain).noneMatch(said -> said.startsWith("lost"));
    }

    /** Lines are dropped and bytes changed on the way: holes exactly there, nothing invented. */
    @Test
    void onADamagedCableTheHolesAreWhereLinesWereLost() throws Exception {
        List<String> lines =
                firmware.lines(
                        commands(
                                begin(0, 65_480, 0, 0),
                                BodySignals.of(true, 100, 0.01, 0, 6),
                                0,
                                0));
        for (int seed = 1; seed <= 100; seed++) {
            Random random = new Random(seed);
            List<String> arrived = new ArrayList<>();
            List<String> expected = new ArrayList<>(List.of("linked Bench 1 ECG", "rr"));
            arrived.add(lines.get(0));
            int lost = 0;
            for (String line : lines.subList(1, lines.size())) {
                int fate = random.nextInt(10);
                if (fate < 2) {
                    lost++;
                    if (fate == 0) {
                        arrived.add(damaged(line, random));
                    }
                    continue;
                }
                arrived.add(line);
                if (lost > 0) {
                    expected.add("lost " + lost);
                }
                lost = 0;
                expected.add(said(line));
            }
            assertThat(heard(arrived)).as("seed %d", seed).isEqualTo(expected);
        }
    }

    private static String damaged(String line, Random random) {
        int at = random.nextInt(line.length() - 6);
        char other = (char) (line.charAt(at) ^ 1 << random.nextInt(7));
        boolean end = other == '\n' || other == '\r';
        return line.substring(0, at) + (end ? 'x' : other) + line.substring(at + 1);
    }

    private static String said(String line) {
        Matcher intervals = INTERVALS.matcher(line);
        assertThat(intervals.find()).isTrue();
        StringBuilder said = new StringBuilder("rr");
        for (String micros : intervals.group(1).split("\\+")) {
            if (!micros.isEmpty()) {
                said.append(' ').append(Long.parseLong(micros) / 1e3);
            }
        }
        return said.toString();
    }

    @Test
    void aSignalAtTheEndOfItsRangeIsALostContactAndNoIntervalSpansIt() throws Exception {
        BodySignals body = BodySignals.of(false, 60, 0.005, 0, 7);
        List<String> commands = commands(begin(0, 0, 0, 0), body, 0, 0);
        for (int i = 20 * BodySignals.RATE; i < 25 * BodySignals.RATE; i++) {
            commands.set(2 + i, commands.get(2 + i).replaceFirst("\\d+$", "1023"));
        }
        List<String> heard = heard(firmware.lines(commands));
        assertThat(heard.stream().filter(s -> s.startsWith("contact")))
                .containsExactly("contact LOST", "contact GOOD");
        assertNoneLongerThanTheLongestTrue(heard, body);
        assertThat(heard.indexOf("contact GOOD")).isLessThan(heard.size() - 10);
    }

    @Test
    void missingSamplesAreAHoleAndNoIntervalSpansThem() throws Exception {
        BodySignals body = BodySignals.of(true, 60, 0.005, 0, 8);
        List<String> commands = commands(begin(0, 0, 0, 0), body, 0, 0);
        commands.subList(20 * BodySignals.RATE, 22 * BodySignals.RATE).clear();
        List<String> heard = heard(firmware.lines(commands));
        assertThat(heard).contains("lost 1");
        assertThat(heard.stream().filter(s -> s.startsWith("lost"))).hasSize(1);
        assertNoneLongerThanTheLongestTrue(heard, body);
    }

    private static void assertNoneLongerThanTheLongestTrue(List<String> heard, BodySignals body) {
        double longest = body.intervals().stream().mapToDouble(i -> i / 1e3).max().orElseThrow();
        List<Double> found = new ArrayList<>();
        for (String said : heard) {
            if (said.startsWith("rr ")) {
                found.add(Double.parseDouble(said.substring(3)));
            }
        }
        assertThat(found).hasSizeGreaterThan(40).allMatch(rr -> rr < longest + 5);
    }

    @Test
    void aClockThatRunsFastIsSetRightByItsMeasuredError() throws Exception {
        BodySignals body = BodySignals.of(true, 150, 0.01, 0.05, 4);
        double fast = 5_000;
        List<Double> wrong = intervals(firmware.lines(commands(begin(0, 0, 0, 0), body, 0, fast)));
        assertWithin(errors(wrong, body.intervals(), 1 + fast / 1e6), 1.5, 2.5);
        List<String> lines = firmware.lines(commands(begin(0, 0, 5_000, 0), body, 0, fast));
        assertWithin(errors(intervals(lines), body.intervals(), 1), 1.5, 2.5);
        Matcher last = LINE.matcher(lines.get(lines.size() - 1));
        assertThat(last.matches()).isTrue();
        double truth = body.samples().length * 1e3 / BodySignals.RATE;
        assertThat(Double.parseDouble(last.group(2))).isBetween(truth - 1_500, truth + 1);
    }

    @Test
    void theSketchesOfTheBoardsAreSound() throws IOException, InterruptedException {
        String pulse = "arduino-pulse/attune_pulse/attune_pulse.ino";
        FirmwareRig.checkSketch(folder, pulse);
        FirmwareRig.checkSketch(folder, pulse, "FRONT_END_ECG 0 -> FRONT_END_ECG 1");
        FirmwareRig.checkSketch(folder, "esp32-bridge/attune_bridge/attune_bridge.ino");
    }
}
