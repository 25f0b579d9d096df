package org.attune.beat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.attune.sensor.RrInterval;
import org.attune.testkit.ArtefactScore;
import org.attune.testkit.ArtefactScore.Condition;
import org.attune.testkit.Golden;
import org.attune.testkit.Hearts;
import org.attune.time.SessionTime;
import org.junit.jupiter.api.Test;

class CentredCleanerTest {
    @Test
    void singleArtefactsAreFoundAsWellAsPublished() {
        // Own measurement of the published method on four series: 99.2 % found at 5 %.
        ArtefactScore score = ArtefactTable.mean(Condition.ALL.get(1), ArtefactTable::centred);
        assertThat(score.foundPercent()).isGreaterThan(93);
        assertThat(score.medianPercent()).isLessThan(6);
    }

    @Test
    void eachKindIsNamed() {
        double[] millis = Hearts.steady(75).seeded(4).intervalsMillis(200);
        millis[50] *= 2;
        millis[100] *= 0.7;
        millis[101] *= 1.3;
        Verdict[] verdicts = CentredCleaner.judge(millis);
        assertThat(verdicts[50]).isEqualTo(Verdict.MISSED);
        assertThat(verdicts[100]).isIn(Verdict.ECTOPIC, Verdict.SHORT);
        assertThat(Arrays.stream(verdicts).filter(v -> !v.isNormal())).hasSizeLessThan(6);
    }

    @Test
    void noStretchAcrossAGapIsJudgedTogether() {
        List<Beat> beats = new ArrayList<>();
        double[] millis = Golden.intervalsMillis("rhenan-rest");
        for (int i = 0; i < 200; i++) {
            long ordinal = i < 100 ? i : i + 7;
            beats.add(
                    new Beat(
                            ordinal,
                            new SessionTime(i * 1_000_000_000L),
                            RrInterval.ofMillis(i < 100 ? millis[i] : millis[i] / 2),
                            Verdict.NORMAL));
        }
        List<Beat> expected = new ArrayList<>(CentredCleaner.judge(beats.subList(0, 100)));
        expected.addAll(CentredCleaner.judge(beats.subList(100, 200)));
        assertThat(CentredCleaner.judge(beats)).isEqualTo(expected);
    }

    @Test
    void whateverIsGivenIsJudgedOnce() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = Hearts.scrambled(seed);
            double[] millis = new double[random.nextInt(120)];
            for (int i = 0; i < millis.length; i++) {
                millis[i] = random.nextInt(4) == 0 ? 800 : 1 + 4000 * random.nextDouble();
            }
            assertThat(CentredCleaner.judge(millis))
                    .as("seed %d", seed)
                    .hasSize(millis.length)
                    .doesNotContainNull();
        }
    }
}
