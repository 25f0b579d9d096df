package org.attune.beat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The second pass of the review: judges a finished recording with hindsight, by the method of
 * Lipponen and Tarvainen (2019, J Med Eng Technol 43:173, doi 10.1080/03091902.2019.1640306).
 *
 * <p>Thresholds come from the 91 beats around each, so it needs 45 beats of future and can never
 * run live; it finds single artefacts well and fails in bursts, where its thresholds grow with
 * them. Offered by name beside {@link BeatCleaner}, never instead of it. Rejected beats are left
 * out here too, not repaired.
 *
 * <p>Any thread; stateless.
 */
public final class CentredCleaner {
    private static final double ALPHA = 5.2;
    private static final double C1 = 0.13;
    private static final double C2 = 0.17;
    private static final int SPAN = 91;
    private static final int MEDIAN_SPAN = 11;
    private static final int LEAST_BEATS = 3;

    private CentredCleaner() {}

    /** The same beats judged anew, stretch by stretch between gaps. */
    public static List<Beat> judge(List<Beat> beats) {
        List<Beat> judged = new ArrayList<>(beats.size());
        int from = 0;
        for (int i = 1; i <= beats.size(); i++) {
            if (i == beats.size() || !beats.get(i).follows(beats.get(i - 1))) {
                List<Beat> stretch = beats.subList(from, i);
                double[] millis =
                        stretch.stream().mapToDouble(b -> b.interval().toMillis()).toArray();
                Verdict[] verdicts = judge(millis);
                for (int k = 0; k < verdicts.length; k++) {
                    judged.add(stretch.get(k).judged(verdicts[k]));
                }
                from = i;
            }
        }
        return judged;
    }

    /** Judges neighbouring intervals, ms. */
    public static Verdict[] judge(double[] millis) {
        Verdict[] verdicts = new Verdict[millis.length];
        Arrays.fill(verdicts, Verdict.NORMAL);
        if (millis.length >= LEAST_BEATS) {
            new Pass(millis, verdicts).run();
        }
        return verdicts;
    }

    /** One stretch: differences and distances from the median, each in units of its threshold. */
    private static final class Pass {
        private final double[] millis;
        private final Verdict[] verdicts;
        private final double[] difference;
        private final double[] median;
        private final double[] distance;
        private final double[] distanceThreshold;

        Pass(double[] millis, Verdict[] verdicts) {
            this.millis = millis;
            this.verdicts = verdicts;
            int n = millis.length;
            difference = new double[n];
            median = new double[n];
            distance = new double[n];
            for (int i = 1; i < n; i++) {
                difference[i] = millis[i] - millis[i - 1];
            }
            difference[0] = Arrays.stream(difference, 1, n).average().orElse(0);
            for (int i = 0; i < n; i++) {
                double[] around = around(millis, i, MEDIAN_SPAN);
                median[i] = quantile(around, 0.5);
                distance[i] = millis[i] - median[i];
                distance[i] *= distance[i] < 0 ? 2 : 1;
            }
            double[] differenceThreshold = thresholds(difference);
            distanceThreshold = thresholds(distance);
            for (int i = 0; i < n; i++) {
                difference[i] = share(difference[i], differenceThreshold[i]);
                distance[i] = share(distance[i], distanceThreshold[i]);
            }
        }

        void run() {
            int n = millis.length;
            int i = 0;
            while (i < n) {
                if (Math.abs(difference[i]) <= 1) {
                    i++;
                } else if (ectopic(i)) {
                    verdicts[i] = Verdict.ECTOPIC;
                    i++;
                } else {
                    i = longOrShort(i);
                }
            }
        }

        private boolean ectopic(int i) {
            double before = i > 0 ? difference[i - 1] : 0;
            double after = i + 1 < millis.length ? difference[i + 1] : 0;
            double d = difference[i];
            return d > 0
                    ? Math.max(before, after) < -C1 * d - C2
                    : Math.min(before, after) > -C1 * d + C2;
        }

        private int longOrShort(int i) {
            if (isLongOrShort(i, difference[i])) {
                return name(i);
            }
            boolean next =
                    i + 2 < millis.length
                            && Math.abs(difference[i + 1]) < Math.abs(difference[i + 2])
                            && isLongOrShort(i + 1, difference[i]);
            return next ? name(i + 1) : i + 1;
        }

        private boolean isLongOrShort(int i, double leap) {
            double after = leap >= 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
            for (int k = i + 1; k <= i + 2 && k < millis.length; k++) {
                after = leap >= 0 ? Math.min(after, difference[k]) : Math.max(after, difference[k]);
            }
            boolean leapsBack = leap >= 0 ? after < -1 : after > 1;
            return (Math.abs(leap) > 1 && leapsBack) || Math.abs(distance[i]) > 3;
        }

        private int name(int i) {
            double threshold = distanceThreshold[i];
            if (distance[i] > 0) {
                boolean twice = Math.abs(millis[i] / 2 - median[i]) < threshold;
                verdicts[i] = twice ? Verdict.MISSED : Verdict.LONG;
                return i + 1;
            }
            boolean whole =
                    i + 1 < millis.length
                            && Math.abs(millis[i] + millis[i + 1] - median[i]) < threshold;
            verdicts[i] = whole ? Verdict.EXTRA : Verdict.SHORT;
            if (whole) {
                verdicts[i + 1] = Verdict.EXTRA;
                return i + 2;
            }
            return i + 1;
        }

        private static double[] thresholds(double[] values) {
            double[] thresholds = new double[values.length];
            double[] sizes = Arrays.stream(values).map(Math::abs).toArray();
            for (int i = 0; i < values.length; i++) {
                double[] around = around(sizes, i, SPAN);
                thresholds[i] = ALPHA * (quantile(around, 0.75) - quantile(around, 0.25)) / 2;
            }
            return thresholds;
        }

        /** In units of its threshold; a flat stretch has none, and nothing in it is far off. */
        private static double share(double value, double threshold) {
            return threshold > 0 ? value / threshold : 0;
        }

        /** The values around {@code i}, sorted. */
        private static double[] around(double[] values, int i, int span) {
            int from = Math.max(0, i - span / 2);
            double[] around =
                    Arrays.copyOfRange(values, from, Math.min(values.length, i + span / 2 + 1));
            Arrays.sort(around);
            return around;
        }

        private static double quantile(double[] sorted, double share) {
            double at = share * (sorted.length - 1);
            int below = (int) at;
            int above = Math.min(below + 1, sorted.length - 1);
            return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
        }
    }
}
