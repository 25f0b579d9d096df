package org.attune.ui.review;

import java.util.List;
import java.util.Map;
import org.attune.pipeline.Moment;
import org.attune.pipeline.PipelineSettings;
import org.attune.review.WhatIf;
import org.attune.session.LaneId;
import org.attune.signal.CueRules;
import org.attune.testkit.OtherRules;
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
        PipelineSettings asked =
                PipelineSettings.DEFAULT
                        .withStates(OtherRules.highAbove(above))
                        .withCues(OtherRules.budget(budget));
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
