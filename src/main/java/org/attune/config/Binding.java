package org.attune.config;

import org.attune.beat.CleaningRules;
import org.attune.beat.TimelineRules;
import org.attune.config.Effective.Section;
import org.attune.hrv.WindowPlan;
import org.attune.pipeline.PipelineSettings;
import org.attune.regulation.AnchorRules;
import org.attune.regulation.BandRules;
import org.attune.regulation.BaselineRules;
import org.attune.regulation.GateRules;
import org.attune.regulation.LevelRules;
import org.attune.regulation.MovementRules;
import org.attune.regulation.RegulationRules;
import org.attune.regulation.SourceRules;
import org.attune.regulation.StateRules;
import org.attune.review.dyad.DyadRules;
import org.attune.review.trend.TrendRules;
import org.attune.sensor.ConditionRules;
import org.attune.sensor.ble.BleSettings;
import org.attune.signal.CueRules;
import org.attune.store.RetentionSettings;
import org.attune.store.VaultLockSettings;
import org.attune.ui.DisplaySettings;
import org.attune.ui.KeySettings;
import org.attune.ui.SignalSettings;
import org.attune.ui.WordSettings;
import org.attune.ui.breath.PacerSettings;

/**
 * Which key goes into which component, one method a section. A new section is a method here, one in
 * {@link SettingsText}, and a heading in {@code attune.toml}; the tests hold the three together.
 */
final class Binding {
    private Binding() {}

    static AttuneSettings bind(Effective values) {
        return new AttuneSettings(
                new PipelineSettings(
                        condition(values.section("condition")),
                        timeline(values.section("timeline")),
                        cleaning(values.section("cleaning")),
                        windows(values.section("windows")),
                        new RegulationRules(
                                level(values.section("level")),
                                new SourceRules(
                                        gate(values.section("electrodes")),
                                        gate(values.section("pulse")),
                                        gate(values.section("rate_only"))),
                                movement(values.section("movement")),
                                baseline(values.section("baseline")),
                                anchor(values.section("anchor")),
                                states(values.section("states"))),
                        cues(values.section("cues"))),
                band(values.section("band")),
                strap(values.section("strap")),
                display(values),
                vault(values.section("vault")),
                retention(values.section("retention")),
                trend(values.section("trend")),
                dyad(values.section("dyad")));
    }

    private static ConditionRules condition(Section s) {
        return s.build(() -> new ConditionRules(s.number("silent_after_seconds")));
    }

    private static TimelineRules timeline(Section s) {
        return s.build(
                () -> new TimelineRules(s.number("gap_after_seconds"), s.number("lead_seconds")));
    }

    private static CleaningRules cleaning(Section s) {
        return s.build(
                () ->
                        new CleaningRules(
                                s.number("least_millis"),
                                s.number("most_millis"),
                                s.whole("reference_beats"),
                                s.whole("reseed_beats")));
    }

    private static WindowPlan windows(Section s) {
        return s.build(
                () ->
                        new WindowPlan(
                                s.number("rate_seconds"),
                                s.number("quality_seconds"),
                                s.number("variability_seconds"),
                                s.number("least_coverage"),
                                s.whole("least_pairs")));
    }

    private static LevelRules level(Section s) {
        return s.build(
                () ->
                        new LevelRules(
                                s.whole("window_seconds"),
                                s.whole("long_seconds"),
                                s.number("long_share"),
                                s.number("least_believed"),
                                s.number("most_conflict"),
                                s.number("most_conflict_to_stay")));
    }

    private static GateRules gate(Section s) {
        return s.build(
                () ->
                        new GateRules(
                                s.number("least_believed_lately"),
                                s.number("most_conflict_lately"),
                                s.whole("agreed_seconds"),
                                s.number("factor")));
    }

    private static MovementRules movement(Section s) {
        return s.build(
                () ->
                        new MovementRules(
                                s.number("limit_milli_g"),
                                s.number("lately_seconds"),
                                s.number("lately_milli_g"),
                                s.number("recovery_seconds")));
    }

    private static AnchorRules anchor(Section s) {
        return s.build(
                () ->
                        new AnchorRules(
                                s.number("fall_seconds"),
                                s.number("rise_seconds"),
                                s.number("near_bpm"),
                                s.number("leak_seconds"),
                                s.number("most_up_bpm"),
                                s.number("most_down_bpm")));
    }

    private static BaselineRules baseline(Section s) {
        return s.build(
                () ->
                        new BaselineRules(
                                s.number("settle_seconds"),
                                s.number("learn_seconds"),
                                s.number("prior_scale_bpm"),
                                s.number("prior_weight"),
                                s.number("own_weight"),
                                s.number("earlier_share")));
    }

    private static StateRules states(Section s) {
        return s.build(
                () ->
                        new StateRules(
                                s.number("rising_above"),
                                s.number("rising_below"),
                                s.number("rising_dwell_seconds"),
                                s.number("high_above"),
                                s.number("high_below"),
                                s.number("high_least_bpm"),
                                s.number("high_dwell_seconds"),
                                s.number("leave_dwell_seconds"),
                                s.number("settling_slope_bpm"),
                                s.number("settling_dwell_seconds"),
                                s.flag("quiet"),
                                s.number("quiet_below"),
                                s.number("flat_sd_bpm"),
                                s.number("flat_share"),
                                s.number("quiet_dwell_seconds"),
                                s.number("after_peak_seconds"),
                                s.number("hold_seconds")));
    }

    private static CueRules cues(Section s) {
        return s.build(
                () ->
                        new CueRules(
                                s.whole("budget"),
                                s.number("budget_minutes"),
                                s.number("refractory_seconds"),
                                s.number("unknown_movement_seconds"),
                                s.flag("shared_budget"),
                                s.flag("ease_cues"),
                                s.flag("invite_cues"),
                                s.number("set_settle_seconds")));
    }

    private static BandRules band(Section s) {
        return s.build(
                () ->
                        new BandRules(
                                s.whole("least_sessions"),
                                s.whole("most_sessions"),
                                s.number("least_rest_seconds"),
                                s.number("end_rest_seconds"),
                                s.number("least_between_bpm"),
                                s.number("rise_per_session_bpm"),
                                s.number("most_rise_bpm")));
    }

    private static BleSettings strap(Section s) {
        return s.build(() -> new BleSettings(s.number("ask_again_after_seconds")));
    }

    private static DisplaySettings display(Effective values) {
        Section s = values.section("display");
        PacerSettings pacer = pacer(values.section("pacer"));
        SignalSettings signal = signal(values.section("signal"));
        KeySettings keys = keys(values.section("display.keys"));
        WordSettings words = words(values.section("display.words"));
        return s.build(
                () ->
                        new DisplaySettings(
                                s.choice("theme", DisplaySettings.Theme.class),
                                s.whole("minutes_shown"),
                                s.number("scale"),
                                s.flag("reduce_motion"),
                                s.whole("strip_height"),
                                s.whole("planned_minutes"),
                                s.choice("language", DisplaySettings.Language.class),
                                s.choice("strip_edge", DisplaySettings.Edge.class),
                                s.whole("strip_screen"),
                                s.flag("strip_words"),
                                s.flag("remember_places"),
                                s.flag("client_view"),
                                s.text("client_words"),
                                pacer,
                                signal,
                                keys,
                                words));
    }

    private static KeySettings keys(Section s) {
        return s.build(
                () -> {
                    try {
                        return KeySettings.named(s::text);
                    } catch (KeySettings.Shared e) {
                        throw s.blame(e.names().get(0), e.names().get(1), e);
                    }
                });
    }

    private static WordSettings words(Section s) {
        return s.build(() -> WordSettings.named(s::text));
    }

    private static PacerSettings pacer(Section s) {
        return s.build(
                () -> new PacerSettings(s.number("breaths_per_minute"), s.number("in_share")));
    }

    private static SignalSettings signal(Section s) {
        return s.build(() -> new SignalSettings(s.flag("sound"), s.flag("notification")));
    }

    private static VaultLockSettings vault(Section s) {
        return s.build(() -> new VaultLockSettings(s.whole("lock_after_minutes")));
    }

    private static RetentionSettings retention(Section s) {
        return s.build(() -> new RetentionSettings(s.whole("keep_days")));
    }

    private static TrendRules trend(Section s) {
        return s.build(
                () ->
                        new TrendRules(
                                s.whole("least_sessions"),
                                s.whole("compare_with"),
                                s.number("least_seconds")));
    }

    private static DyadRules dyad(Section s) {
        return s.build(
                () ->
                        new DyadRules(
                                s.number("step_seconds"),
                                s.number("segment_seconds"),
                                s.number("most_lag_seconds"),
                                s.number("slope_seconds"),
                                s.number("window_seconds"),
                                s.number("least_share"),
                                s.whole("least_segments"),
                                s.whole("surrogates"),
                                s.choice("kind", DyadRules.SurrogateKind.class),
                                s.number("chance"),
                                s.whole("seed")));
    }
}
