package org.attune.review.dyad;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.attune.beat.Beat;
import org.attune.beat.Verdict;
import org.attune.review.dyad.Dyad.Lead;
import org.attune.review.dyad.DyadRules.SurrogateKind;
import org.attune.sensor.RrInterval;
import org.attune.session.LaneId;
import org.attune.testkit.Golden;
import org.attune.time.SessionTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How often chance is taken for synchrony, and how often synchrony is found. */
class DyadChanceTest {
    private static final int HALF_SECONDS = 1200;
    private static final int SURROGATES = 199;

    /** 95 percent interval of a share (Wilson 1927, J Am Stat Assoc 22:209). */
    private static String share(String what, int count, int of) {
        double z = 1.959964;
        double p = (double) count / of;
        double centre = (p + z * z / (2 * of)) / (1 + z * z / of);
        double half = z / (1 + z * z / of) * Math.sqrt(p * (1 - p) / of + z * z / (4.0 * of * of));
        return String.format(
                Locale.ROOT,
                "%s: %d of %d, %.1f %% (95 %% interval %.1f to %.1f)",
                what,
                count,
                of,
                100 * p,
                100 * Math.max(0, centre - half),
                100 * (centre + half));
    }

    @ParameterizedTest
    @EnumSource(SurrogateKind.class)
    void ofPeopleWhoNeverMetAtMostOneInTwentyGoesBeyondChance(SurrogateKind kind) {
        List<List<Beat>> people = strangers();
        DyadRules rules = DyadRules.DEFAULT.withSurrogates(kind, SURROGATES, 3);
        int pairs = 0;
        int claimed = 0;
        int led = 0;
        for (int i = 0; i < people.size(); i++) {
            for (int j = i + 1; j < people.size(); j++) {
                for (int halves = 0; halves < 4; halves++) {
                    Dyad.Measured measured =
                            (Dyad.Measured)
                                    Dyad.of(
                                            half(LaneId.CLIENT, people.get(i), halves % 2),
                                            half(LaneId.THERAPIST, people.get(j), halves / 2),
                                            rules);
                    pairs++;
                    claimed += measured.beyondChance() ? 1 : 0;
                    led += measured.lead() != Lead.NEITHER ? 1 : 0;
                }
            }
        }
        System.out.println(share("Strangers beyond chance, " + kind, claimed, pairs));
        System.out.println(share("Strangers said to lead, " + kind, led, pairs));
        assertThat(pairs).isGreaterThanOrEqualTo(150);
        assertThat(claimed).isLessThanOrEqualTo(pairs / 20);
        assertThat(led).isLessThanOrEqualTo(claimed);
    }

    @ParameterizedTest
    @CsvSource({"2, FIRST", "-1.5, SECOND", "0, NEITHER"})
    void aSharedCourseIsFoundWithWhoWentAheadOfIt(double lagSeconds, Lead lead) {
        int found = 0;
        int right = 0;
        int near = 0;
        for (int seed = 1; seed <= 20; seed++) {
            Dyad.Measured measured = coupled(seed, lagSeconds, 0.8);
            found += measured.beyondChance() ? 1 : 0;
            right += measured.lead() == lead ? 1 : 0;
            near += Math.abs(measured.peakLagSeconds() - lagSeconds) <= 0.5 ? 1 : 0;
        }
        System.out.println(share("Coupled at " + lagSeconds + " s found", found, 20));
        System.out.println(share("Lead " + lead + " named", right, 20));
        assertThat(found).isGreaterThanOrEqualTo(19);
        assertThat(right).isGreaterThanOrEqualTo(19);
        assertThat(near).isGreaterThanOrEqualTo(18);
    }

    @Test
    void aPairThatGoesAgainstEachOtherIsBelowChance() {
        Dyad.Measured measured = coupled(5, 0, -0.8);
        assertThat(measured.signed().value()).isLessThan(measured.signed().chanceLow());
        assertThat(measured.concordance().orElseThrow().effectSize()).isNegative();
        assertThat(measured.beyondChance()).isTrue();
    }

    private static Dyad.Measured coupled(long seed, double lagSeconds, double share) {
        Random random = new Random(seed);
        double[] common = course(random);
        double[] own = course(random);
        double[] others = course(random);
        int margin = 100;
        RateSeries one = lived(LaneId.CLIENT, 72, common, own, share, margin);
        RateSeries other =
                lived(
                        LaneId.THERAPIST,
                        64,
                        common,
                        others,
                        Math.abs(share),
                        margin - (int) Math.round(10 * lagSeconds),
                        Math.signum(share));
        return (Dyad.Measured)
                Dyad.of(
                        one,
                        other,
                        DyadRules.DEFAULT.withSurrogates(
                                SurrogateKind.SHUFFLED, SURROGATES, (int) seed));
    }

    /** A course of rates in tenths of a second that wanders over some seconds, deviation 1. */
    private static double[] course(Random random) {
        double[] course = new double[10 * HALF_SECONDS + 400];
        double fast = 0;
        double value = 0;
        for (int i = 0; i < course.length; i++) {
            fast += -fast / 15 + random.nextGaussian();
            value += (fast - value) / 15;
            course[i] = value / 2;
        }
        return course;
    }

    private static RateSeries lived(
            LaneId lane, double bpm, double[] common, double[] own, double share, int from) {
        return lived(lane, bpm, common, own, Math.abs(share), from, 1);
    }

    private static RateSeries lived(
            LaneId lane,
            double bpm,
            double[] common,
            double[] own,
            double share,
            int from,
            double sign) {
        List<Beat> beats = new ArrayList<>();
        double at = 0;
        while (at < HALF_SECONDS) {
            int cell = (int) (10 * at);
            double moved =
                    sign * share * common[cell + from]
                            + Math.sqrt(1 - share * share) * own[cell + from];
            double interval = 60 / (bpm + 3 * moved);
            at += interval;
            beats.add(beat(beats.size(), at, interval));
        }
        return RateSeries.ofBeats(lane, beats, 0.5, 2 * HALF_SECONDS);
    }

    private static Beat beat(int ordinal, double at, double interval) {
        return new Beat(
                ordinal,
                SessionTime.ofSeconds(at),
                RrInterval.ofMillis(1e3 * interval),
                Verdict.NORMAL);
    }

    /** Forty minutes of daily life of people recorded apart from each other. */
    private static List<List<Beat>> strangers() {
        List<List<Beat>> people = new ArrayList<>();
        for (String[] row : Golden.rows("dyad/unrelated.csv")) {
            List<Beat> beats = new ArrayList<>();
            double at = 0;
            double before = 0;
            for (int i = 1; i < row.length; i++) {
                double interval = Double.parseDouble(row[i]) / 1e3;
                at += interval;
                if (Math.abs(interval - before) <= 0.2 * before || before == 0) {
                    beats.add(beat(i, at, interval));
                }
                before = interval;
            }
            people.add(beats);
        }
        return people;
    }

    private static RateSeries half(LaneId lane, List<Beat> beats, int half) {
        List<Beat> moved = new ArrayList<>();
        for (Beat beat : beats) {
            double at = beat.at().toSeconds() - half * HALF_SECONDS;
            if (at > 0 && at < HALF_SECONDS) {
                moved.add(beat(moved.size(), at, beat.interval().nanos() / 1e9));
            }
        }
        return RateSeries.ofBeats(lane, moved, 0.5, 2 * HALF_SECONDS);
    }
}
