package org.attune.config;

import java.util.Locale;
import org.attune.beat.CleaningRules;
import org.attune.beat.TimelineRules;
import org.attune.hrv.WindowPlan;
import org.attune.regulation.AnchorRules;
import org.attune.regulation.BandRules;
import org.attune.regulation.BaselineRules;
import org.attune.regulation.GateRules;
import org.attune.regulation.LevelRules;
import org.attune.regulation.MovementRules;
import org.attune.regulation.RegulationRules;
import org.attune.regulation.StateRules;
import org.attune.review.dyad.DyadRules;
import org.attune.review.trend.TrendRules;
import org.attune.sensor.ConditionRules;
import org.attune.sensor.ble.BleSettings;
import org.attune.signal.CueRules;
import org.attune.store.RetentionSettings;
import org.attune.store.VaultLockSettings;
import org.attune.ui.DisplaySettings;

/** Writes settings in the form in which they are read: the counterpart of {@link Binding}. */
final class SettingsText {
    private final StringBuilder text = new StringBuilder();

    private SettingsText() {}

    static String of(AttuneSettings settings) {
        SettingsText writer = new SettingsText();
        writer.condition(settings.pipeline().condition());
        writer.timeline(settings.pipeline().timeline());
        writer.cleaning(settings.pipeline().cleaning());
        writer.windows(settings.pipeline().windows());
        RegulationRules regulation = settings.pipeline().regulation();
        writer.level(regulation.level());
        writer.gate("electrodes", regulation.sources().electrodes());
        writer.gate("pulse", regulation.sources().pulse());
        writer.gate("rate_only", regulation.sources().rateOnly());
        writer.movement(regulation.movement());
        writer.baseline(regulation.baseline());
        writer.anchor(regulation.anchor());
        writer.states(regulation.states());
        writer.cues(settings.pipeline().cues());
        writer.band(settings.band());
        writer.strap(settings.strap());
        writer.display(settings.display());
        writer.vault(settings.vault());
        writer.retention(settings.retention());
        writer.trend(settings.trend());
        writer.dyad(settings.dyad());
        return writer.text.toString();
    }

    private void condition(ConditionRules r) {
        section("condition");
        key("silent_after_seconds", r.silentAfterSeconds());
    }

    private void timeline(TimelineRules r) {
        section("timeline");
        key("gap_after_seconds", r.gapAfterSeconds());
        key("lead_seconds", r.leadSeconds());
    }

    private void cleaning(CleaningRules r) {
        section("cleaning");
        key("least_millis", r.leastMillis());
        key("most_millis", r.mostMillis());
        key("reference_beats", r.referenceBeats());
        key("reseed_beats", r.reseedBeats());
    }

    private void windows(WindowPlan r) {
        section("windows");
        key("rate_seconds", r.rateSeconds());
        key("quality_seconds", r.qualitySeconds());
        key("variability_seconds", r.variabilitySeconds());
        key("least_coverage", r.leastCoverage());
        key("least_pairs", r.leastPairs());
    }

    private void level(LevelRules r) {
        section("level");
        key("window_seconds", r.windowSeconds());
        key("long_seconds", r.longSeconds());
        key("long_share", r.longShare());
        key("least_believed", r.leastBelieved());
        key("most_conflict", r.mostConflict());
        key("most_conflict_to_stay", r.mostConflictToStay());
    }

    private void gate(String name, GateRules r) {
        section(name);
        key("least_believed_lately", r.leastBelievedLately());
        key("most_conflict_lately", r.mostConflictLately());
        key("agreed_seconds", r.agreedSeconds());
        key("factor", r.factor());
    }

    private void movement(MovementRules r) {
        section("movement");
        key("limit_milli_g", r.limitMilliG());
        key("lately_seconds", r.latelySeconds());
        key("lately_milli_g", r.latelyMilliG());
        key("recovery_seconds", r.recoverySeconds());
    }

    private void anchor(AnchorRules r) {
        section("anchor");
        key("fall_seconds", r.fallSeconds());
        key("rise_seconds", r.riseSeconds());
        key("near_bpm", r.nearBpm());
        key("leak_seconds", r.leakSeconds());
        key("most_up_bpm", r.mostUpBpm());
        key("most_down_bpm", r.mostDownBpm());
    }

    private void baseline(BaselineRules r) {
        section("baseline");
        key("settle_seconds", r.settleSeconds());
        key("learn_seconds", r.learnSeconds());
        key("prior_scale_bpm", r.priorScaleBpm());
        key("prior_weight", r.priorWeight());
        key("own_weight", r.ownWeight());
        key("earlier_share", r.earlierShare());
    }

    private void states(StateRules r) {
        section("states");
        key("rising_above", r.risingAbove());
        key("rising_below", r.risingBelow());
        key("rising_dwell_seconds", r.risingDwellSeconds());
        key("high_above", r.highAbove());
        key("high_below", r.highBelow());
        key("high_least_bpm", r.highLeastBpm());
        key("high_dwell_seconds", r.highDwellSeconds());
        key("leave_dwell_seconds", r.leaveDwellSeconds());
        key("settling_slope_bpm", r.settlingSlopeBpm());
        key("settling_dwell_seconds", r.settlingDwellSeconds());
        key("quiet", r.quiet());
        key("quiet_below", r.quietBelow());
        key("flat_sd_bpm", r.flatSdBpm());
        key("flat_share", r.flatShare());
        key("quiet_dwell_seconds", r.quietDwellSeconds());
        key("after_peak_seconds", r.afterPeakSeconds());
        key("hold_seconds", r.holdSeconds());
    }

    private void cues(CueRules r) {
        section("cues");
        key("budget", r.budget());
        key("budget_minutes", r.budgetMinutes());
        key("refractory_seconds", r.refractorySeconds());
        key("unknown_movement_seconds", r.unknownMovementSeconds());
        key("shared_budget", r.sharedBudget());
        key("ease_cues", r.easeCues());
        key("invite_cues", r.inviteCues());
        key("set_settle_seconds", r.setSettleSeconds());
    }

    private void band(BandRules r) {
        section("band");
        key("least_sessions", r.leastSessions());
        key("most_sessions", r.mostSessions());
        key("least_rest_seconds", r.leastRestSeconds());
        key("end_rest_seconds", r.endRestSeconds());
        key("least_between_bpm", r.leastBetweenBpm());
        key("rise_per_session_bpm", r.risePerSessionBpm());
        key("most_rise_bpm", r.mostRiseBpm());
    }

    private void strap(BleSettings r) {
        section("strap");
        key("ask_again_after_seconds", r.askAgainAfterSeconds());
    }

    private void vault(VaultLockSettings r) {
        section("vault");
        key("lock_after_minutes", r.lockAfterMinutes());
    }

    private void retention(RetentionSettings r) {
        section("retention");
        key("keep_days", r.keepDays());
    }

    private void trend(TrendRules r) {
        section("trend");
        key("least_sessions", r.leastSessions());
        key("compare_with", r.compareWith());
        key("least_seconds", r.leastSeconds());
    }

    private void dyad(DyadRules r) {
        section("dyad");
        key("step_seconds", r.stepSeconds());
        key("segment_seconds", r.segmentSeconds());
        key("most_lag_seconds", r.mostLagSeconds());
        key("slope_seconds", r.slopeSeconds());
        key("window_seconds", r.windowSeconds());
        key("least_share", r.leastShare());
        key("least_segments", r.leastSegments());
        key("surrogates", r.surrogates());
        key("kind", quoted(r.kind().name().toLowerCase(Locale.ROOT)));
        key("chance", r.chance());
        key("seed", r.seed());
    }

    private void display(DisplaySettings r) {
        section("display");
        key("theme", '"' + r.theme().name().toLowerCase(Locale.ROOT) + '"');
        key("minutes_shown", r.minutesShown());
        key("scale", r.scale());
        key("reduce_motion", r.reduceMotion());
        key("strip_height", r.stripHeight());
        key("planned_minutes", r.plannedMinutes());
        key("language", '"' + r.language().name().toLowerCase(Locale.ROOT) + '"');
        key("strip_edge", '"' + r.stripEdge().name().toLowerCase(Locale.ROOT) + '"');
        key("strip_screen", r.stripScreen());
        key("strip_words", r.stripWords());
        key("remember_places", r.rememberPlaces());
        key("client_view", r.clientView());
        key("client_words", quoted(r.clientWords()));
        section("pacer");
        key("breaths_per_minute", r.pacer().breathsPerMinute());
        key("in_share", r.pacer().inShare());
        section("signal");
        key("sound", r.signal().sound());
        key("notification", r.signal().notification());
        section("display.keys");
        r.keys().byName().forEach((act, stroke) -> key(act, quoted(stroke)));
        section("display.words");
        r.words().byName().forEach((saying, words) -> key(saying, quoted(words)));
    }

    private void section(String name) {
        text.append(text.isEmpty() ? "" : "\n").append('[').append(name).append("]\n");
    }

    /** Text as TOML writes it: whatever could end it, or be no character of a file, is escaped. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c == 0x7f) {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    /** Numbers and truth values print as TOML writes them, each in exactly one way. */
    private void key(String name, Object value) {
        text.append(name).append(" = ").append(value).append('\n');
    }
}
