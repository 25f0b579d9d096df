package org.attune.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.attune.pipeline.Moment;
import org.attune.pipeline.PipelineSettings;
import org.attune.pipeline.SessionPipeline;
import org.attune.regulation.Reason;
import org.attune.regulation.RegulationState;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SensorEvent.MotionReceived;
import org.attune.sensor.replay.ScenarioLabel;
import org.attune.sensor.replay.SimulationScenario;
import org.attune.sensor.replay.SyntheticHeart;
import org.attune.session.LaneId;
import org.attune.session.Marker;
import org.attune.session.Phase;
import org.attune.signal.Pace;
import org.attune.signal.Signal;
import org.attune.time.SessionTime;

/**
 * What was concluded of a simulated client, second by second, beside what was meant.
 *
 * @param scenario what they went through
 * @param seed who they were
 * @param seconds what was concluded
 * @param labels what was meant
 */
public record SimulatedSession(
        SimulationScenario scenario,
        long seed,
        List<Moment.Concluded> seconds,
        List<ScenarioLabel> labels) {
    /** A cue, seconds. */
    public record Cue(double at, Pace pace) {}

    /** All of it, once. */
    public static SimulatedSession of(SimulationScenario scenario, long seed) {
        return run(scenario, seed, event -> true, List.of());
    }

    /** The same behind a strap that knows nothing of motion. */
    public static SimulatedSession withoutMotion(SimulationScenario scenario, long seed) {
        return run(scenario, seed, event -> !(event instanceof MotionReceived), List.of());
    }

    /** The same, with the phase of work marked at that second. */
    public static SimulatedSession atWorkFrom(
            double second, SimulationScenario scenario, long seed) {
        Marker work = Marker.ofPhase(SessionTime.ofSeconds(second), Phase.WORK);
        return run(scenario, seed, event -> true, List.of(work));
    }

    private static SimulatedSession run(
            SimulationScenario scenario,
            long seed,
            Predicate<SensorEvent> carried,
            List<Marker> markers) {
        Duration length = scenario.length();
        SessionPipeline pipeline = SessionHarness.pipeline(PipelineSettings.DEFAULT, LaneId.CLIENT);
        List<Marker> toCome = new ArrayList<>(markers);
        List<Moment.Concluded> seconds = new ArrayList<>();
        for (SensorEvent event : SyntheticHeart.stream(scenario, seed, length)) {
            while (!toCome.isEmpty() && !event.at().isBefore(toCome.get(0).at())) {
                keep(pipeline.mark(toCome.remove(0)), seconds);
            }
            if (carried.test(event)) {
                keep(pipeline.accept(LaneId.CLIENT, event), seconds);
            }
        }
        keep(pipeline.advanceTo(new SessionTime(length.toNanos())), seconds);
        return new SimulatedSession(scenario, seed, seconds, scenario.labels(length));
    }

    private static void keep(List<Moment> moments, List<Moment.Concluded> seconds) {
        for (Moment moment : moments) {
            if (moment instanceof Moment.Concluded concluded) {
                seconds.add(concluded);
            }
        }
    }

    /** The stretches of that label, in order. */
    public List<ScenarioLabel> stretches(String label) {
        return labels.stream().filter(each -> each.label().equals(label)).toList();
    }

    /** The first stretch of that label. */
    public ScenarioLabel stretch(String label) {
        return stretches(label).get(0);
    }

    /** What was concluded after {@code from} and not after {@code to}, seconds. */
    public List<Moment.Concluded> between(double from, double to) {
        return seconds.stream()
                .filter(each -> each.at().toSeconds() > from && each.at().toSeconds() <= to)
                .toList();
    }

    /** The states shown in a span, each once. */
    public List<RegulationState> states(double from, double to) {
        return between(from, to).stream().map(each -> each.estimate().state()).distinct().toList();
    }

    /** The first second in a span at which something held; NaN if it never did. */
    public double first(double from, double to, Predicate<Moment.Concluded> condition) {
        return between(from, to).stream()
                .filter(condition)
                .mapToDouble(each -> each.at().toSeconds())
                .findFirst()
                .orElse(Double.NaN);
    }

    public List<Cue> cues() {
        List<Cue> cues = new ArrayList<>();
        for (Moment.Concluded each : seconds) {
            if (each.signal() instanceof Signal.Shown shown && shown.cue()) {
                cues.add(new Cue(each.at().toSeconds(), shown.pace()));
            }
        }
        return cues;
    }

    /** The most cues in any one episode of raised arousal. */
    public int mostCuesAnEpisode() {
        int most = 0;
        int now = 0;
        for (Moment.Concluded each : seconds) {
            now = each.estimate().raised() ? now : 0;
            if (each.signal() instanceof Signal.Shown shown && shown.cue()) {
                now++;
            }
            most = Math.max(most, now);
        }
        return most;
    }

    public static boolean is(Moment.Concluded second, RegulationState state) {
        return second.estimate().state() == state;
    }

    /** The weightiest reason. */
    public static Reason.Code why(Moment.Concluded second) {
        return second.estimate().reasons().get(0).code();
    }

    @Override
    public String toString() {
        return scenario.id() + " seed " + seed;
    }
}
