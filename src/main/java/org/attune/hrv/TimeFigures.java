package org.attune.hrv;

import java.util.OptionalDouble;
import org.attune.hrv.Refusal.Reason;

/** The figures of {@link TimeDomain} and what follows from them. */
final class TimeFigures {
    private TimeFigures() {}

    /** Finds them for {@code nn}, which holds an interval. */
    static void find(NnSeries nn, Findings findings) {
        double mean = TimeDomain.meanNn(nn).orElseThrow();
        findings.put(Metric.MEAN_NN, mean);
        findings.put(Metric.MEAN_HR, TimeDomain.meanHeartRate(nn).orElseThrow());
        findings.put(Metric.HR_OF_MEAN_NN, 60_000 / mean);
        findings.put(Metric.SDNN, TimeDomain.sdnn(nn), Reason.NO_PAIRS);
        findDifferences(nn, findings);
        findPoincare(nn, findings);
    }

    private static void findDifferences(NnSeries nn, Findings findings) {
        OptionalDouble rmssd = TimeDomain.rmssd(nn);
        findings.put(Metric.RMSSD, rmssd, Reason.NO_PAIRS);
        if (rmssd.isEmpty()) {
            findings.refuse(Metric.LN_RMSSD, Reason.NO_PAIRS);
            findings.refuse(Metric.NN50, Reason.NO_PAIRS);
        } else {
            if (rmssd.getAsDouble() > 0) {
                findings.put(Metric.LN_RMSSD, StrictMath.log(rmssd.getAsDouble()));
            } else {
                findings.refuse(Metric.LN_RMSSD, Reason.NO_VARIATION);
            }
            findings.put(Metric.NN50, TimeDomain.countAbove(nn, 50));
        }
        findings.put(Metric.SDSD, TimeDomain.sdsd(nn), Reason.NO_PAIRS);
        findings.put(Metric.PNN50, TimeDomain.percentAbove(nn, 50), Reason.NO_PAIRS);
        findings.put(Metric.PNN20, TimeDomain.percentAbove(nn, 20), Reason.NO_PAIRS);
    }

    private static void findPoincare(NnSeries nn, Findings findings) {
        OptionalDouble sd1 = TimeDomain.sd1(nn);
        OptionalDouble sd2 = TimeDomain.sd2(nn);
        Reason noSd2 = sd1.isEmpty() ? Reason.NO_PAIRS : Reason.NO_LENGTH;
        findings.put(Metric.SD1, sd1, Reason.NO_PAIRS);
        findings.put(Metric.SD2, sd2, noSd2);
        findings.put(Metric.SD2_PROJECTED, TimeDomain.sd2Projected(nn), Reason.NO_PAIRS);
        if (sd1.isEmpty() || sd2.isEmpty()) {
            findings.refuse(Metric.SD1_SD2, noSd2);
            findings.refuse(Metric.ELLIPSE_AREA, noSd2);
            return;
        }
        findings.put(Metric.ELLIPSE_AREA, Math.PI * sd1.getAsDouble() * sd2.getAsDouble());
        if (sd2.getAsDouble() > 0) {
            findings.put(Metric.SD1_SD2, sd1.getAsDouble() / sd2.getAsDouble());
        } else {
            findings.refuse(Metric.SD1_SD2, Reason.NO_LENGTH);
        }
    }
}
