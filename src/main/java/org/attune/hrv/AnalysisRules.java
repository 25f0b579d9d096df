package org.attune.hrv;

import org.attune.Limits;

/**
 * What a window must hold before a metric of it is told. A figure from less is no figure: it is
 * refused with the reason.
 *
 * @param rateSeconds for means and rates, s
 * @param rmssdSeconds for RMSSD and its logarithm, s
 * @param timeSeconds for the other time-domain and Poincaré measures, s
 * @param hfSeconds for power and peak of HF, s
 * @param lfSeconds for those of LF, the ratio and normalised units, s
 * @param vlfSeconds for VLF and total power, s
 * @param fractalSeconds for the exponents of DFA, s
 * @param stressSeconds for the stress index, s
 * @param breathingSeconds for the breathing rate, s
 * @param entropyBeats intervals sample entropy needs
 * @param mostEntropyBeats intervals sample entropy is told of at most: its time grows with their
 *     square
 * @param rateCoverage share of the window lived through by normal intervals that means and rates
 *     need, 0 to 1
 * @param coverage the same for all else, 0 to 1
 * @param artefactShare most artefacts of all beats for the time domain, 0 to 1
 * @param spectralArtefactShare most artefacts for spectra, entropy and DFA, 0 to 1
 * @param longestGapSeconds a gap a resampled spectrum may bridge, s
 * @param entropyTolerance tolerance of sample entropy in units of SDNN
 * @param interpretsIrregular whether variability is told of a rhythm that was irregular
 */
public record AnalysisRules(
        double rateSeconds,
        double rmssdSeconds,
        double timeSeconds,
        double hfSeconds,
        double lfSeconds,
        double vlfSeconds,
        double fractalSeconds,
        double stressSeconds,
        double breathingSeconds,
        int entropyBeats,
        int mostEntropyBeats,
        double rateCoverage,
        double coverage,
        double artefactShare,
        double spectralArtefactShare,
        double longestGapSeconds,
        double entropyTolerance,
        boolean interpretsIrregular) {
    private static final double WEEK = 7 * 86_400;

    /**
     * The minima of the literature. The abstracts of Munoz, Shaffer and Yentes and the source of
     * Vest's toolbox were read; the other citations are from general knowledge of the field, not
     * read again.
     *
     * <ul>
     *   <li>Rate 10 s, RMSSD 30 s: Munoz 2015 (PLoS ONE 10:e0138921), Baek 2015 (Telemed J E Health
     *       21:404).
     *   <li>SDNN, pNN and Poincaré 60 s: Shaffer and Ginsberg 2017 (Front Public Health 5:258).
     *   <li>HF 60 s, LF 120 s: Task Force 1996 (Circulation 93:1043). VLF 270 s: Baek 2015.
     *   <li>DFA 120 s: usual in endurance sport (Rogers 2021, Front Physiol 11:596567).
     *   <li>Sample entropy 200 intervals: Yentes 2013 (Ann Biomed Eng 41:349).
     *   <li>Stress index 300 s: Baevsky and Chernikova 2017 (Cardiometry 10:66).
     *   <li>Coverage 85 %, artefacts 20 %: Vest 2018 (Physiol Meas 39:105004). Artefacts 5 % for
     *       spectra, entropy and DFA: Kubios' users' guide.
     *   <li>At most 200,000 intervals for sample entropy, whose time grows with their square; and
     *       no variability of an irregular rhythm: rules of this program.
     *   <li>Breathing 60 s as for HF; means and rates from half a window, which they bear well; and
     *       gaps of 5 s (a missed beat or two): rules of this program.
     * </ul>
     */
    public static final AnalysisRules DEFAULT =
            new AnalysisRules(
                    10, 30, 60, 60, 120, 270, 120, 300, 60, 200, 200_000, 0.5, 0.85, 0.2, 0.05, 5,
                    0.2, false);

    /** Only what mathematics demands: for comparison with other programs. */
    public static final AnalysisRules COMPUTABLE =
            new AnalysisRules(
                    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Integer.MAX_VALUE, 0, 0, 1, 1, WEEK, 0.2, true);

    public AnalysisRules {
        Limits.within("rateSeconds", rateSeconds, 0, WEEK);
        Limits.within("rmssdSeconds", rmssdSeconds, 0, WEEK);
        Limits.within("timeSeconds", timeSeconds, 0, WEEK);
        Limits.within("hfSeconds", hfSeconds, 0, WEEK);
        Limits.within("lfSeconds", lfSeconds, 0, WEEK);
        Limits.within("vlfSeconds", vlfSeconds, 0, WEEK);
        Limits.within("fractalSeconds", fractalSeconds, 0, WEEK);
        Limits.within("stressSeconds", stressSeconds, 0, WEEK);
        Limits.within("breathingSeconds", breathingSeconds, 0, WEEK);
        Limits.within("entropyBeats", entropyBeats, 0, 1_000_000);
        Limits.within("mostEntropyBeats", mostEntropyBeats, entropyBeats, Integer.MAX_VALUE);
        Limits.within("rateCoverage", rateCoverage, 0, 1);
        Limits.within("coverage", coverage, 0, 1);
        Limits.within("artefactShare", artefactShare, 0, 1);
        Limits.within("spectralArtefactShare", spectralArtefactShare, 0, 1);
        Limits.within("longestGapSeconds", longestGapSeconds, 0, WEEK);
        Limits.within("entropyTolerance", entropyTolerance, 0, 10);
    }

    /** The same with another tolerance of sample entropy, in units of SDNN. */
    public AnalysisRules withEntropyTolerance(double tolerance) {
        return new AnalysisRules(
                rateSeconds,
                rmssdSeconds,
                timeSeconds,
                hfSeconds,
                lfSeconds,
                vlfSeconds,
                fractalSeconds,
                stressSeconds,
                breathingSeconds,
                entropyBeats,
                mostEntropyBeats,
                rateCoverage,
                coverage,
                artefactShare,
                spectralArtefactShare,
                longestGapSeconds,
                tolerance,
                interpretsIrregular);
    }

    /** The shortest window {@code metric} is told of, s. */
    public double leastSeconds(Metric metric) {
        return switch (metric) {
            case N, SAMPEN -> 0;
            case MEAN_NN, MEDIAN_NN, MEAN_HR, HR_OF_MEAN_NN -> rateSeconds;
            case RMSSD, LN_RMSSD -> rmssdSeconds;
            case SDNN, SDSD, NN50, PNN50, PNN20 -> timeSeconds;
            case SD1, SD2, SD2_PROJECTED, SD1_SD2, ELLIPSE_AREA -> timeSeconds;
            case WELCH_VLF, WELCH_TOTAL, LOMB_VLF, LOMB_TOTAL -> vlfSeconds;
            case WELCH_LF, WELCH_LF_HF, WELCH_LF_NU, WELCH_HF_NU, WELCH_LF_PEAK -> lfSeconds;
            case LOMB_LF, LOMB_LF_HF, LOMB_LF_NU, LOMB_HF_NU, LOMB_LF_PEAK -> lfSeconds;
            case WELCH_HF, WELCH_HF_PEAK, LOMB_HF, LOMB_HF_PEAK -> hfSeconds;
            case DFA_A1, DFA_A1_OVERLAP50 -> fractalSeconds;
            case STRESS_INDEX -> stressSeconds;
            case BREATHING_RATE, BREATHING_CONFIDENCE -> breathingSeconds;
        };
    }

    /** The fewest intervals {@code metric} is told of. */
    public int leastBeats(Metric metric) {
        return metric == Metric.SAMPEN ? entropyBeats : 0;
    }

    /** The most intervals {@code metric} is told of. */
    public int mostBeats(Metric metric) {
        return metric == Metric.SAMPEN ? mostEntropyBeats : Integer.MAX_VALUE;
    }

    /** Whether {@code metric} is told where the rhythm was irregular: rates always are. */
    public boolean toldOfIrregular(Metric metric) {
        return interpretsIrregular
                || switch (metric) {
                    case N, MEAN_NN, MEDIAN_NN, MEAN_HR, HR_OF_MEAN_NN -> true;
                    default -> false;
                };
    }

    /** The least coverage {@code metric} is told at, 0 to 1. */
    public double leastCoverage(Metric metric) {
        return switch (metric) {
            case N -> 0;
            case MEAN_NN, MEDIAN_NN, MEAN_HR, HR_OF_MEAN_NN -> rateCoverage;
            default -> coverage;
        };
    }

    /** The greatest share of artefacts {@code metric} is told at, 0 to 1. */
    public double mostArtefacts(Metric metric) {
        return switch (metric) {
            case N, MEAN_NN, MEDIAN_NN, MEAN_HR, HR_OF_MEAN_NN -> 1;
            default ->
                    switch (metric.family()) {
                        case TIME, SORTED -> artefactShare;
                        default -> spectralArtefactShare;
                    };
        };
    }
}
