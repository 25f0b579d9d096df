package org.attune.hrv;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds a running window against its recomputation. */
final class RunningChecks {
    private RunningChecks() {}

    /** Feeds beats and compares every so often; returns how many windows were compared. */
    static int feed(long seed, long beats, int every) {
        RunningTimeDomain running = new RunningTimeDomain();
        BeatCourse course = new BeatCourse(seed);
        BeatLog log = new BeatLog();
        long begin = 0;
        int compared = 0;
        for (long i = 0; i < beats; i++) {
            course.next();
            log.add(course);
            if (i == 0) {
                begin = course.at - course.interval;
            }
            running.add(course.ordinal, course.at, course.interval, course.normal);
            if (i % every == 0 || i < 50 || i == beats - 1) {
                for (int w = 0; w < running.size(); w++) {
                    long length = Math.round(running.window(w).lengthSeconds() * 1e9);
                    long from = Math.max(begin, course.at - length);
                    String where = "seed " + seed + " beat " + i + " window " + w;
                    same(where, running.window(w), new Recomputed(log, from, course.at));
                    compared++;
                }
            }
        }
        return compared;
    }

    static void same(String where, RunningWindow running, Recomputed expected) {
        assertThat(running.intervals()).as(where).isEqualTo(expected.intervals());
        assertThat(running.pairs()).as(where).isEqualTo(expected.pairs());
        assertThat(running.coveredNanos()).as(where).isEqualTo(expected.covered);
        assertThat(running.artefactShare()).as(where).isEqualTo(expected.artefactShare);
        assertThat(running.nn50()).as(where).isEqualTo(expected.above(50));
        near(where + " pNN50", running.pnn50(), 100.0 * expected.above(50) / expected.pairs());
        near(where + " pNN20", running.pnn20(), 100.0 * expected.above(20) / expected.pairs());
        near(where + " meanNN", running.meanNn(), expected.mean());
        assertThat(running.medianNn()).as(where).isEqualTo(Double.valueOf(expected.median()));
        near(where + " meanHR", running.meanHeartRate(), expected.meanHeartRate());
        near(where + " HR", running.heartRateOfMeanNn(), 60_000 / expected.mean());
        near(where + " SDNN", running.sdnn(), expected.sdnn());
        near(where + " RMSSD", running.rmssd(), expected.rmssd());
        near(where + " SDSD", running.sdsd(), expected.sdsd());
        near(where + " SD1", running.sd1(), expected.sdsd() / Math.sqrt(2));
        double square = 2 * Math.pow(expected.sdnn(), 2) - Math.pow(expected.sdsd(), 2) / 2;
        near(where + " SD2²", Math.pow(running.sd2(), 2), square < 0 ? Double.NaN : square);
        double ln = expected.rmssd() > 0 ? StrictMath.log(expected.rmssd()) : Double.NaN;
        near(where + " lnRMSSD", running.lnRmssd(), ln);
    }

    private static void near(String what, double actual, double expected) {
        if (Double.isNaN(expected)) {
            assertThat(actual).as(what).isNaN();
        } else {
            // A millionth of a millionth; absolute where the value itself vanishes.
            assertThat(Math.abs(actual - expected))
                    .as("%s: %s instead of %s", what, actual, expected)
                    .isLessThanOrEqualTo(1e-12 * Math.max(1, Math.abs(expected)));
        }
    }
}
