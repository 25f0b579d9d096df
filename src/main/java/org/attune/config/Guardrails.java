package org.attune.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.attune.hrv.WindowPlan;
import org.attune.pipeline.PipelineSettings;
import org.attune.regulation.BandRules;
import org.attune.regulation.BaselineRules;
import org.attune.regulation.LevelRules;
import org.attune.regulation.RegulationRules;
import org.attune.regulation.StateRules;
import org.attune.signal.CueRules;

/**
 * Recommended limits, narrower than those the records enforce. Settings beyond them work; whoever
 * chose them is told in plain words what that costs, and the words are kept with the session.
 */
public final class Guardrails {
    private final List<String> warnings = new ArrayList<>();

    private Guardrails() {}

    /** One plain sentence for each setting beyond its recommended limits; empty if all is well. */
    public static List<String> warnings(AttuneSettings settings) {
        PipelineSettings pipeline = settings.pipeline();
        Guardrails rails = new Guardrails();
        rails.check(
                "condition.silent_after_seconds",
                pipeline.condition().silentAfterSeconds(),
                3,
                5,
                "ordinary pauses between two notifications will withhold the signal",
                "a state is shown although nothing was heard for so long");
        rails.windows(pipeline.windows());
        RegulationRules regulation = pipeline.regulation();
        rails.level(regulation.level());
        rails.baseline(regulation.baseline());
        rails.states(regulation.states());
        rails.cues(pipeline.cues());
        rails.band(settings.band());
        return List.copyOf(rails.warnings);
    }

    private void level(LevelRules r) {
        check(
                "level.least_believed",
                r.leastBelieved(),
                0.15,
                0.8,
                "states are concluded from a handful of beats",
                "a short loss will withhold the signal");
        check(
                "level.most_conflict",
                r.mostConflict(),
                0.03,
                0.06,
                "ordinary breathing will withhold the signal",
                "states are concluded from beats that contradict each other");
    }

    private void windows(WindowPlan r) {
        check(
                "windows.rate_seconds",
                r.rateSeconds(),
                10,
                30,
                "one breath will move the heart rate",
                "the signal comes late");
        check(
                "windows.variability_seconds",
                r.variabilitySeconds(),
                60,
                120,
                "RMSSD of so short a window is uncertain",
                "RMSSD speaks of what is long past, and gains nothing by it");
        check(
                "windows.least_coverage",
                r.leastCoverage(),
                0.5,
                0.9,
                "a window may be computed from less than half of it",
                "most windows will stay empty");
        check(
                "windows.least_pairs",
                r.leastPairs(),
                15,
                40,
                "RMSSD of so few beats is uncertain",
                "a slow heart may never have an RMSSD");
    }

    private void baseline(BaselineRules r) {
        check(
                "baseline.settle_seconds",
                r.settleSeconds(),
                120,
                600,
                "arriving is learned as usual, and later calm will look too low",
                "nothing is concluded for a large part of the session");
        check(
                "baseline.learn_seconds",
                r.learnSeconds(),
                120,
                600,
                "the usual range rests on very little",
                "nothing is concluded for a large part of the session");
    }

    private void states(StateRules r) {
        String brief = "a moment of talk or movement will look like more";
        String late = "what is shown is long past";
        check("states.rising_dwell_seconds", r.risingDwellSeconds(), 10, 30, brief, late);
        check("states.high_dwell_seconds", r.highDwellSeconds(), 10, 30, brief, late);
        check("states.leave_dwell_seconds", r.leaveDwellSeconds(), 10, 60, "it will flicker", late);
        check("states.settling_dwell_seconds", r.settlingDwellSeconds(), 10, 30, brief, late);
        check("states.hold_seconds", r.holdSeconds(), 10, 30, "it will flicker", late);
        String ordinary = "ordinary moments will be shown as more than they are";
        String deaf = "hardly anything will ever reach it";
        check("states.rising_above", r.risingAbove(), 1, 3, ordinary, deaf);
        check("states.high_above", r.highAbove(), 1.7, 5, ordinary, deaf);
        check("states.high_least_bpm", r.highLeastBpm(), 3, 20, ordinary, deaf);
        check(
                "states.quiet_dwell_seconds",
                r.quietDwellSeconds(),
                180,
                420,
                "a thoughtful pause will be shown as quiet",
                "a long flat stretch will be shown when it is over");
    }

    private void cues(CueRules r) {
        check(
                "cues.budget",
                r.budget(),
                0,
                5,
                "",
                "so many cues turn into noise and draw the eye from the person");
        check(
                "cues.budget_minutes",
                r.budgetMinutes(),
                30,
                120,
                "the budget begins anew within a session",
                "a second session may find the budget spent");
        check(
                "cues.refractory_seconds",
                r.refractorySeconds(),
                60,
                1200,
                "one rise can give several cues",
                "a new rise may go unsaid");
        if (r.inviteCues() && !r.easeCues() && r.budget() > 0) {
            warnings.add(
                    "cues.ease_cues is off while cues.invite_cues is on: cues only ever ask for"
                            + " more, never for less");
        }
    }

    private void band(BandRules r) {
        String creep = "a person who is always aroused teaches the band that this is usual";
        check("band.rise_per_session_bpm", r.risePerSessionBpm(), 0, 2, "", creep);
        check("band.most_rise_bpm", r.mostRiseBpm(), 0, 8, "", creep);
    }

    private void check(
            String key, double value, double least, double most, String below, String above) {
        if (value < least || value > most) {
            warnings.add(
                    String.format(
                            Locale.ROOT,
                            "%s is %s, recommended %s to %s: %s",
                            key,
                            plain(value),
                            plain(least),
                            plain(most),
                            value < least ? below : above));
        }
    }

    /** Whole numbers without decimals. */
    private static String plain(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
