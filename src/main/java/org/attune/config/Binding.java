package org.attune.config;

import org.attune.beat.CleaningRules;
import org.attune.beat.TimelineRules;
import org.attune.config.Effective.Section;
import org.attune.hrv.WindowPlan;
import org.attune.pipeline.PipelineSettings;
import org.attune.regulation.BaselineRules;
import org.attune.regulation.QualityRules;
import org.attune.regulation.StateRules;
import org.attune.sensor.ConditionRules;
import org.attune.signal.CueRules;
import org.attune.ui.DisplaySettings;

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
                        quality(values.section("quality")),
                        baseline(values.section("baseline")),
                        states(values.section("states")),
                        cues(values.section("cues"))),
                display(values.section("display")));
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

    private static QualityRules quality(Section s) {
        return s.build(
                () ->
                        new QualityRules(
                                s.number("least_coverage"), s.number("movement_limit_milli_g")));
    }

    private static BaselineRules baseline(Section s) {
        return s.build(
                () ->
                        new BaselineRules(
                                s.number("settle_seconds"),
                                s.number("learn_seconds"),
                                s.number("prior_scale_bpm"),
                                s.number("prior_weight"),
                                s.number("own_weight")));
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
                                s.number("quiet_below"),
                                s.number("flat_sd_bpm"),
                                s.number("quiet_dwell_seconds"),
                                s.number("hold_seconds")));
    }

    private static CueRules cues(Section s) {
        return s.build(
                () ->
                        new CueRules(
                                s.whole("budget"),
                                s.number("budget_minutes"),
                                s.number("refractory_seconds"),
                                s.flag("ease_cues"),
                                s.flag("invite_cues")));
    }

    private static DisplaySettings display(Section s) {
        return s.build(
                () ->
                        new DisplaySettings(
                                s.choice("theme", DisplaySettings.Theme.class),
                                s.whole("minutes_shown"),
                                s.number("scale"),
                                s.flag("reduce_motion"),
                                s.whole("strip_height"),
                                s.whole("planned_minutes")));
    }
}
