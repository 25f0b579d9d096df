package org.attune.hrv;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Every figure Attune knows of a stretch of normal intervals. What each needs is told by {@link
 * AnalysisRules}; definitions and sources stand with the classes that compute them and on the page
 * on metrics.
 */
public enum Metric {
    N("n", "", Family.TIME, "number of normal intervals"),
    MEAN_NN("meanNN", "ms", Family.TIME, "mean NN interval"),
    MEDIAN_NN("medianNN", "ms", Family.SORTED, "median NN interval"),
    MEAN_HR("meanHR_of_beats", "bpm", Family.TIME, "mean of the rates of the single beats"),
    HR_OF_MEAN_NN("HR_of_meanNN", "bpm", Family.TIME, "rate of the mean NN interval"),
    SDNN("SDNN", "ms", Family.TIME, "standard deviation of NN intervals"),
    RMSSD("RMSSD", "ms", Family.TIME, "root mean square of successive differences"),
    LN_RMSSD("lnRMSSD", "ln ms", Family.TIME, "natural logarithm of RMSSD"),
    SDSD("SDSD", "ms", Family.TIME, "standard deviation of successive differences"),
    NN50("NN50", "", Family.TIME, "number of successive differences above 50 ms"),
    PNN50("pNN50", "%", Family.TIME, "share of successive differences above 50 ms"),
    PNN20("pNN20", "%", Family.TIME, "share of successive differences above 20 ms"),
    SD1("SD1", "ms", Family.TIME, "width of the Poincaré plot"),
    SD2("SD2", "ms", Family.TIME, "length of the Poincaré plot"),
    SD2_PROJECTED("SD2_projected", "ms", Family.TIME, "length of the Poincaré plot, projected"),
    SD1_SD2("SD1_SD2", "", Family.TIME, "SD1 divided by SD2"),
    ELLIPSE_AREA("ellipse_area", "ms²", Family.TIME, "area of the Poincaré ellipse, π SD1 SD2"),
    WELCH_VLF("welch_vlf", "ms²", Family.WELCH, "power in 0.0033-0.04 Hz, Welch"),
    WELCH_LF("welch_lf", "ms²", Family.WELCH, "power in 0.04-0.15 Hz, Welch"),
    WELCH_HF("welch_hf", "ms²", Family.WELCH, "power in 0.15-0.40 Hz, Welch"),
    WELCH_LF_HF("welch_lf_hf", "", Family.WELCH, "LF divided by HF, Welch"),
    WELCH_LF_NU("welch_lf_nu", "n.u.", Family.WELCH, "LF in percent of LF + HF, Welch"),
    WELCH_HF_NU("welch_hf_nu", "n.u.", Family.WELCH, "HF in percent of LF + HF, Welch"),
    WELCH_LF_PEAK("welch_lf_peak", "Hz", Family.WELCH, "frequency of most power in LF, Welch"),
    WELCH_HF_PEAK("welch_hf_peak", "Hz", Family.WELCH, "frequency of most power in HF, Welch"),
    WELCH_TOTAL("welch_total", "ms²", Family.WELCH, "power in 0.0033-0.40 Hz, Welch"),
    LOMB_VLF("lomb_vlf", "ms²", Family.LOMB, "power in 0.0033-0.04 Hz, Lomb"),
    LOMB_LF("lomb_lf", "ms²", Family.LOMB, "power in 0.04-0.15 Hz, Lomb"),
    LOMB_HF("lomb_hf", "ms²", Family.LOMB, "power in 0.15-0.40 Hz, Lomb"),
    LOMB_LF_HF("lomb_lf_hf", "", Family.LOMB, "LF divided by HF, Lomb"),
    LOMB_LF_NU("lomb_lf_nu", "n.u.", Family.LOMB, "LF in percent of LF + HF, Lomb"),
    LOMB_HF_NU("lomb_hf_nu", "n.u.", Family.LOMB, "HF in percent of LF + HF, Lomb"),
    LOMB_LF_PEAK("lomb_lf_peak", "Hz", Family.LOMB, "frequency of most power in LF, Lomb"),
    LOMB_HF_PEAK("lomb_hf_peak", "Hz", Family.LOMB, "frequency of most power in HF, Lomb"),
    LOMB_TOTAL("lomb_total", "ms²", Family.LOMB, "power in 0.0033-0.40 Hz, Lomb"),
    SAMPEN("SampEn", "", Family.ENTROPY, "sample entropy of two intervals"),
    DFA_A1("DFA_a1", "", Family.FRACTAL, "short-term exponent, boxes end to end"),
    DFA_A1_OVERLAP50("DFA_a1_overlap50", "", Family.FRACTAL, "the same, boxes half overlapping"),
    STRESS_INDEX("stress_index", "", Family.SORTED, "Baevsky's index of tension"),
    BREATHING_RATE("breathing_rate", "1/min", Family.BREATHING, "breaths a minute, from NN"),
    BREATHING_CONFIDENCE(
            "breathing_confidence", "", Family.BREATHING, "how alone breathing's peak stands, 0-1");

    /** What is computed together. */
    enum Family {
        TIME,
        SORTED,
        WELCH,
        LOMB,
        ENTROPY,
        FRACTAL,
        BREATHING
    }

    private final String code;
    private final String unit;
    private final Family family;
    private final String meaning;

    Metric(String code, String unit, Family family, String meaning) {
        this.code = code;
        this.unit = unit;
        this.family = family;
        this.meaning = meaning;
    }

    /** The name in machine-readable output; will not change. */
    public String code() {
        return code;
    }

    /** The unit; empty for a plain number. */
    public String unit() {
        return unit;
    }

    /** In a few words, for people. */
    public String meaning() {
        return meaning;
    }

    Family family() {
        return family;
    }

    /** The members of a family. */
    static Set<Metric> of(Family family) {
        EnumSet<Metric> members = EnumSet.noneOf(Metric.class);
        Arrays.stream(values()).filter(m -> m.family == family).forEach(members::add);
        return Collections.unmodifiableSet(members);
    }

    /** All of them, in the order they are shown in. */
    public static Set<Metric> all() {
        return Collections.unmodifiableSet(EnumSet.allOf(Metric.class));
    }

    /** Those that cost one pass over the intervals: no spectrum, no entropy. */
    public static Set<Metric> timeDomain() {
        EnumSet<Metric> cheap = EnumSet.noneOf(Metric.class);
        Arrays.stream(values())
                .filter(m -> m.family == Family.TIME || m == MEDIAN_NN)
                .forEach(cheap::add);
        return Collections.unmodifiableSet(cheap);
    }
}
