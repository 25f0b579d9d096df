package org.attune.review.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.attune.pipeline.Moment;
import org.attune.regulation.Background;
import org.attune.regulation.PersonalBand;
import org.attune.regulation.RegulationState;
import org.attune.review.Summary;
import org.attune.review.trend.TrendSession.Judging;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SourceClass;
import org.attune.session.ClientCode;
import org.attune.session.ClientFlag;
import org.attune.session.LaneId;
import org.attune.session.MarkKind;
import org.attune.session.Participant;
import org.attune.session.Phase;
import org.attune.session.Session;
import org.attune.session.SessionId;
import org.attune.testkit.Hearts;
import org.attune.testkit.SessionHarness;
import org.junit.jupiter.api.Test;

/** What is taken out of a session's log for trends. */
class TrendSessionTest {
    private static final Session SESSION =
            new Session(
                    new SessionId("s"),
                    List.of(new Participant(LaneId.CLIENT, new ClientCode("K-07"))),
                    Instant.parse("2026-11-01T10:00:00Z"),
                    "f",
                    "3");

    @Test
    void phasesAreCountedApartAndTheWholeIsTheSummarys() {
        SessionHarness harness =
                heart().runFor(Duration.ofSeconds(400))
                        .phase(Phase.WORK)
                        .runFor(Duration.ofMinutes(5))
                        .silence(Duration.ofSeconds(100))
                        .phase(Phase.SETTLE)
                        .runFor(Duration.ofSeconds(200))
                        .end();
        TrendSession figures = figures(harness);
        assertThat(figures.phases().keySet()).containsExactlyInAnyOrder(Phase.values());
        PartFigures work = figures.part(Optional.of(Phase.WORK)).orElseThrow();
        assertThat(work.seconds()).isCloseTo(400, within(2.0));
        assertThat(work.rateSeconds()).isBetween(280.0, 312.0);
        Summary summary = Summary.of(LaneId.CLIENT, harness.moments());
        assertThat(figures.whole().shownPercent())
                .hasValue(
                        100
                                * (summary.usableSeconds()
                                        - summary.secondsIn(RegulationState.LEARNING))
                                / summary.seconds());
        assertThat(figures.whole().heartRateBpm().orElseThrow()).isBetween(65.0, 75.0);
        assertThat(figures.whole().lnRmssd()).isPresent();
        assertThat(figures.source()).contains(SourceClass.SIMULATED);
        assertThat(figures.judgedAgain()).isFalse();
    }

    @Test
    void withoutAMarkedPhaseThereIsNone() {
        assertThat(figures(heart().runFor(Duration.ofMinutes(2)).end()).phases()).isEmpty();
    }

    @Test
    void aPhaseThatWasTakenBackIsNone() {
        SessionHarness harness = heart().runFor(Duration.ofMinutes(2)).phase(Phase.SETTLE);
        List<Moment> log = harness.moments();
        long at = log.get(log.size() - 1).at().nanos();
        harness.mark(MarkKind.UNDO, Long.toString(at));
        assertThat(figures(harness.runFor(Duration.ofMinutes(1)).end()).phases()).isEmpty();
    }

    @Test
    void whatWasKnownBeforeIsKept() {
        PersonalBand band =
                new PersonalBand(4, 68, 4, 2, OptionalDouble.empty(), SourceClass.SIMULATED, 5);
        SessionHarness harness =
                heart().prepared(
                                new Background(
                                        Set.of(ClientFlag.IRREGULAR_RHYTHM),
                                        Optional.of(band),
                                        Background.Reference.TODAY))
                        .runFor(Duration.ofSeconds(200))
                        .end();
        TrendSession figures = figures(harness);
        assertThat(figures.bandVersion()).isEqualTo(OptionalInt.of(4));
        assertThat(figures.flags()).containsExactly(ClientFlag.IRREGULAR_RHYTHM);
        assertThat(figures.whole().lnRmssd()).isEmpty();
    }

    @Test
    void aSessionWithTwoKindsOfSensorIsOfNone() {
        SessionHarness harness = heart().runFor(Duration.ofMinutes(2));
        harness.hear(
                new SensorEvent.Linked(
                        harness.now(),
                        new SensorDescription(
                                "pulse", "sim:pulse", SourceClass.OPTICAL, Set.of())));
        assertThat(figures(harness.runFor(Duration.ofMinutes(2)).end()).source()).isEmpty();
    }

    private static SessionHarness heart() {
        return SessionHarness.with(Hearts.steady(70));
    }

    private static TrendSession figures(SessionHarness harness) {
        return TrendSession.of(
                SESSION, LaneId.CLIENT, harness.moments(), Judging.of(SESSION), false);
    }
}
