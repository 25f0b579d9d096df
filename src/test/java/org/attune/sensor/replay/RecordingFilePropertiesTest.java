package org.attune.sensor.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.attune.time.SessionTime;
import org.junit.jupiter.api.Test;

class RecordingFilePropertiesTest {
    private static final List<String> SEEDS =
            List.of(
                    "t_s\trr_ms\n1.294\t658\n1.961\t667\n2.7\t701\n3.5\t811\n",
                    "\uFEFFt_s;rr_ms;note\r\n1,5;712,25;x\r\n2,5;712,25;\"y;z\"\r\n",
                    "712\n728\n0.5\n736\n",
                    "1431353531.000000, IBI\n10.531250,0.781250\n11.312500,0.781250\n",
                    "date,rr,since start\n2025-03-15 09:00:15.123,823,0\n",
                    "t_us,rr_us\n100000,976563\n2000000,976563\n");
    private static final String PIECES = "0123456789.,;\t\n\r\"-+eE trsmbpNaN#\uFEFF\u0000é";

    @Test
    void noTextGivesAnythingButIntervalsOrTheDeclaredError() {
        int accepted = 0;
        for (int seed = 0; seed < 60_000; seed++) {
            Random random = new Random(seed);
            String text =
                    random.nextInt(4) == 0
                            ? invented(random)
                            : mutated(SEEDS.get(random.nextInt(SEEDS.size())), random);
            try {
                accepted += checked(RecordingFile.read(stream(text), "x")) ? 1 : 0;
            } catch (RecordingFileException e) {
                assertThat(e.getMessage()).as("seed %d", seed).doesNotContain("\n").isNotBlank();
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + text, e);
            }
        }
        assertThat(accepted).as("the test must reach the good path too").isGreaterThan(5_000);
    }

    @Test
    void noTextGivesAnythingButRatesOrTheDeclaredError() {
        String good = "t_s\thr_bpm\n1\t70\n2\t71.5\n3\t\n4\t0\n";
        int accepted = 0;
        for (int seed = 0; seed < 10_000; seed++) {
            String text = mutated(good, new Random(seed));
            try {
                HeartRateFile.read(stream(text), "x");
                ActivityFile.read(stream(text.replace("hr_bpm", "activity_mg")), "x");
                accepted++;
            } catch (RecordingFileException e) {
                assertThat(e.getMessage()).as("seed %d", seed).doesNotContain("\n").isNotBlank();
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + text, e);
            }
        }
        assertThat(accepted).isGreaterThan(1_000);
    }

    private static boolean checked(RecordingFile file) {
        SessionTime before = new SessionTime(0);
        boolean first = true;
        for (TimedInterval timed : file.intervals()) {
            assertThat(first || timed.at().isAfter(before)).isTrue();
            first = false;
            before = timed.at();
        }
        return !file.intervals().isEmpty();
    }

    private static String invented(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(60);
        for (int i = 0; i < length; i++) {
            text.append(PIECES.charAt(random.nextInt(PIECES.length())));
        }
        return text.toString();
    }

    private static String mutated(String good, Random random) {
        StringBuilder text = new StringBuilder(good);
        int changes = random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(text.length() + 1);
            char piece = PIECES.charAt(random.nextInt(PIECES.length()));
            switch (random.nextInt(4)) {
                case 0 -> text.insert(at, piece);
                case 1 -> text.setLength(at);
                case 2 -> text.insert(at, text.substring(0, at));
                default -> {
                    if (at < text.length()) {
                        text.setCharAt(at, piece);
                    }
                }
            }
        }
        return text.toString();
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
