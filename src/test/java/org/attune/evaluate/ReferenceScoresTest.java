package org.attune.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The simple detectors and the prototype, against a program written apart from this one. */
class ReferenceScoresTest {
    private static final double TOLERANCE = 1e-9;

    /** Two means that are equal on paper may part in the last bit: a tie less, one pair of many. */
    private static final double TIE_TOLERANCE = 1e-5;

    static Stream<Arguments> recordings() {
        return Stream.of(
                Arguments.of("stress-predict", "S03", Source.RR),
                Arguments.of("stress-predict", "S03", Source.E4IBI),
                Arguments.of("hongn", "stress-S01", Source.E4IBI),
                Arguments.of("hongn", "stress-S01", Source.HR),
                Arguments.of("hongn", "anaerobic-S03", Source.RR));
    }

    private static Measured measured(String folder, String name, Source source) {
        Recording recording = Fixtures.recording(folder, name, source);
        Track silent = Fixtures.track(recording.truth());
        return Measured.compared(Prepared.of(recording, silent), Thresholds.FROZEN);
    }

    private static Track track(Measured measured, String detector) {
        return measured.tracks().stream()
                .filter(each -> each.detector().equals(detector))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> expected(Measured measured, String what) {
        Recording recording = measured.recording();
        return Fixtures.lines(
                String.join(
                        ".",
                        "expected/" + recording.dataSet(),
                        recording.name(),
                        recording.source().word(),
                        what,
                        "csv"));
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void everyScoreIsTheReferences(String folder, String name, Source source) {
        Measured measured = measured(folder, name, source);
        List<String> lines = expected(measured, "scores");
        String[] detectors = lines.get(0).split(",", -1);
        int compared = 0;
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            int second = Integer.parseInt(cells[0]);
            for (int i = 1; i < cells.length; i++) {
                double score = track(measured, detectors[i]).score(second);
                String where = detectors[i] + " at " + second;
                if (cells[i].isEmpty()) {
                    assertThat(score).as(where).isNaN();
                } else {
                    double reference = Double.parseDouble(cells[i]);
                    assertThat(score).as(where).isCloseTo(reference, within(TOLERANCE));
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(100);
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void everyAreaAndAlarmIsTheReferences(String folder, String name, Source source) {
        Measured measured = measured(folder, name, source);
        List<String> lines = expected(measured, "figures");
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            double auc =
                    measured.figures().stream()
                            .filter(each -> each.detector().equals(cells[0]))
                            .findFirst()
                            .orElseThrow()
                            .auc();
            if (cells[1].isEmpty()) {
                assertThat(auc).as(cells[0]).isNaN();
            } else {
                assertThat(auc)
                        .as(cells[0])
                        .isCloseTo(Double.parseDouble(cells[1]), within(TIE_TOLERANCE));
            }
            assertThat(stretches(track(measured, cells[0]).alarm())).as(line).isEqualTo(cells[2]);
        }
    }

    private static String stretches(BitSet alarm) {
        List<String> stretches = new ArrayList<>();
        for (int s = alarm.nextSetBit(0); s >= 0; s = alarm.nextSetBit(alarm.nextClearBit(s))) {
            stretches.add(s + "-" + alarm.nextClearBit(s));
        }
        return String.join(" ", stretches);
    }
}
