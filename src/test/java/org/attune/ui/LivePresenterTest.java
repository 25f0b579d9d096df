package org.attune.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.attune.live.LaneSnapshot;
import org.attune.live.LiveSnapshot;
import org.attune.live.RecordingStatus;
import org.attune.pipeline.Moment;
import org.attune.regulation.Reason;
import org.attune.regulation.RegulationState;
import org.attune.sensor.SourceClass;
import org.attune.session.LaneId;
import org.attune.session.MarkKind;
import org.attune.session.Marker;
import org.attune.session.Phase;
import org.attune.session.Session;
import org.attune.session.SessionId;
import org.attune.signal.Signal;
import org.attune.time.SessionTime;
import org.junit.jupiter.api.Test;

class LivePresenterTest {
    private static final LiveWords EN = LiveWords.in(Locale.ENGLISH);

    private final LivePresenter presenter = new LivePresenter(DisplaySettings.DEFAULT);

    @Test
    void eachStateIsSaidInItsOwnWords() {
        assertSaid(
                SnapshotFixtures.learning(),
                RegulationState.LEARNING,
                "Getting to know today's range.",
                "getting to know today's range");
        assertSaid(
                SnapshotFixtures.usual(),
                RegulationState.USUAL,
                "Within this person's usual range.",
                "within this person's usual range");
        assertSaid(
                SnapshotFixtures.rising(),
                RegulationState.RISING,
                "Above this person's usual range.",
                "above usual");
        assertSaid(
                SnapshotFixtures.high(),
                RegulationState.HIGH,
                "Well above this person's usual range, still climbing. Room to slow.",
                "well above usual, still climbing");
        assertSaid(
                SnapshotFixtures.settling(),
                RegulationState.SETTLING,
                "Above this person's usual range, coming down.",
                "above usual, coming down");
        assertSaid(
                SnapshotFixtures.quiet(),
                RegulationState.QUIET,
                "Flat for a while: look at the person.",
                "flat for a while: look at the person");
        assertSaid(
                SnapshotFixtures.unknown(),
                RegulationState.UNKNOWN,
                "No reliable signal: strap contact.",
                "no reliable signal: strap contact");
    }

    private void assertSaid(
            LiveSnapshot snapshot, RegulationState state, String sentence, String strip) {
        LaneView lane = presenter.present(snapshot).lanes().get(0);
        assertThat(lane.state()).isEqualTo(state);
        assertThat(lane.sentence()).isEqualTo(sentence);
        assertThat(lane.strip()).isEqualTo(strip);
    }

    @Test
    void noWordForbiddenByTheVocabularyIsEverSaid() {
        for (LiveSnapshot snapshot : ScreensTest.all().values()) {
            LiveView view = presenter.present(snapshot);
            for (LaneView lane : view.lanes()) {
                String said =
                        (lane.sentence() + lane.strip() + lane.why() + lane.whyInNumbers())
                                .toLowerCase(Locale.ROOT);
                assertThat(said)
                        .doesNotContain(
                                "stress",
                                "calm",
                                "safe",
                                "danger",
                                "overwhelm",
                                "normal",
                                "good",
                                "bad",
                                "score",
                                "alarm");
            }
        }
    }

    @Test
    void whyIsSaidInOneSentenceWithoutBeatsAMinuteUntilTheyAreAskedFor() {
        LaneView lane = presenter.present(SnapshotFixtures.settling()).lanes().get(0);

        assertThat(lane.why())
                .matches(
                        "Above usual and coming down for 47 s, little movement, 9[0-9] % of beats"
                                + " usable, about 15 s behind\\.")
                .doesNotContain("bpm");
        assertThat(lane.whyInNumbers()).contains("bpm from this person's usual", "coming down 2.0");
    }

    @Test
    void aHeartThatHoldsIsNotSaidToClimb() {
        StandingWords standing =
                said(RegulationState.HIGH, List.of(new Reason(Reason.Code.SLOPE, 0.1)));

        assertThat(standing.sentence())
                .isEqualTo("Well above this person's usual range, holding. Room to slow.");
    }

    @Test
    void aWithheldSignalIsShownAsNotKnownWhateverTheEstimateSays() {
        LaneSnapshot lane = SnapshotFixtures.usual().lanes().get(0);
        List<Moment.Concluded> history = new ArrayList<>(lane.history());
        Moment.Concluded last = history.remove(history.size() - 1);
        Signal withheld = new Signal.Withheld(new Reason(Reason.Code.TOO_FEW_BEATS, 62));
        history.add(new Moment.Concluded(last.lane(), last.reading(), last.estimate(), withheld));

        LaneView view = only(with(SnapshotFixtures.usual(), lane, history));

        assertThat(view.state()).isEqualTo(RegulationState.UNKNOWN);
        assertThat(view.sentence()).isEqualTo("No reliable signal: only 62 % of beats usable.");
        assertThat(view.charts().rate().newest()).isNaN();
    }

    @Test
    void anOldConclusionIsNoConclusion() {
        LaneSnapshot lane = SnapshotFixtures.usual().lanes().get(0);
        List<Moment.Concluded> fresh = lane.history().subList(0, lane.history().size() - 4);
        List<Moment.Concluded> old = lane.history().subList(0, lane.history().size() - 6);

        assertThat(only(with(SnapshotFixtures.usual(), lane, fresh)).state())
                .isEqualTo(RegulationState.USUAL);
        LaneView stale = only(with(SnapshotFixtures.usual(), lane, old));
        assertThat(stale.state()).isEqualTo(RegulationState.UNKNOWN);
        assertThat(stale.charts().states().get(stale.charts().states().size() - 1).state())
                .isEqualTo(RegulationState.UNKNOWN);
    }

    @Test
    void beforeTheFirstConclusionTheSensorIsWaitedFor() {
        LaneSnapshot lane = SnapshotFixtures.usual().lanes().get(0);

        assertThat(only(with(SnapshotFixtures.usual(), lane, List.of())).sentence())
                .isEqualTo("No reliable signal: waiting for the sensor.");
    }

    @Test
    void aFaultWithholdsEveryLane() {
        LiveSnapshot s = SnapshotFixtures.couple();
        LiveSnapshot faulted =
                new LiveSnapshot(
                        s.session(),
                        s.now(),
                        s.phase(),
                        s.phaseSince(),
                        s.lanes(),
                        s.markers(),
                        s.recording(),
                        0,
                        3,
                        Optional.empty(),
                        Optional.of("no room left"));

        assertThat(presenter.present(faulted).lanes())
                .allSatisfy(
                        lane -> {
                            assertThat(lane.state()).isEqualTo(RegulationState.UNKNOWN);
                            assertThat(lane.sentence())
                                    .contains("the program failed; end the session");
                        });
    }

    @Test
    void whoIsJudgedAgainstEarlierSessionsIsSaidToBeWhereverOneLooks() {
        List<Reason> reasons =
                List.of(
                        new Reason(Reason.Code.LEVEL, 1),
                        new Reason(Reason.Code.EARLIER_SESSIONS, 5));
        StandingWords usual = said(RegulationState.USUAL, reasons);
        assertThat(usual.sentence())
                .isEqualTo("Within this person's usual range. Judged against 5 earlier sessions.");
        assertThat(usual.strip()).isEqualTo("within earlier sessions");
        assertThat(usual.why(true))
                .isEqualTo(
                        "Within the usual range, +1 bpm from this person's usual, judged against"
                                + " 5 earlier sessions, not today's rest.");
        StandingWords high = said(RegulationState.HIGH, reasons);
        assertThat(high.strip()).isEqualTo("well above earlier sessions, still climbing");
        assertThat(high.sentence()).endsWith("Room to slow. Judged against 5 earlier sessions.");
    }

    @Test
    void movementIsNotCalledLittleWhenItIsNot() {
        assertThat(why(6)).isEqualTo("Within the usual range, little movement.");
        assertThat(why(22)).isEqualTo("Within the usual range, some movement.");
    }

    private static String why(double milliG) {
        List<Reason> reasons = List.of(new Reason(Reason.Code.MOVEMENT, milliG));
        return said(RegulationState.USUAL, reasons).why(false);
    }

    private static StandingWords said(RegulationState state, List<Reason> reasons) {
        boolean ease = state == RegulationState.HIGH;
        return new StandingWords(
                EN, new Standing(state, Optional.empty(), ease, 1, reasons), false);
    }

    @Test
    void learningIsShownOnlyWhileItIsWhatWithholdsTheSignal() {
        LaneSnapshot lane = SnapshotFixtures.learning().lanes().get(0);
        assertThat(lastWithheld(lane, new Reason(Reason.Code.LEARNING, 40)))
                .isEqualTo(RegulationState.LEARNING);
        assertThat(lastWithheld(lane, Reason.CONTACT_LOST)).isEqualTo(RegulationState.UNKNOWN);
    }

    private RegulationState lastWithheld(LaneSnapshot lane, Reason because) {
        List<Moment.Concluded> history = new ArrayList<>(lane.history());
        Moment.Concluded last = history.remove(history.size() - 1);
        history.add(
                new Moment.Concluded(
                        last.lane(),
                        last.reading(),
                        last.estimate(),
                        new Signal.Withheld(because)));
        return only(with(SnapshotFixtures.learning(), lane, history)).state();
    }

    @Test
    void aSimulatedClientIsSaidToBeOneEverywhere() {
        LiveSnapshot usual = SnapshotFixtures.usual();
        LaneSnapshot lane = SnapshotFixtures.from(SourceClass.SIMULATED, usual.lanes().get(0));
        LiveSnapshot simulated = with(usual, lane, lane.history());
        LiveView view = presenter.present(simulated);

        assertThat(view.title()).isEqualTo("Attune · simulated client");
        assertThat(view.lanes().get(0).simulated()).isTrue();
        assertThat(EN.line(simulated, lane)).contains("(simulated client)");
        assertThat(presenter.present(usual).title()).isEqualTo("Attune");
        assertThat(presenter.present(usual).lanes().get(0).simulated()).isFalse();
    }

    @Test
    void variabilityOfThePulseIsSaidToBeOfThePulse() {
        assertThat(variationNote(SourceClass.OPTICAL)).startsWith("ln RMSSD of the pulse, ");
        assertThat(variationNote(SourceClass.ECG)).matches("ln RMSSD, [0-9]+ s");
        assertThat(variationNote(SourceClass.HEART_RATE_ONLY)).isEqualTo("not told by this sensor");
    }

    private String variationNote(SourceClass source) {
        LiveSnapshot usual = SnapshotFixtures.usual();
        LaneSnapshot lane = SnapshotFixtures.from(source, usual.lanes().get(0));
        LiveView view = presenter.present(with(usual, lane, lane.history()));
        return view.lanes().get(0).charts().variationNote();
    }

    @Test
    void theTitleNeverNamesAPerson() {
        assertThat(presenter.present(SnapshotFixtures.couple()).title()).doesNotContain("K-0");
    }

    @Test
    void recordingIsSaidAsItIs() {
        assertThat(recorded(RecordingStatus.Kind.LIVE_ONLY)).isEqualTo("Nothing is recorded");
        assertThat(recorded(RecordingStatus.Kind.RECORDING))
                .isEqualTo("Kept for our review, as agreed");
        assertThat(recorded(RecordingStatus.Kind.INCOMPLETE))
                .isEqualTo("The recording is incomplete");
        assertThat(recorded(RecordingStatus.Kind.WITHDRAWN))
                .isEqualTo("Recording stopped: because");
    }

    private String recorded(RecordingStatus.Kind kind) {
        return presenter
                .present(
                        SnapshotFixtures.recording(
                                SnapshotFixtures.usual(), new RecordingStatus(kind, "because")))
                .foot()
                .recording();
    }

    @Test
    void nearTheEndARaisedStateIsSaidWithTheMinutesLeft() {
        LaneSnapshot lane =
                new SnapshotFixtures(LaneId.CLIENT, "K-07", 3, 2430)
                        .bump(2420, 60, 20)
                        .state(2380, 2430, RegulationState.RISING)
                        .build();
        LiveSnapshot late = SnapshotFixtures.snapshot(2430, Phase.WORK, 480, List.of(), lane);

        assertThat(only(late).sentence())
                .isEqualTo("Above this person's usual range. 10 minutes left, still above usual.");
        DisplaySettings open =
                DisplaySettings.DEFAULT
                        .withPlannedMinutes(0)
                        .withLanguage(DisplaySettings.Language.EN);
        assertThat(new LivePresenter(open).present(late).lanes().get(0).sentence())
                .isEqualTo("Above this person's usual range.");
    }

    @Test
    void theTherapistStandsApartFromThePeople() {
        LiveView view = presenter.present(SnapshotFixtures.couple());

        assertThat(view.lanes())
                .extracting(LaneView::lane)
                .containsExactly(LaneId.CLIENT, LaneId.PARTNER);
        assertThat(view.therapist()).map(LaneView::lane).contains(LaneId.THERAPIST);
        assertThat(view.lanes().get(1).charts().states())
                .extracting(LaneView.Run::state)
                .containsExactly(
                        RegulationState.USUAL, RegulationState.UNKNOWN, RegulationState.USUAL);
    }

    @Test
    void aGapLeavesAHoleInEveryTraceAndVariationWaitsForHalfItsWindow() {
        LaneView.Charts charts = only(SnapshotFixtures.unknown()).charts();

        for (int i = 0; i < charts.rate().size(); i++) {
            double second = charts.rate().second(i);
            if (second >= 900 && second < 940) {
                assertThat(charts.rate().hole(i)).as("rate at %s", second).isTrue();
            }
            if (second >= 900 && second < 966) {
                assertThat(charts.variation().hole(i)).as("variation at %s", second).isTrue();
            }
            if (second >= 972 && second < 1268) {
                assertThat(charts.variation().hole(i)).as("variation at %s", second).isFalse();
            }
        }
        assertThat(charts.states())
                .filteredOn(run -> run.state() == RegulationState.UNKNOWN)
                .extracting(LaneView.Run::because)
                .containsExactly("strap contact", "strap contact");
    }

    @Test
    void theAxisStaysWhereItIsWhateverTheHeartDoes() {
        assertThat(only(SnapshotFixtures.rising()).charts().axis())
                .isEqualTo(only(SnapshotFixtures.settling()).charts().axis())
                .isEqualTo(new LaneView.Axis(72 - 14, 72 + 28));
    }

    @Test
    void theBandIsOneAndAHalfStepsWide() {
        LaneView.Band band = new LaneView.Band(70, 4);

        assertThat(band.lower()).isEqualTo(64);
        assertThat(band.upper()).isEqualTo(76);
        assertThat(band.wellAbove()).isEqualTo(80);
        LaneView.Band wide = new LaneView.Band(70, 12);
        assertThat(wide.axis().lower()).isLessThan(wide.lower());
        assertThat(wide.axis().upper()).isGreaterThan(wide.wellAbove());
    }

    @Test
    void missingTimeAndArtefactsWidenTheDoubt() {
        Moment.Concluded sound = SnapshotFixtures.usual().lanes().get(0).history().get(800);
        var whole = sound.reading().variability();
        var poor =
                new org.attune.hrv.HrvWindow(
                        whole.from(), whole.to(), whole.features(), 0.6, 0.1, whole.beats());

        assertThat(Variability.doubt(poor)).isGreaterThan(2 * Variability.doubt(whole));
    }

    @Test
    void phasesAndMarksAreReadFromTheLog() {
        LiveView.Timeline timeline = presenter.present(SnapshotFixtures.high()).timeline();

        assertThat(timeline.phases())
                .extracting(LaneView.Stretch::words)
                .containsExactly("Arrive", "Work, since 8 min");
        assertThat(timeline.marks())
                .extracting(LiveView.MarkView::key)
                .containsExactly("I", "6", "≠", "F", "S");
        assertThat(timeline.marks())
                .filteredOn(LiveView.MarkView::ofTherapist)
                .extracting(LiveView.MarkView::words)
                .containsExactly("felt");
    }

    @Test
    void everyMarkKindThatHasAKeyHasASign() {
        for (Act act : Act.values()) {
            act.mark()
                    .ifPresent(
                            kind ->
                                    assertThat(
                                                    KeySettings.DEFAULT.sign(
                                                            Marker.of(SessionTime.ZERO, kind)))
                                            .isPresent());
        }
        assertThat(KeySettings.DEFAULT.sign(Marker.of(SessionTime.ZERO, MarkKind.UNDO))).isEmpty();
    }

    @Test
    void theTerminalSaysTheSameInOneLine() {
        LiveSnapshot high = SnapshotFixtures.high();

        assertThat(EN.line(high, high.lanes().get(0)))
                .isEqualTo(
                        "21:37 client K-07 High: Well above this person's usual range, still"
                                + " climbing. Room to slow.");
    }

    @Test
    void silentCuesAreSaidWithTheMinutesLeft() {
        LiveSnapshot s = SnapshotFixtures.usual();
        LiveSnapshot snoozed =
                new LiveSnapshot(
                        s.session(),
                        s.now(),
                        s.phase(),
                        s.phaseSince(),
                        s.lanes(),
                        s.markers(),
                        s.recording(),
                        1,
                        3,
                        Optional.of(SessionTime.ofSeconds(1100)),
                        Optional.empty());

        assertThat(presenter.present(snoozed).foot().cues()).isEqualTo("Cues silent, 4 min left");
        assertThat(presenter.present(s).foot().cues()).isEqualTo("Cues 1 of 3");
    }

    private LaneView only(LiveSnapshot snapshot) {
        return presenter.present(snapshot).lanes().get(0);
    }

    private static LiveSnapshot with(
            LiveSnapshot s, LaneSnapshot lane, List<Moment.Concluded> history) {
        LaneSnapshot other =
                new LaneSnapshot(
                        lane.participant(),
                        lane.sensor(),
                        lane.condition(),
                        lane.batteryPercent(),
                        lane.hearing(),
                        history,
                        List.of());
        return new LiveSnapshot(
                new Session(
                        new SessionId("test"),
                        List.of(lane.participant()),
                        Instant.parse("2026-11-23T09:00:00Z"),
                        "none",
                        "test"),
                s.now(),
                s.phase(),
                s.phaseSince(),
                List.of(other),
                s.markers(),
                s.recording(),
                s.cuesGiven(),
                s.cueBudget(),
                s.snoozedUntil(),
                s.fault());
    }
}
