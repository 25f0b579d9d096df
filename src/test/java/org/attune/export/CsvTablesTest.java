package org.attune.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.attune.consent.DataCategory;
import org.attune.export.ExportContent.Interval;
import org.attune.export.ExportContent.Mark;
import org.attune.session.MarkKind;
import org.attune.testkit.Rigs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CsvTablesTest {
    private static final String READ =
            """
            import csv, sys
            with open('beats.csv', newline='', encoding='utf-8') as f:
                for row in csv.DictReader(f, strict=True):
                    assert None not in row and None not in row.values()
                    print(int(row['t_us']), int(row['rr_us']), row['segment'], row['flags'])
            """;

    @TempDir Path folder;
    private final ExportContent content = ExportFixtures.content();

    @Test
    void promise22PythonReadsTheSameBeatsWithinOneQuantum() throws Exception {
        Rigs.need("python3");
        Files.write(folder.resolve("beats.csv"), write(content).file("beats.csv"));
        String[] lines =
                ExportPackageTest.run(folder, List.of("python3", "-c", READ)).out().split("\n", -1);
        List<Interval> beats = content.intervals();
        assertThat(lines).hasSize(beats.size() + 1);
        long before = -1;
        for (int i = 0; i < beats.size(); i++) {
            String[] cells = lines[i].split(" ", -1);
            Interval beat = beats.get(i);
            long told = Long.parseLong(cells[0]);
            if (told != before + 1) { // unless it had to make room for the beat before it
                assertThat(Math.abs(told * 1000 - beat.beatNanos())).isLessThanOrEqualTo(500);
            }
            assertThat(told).isGreaterThan(before);
            before = told;
            assertThat(Math.abs(Long.parseLong(cells[1]) * 1000 - beat.durationNanos()))
                    .isLessThanOrEqualTo(500);
            assertThat(cells[2]).isEqualTo(Integer.toString(beat.segment()));
            assertThat(cells[3]).isEqualToIgnoringCase(beat.verdict().orElseThrow().name());
        }
    }

    @Test
    void beatsANanosecondApartAreToldOneAfterTheOther() {
        List<Interval> close =
                List.of(
                        new Interval(0, 800_000_000, 0, Optional.empty()),
                        new Interval(1, 800_000_000, 1, Optional.empty()),
                        new Interval(2, 800_000_000, 1, Optional.empty()));
        ExportContent drawnBack =
                new ExportContent(
                        content.subject(),
                        content.session(),
                        content.startedAt(),
                        content.durationNanos(),
                        content.categories(),
                        content.source(),
                        content.simulated(),
                        close,
                        content.seconds(),
                        content.gaps(),
                        content.marks(),
                        content.sensors(),
                        content.provenance());

        assertThat(text(write(drawnBack), "beats.csv").lines().skip(1))
                .extracting(line -> line.split(",", -1)[1])
                .containsExactly("800000", "800001", "800002");
    }

    @Test
    void theTextOfIntervalsHasEachToTheMillisecondAndNothingElse() {
        ExportTarget target = new ExportTarget();
        new RrText().write(ExportFixtures.grant(), content, target);
        assertThat(target.files()).containsOnlyKeys("2026-11-22T14-03-07Z.txt");
        String[] lines = text(target, "2026-11-22T14-03-07Z.txt").split("\n", -1);
        assertThat(lines).hasSize(content.intervals().size() + 1);
        for (int i = 0; i < content.intervals().size(); i++) {
            assertThat(
                            Math.abs(
                                    Long.parseLong(lines[i]) * 1_000_000
                                            - content.intervals().get(i).durationNanos()))
                    .isLessThanOrEqualTo(500_000);
        }
    }

    @Test
    void linesEndInCrLfWithoutAMarkAtTheBeginning() {
        for (String file : List.of("beats.csv", "gaps.csv", "seconds.csv", "marks.csv")) {
            String text = text(write(content), file);
            assertThat(text.charAt(0)).isBetween('a', 'z');
            assertThat(text).endsWith("\r\n");
            assertThat(text.replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
        }
        assertThat(text(write(content), "beats.csv"))
                .startsWith("time_utc,t_us,rr_us,segment,flags,source\r\n2026-11-22T14:03:0");
    }

    @Test
    void aFormulaInFreeTextIsNeutralisedAndNumbersAreNot() {
        List<String> dangerous = List.of("=1+1", "+1", "-1", "@x", "\tx", "\rx");
        List<Mark> marks = new ArrayList<>();
        for (String each : dangerous) {
            marks.add(new Mark(0, MarkKind.VERBAL, "", Optional.of(each)));
        }
        marks.add(
                new Mark(0, MarkKind.VERBAL, "", Optional.of("a \"quoted\", word\r\nand a line")));
        String text = text(write(withMarks(marks)), "marks.csv");
        assertThat(text)
                .contains(
                        ",'=1+1\r\n",
                        ",'+1\r\n",
                        ",'-1\r\n",
                        ",'@x\r\n",
                        ",'\tx\r\n",
                        ",\"'\rx\"\r\n")
                .contains("\"a \"\"quoted\"\", word\r\nand a line\"");
        assertThat(CsvTables.neutralised("plain")).isEqualTo("plain");
    }

    @Test
    void whatWasNotGrantedHasNoFileAndNoNumber() {
        assertThat(write(ExportFixtures.content(Set.of(DataCategory.RR))).files())
                .containsOnlyKeys("beats.csv", "gaps.csv");
        ExportContent rates = ExportFixtures.content(Set.of(DataCategory.HR));
        assertThat(write(rates).files()).containsOnlyKeys("seconds.csv");
        assertThat(text(write(rates), "seconds.csv").lines().skip(1))
                .allMatch(line -> line.matches("[^,]+,\\d+,(\\d+(\\.\\d+)?)?,,,,,,ecg"))
                .anyMatch(line -> line.matches("[^,]+,\\d+,\\d.*"))
                .anyMatch(line -> line.matches("[^,]+,\\d+,,.*"));
    }

    private ExportContent withMarks(List<Mark> marks) {
        return new ExportContent(
                content.subject(),
                content.session(),
                content.startedAt(),
                content.durationNanos(),
                EnumSet.of(DataCategory.NOTES),
                content.source(),
                content.simulated(),
                List.of(),
                List.of(),
                List.of(),
                marks,
                List.of(),
                content.provenance());
    }

    private static ExportTarget write(ExportContent content) {
        ExportTarget target = new ExportTarget();
        new CsvTables().write(ExportFixtures.grant(), content, target);
        return target;
    }

    private static String text(ExportTarget target, String path) {
        return new String(target.file(path), StandardCharsets.UTF_8);
    }
}
