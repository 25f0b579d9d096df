package org.attune.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;
import static org.attune.regulation.RegulationState.HIGH;
import static org.attune.regulation.RegulationState.LEARNING;
import static org.attune.regulation.RegulationState.QUIET;
import static org.attune.regulation.RegulationState.UNKNOWN;
import static org.attune.regulation.RegulationState.USUAL;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.attune.regulation.Background;
import org.attune.regulation.Background.Reference;
import org.attune.regulation.Baseline;
import org.attune.regulation.PersonalBand;
import org.attune.regulation.Reason;
import org.attune.sensor.SourceClass;
import org.attune.session.ClientFlag;
import org.attune.session.LaneId;
import org.attune.session.MarkKind;
import org.attune.session.Phase;
import org.attune.signal.CueFate;
import org.attune.signal.Signal;
import org.attune.testkit.Hearts;
import org.attune.testkit.SessionHarness;
import org.junit.jupiter.api.Test;

/** What is known of a person before the session, and what it changes. */
class BackgroundStoriesTest {
    private static final PersonalBand BAND = band(SourceClass.SIMULATED);

    @Test
    void withAPacemakerOrATransplantedHeartNothingIsEverShown() {
        for (ClientFlag flag : List.of(ClientFlag.PACEMAKER, ClientFlag.HEART_TRANSPLANT)) {
            SessionHarness session =
                    SessionHarness.with(Hearts.steady(70))
                            .prepared(flagged(flag))
                            .runFor(minutes(10));
            assertThat(session.story()).as("%s", flag).containsExactly(UNKNOWN);
            assertThat(session.last().reading().variability().features().rmssdMillis()).isEmpty();
            assertThat(session.last().estimate().reasons().get(0).code())
                    .isIn(Reason.Code.PACED, Reason.Code.DENERVATED);
        }
    }

    @Test
    void underABetaBlockerAFlatHeartIsNotCalledQuietAndEveryStateSaysSo() {
        SessionHarness session =
                SessionHarness.with(numb())
                        .prepared(flagged(ClientFlag.BETA_BLOCKER))
                        .runFor(minutes(7))
                        .phase(Phase.WORK)
                        .runFor(minutes(10));
        assertThat(session.story()).doesNotContain(QUIET);
        assertThat(session.last().estimate().reasons()).contains(Reason.of(Reason.Code.BLUNTED));
        assertThat(session.last().estimate().confidence()).isLessThanOrEqualTo(0.5);
    }

    @Test
    void withAKnownIrregularRhythmVariabilityIsNeverShown() {
        SessionHarness session =
                SessionHarness.with(Hearts.steady(70))
                        .prepared(flagged(ClientFlag.IRREGULAR_RHYTHM))
                        .runFor(minutes(10));
        assertThat(session.state()).isEqualTo(USUAL);
        assertThat(session.conclusions())
                .noneMatch(
                        each -> each.reading().variability().features().rmssdMillis().isPresent());
        assertThat(session.last().reading().heartRateBpm()).isPresent();
    }

    @Test
    void whoDislikesSilenceIsJudgedAgainstEarlierSessionsAtOnceAndThatIsSaid() {
        SessionHarness session =
                SessionHarness.with(Hearts.steady(65))
                        .prepared(new Background(Set.of(), Optional.of(BAND), Reference.EARLIER))
                        .runFor(minutes(1));
        assertThat(session.story()).containsExactly(UNKNOWN, USUAL);
        Baseline band = session.last().estimate().baseline().orElseThrow();
        assertThat(band.origin()).isEqualTo(Baseline.Origin.EARLIER);
        assertThat(band.centreBpm()).isCloseTo(64, within(0.5));
        assertThat(band.scaleBpm())
                .as("3 within a session and 3 from one to the next")
                .isCloseTo(Math.sqrt(18), within(1e-9));
        assertThat(session.last().estimate().reasons())
                .contains(new Reason(Reason.Code.EARLIER_SESSIONS, 6));
    }

    @Test
    void todaysRangeIsDrawnTowardsEarlierSessions() {
        SessionHarness alone = SessionHarness.with(Hearts.steady(70)).runFor(minutes(7));
        SessionHarness known =
                SessionHarness.with(Hearts.steady(70))
                        .prepared(new Background(Set.of(), Optional.of(BAND), Reference.TODAY))
                        .runFor(minutes(7));
        double today = alone.last().estimate().baseline().orElseThrow().centreBpm();
        Baseline drawn = known.last().estimate().baseline().orElseThrow();
        assertThat(drawn.centreBpm())
                .as("a third of the way after six sessions")
                .isCloseTo(today - (today - 64) / 3, within(0.5));
        assertThat(drawn.origin()).isEqualTo(Baseline.Origin.BLENDED);
        assertThat(known.last().estimate().reasons())
                .contains(new Reason(Reason.Code.DRAWN_TO_EARLIER, 6));
    }

    @Test
    void aBandFromAnotherKindOfSensorOrInPregnancyIsNotUsedAndThatIsSaid() {
        Background other =
                new Background(Set.of(), Optional.of(band(SourceClass.OPTICAL)), Reference.EARLIER);
        Background pregnant =
                new Background(Set.of(ClientFlag.PREGNANCY), Optional.of(BAND), Reference.EARLIER);
        for (Background background : List.of(other, pregnant)) {
            SessionHarness session =
                    SessionHarness.with(Hearts.steady(70)).prepared(background).runFor(minutes(7));
            assertThat(session.story()).containsExactly(UNKNOWN, LEARNING, USUAL);
            assertThat(session.last().estimate().baseline().orElseThrow().origin())
                    .isEqualTo(Baseline.Origin.TODAY);
            assertThat(session.last().estimate().reasons())
                    .contains(Reason.of(Reason.Code.EARLIER_UNUSABLE));
        }
    }

    @Test
    void aSessionIsPreparedBeforeItBeginsOrNotAtAll() {
        SessionHarness session = SessionHarness.with(Hearts.steady(70)).runFor(minutes(1));
        assertThatIllegalStateException().isThrownBy(() -> session.prepared(Background.NONE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Background(Set.of(), Optional.empty(), Reference.EARLIER));
    }

    @Test
    void anotherProfileHoldsFromItsMarkOnAndAnUnknownOneIsRefused() {
        SessionHarness session =
                SessionHarness.with(Hearts.following(t -> t < 480 ? 66 : 76)).runFor(minutes(10));
        assertThat(session.state()).isEqualTo(HIGH);
        session.mark(MarkKind.PROFILE, SessionHarness.STRICT).runFor(minutes(2));
        assertThat(session.state()).isNotEqualTo(HIGH);
        assertThat(session.conclusions())
                .as("and its rules of cues")
                .anyMatch(
                        each ->
                                each.signal() instanceof Signal.Shown shown
                                        && shown.cueFate() == CueFate.GIVEN);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> session.mark(MarkKind.PROFILE, "other@0000000000000000"));
    }

    @Test
    void aPreparedSessionWithAChangeOfProfileReplaysBitForBit() {
        SessionHarness session =
                SessionHarness.with(Hearts.following(t -> t < 480 ? 66 : 76))
                        .prepared(new Background(Set.of(), Optional.of(BAND), Reference.TODAY))
                        .runFor(minutes(9))
                        .mark(MarkKind.PROFILE, SessionHarness.STRICT)
                        .runFor(minutes(2))
                        .end();
        assertThat(
                        Replay.play(
                                session.moments(),
                                SessionHarness.pipeline(PipelineSettings.DEFAULT, LaneId.CLIENT)))
                .isEqualTo(session.moments());
    }

    private static Background flagged(ClientFlag flag) {
        return new Background(Set.of(flag), Optional.empty(), Reference.TODAY);
    }

    private static PersonalBand band(SourceClass source) {
        return new PersonalBand(2, 64, 3, 3, OptionalDouble.empty(), source, 6);
    }

    private static Hearts.Heart numb() {
        return Hearts.following(t -> 70 + 2.5 * Math.sin(t / 20) * (t < 400 ? 1 : 0.05))
                .numbFrom(400);
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }
}
