package org.attune.review.dyad;

import java.util.Arrays;
import java.util.List;
import org.attune.Limits;
import org.attune.beat.Beat;
import org.attune.pipeline.Moment;
import org.attune.sensor.SensorEvent;
import org.attune.session.LaneId;

/**
 * A person's heart rate on an even grid, gaps kept as gaps. Immutable.
 *
 * <p>Idea: a cell's rate is the beats in it, fractions of intervals counted, over the time of it
 * that normal intervals cover (Berger, Akselrod, Gordon and Cohen 1986, IEEE Trans Biomed Eng
 * 33:900). A cell of which less than half is covered is not known: nothing is drawn across lost or
 * rejected beats. Cost: one pass.
 */
public final class RateSeries {
    /** Share of a cell that must be covered. */
    private static final double LEAST_COVER = 0.5;

    /** How long a rate that a sensor reports by itself is believed, s. */
    private static final double HOLD_SECONDS = 2;

    private final LaneId lane;
    private final double stepSeconds;
    private final boolean beats;
    private final double[] bpm;

    private RateSeries(LaneId lane, double stepSeconds, boolean beats, double[] bpm) {
        this.lane = lane;
        this.stepSeconds = stepSeconds;
        this.beats = beats;
        this.bpm = bpm;
    }

    /**
     * From judged beats in order.
     *
     * @param stepSeconds length of a cell, s
     * @param cells how many from the beginning of the session
     */
    public static RateSeries ofBeats(
            LaneId lane, List<Beat> judged, double stepSeconds, int cells) {
        Cells grid = new Cells(stepSeconds, cells);
        for (Beat beat : judged) {
            if (beat.verdict().isNormal()) {
                double end = beat.at().toSeconds();
                double length = beat.interval().nanos() / 1e9;
                grid.add(end - length, end, 1 / length);
            }
        }
        return new RateSeries(lane, stepSeconds, true, grid.bpm());
    }

    /**
     * From the log of a session: the beats, or, where a sensor gives none, its own rates.
     *
     * @param stepSeconds length of a cell, s
     * @param cells how many from the beginning of the session
     */
    public static RateSeries ofLog(LaneId lane, List<Moment> log, double stepSeconds, int cells) {
        List<Beat> judged =
                log.stream()
                        .filter(Moment.Judged.class::isInstance)
                        .map(Moment.Judged.class::cast)
                        .filter(each -> each.lane().equals(lane))
                        .map(Moment.Judged::beat)
                        .toList();
        return judged.isEmpty()
                ? ofRates(lane, log, stepSeconds, cells)
                : ofBeats(lane, judged, stepSeconds, cells);
    }

    private static RateSeries ofRates(
            LaneId lane, List<Moment> log, double stepSeconds, int cells) {
        List<SensorEvent.HeartRateReceived> rates =
                log.stream()
                        .filter(Moment.Heard.class::isInstance)
                        .map(Moment.Heard.class::cast)
                        .filter(each -> each.lane().equals(lane))
                        .map(Moment.Heard::event)
                        .filter(SensorEvent.HeartRateReceived.class::isInstance)
                        .map(SensorEvent.HeartRateReceived.class::cast)
                        .toList();
        Cells grid = new Cells(stepSeconds, cells);
        for (int i = 0; i < rates.size(); i++) {
            double from = rates.get(i).at().toSeconds();
            double to = from + HOLD_SECONDS;
            if (i + 1 < rates.size()) {
                to = Math.min(to, rates.get(i + 1).at().toSeconds());
            }
            grid.add(from, to, rates.get(i).bpm() / 60);
        }
        return new RateSeries(lane, stepSeconds, false, grid.bpm());
    }

    /** Whose. */
    public LaneId lane() {
        return lane;
    }

    /** Length of a cell, s. */
    public double stepSeconds() {
        return stepSeconds;
    }

    /** Whether it comes from beats; a sensor's own rate is late by a time nobody knows. */
    public boolean fromBeats() {
        return beats;
    }

    /** Number of cells. */
    public int size() {
        return bpm.length;
    }

    /** Beats a minute in a cell; NaN where it is not known. */
    public double bpm(int cell) {
        return bpm[cell];
    }

    /** Whether anything of it is known. */
    public boolean known() {
        return Arrays.stream(bpm).anyMatch(each -> !Double.isNaN(each));
    }

    /** What has gathered in the cells. */
    private static final class Cells {
        private final double step;
        private final double[] covered;
        private final double[] beats;

        Cells(double step, int cells) {
            this.step = Limits.within("stepSeconds", step, 0.25, 1);
            covered = new double[Limits.within("cells", cells, 0, 10_000_000)];
            beats = new double[cells];
        }

        /** A stretch of {@code perSecond} beats a second. */
        void add(double from, double to, double perSecond) {
            int first = (int) Math.max(0, Math.floor(from / step));
            for (int i = first; i < covered.length && i * step < to; i++) {
                double part = Math.min(to, (i + 1) * step) - Math.max(from, i * step);
                if (part > 0) {
                    covered[i] += part;
                    beats[i] += part * perSecond;
                }
            }
        }

        double[] bpm() {
            double[] bpm = new double[covered.length];
            for (int i = 0; i < bpm.length; i++) {
                boolean known = covered[i] >= LEAST_COVER * step;
                bpm[i] = known ? 60 * beats[i] / covered[i] : Double.NaN;
            }
            return bpm;
        }
    }
}
