package org.attune.review.dyad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.attune.beat.Beat;
import org.attune.beat.Verdict;
import org.attune.pipeline.Moment;
import org.attune.regulation.Background;
import org.attune.review.dyad.Dyad.Because;
import org.attune.review.dyad.Dyad.Lead;
import org.attune.sensor.RrInterval;
import org.attune.sensor.SensorEvent;
import org.attune.session.ClientFlag;
import org.attune.session.LaneId;
import org.attune.time.SessionTime;
import org.junit.jupiter.api.Test;

/** When two people are compared at all, and what is kept apart. */
class DyadTest {
    private static final DyadRules RULES = DyadRules.DEFAULT;

    @Test
    void tooLittleTimeOnBothSidesIsBlankWithAReason() {
        List<Moment> log = new ArrayList<>(beats(LaneId.CLIENT, 0, 900, 1));
        log.addAll(beats(LaneId.THERAPIST, 0, 500, 2));
        Dyad.Blank blank = (Dyad.Blank) of(log);
        assertThat(blank.because()).isEqualTo(Because.TOO_LITTLE_TIME);
        assertThat(blank.usableSeconds()).isBetween(450.0, 510.0);
        assertThat(blank.neededSeconds()).isEqualTo(600);
    }

    @Test
    void aGapOnEitherSideIsNoTimeOfTwo() {
        List<Moment> log = new ArrayList<>(beats(LaneId.CLIENT, 0, 400, 1));
        log.addAll(beats(LaneId.CLIENT, 700, 1500, 3));
        log.addAll(beats(LaneId.THERAPIST, 0, 1000, 2));
        log.addAll(beats(LaneId.THERAPIST, 1100, 1500, 4));
        Dyad.Measured measured = (Dyad.Measured) of(log);
        assertThat(measured.usableSeconds()).isBetween(990.0, 1100.0);
    }

    @Test
    void aSilentSideIsBlank() {
        Dyad.Blank blank = (Dyad.Blank) of(beats(LaneId.CLIENT, 0, 900, 1));
        assertThat(blank.because()).isEqualTo(Because.ONE_SIDE_SILENT);
    }

    @Test
    void aPacedHeartIsComparedWithNobody() {
        List<Moment> log = new ArrayList<>();
        log.add(
                new Moment.Prepared(
                        SessionTime.ZERO,
                        LaneId.THERAPIST,
                        new Background(
                                Set.of(ClientFlag.PACEMAKER),
                                Optional.empty(),
                                Background.Reference.TODAY)));
        log.addAll(beats(LaneId.CLIENT, 0, 900, 1));
        log.addAll(beats(LaneId.THERAPIST, 0, 900, 2));
        assertThat(((Dyad.Blank) of(log)).because()).isEqualTo(Because.FLAGS);
    }

    @Test
    void ofARateThatASensorWorkedOutItselfNoLeadIsJudged() {
        List<Moment> log = new ArrayList<>(beats(LaneId.CLIENT, 0, 900, 1));
        Random random = new Random(2);
        for (int second = 1; second < 900; second++) {
            log.add(
                    new Moment.Heard(
                            LaneId.THERAPIST,
                            new SensorEvent.HeartRateReceived(
                                    SessionTime.ofSeconds(second), 70 + random.nextGaussian())));
        }
        assertThat(((Dyad.Measured) of(log)).lead()).isEqualTo(Lead.NOT_JUDGED);
    }

    @Test
    void theSameSessionSaysTheSameTwiceAndOtherDrawsLeaveTheMeasuresAlone() {
        List<Moment> log = new ArrayList<>(beats(LaneId.CLIENT, 0, 900, 1));
        log.addAll(beats(LaneId.THERAPIST, 0, 900, 2));
        Dyad.Measured once = (Dyad.Measured) of(log);
        assertThat(of(log)).isEqualTo(once);
        Dyad.Measured otherwise =
                (Dyad.Measured)
                        Dyad.of(
                                LaneId.CLIENT,
                                LaneId.THERAPIST,
                                log,
                                RULES.withSurrogates(RULES.kind(), RULES.surrogates(), 99));
        assertThat(otherwise.absolute().value()).isEqualTo(once.absolute().value());
        assertThat(otherwise.absolute().chanceMean()).isNotEqualTo(once.absolute().chanceMean());
    }

    @Test
    void changingPlacesMirrorsTheLagsAndKeepsTheMeasures() {
        List<Moment> log =
                inOrder(beats(LaneId.CLIENT, 0, 900, 1), beats(LaneId.THERAPIST, 0, 900, 2));
        Dyad.Measured one = (Dyad.Measured) of(log);
        Dyad.Measured other = (Dyad.Measured) Dyad.of(LaneId.THERAPIST, LaneId.CLIENT, log, RULES);
        assertThat(other.peakLagSeconds()).isEqualTo(-one.peakLagSeconds());
        assertThat(other.peak().value()).isCloseTo(one.peak().value(), within());
        assertThat(other.concordance().orElseThrow().value())
                .isCloseTo(one.concordance().orElseThrow().value(), within());
    }

    @Test
    void nobodyIsComparedWithThemselves() {
        assertThatThrownBy(() -> Dyad.of(LaneId.CLIENT, LaneId.CLIENT, List.of(), RULES))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.api.Assertions.within(1e-12);
    }

    private static Dyad of(List<Moment> log) {
        return Dyad.of(LaneId.CLIENT, LaneId.THERAPIST, inOrder(log, List.of()), RULES);
    }

    private static List<Moment> inOrder(List<Moment> some, List<Moment> others) {
        return Stream.concat(some.stream(), others.stream())
                .sorted(Comparator.comparing(Moment::at))
                .toList();
    }

    private static List<Moment> beats(LaneId lane, double from, double to, long seed) {
        Random random = new Random(seed);
        List<Moment> moments = new ArrayList<>();
        double at = from;
        while (at < to) {
            double interval = 0.85 + 0.04 * random.nextGaussian();
            at += interval;
            SessionTime time = SessionTime.ofSeconds(at);
            moments.add(
                    new Moment.Judged(
                            time,
                            lane,
                            new Beat(
                                    moments.size(),
                                    time,
                                    RrInterval.ofMillis(1e3 * interval),
                                    Verdict.NORMAL)));
        }
        return moments;
    }
}
