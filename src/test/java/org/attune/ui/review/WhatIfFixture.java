package org.attune.ui.review;

import java.util.List;
import java.util.Map;
import org.attune.pipeline.Moment;
import org.attune.pipeline.PipelineSettings;
import org.attune.review.WhatIf;
import org.attune.session.LaneId;
import org.attune.signal.CueRules;
import org.attune.testkit.SessionHarness;

/** Judges a session otherwise, as the program does; only the budget of cues can be turned. */
final class WhatIfFixture implements WhatIfQuestions {
    private final ReviewSession session;
    private final List<Moment> moments;
    private final List<LaneId> lanes;

    WhatIfFixture(ReviewSession session, List<Moment> moments, LaneId... lanes) {
        this.session = session;
        this.moments = moments;
        this.lanes = List.of(lanes);
    }

    @Override
    public List<String> profiles() {
        return List.of("standard", "exposure");
    }

    @Override
    public String begunWith() {
        return "standard";
    }

    @Override
    public Answer judge(Wish wish) {
        CueRules d = CueRules.DEFAULT;
        int budget = (int) (double) wish.changes().getOrDefault("cues.budget", (double) d.budget());
        double above = wish.changes().getOrDefault("states.high_above", 2.0);
        PipelineSettings s = PipelineSettings.DEFAULT.withStates(Reviews.highAbove(above));
        CueRules cues =
                new CueRules(
                        budget,
                        d.budgetMinutes(),
                        d.refractorySeconds(),
                        d.unknownMovementSeconds(),
                        d.sharedBudget(),
                        d.easeCues(),
                        d.inviteCues(),
                        d.setSettleSeconds());
        PipelineSettings asked =
                new PipelineSettings(
                        s.condition(),
                        s.timeline(),
                        s.cleaning(),
                        s.windows(),
                        s.regulation(),
                        cues);
        return new Answer(
                WhatIf.of(
                        session.timeline(),
                        moments,
                        SessionHarness.pipeline(asked, lanes.toArray(LaneId[]::new))),
                Map.of(
                        "states.rising_above", 1.4,
                        "states.rising_dwell_seconds", 15.0,
                        "states.high_above", above,
                        "states.high_least_bpm", 3.0,
                        "states.high_dwell_seconds", 20.0,
                        "cues.refractory_seconds", 600.0,
                        "cues.budget", (double) budget),
                List.of());
    }
}
