package org.attune.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.attune.export.EdfReader.Annotation;
import org.attune.export.ExportContent.Gap;
import org.attune.export.ExportContent.Interval;
import org.attune.export.ExportContent.Mark;
import org.attune.export.edf.EdfExporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EdfExporterTest {
    private static final double RR_QUANTUM = 4095.0 / 65_535;
    private static final double HR_QUANTUM = 300.0 / 65_535;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void everyBeatGapAndMarkIsReadBackToTheNanosecond(long seed) {
        ExportContent content = RandomContents.of(seed);
        EdfReader edf = read(content);
        long zero = edf.fractionNanos - SampledLane.of(content).firstSecond() * 1_000_000_000L;
        List<Annotation> expected = new ArrayList<>();
        for (Interval each : content.intervals()) {
            String verdict = each.verdict().map(v -> " " + v).orElse("");
            expected.add(
                    new Annotation(
                            each.onsetNanos() + zero, each.durationNanos(), "beat" + verdict));
        }
        for (Gap each : content.gaps()) {
            expected.add(
                    new Annotation(
                            each.fromNanos() + zero,
                            each.toNanos() - each.fromNanos(),
                            "gap " + each.cause()));
        }
        for (Mark each : content.marks()) {
            String written = each.detail().replaceAll("\\p{Cntrl}", " ");
            String text = ("mark " + each.kind() + " " + written).strip();
            expected.add(new Annotation(each.atNanos() + zero, 0, text));
        }
        assertThat(edf.annotations).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(edf.annotations)
                .isSortedAccordingTo(Comparator.comparingLong(Annotation::onsetNanos));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28})
    void everySampleHoldsWhatHeldThenWithinHalfAQuantum(long seed) {
        ExportContent content = RandomContents.of(seed);
        EdfReader edf = read(content);
        assertThat(edf.labels).containsExactly("RR interval", "HR shown", "EDF Annotations");
        long first = SampledLane.of(content).firstSecond() * 1_000_000_000L;
        for (int i = 0; i < edf.samples.get(0).length; i++) {
            long at = first + i * 250_000_000L;
            double rr = -1;
            for (Interval each : content.intervals()) {
                if (each.onsetNanos() <= at && at < each.beatNanos()) {
                    rr = each.durationNanos() > 4_094_000_000L ? -1 : each.durationNanos() / 1e6;
                }
            }
            double bpm =
                    content.seconds().stream()
                            .filter(s -> s.atNanos() <= at && at < s.atNanos() + 1_000_000_000)
                            .mapToDouble(s -> s.bpm().orElse(-1))
                            .findFirst()
                            .orElse(-1);
            assertThat(edf.samples.get(0)[i]).isCloseTo(rr, within(RR_QUANTUM / 2 + 1e-9));
            assertThat(edf.samples.get(1)[i]).isCloseTo(bpm, within(HR_QUANTUM / 2 + 1e-9));
        }
    }

    @Test
    void theStartIsToldInUtcToTheFractionOfASecond() {
        EdfReader edf = read(ExportFixtures.content());
        assertThat(edf.kind).isEqualTo("EDF+C");
        assertThat(edf.start).isEqualTo("22.11.26 14.03.07");
        assertThat(edf.fractionNanos).isEqualTo(250_000_000);
        assertThat(edf.recording).startsWith("Startdate 22-NOV-2026 ").endsWith("_UTC");
        assertThat(edf.patient).endsWith(" X X X");
    }

    @Test
    void aSimulatedHeartIsCalledSo() {
        ExportContent simulated = Contents.simulated(ExportFixtures.content());
        assertThat(read(simulated).recording).endsWith("_SIMULATED");
    }

    @Test
    void withoutARateGrantedThereIsNoSignalOfOne() {
        EdfReader edf = read(RandomContents.intervalsOnly(ExportFixtures.content()));
        assertThat(edf.labels).containsExactly("RR interval", "EDF Annotations");
        assertThat(edf.annotations).noneMatch(each -> each.text().startsWith("mark"));
        assertThat(edf.annotations)
                .filteredOn(a -> a.text().startsWith("beat"))
                .hasSizeGreaterThan(500)
                .allMatch(a -> a.text().equals("beat"));
    }

    @Test
    void aBurstThatNoRecordHasRoomForSpillsAndIsRepeatedNowhere() {
        ExportContent burst = Contents.burst(ExportFixtures.content(), 500);
        EdfReader edf = read(burst);
        assertThat(edf.annotations).hasSize(500);
        assertThat(edf.records).isGreaterThan(burst.intervals().size() / 10);
        assertThat(edf.samples.get(0)[edf.samples.get(0).length - 1]).isEqualTo(-1);
    }

    @Test
    void whatTheHeaderHasNoRoomForIsRefusedAndNeverCut() {
        ExportContent content = ExportFixtures.content();
        assertThatThrownBy(() -> read(Contents.named(content, "p".repeat(81))))
                .isInstanceOf(UnwritableException.class)
                .hasMessageContaining("choose another format");
        for (String year : List.of("1984-12-31T23:59:59Z", "2085-01-01T00:00:00Z")) {
            assertThatThrownBy(() -> read(Contents.startingAt(content, Instant.parse(year))))
                    .isInstanceOf(UnwritableException.class);
        }
    }

    private static EdfReader read(ExportContent content) {
        ExportTarget target = new ExportTarget();
        new EdfExporter().write(ExportFixtures.grant(), content, target);
        assertThat(target.files()).hasSize(1);
        return new EdfReader(target.files().values().iterator().next());
    }
}
