package org.attune.export;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.attune.beat.Verdict;
import org.attune.consent.DataCategory;
import org.attune.export.ExportContent.Gap;
import org.attune.export.ExportContent.Interval;
import org.attune.export.ExportContent.Mark;
import org.attune.export.ExportContent.Second;
import org.attune.export.ExportContent.SensorUsed;
import org.attune.regulation.RegulationState;
import org.attune.sensor.SourceClass;
import org.attune.session.MarkKind;
import org.attune.signal.Pace;
import org.attune.testkit.Hearts;

/**
 * Contents as no heart makes them: gaps of all sizes, absent values, intervals of a nanosecond and
 * of a minute, bursts that no block has room for, umlauts and signs that formats give a meaning.
 */
public final class RandomContents {
    private static final List<String> WORDS =
            List.of(
                    "",
                    "7",
                    "Grün",
                    "Ж – 脈",
                    "a,\"b\"",
                    "=1+1",
                    "tab\tline\nend",
                    "\u0014\u0015\0x",
                    "🫀");

    private final Random random;
    private final List<Interval> intervals = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private long now;
    private int segment = 1;

    private RandomContents(long seed) {
        random = Hearts.scrambled(seed);
    }

    /** The content of that seed. */
    public static ExportContent of(long seed) {
        return new RandomContents(seed).make();
    }

    private ExportContent make() {
        boolean judged = random.nextBoolean();
        int count = random.nextInt(400);
        for (int i = 0; i < count; i++) {
            if (i > 0 && random.nextInt(40) == 0) {
                gap();
            }
            interval(judged);
        }
        now = Math.max(0, now);
        long end = now + Math.abs(random.nextLong() % 5_000_000_000L);
        boolean told = random.nextBoolean();
        return new ExportContent(
                new ExportContent.Subject(
                        "k" + Long.toString(random.nextLong() >>> 1, 36), Optional.empty()),
                "s" + Long.toString(random.nextLong() >>> 1, 36),
                Instant.ofEpochSecond(
                        1_600_000_000L + random.nextInt(400_000_000),
                        random.nextBoolean() ? 0 : random.nextInt(1_000_000_000)),
                end,
                ExportFixtures.PHYSIOLOGY,
                SourceClass.ECG,
                random.nextInt(4) == 0,
                intervals,
                seconds(end),
                gaps,
                marks(end),
                told
                        ? List.of(new SensorUsed(SourceClass.OPTICAL, "Gürtel „H10“", "abc234"))
                        : List.of(),
                new ExportContent.Provenance(
                        "0.1.0-ä",
                        "3",
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        "hash",
                        true,
                        0,
                        0,
                        "clock"));
    }

    private void gap() {
        long length =
                random.nextBoolean()
                        ? random.nextInt(50_000_000)
                        : random.nextInt(2_000_000_000) * 20L;
        gaps.add(new Gap(now, now + length, any(List.of(Gap.Cause.values()))));
        now += length;
        segment++;
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private void interval(boolean judged) {
        long length =
                switch (random.nextInt(30)) {
                    case 0 -> 1;
                    case 1 -> 64_000_000_000L;
                    case 2 -> 1_000_000 + random.nextInt(20_000_000);
                    default -> 400_000_000 + random.nextInt(900_000_000);
                };
        if (intervals.isEmpty() && random.nextBoolean()) {
            now = -(length * 3 / 4);
        }
        long overlap = random.nextInt(50) == 0 ? random.nextInt(5_000_000) : 0;
        long onset = intervals.isEmpty() ? now : Math.max(now - overlap, 0);
        Verdict verdict = any(List.of(Verdict.values()));
        intervals.add(
                new Interval(
                        onset, length, segment, judged ? Optional.of(verdict) : Optional.empty()));
        now = onset + length;
    }

    private List<Second> seconds(long end) {
        List<Second> seconds = new ArrayList<>();
        boolean none = random.nextInt(5) == 0;
        for (long at = 1_000_000_000; at <= end; at += 1_000_000_000) {
            boolean shown = !none && random.nextInt(4) > 0;
            seconds.add(
                    new Second(
                            at,
                            shown
                                    ? OptionalDouble.of(30 + 200 * random.nextDouble())
                                    : OptionalDouble.empty(),
                            Optional.of(RegulationState.USUAL),
                            Optional.of(Pace.STAY),
                            OptionalDouble.empty(),
                            OptionalDouble.of(0.5),
                            OptionalDouble.empty()));
        }
        return seconds;
    }

    private List<Mark> marks(long end) {
        List<Mark> marks = new ArrayList<>();
        for (int i = random.nextInt(30); i > 0; i--) {
            marks.add(
                    new Mark(
                            random.nextBoolean()
                                    ? end / 2
                                    : Math.floorMod(random.nextLong(), end + 1),
                            MarkKind.SUDS,
                            any(WORDS),
                            Optional.of(ExportFixtures.NOTE)));
        }
        return marks;
    }

    /** The same without what was not granted: intervals alone. */
    public static ExportContent intervalsOnly(ExportContent all) {
        return new ExportContent(
                all.subject(),
                all.session(),
                all.startedAt(),
                all.durationNanos(),
                Set.of(DataCategory.RR),
                all.source(),
                all.simulated(),
                all.intervals().stream()
                        .map(
                                i ->
                                        new Interval(
                                                i.onsetNanos(),
                                                i.durationNanos(),
                                                i.segment(),
                                                Optional.empty()))
                        .toList(),
                List.of(),
                all.gaps(),
                List.of(),
                List.of(),
                all.provenance());
    }

    /** The same as if no beat had been lost. */
    static ExportContent withoutGaps(ExportContent all) {
        return new ExportContent(
                all.subject(),
                all.session(),
                all.startedAt(),
                all.durationNanos(),
                all.categories(),
                all.source(),
                all.simulated(),
                all.intervals(),
                all.seconds(),
                List.of(),
                all.marks(),
                all.sensors(),
                all.provenance());
    }
}
