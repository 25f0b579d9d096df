package org.attune.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.attune.regulation.RegulationState;
import org.attune.session.Marker;

/**
 * Finds the stretches above the usual range. A short loss of signal does not part one, if arousal
 * is above usual on both sides; a longer one ends it, for what happened meanwhile is not known.
 */
final class EpisodeReading {
    /** The state follows the rate by less than this, s. */
    private static final int MOST_LAG = 120;

    /** The longest loss that does not part an episode, s. */
    private static final int MOST_LOSS = 60;

    private static final double PEAK_SECONDS = 10;
    private static final double LEAST_PEAK_SHARE = 0.5;
    private static final double NEAR_SECONDS = 120;
    private static final double AFTERWARDS_SECONDS = 60;
    private static final double MOVING_SHARE = 1.0 / 3;

    private final Timeline lane;
    private final RateSamples samples;

    EpisodeReading(Timeline lane, RateSamples samples) {
        this.lane = lane;
        this.samples = samples;
    }

    /** From one second to another the state was above usual; and what came after. */
    private record Risen(int from, int to, RegulationState next) {}

    private record Peak(double second, double bpm) {}

    List<Episode> all() {
        List<Risen> risen = risen();
        List<Episode> episodes = new ArrayList<>();
        int before = 0;
        for (int i = 0; i < risen.size(); i++) {
            int next = i + 1 < risen.size() ? risen.get(i + 1).from() : lane.lastSecond();
            episodes.add(episode(risen.get(i), onset(risen.get(i), before), next));
            before = risen.get(i).to();
        }
        return episodes;
    }

    private List<Risen> risen() {
        List<Risen> found = new ArrayList<>();
        int second = 1;
        while (second <= lane.lastSecond()) {
            if (!lane.state(second).isAboveUsual()) {
                second++;
                continue;
            }
            int from = second - 1;
            while (second <= lane.lastSecond() && lane.state(second).isAboveUsual()) {
                second++;
            }
            Risen risen = new Risen(from, second - 1, lane.state(second));
            int last = found.size() - 1;
            if (last >= 0 && onlyShortlyLost(found.get(last), from)) {
                risen = new Risen(found.remove(last).from(), risen.to(), risen.next());
            }
            found.add(risen);
        }
        return found;
    }

    private boolean onlyShortlyLost(Risen before, int from) {
        if (from - before.to() > MOST_LOSS) {
            return false;
        }
        for (int second = before.to() + 1; second <= from; second++) {
            if (lane.state(second) != RegulationState.UNKNOWN) {
                return false;
            }
        }
        return true;
    }

    /** Back from the state to where the rate crossed the upper edge of the range. */
    private int onset(Risen risen, int notBefore) {
        int least = Math.max(notBefore, risen.from() - MOST_LAG);
        int second = risen.from();
        while (second > least && above(second) > 0) {
            second--;
        }
        return second;
    }

    /** How far the rate lies above the upper edge at a second, if it does, bpm; else 0. */
    private double above(int second) {
        double over = lane.overBpm(second);
        return over > 0 ? over : 0;
    }

    private Episode episode(Risen risen, int onset, int next) {
        Optional<Peak> peak = peak(onset, risen.to());
        boolean moved = moved(risen);
        double centre = lane.band(risen.to()).map(Timeline.Band::centreBpm).orElse(Double.NaN);
        if (peak.isPresent()) {
            centre =
                    lane.band((int) Math.ceil(peak.get().second()))
                            .map(Timeline.Band::centreBpm)
                            .orElse(centre);
        }
        Lack unseen = new Lack(Lack.Kind.TOO_LITTLE_USABLE, PEAK_SECONDS * LEAST_PEAK_SHARE, 0);
        double middle = centre;
        return new Episode(
                onset,
                risen.from(),
                risen.to(),
                figure(peak.map(Peak::second), unseen),
                figure(peak.map(Peak::bpm), unseen),
                figure(peak.map(each -> each.bpm() - middle), unseen),
                area(onset, risen.to()),
                secondsHigh(risen),
                longestHigh(risen),
                settling(risen, peak),
                peak.map(each -> recovery(each, middle, risen, next, moved))
                        .orElseGet(() -> Recovery.none(unseen)),
                peak.flatMap(this::nearest),
                moved);
    }

    private static Figure figure(Optional<Double> value, Lack lack) {
        return value.map(Figure::of).orElseGet(() -> Figure.none(lack));
    }

    /** The highest median of ten seconds; of equals the first. */
    private Optional<Peak> peak(int onset, int to) {
        Optional<Peak> highest = Optional.empty();
        for (double end = Math.min(onset + PEAK_SECONDS, to); end <= to; end++) {
            RateSamples.Window window = samples.window(end - PEAK_SECONDS, end);
            if (window.usableSeconds() < LEAST_PEAK_SHARE * PEAK_SECONDS) {
                continue;
            }
            double bpm = window.medianBpm();
            if (highest.isEmpty() || bpm > highest.get().bpm()) {
                highest = Optional.of(new Peak(end - PEAK_SECONDS / 2, bpm));
            }
        }
        return highest;
    }

    private double area(int onset, int to) {
        double sum = 0;
        for (int second = onset + 1; second <= to; second++) {
            sum += above(second);
        }
        return sum / 60;
    }

    private double secondsHigh(Risen risen) {
        return lane.states().within(risen.from(), risen.to()).stream()
                .filter(span -> span.what() == RegulationState.HIGH)
                .mapToDouble(Span::seconds)
                .sum();
    }

    private double longestHigh(Risen risen) {
        return lane.states().within(risen.from(), risen.to()).stream()
                .filter(span -> span.what() == RegulationState.HIGH)
                .mapToDouble(Span::seconds)
                .max()
                .orElse(0);
    }

    private Figure settling(Risen risen, Optional<Peak> peak) {
        boolean back = risen.to() < lane.lastSecond() && cameBack(risen.next());
        return back && peak.isPresent()
                ? Figure.of(risen.to() - peak.get().second())
                : Figure.none(Lack.Kind.NOT_REACHED);
    }

    private static boolean cameBack(RegulationState next) {
        return next == RegulationState.USUAL || next == RegulationState.QUIET;
    }

    private Recovery recovery(Peak peak, double centre, Risen risen, int next, boolean moved) {
        if (moved) {
            return Recovery.none(Lack.of(Lack.Kind.MOVING));
        }
        double until = Math.min(next, risen.to() + AFTERWARDS_SECONDS);
        return RecoveryReading.of(samples, peak.second(), centre, until);
    }

    private Optional<Marker> nearest(Peak peak) {
        return lane
                .marks()
                .within(peak.second() - NEAR_SECONDS, peak.second() + NEAR_SECONDS)
                .stream()
                .filter(each -> Marks.isIntervention(each) || Marks.isObservation(each))
                .min(
                        Comparator.comparingDouble(
                                each -> Math.abs(Marks.second(each) - peak.second())));
    }

    private boolean moved(Risen risen) {
        return movingSeconds(lane, risen.from(), risen.to())
                >= MOVING_SHARE * (risen.to() - risen.from());
    }

    /** Time in which the heart followed the body, s. */
    static double movingSeconds(Timeline lane, double from, double to) {
        return lane.badges().within(from, to).stream()
                .filter(span -> span.what() != Timeline.Badge.TALKING)
                .mapToDouble(Span::seconds)
                .sum();
    }
}
