package org.attune.review.dyad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.attune.beat.Beat;
import org.attune.beat.Verdict;
import org.attune.review.dyad.DyadRules.SurrogateKind;
import org.attune.sensor.RrInterval;
import org.attune.session.LaneId;
import org.attune.testkit.Golden;
import org.attune.time.SessionTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every figure of two real hearts against an independent implementation. */
class DyadOfGoldenPairsTest {
    private static final double TOLERANCE = 1e-6;
    private static final DyadRules RULES =
            new DyadRules(0.5, 30, 3, 5, 15, 0.9, 10, 199, SurrogateKind.SHUFFLED, 0.05, 7);

    @ParameterizedTest
    @ValueSource(strings = {"daily-life", "ectopics"})
    void everyFigureIsThatOfTheReference(String name) {
        Map<String, Double> expected = expected(name);
        int cells = expected.getOrDefault("cells", 0.0).intValue();
        RateSeries one = series(name, "a", LaneId.CLIENT, cells);
        RateSeries other = series(name, "b", LaneId.THERAPIST, cells);
        Map<String, Double> found = new LinkedHashMap<>();
        found.put("cells", (double) cells);
        found.put("known_a", known(one));
        found.put("known_b", known(other));
        Dyad.Measured measured = (Dyad.Measured) Dyad.of(one, other, RULES);
        found.put("segments", (double) measured.segments());
        put(found, "absolute", measured.absolute());
        put(found, "signed", measured.signed());
        put(found, "peak", measured.peak());
        put(found, "lead", measured.leadDifference());
        put(found, "concordance", measured.concordance().orElseThrow());
        for (Dyad.LagPoint point : measured.profile()) {
            found.put(String.format("z%+d", Math.round(2 * point.lagSeconds())), point.z());
        }
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach(
                (what, value) ->
                        assertThat(found.get(what)).as(what).isCloseTo(value, within(TOLERANCE)));
    }

    private static void put(Map<String, Double> found, String name, AgainstChance measure) {
        found.put(name, measure.value());
        found.put(name + ".mean", measure.chanceMean());
        found.put(name + ".sd", measure.chanceDeviation());
        found.put(name + ".low", measure.chanceLow());
        found.put(name + ".high", measure.chanceHigh());
        found.put(name + ".p", measure.p());
    }

    private static double known(RateSeries series) {
        int known = 0;
        for (int i = 0; i < series.size(); i++) {
            known += Double.isNaN(series.bpm(i)) ? 0 : 1;
        }
        return known;
    }

    private static Map<String, Double> expected(String name) {
        Map<String, Double> expected = new LinkedHashMap<>();
        for (String[] row : Golden.rows("dyad/" + name + ".expected.csv")) {
            expected.put(row[0], Double.parseDouble(row[1]));
        }
        return expected;
    }

    private static RateSeries series(String name, String lane, LaneId id, int cells) {
        List<Beat> beats = new ArrayList<>();
        for (String[] row : Golden.rows("dyad/" + name + ".csv")) {
            if (row[0].equals(lane)) {
                beats.add(
                        new Beat(
                                beats.size(),
                                SessionTime.ofSeconds(Double.parseDouble(row[1])),
                                RrInterval.ofMillis(Double.parseDouble(row[2])),
                                row[3].equals("1") ? Verdict.NORMAL : Verdict.LONG));
            }
        }
        return RateSeries.ofBeats(id, beats, RULES.stepSeconds(), cells);
    }
}
