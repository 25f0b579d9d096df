package org.attune.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.attune.pipeline.Moment;
import org.attune.pipeline.PipelineSettings;
import org.attune.pipeline.Replay;
import org.attune.pipeline.SessionPipeline;
import org.attune.regulation.RegulationState;
import org.attune.regulation.StateRules;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.replay.AnyRecording;
import org.attune.sensor.replay.SimulationScenario;
import org.attune.sensor.replay.SyntheticHeart;
import org.attune.session.LaneId;
import org.attune.session.MarkKind;
import org.attune.session.Phase;
import org.attune.signal.CueFate;
import org.attune.signal.CueRules;
import org.attune.signal.Signal;
import org.attune.testkit.Hearts;
import org.attune.testkit.OtherRules;
import org.attune.testkit.SessionHarness;
import org.attune.time.SessionTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A finished session as it would have been judged otherwise. */
final class WhatIfTest {
    private static final PipelineSettings NOW = PipelineSettings.DEFAULT;
    private static final Path DATA = Path.of("..", "shared", "data");

    @ParameterizedTest
    @EnumSource(names = {"CALM", "RISE_AND_RECOVERY", "SUSTAINED_HIGH", "SIMULATED_CLIENT"})
    void aSimulatedSessionUnderItsOwnSettingsIsWhatItWasToTheLastBit(Story story) {
        unchangedIsIdentical(story.moments());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stress-predict/S11.rr.tsv",
                "hongn/stress-f03.e4ibi.tsv",
                "nsr2db/nsr009.rr.tsv",
                "mitdb/201.rr.tsv",
                "noneeg/subject01.hr.tsv"
            })
    void aRealRecordingUnderItsOwnSettingsIsWhatItWasToTheLastBit(String name) {
        Path file = DATA.resolve(name);
        assumeThat(Files.exists(file)).as("the recordings of ../shared/data").isTrue();
        unchangedIsIdentical(judged(AnyRecording.read(file).events()));
    }

    private static void unchangedIsIdentical(List<Moment> log) {
        WhatIf same = whatIf(log, NOW);
        assertThat(same.isIdentical()).isTrue();
        WhatIf.Lane lane = same.lanes().get(0);
        assertThat(lane.changes()).isEmpty();
        // Against the log itself, not against what a review makes of it.
        List<WhatIf.Cue> given = new ArrayList<>();
        for (Moment moment : log) {
            if (moment instanceof Moment.Concluded each
                    && each.signal() instanceof Signal.Shown shown
                    && shown.cueFate() == CueFate.GIVEN) {
                given.add(new WhatIf.Cue(each.at().toSeconds(), shown.pace()));
            }
        }
        assertThat(lane.cuesWould()).isEqualTo(given).isEqualTo(lane.cuesWere());
        assertThat(lane.would().summary()).isEqualTo(Summary.of(LaneId.CLIENT, log));
    }

    @Test
    void whatWouldHaveBeenIsWhatTheLivePipelineConcludesUnderThoseSettings() {
        List<Moment> log = Story.SUSTAINED_HIGH.moments();
        PipelineSettings others = with(OtherRules.states(1.1, 1.2, 0.9), CueRules.DEFAULT);
        WhatIf.Lane lane = whatIf(log, others).lanes().get(0);
        List<Moment> live = Replay.play(log, SessionHarness.pipeline(others, LaneId.CLIENT));
        Timeline truth = timeline(live).lanes().get(0);
        for (int second = 1; second <= truth.lastSecond(); second++) {
            assertThat(lane.would().state(second)).isEqualTo(truth.state(second));
            assertThat(lane.would().why(second)).isEqualTo(truth.why(second));
        }
        assertThat(lane.identical()).isFalse();
        assertThat(lane.was().summary()).isEqualTo(Summary.of(LaneId.CLIENT, log));
    }

    @Test
    void withoutABudgetNoCueWouldHaveBeenGivenAndEveryStateIsTheSame() {
        List<Moment> log = Story.SUSTAINED_HIGH.moments();
        WhatIf.Lane lane =
                whatIf(log, with(NOW.regulation().states(), OtherRules.budget(0))).lanes().get(0);
        assertThat(lane.cuesWere()).isNotEmpty();
        assertThat(lane.cuesWould()).isEmpty();
        assertThat(lane.changes()).isEmpty();
        assertThat(lane.identical()).isFalse();
    }

    @Test
    void aHigherThresholdTakesTimeFromHighAndSaysWhere() {
        List<Moment> log = Story.SUSTAINED_HIGH.moments();
        PipelineSettings others = with(OtherRules.states(1.4, 7.5, 7), CueRules.DEFAULT);
        WhatIf.Lane lane = whatIf(log, others).lanes().get(0);
        double was = lane.was().summary().secondsIn(RegulationState.HIGH);
        double would = lane.would().summary().secondsIn(RegulationState.HIGH);
        assertThat(would).isLessThan(was);
        double lost =
                lane.changes().all().stream()
                        .filter(each -> each.what().was() == RegulationState.HIGH)
                        .mapToDouble(Span::seconds)
                        .sum();
        double gained =
                lane.changes().all().stream()
                        .filter(each -> each.what().would() == RegulationState.HIGH)
                        .mapToDouble(Span::seconds)
                        .sum();
        assertThat(was - lost + gained).isEqualTo(would);
    }

    @Test
    void aSessionThatChangedItsProfileIsWhatItWasUnderTheSameProfiles() {
        List<Moment> log =
                SessionHarness.with(Hearts.following(t -> t < 480 ? 70 : 92))
                        .runFor(Duration.ofMinutes(9))
                        .mark(MarkKind.PROFILE, SessionHarness.STRICT)
                        .runFor(Duration.ofMinutes(4))
                        .end()
                        .moments();
        assertThat(whatIf(log, NOW).isIdentical()).isTrue();
    }

    @Test
    void ofASessionThatWasCutOffTheLastInstantMayBeCompletedAndNothingElse() {
        List<Moment> whole = Story.SUSTAINED_HIGH.moments();
        List<Moment> cut = whole.subList(0, whole.size() / 2);
        assertThat(whatIf(cut, NOW).lanes().get(0).changes()).isEmpty();
    }

    /** What a client went through. */
    enum Story {
        CALM,
        RISE_AND_RECOVERY,
        SUSTAINED_HIGH,
        SIMULATED_CLIENT;

        List<Moment> moments() {
            return switch (this) {
                case CALM -> run(Hearts.steady(66), 15);
                case RISE_AND_RECOVERY ->
                        run(Hearts.following(t -> t < 480 || t > 640 ? 70 : 92), 15);
                case SUSTAINED_HIGH -> run(Hearts.following(t -> t < 480 ? 70 : 96), 16);
                case SIMULATED_CLIENT -> judged(events());
            };
        }

        private static Iterable<SensorEvent> events() {
            SimulationScenario scenario = SimulationScenario.DEMO;
            return SyntheticHeart.stream(scenario, 7, Duration.ofMinutes(20));
        }

        private static List<Moment> run(Hearts.Heart heart, int minutes) {
            return SessionHarness.with(heart)
                    .runFor(Duration.ofMinutes(5))
                    .phase(Phase.WORK)
                    .runFor(Duration.ofMinutes(minutes - 5L))
                    .end()
                    .moments();
        }
    }

    private static List<Moment> judged(Iterable<SensorEvent> events) {
        SessionPipeline pipeline = SessionHarness.pipeline(NOW, LaneId.CLIENT);
        List<Moment> log = new ArrayList<>();
        SessionTime last = SessionTime.ZERO;
        for (SensorEvent event : events) {
            if (event.at().toSeconds() > 3600) {
                break;
            }
            last = event.at();
            log.addAll(pipeline.accept(LaneId.CLIENT, event));
        }
        log.addAll(pipeline.end(last));
        return log;
    }

    private static SessionTimeline timeline(List<Moment> log) {
        return SessionTimeline.of(List.of(LaneId.CLIENT), log);
    }

    private static WhatIf whatIf(List<Moment> log, PipelineSettings settings) {
        return WhatIf.of(timeline(log), log, SessionHarness.pipeline(settings, LaneId.CLIENT));
    }

    private static PipelineSettings with(StateRules states, CueRules cues) {
        return NOW.withStates(states).withCues(cues);
    }
}
