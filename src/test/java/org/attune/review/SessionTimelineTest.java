package org.attune.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.attune.pipeline.Moment;
import org.attune.regulation.Reason;
import org.attune.regulation.RegulationState;
import org.attune.review.Timeline.Doubt;
import org.attune.sensor.SensorEvent;
import org.attune.session.LaneId;
import org.attune.session.MarkKind;
import org.attune.session.Marker;
import org.attune.session.Phase;
import org.attune.testkit.Hearts;
import org.attune.testkit.SessionHarness;
import org.attune.time.SessionTime;
import org.junit.jupiter.api.Test;

class SessionTimelineTest {
    @Test
    void whatWasConcludedStandsAtItsSecond() {
        SessionHarness session = risen();
        Timeline lane = timeline(session);
        assertThat(lane.lastSecond()).isEqualTo(session.conclusions().size());
        for (Moment.Concluded each : session.conclusions()) {
            int second = (int) each.at().toSeconds();
            assertThat(lane.state(second)).isEqualTo(each.estimate().state());
            assertThat(lane.why(second)).isEqualTo(each.estimate().reasons());
            assertThat(lane.level().at(second)).isEqualTo(each.estimate().level());
            assertThat(lane.isRaised(second)).isEqualTo(each.estimate().raised());
            if (each.estimate().state() != RegulationState.UNKNOWN) {
                assertThat(lane.liveRate().at(second)).isEqualTo(each.reading().heartRateBpm());
            } else {
                assertThat(lane.liveRate().at(second)).isEmpty();
            }
        }
        assertThat(lane.summary()).isEqualTo(Summary.of(LaneId.CLIENT, session.moments()));
        assertThat(lane.states().seconds()).isEqualTo(lane.lastSecond());
        assertThat(lane.isPrivate()).isFalse();
    }

    @Test
    void hindsightKnowsARiseSoonerThanTheLiveDisplay() {
        Timeline lane = timeline(risen());
        int live = firstAbove(lane.liveRate(), 80);
        int centred = firstAbove(lane.rate(), 80);
        assertThat(live - centred).isBetween(5, 15);
        assertThat(lane.rateWindowSeconds()).isEqualTo(15);
    }

    @Test
    void variationStandsInTheMiddleOfItsWindowWithItsDoubt() {
        SessionHarness session = risen();
        Timeline lane = timeline(session);
        Moment.Concluded later = session.conclusions().get(430 - 1);
        assertThat(lane.variation().at(400))
                .isEqualTo(later.reading().variability().features().lnRmssd());
        assertThat(lane.variationDoubt(400).orElseThrow()).isBetween(0.05, 0.2);
        assertThat(lane.doubt(400)).contains(Doubt.SURE);
        assertThat(lane.variation().at(lane.lastSecond())).isEmpty();
    }

    @Test
    void aLossIsAGapWithItsReasonAndNothingIsDrawnAcrossIt() {
        SessionHarness session = SessionHarness.with(Hearts.steady(70)).runFor(minutes(8));
        session.linkLost().silence(Duration.ofSeconds(62)).linked().runFor(minutes(2));
        Timeline lane = timeline(session);
        List<Span<Timeline.Gap>> gaps = lane.gaps().all();
        assertThat(gaps).hasSize(2);
        assertThat(gaps.get(0).what().beginning()).isTrue();
        Span<Timeline.Gap> loss = gaps.get(1);
        assertThat(loss.what().beginning()).isFalse();
        assertThat(loss.what().because()).contains(Reason.LINK_LOST);
        assertThat(loss.from()).isBetween(479.0, 482.0);
        assertThat(loss.seconds()).isBetween(62.0, 100.0);
        assertThat(lane.rate().min(loss.from() + 1, loss.to())).isEmpty();
        assertThat(lane.band((int) loss.from() + 10)).isEqualTo(lane.band((int) loss.from()));
    }

    @Test
    void marksTakenBackAreNotThereAndPhasesAreStretches() {
        SessionHarness session = SessionHarness.with(Hearts.steady(70)).runFor(minutes(1));
        session.phase(Phase.WORK).runFor(minutes(1)).mark(MarkKind.SLOW, "");
        String taken = Long.toString(newest(session).at().nanos());
        session.runFor(Duration.ofSeconds(4)).mark(MarkKind.UNDO, taken);
        session.mark(MarkKind.SUDS, "6").runFor(minutes(1)).mark(MarkKind.SET, "BEGIN");
        session.mark(MarkKind.SNOOZE, "5.0").runFor(minutes(1)).mark(MarkKind.SNOOZE, "0.0").end();
        Marks marks = SessionTimeline.of(List.of(LaneId.CLIENT), session.moments()).marks();
        assertThat(marks.standing()).hasSize(5).noneMatch(each -> each.kind() == MarkKind.SLOW);
        assertThat(marks.phases().all().stream().map(Span::what))
                .containsExactly(Phase.ARRIVE, Phase.WORK);
        assertThat(marks.phases().all().get(1).from()).isCloseTo(60, within(0.4));
        assertThat(marks.phases().all().get(1).to()).isCloseTo(244, within(0.4));
        assertThat(marks.suds()).extracting(Marks.Suds::value).containsExactly(6);
        assertThat(marks.sets().all()).singleElement().matches(set -> set.seconds() > 59);
        assertThat(marks.snoozes().all())
                .singleElement()
                .satisfies(each -> assertThat(each.seconds()).isCloseTo(60, within(0.4)));
    }

    private static Marker newest(SessionHarness session) {
        List<Moment> all = session.moments();
        return ((Moment.Marked) all.get(all.size() - 1)).marker();
    }

    @Test
    void movementHoldsForAFewSecondsAndThenIsNotKnown() {
        SessionHarness session = SessionHarness.with(Hearts.steady(70));
        for (int second = 1; second <= 60; second++) {
            session.hear(new SensorEvent.MotionReceived(SessionTime.ofSeconds(second), second));
        }
        session.runFor(Duration.ofSeconds(80));
        Timeline lane = timeline(session);
        assertThat(lane.movement().at(40).orElseThrow()).isCloseTo(39.5, within(1.0));
        assertThat(lane.movement().at(64)).hasValue(60);
        assertThat(lane.movement().at(66)).isEmpty();
    }

    @Test
    void everyBeatIsThereAsItWasJudged() {
        SessionHarness session = risen();
        Timeline lane = timeline(session);
        List<Moment.Judged> judged =
                session.moments().stream()
                        .filter(Moment.Judged.class::isInstance)
                        .map(Moment.Judged.class::cast)
                        .toList();
        assertThat(lane.beats().size()).isEqualTo(judged.size());
        for (int i = 0; i < judged.size(); i++) {
            assertThat(lane.beats().second(i)).isEqualTo(judged.get(i).beat().at().toSeconds());
            assertThat(lane.beats().rrMillis(i))
                    .isEqualTo(judged.get(i).beat().interval().toMillis());
            assertThat(lane.beats().verdict(i)).isEqualTo(judged.get(i).beat().verdict());
        }
    }

    private static SessionHarness risen() {
        return SessionHarness.with(Hearts.following(t -> t < 480 ? 70 : 90))
                .runFor(minutes(12))
                .end();
    }

    private static int firstAbove(Series series, double bpm) {
        for (int i = 0; i < series.size(); i++) {
            if (series.value(i) > bpm) {
                return i;
            }
        }
        throw new AssertionError("never above " + bpm);
    }

    private static Timeline timeline(SessionHarness session) {
        return SessionTimeline.of(List.of(LaneId.CLIENT), session.moments())
                .lane(LaneId.CLIENT)
                .orElseThrow();
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }
}
