package org.attune.evaluate;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The simple detectors a better one has to beat: the mean heart rate of the last 30 or 60 s, and
 * the variability of the last 60 s, each in deviations from the person's own calibration. Causal,
 * once a second; a value stands for up to 30 s through gaps.
 */
final class Baselines {
    static final String HR_Z_30 = "HRz30";
    static final String HR_Z_60 = "HRz60";
    static final String HR_Z_60_COVERED = "HRz60q";
    static final String MINUS_RMSSD_Z = "-RMSSDz60";
    static final String HR_MINUS_RMSSD = "HRz-RMSSDz";
    static final String HR_PLUS = "HR+15";

    private static final int HOLD_SECONDS = 30;
    private static final int LEAST_CALIBRATION = 30;
    private static final double HR_FLOOR_BPM = 2;
    private static final double LN_RMSSD_FLOOR = 0.15;

    private Baselines() {}

    /** The scores by name, in a fixed order; heart rates without beats have no variability. */
    static Map<String, double[]> scores(Recording recording) {
        int seconds = recording.truth().seconds();
        boolean beats = recording.source().hasBeats();
        SimpleFeatures features =
                beats
                        ? SimpleFeatures.ofBeats(recording.heart(), seconds)
                        : SimpleFeatures.ofRates(recording.heart(), seconds);
        BitSet calibration = recording.truth().calibrationSeconds();
        Map<String, double[]> scores = new LinkedHashMap<>();
        double[] fast = standardised(features.rate30(), calibration, HR_FLOOR_BPM);
        double[] slow = standardised(features.rate60(), calibration, HR_FLOOR_BPM);
        scores.put(HR_Z_30, held(fast));
        scores.put(HR_Z_60, held(slow));
        scores.put(HR_PLUS, held(aboveMean(features.rate30(), calibration)));
        if (beats) {
            double[] covered = standardised(features.rate60Covered(), calibration, HR_FLOOR_BPM);
            double[] rmssd = standardised(features.lnRmssd(), calibration, LN_RMSSD_FLOOR);
            scores.put(HR_Z_60_COVERED, held(covered));
            scores.put(MINUS_RMSSD_Z, held(difference(new double[seconds], rmssd)));
            scores.put(HR_MINUS_RMSSD, held(difference(slow, rmssd)));
        }
        return scores;
    }

    private static double[] held(double[] values) {
        return Seconds.held(values, HOLD_SECONDS);
    }

    /** Deviations from the mean of the calibration; none when that holds too little. */
    static double[] standardised(double[] values, BitSet calibration, double floor) {
        double[] known = Stats.pick(values, calibration);
        if (known.length < LEAST_CALIBRATION) {
            return Seconds.none(values.length);
        }
        return scaled(values, Stats.mean(known), Math.max(Stats.deviation(known), floor));
    }

    private static double[] aboveMean(double[] values, BitSet calibration) {
        double[] known = Stats.pick(values, calibration);
        return known.length < LEAST_CALIBRATION
                ? Seconds.none(values.length)
                : scaled(values, Stats.mean(known), 1);
    }

    private static double[] scaled(double[] values, double centre, double unit) {
        double[] scaled = new double[values.length];
        for (int s = 0; s < values.length; s++) {
            scaled[s] = (values[s] - centre) / unit;
        }
        return scaled;
    }

    private static double[] difference(double[] minuend, double[] subtrahend) {
        double[] difference = new double[minuend.length];
        for (int s = 0; s < minuend.length; s++) {
            difference[s] = minuend[s] - subtrahend[s];
        }
        return difference;
    }
}
