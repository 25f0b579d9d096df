package org.attune.ui.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.attune.regulation.Reason;
import org.attune.regulation.RegulationState;
import org.attune.review.Episode;
import org.attune.review.ReviewFigures;
import org.attune.review.Series;
import org.attune.review.Summary;
import org.attune.review.Timeline;
import org.attune.sensor.SensorDescription;
import org.attune.ui.LiveWords;

/**
 * The figures of a session in words, as the window says them. Percentages are of usable time; what
 * the data do not carry is a dash. Immutable.
 */
record ReviewFacts(ReviewSession session, ReviewWords words) {
    /** What an inset shows on either side, s. */
    static final double AROUND = 60;

    private static final double LEAST_RATE_SPAN = 40;

    /** What lies beyond is no beat; it is drawn at the edge. */
    private static final double LEAST_RATE = 25;

    private static final double MOST_RATE = 240;
    private static final double LEAST_VARIATION_SPAN = 2;
    private static final List<RegulationState> STATES =
            List.of(
                    RegulationState.UNKNOWN,
                    RegulationState.LEARNING,
                    RegulationState.USUAL,
                    RegulationState.RISING,
                    RegulationState.HIGH,
                    RegulationState.SETTLING,
                    RegulationState.QUIET);

    ReviewView.Lane lane(Timeline timeline, int number) {
        return new ReviewView.Lane(
                timeline,
                session.code(timeline.lane()),
                number,
                rateAxis(timeline, timeline.rate()),
                rateAxis(timeline, timeline.beats().raw()),
                variationAxis(timeline.variation()));
    }

    /** Wide enough for all that happened, and the same at every zoom. */
    private static ReviewView.Axis rateAxis(Timeline timeline, Series shown) {
        double end = timeline.endSeconds() + 1;
        double low = Math.max(LEAST_RATE, shown.min(0, end).orElse(60));
        double high = Math.min(MOST_RATE, shown.max(0, end).orElse(100));
        for (int second : new int[] {timeline.lastSecond() / 2, timeline.lastSecond()}) {
            Optional<Timeline.Band> band = timeline.band(second);
            low = Math.min(low, band.map(Timeline.Band::lowerBpm).orElse(low));
            high = Math.max(high, band.map(Timeline.Band::upperBpm).orElse(high));
        }
        double missing = Math.max(0, LEAST_RATE_SPAN - (high - low)) / 2;
        double lower = Math.floor((low - missing) / 5) * 5 - 2;
        double upper = Math.ceil((high + missing) / 5) * 5 + 2;
        double span = upper - lower;
        return new ReviewView.Axis(lower, upper, span <= 60 ? 10 : span <= 130 ? 20 : 50);
    }

    private static ReviewView.Axis variationAxis(Series variation) {
        double end = variation.size() + 1.0;
        double low = variation.min(0, end).orElse(2);
        double high = variation.max(0, end).orElse(4);
        double missing = Math.max(0, LEAST_VARIATION_SPAN - (high - low)) / 2;
        double lower = Math.floor((low - missing) * 2) / 2 - 0.1;
        double upper = Math.ceil((high + missing) * 2) / 2 + 0.1;
        return new ReviewView.Axis(lower, upper, upper - lower <= 2.6 ? 0.5 : 1);
    }

    /** "50 min, electrodes, range version 6. Usable 86 % of the time …". */
    String head(Timeline lane) {
        List<String> parts = new ArrayList<>();
        parts.add(words.live().text("duration.minutes", Math.round(lane.endSeconds() / 60)));
        lane.sensor().map(SensorDescription::source).ifPresent(source -> parts.add(source(source)));
        parts.add(
                lane.bandVersion()
                        .map(version -> words.of("head.range.version", version))
                        .orElseGet(() -> words.of("head.range.today")));
        String usable =
                usablePercent(lane)
                        .map(percent -> words.of("head.usable", percent))
                        .orElseGet(() -> words.of("head.usable.none"));
        String end = session.timeline().closed() ? "" : " " + words.of("head.incomplete");
        return String.join(", ", parts) + ". " + usable + end;
    }

    private String source(org.attune.sensor.SourceClass source) {
        return words.of(LiveWords.key("source", source));
    }

    /** Share of the time there was a signal, rounded down: 100 is all of it. */
    private Optional<Long> usablePercent(Timeline lane) {
        return session.figures(lane.lane())
                .filter(figures -> figures.usablePercent().isPresent())
                .map(each -> Math.floor(each.usablePercent().getAsDouble()))
                .map(Double::longValue);
    }

    List<ReviewView.Row> rows(Timeline lane) {
        return session.figures(lane.lane()).stream()
                .flatMap(figures -> figures.episodes().stream())
                .map(this::row)
                .toList();
    }

    private ReviewView.Row row(Episode episode) {
        String near =
                episode.nearestMark()
                        .map(mark -> words.live().mark(mark))
                        .orElse(episode.afterMovement() ? words.of("rose.moving") : "");
        return new ReviewView.Row(
                episode.onsetSecond(),
                ReviewWords.clock(episode.onsetSecond()),
                ReviewView.figure(
                        episode.peakAboveBpm().value(), bpm -> words.of("rose.bpm", signed(bpm))),
                episode.secondsHigh() > 0
                        ? ReviewWords.clock(episode.secondsHigh())
                        : ReviewView.WITHHELD,
                ReviewView.figure(
                        episode.recovery().halfSeconds().value(),
                        seconds -> words.live().text("duration.seconds", Math.round(seconds))),
                near);
    }

    /** To whole beats, with its sign; zero without one. */
    String signed(double bpm) {
        String whole = words.live().whole(bpm);
        return whole.startsWith("-") || whole.equals("0") ? whole : "+" + whole;
    }

    /** Where an episode stands highest; its beginning where the peak is withheld. */
    double peakOf(Timeline lane, int row) {
        Episode episode = session.figures(lane.lane()).orElseThrow().episodes().get(row);
        return episode.peakSecond().value().orElse(episode.onsetSecond());
    }

    List<ReviewFigures.Divergence> questions(Timeline lane) {
        return session.figures(lane.lane()).map(ReviewFigures::divergences).orElse(List.of());
    }

    List<ReviewView.StateTime> times(Summary summary) {
        List<ReviewView.StateTime> times = new ArrayList<>();
        for (RegulationState state : STATES) {
            double seconds = summary.secondsIn(state);
            if (seconds > 0 || state != RegulationState.QUIET) {
                OptionalDouble percent = summary.percentOfUsable(state);
                String length = words.live().tenths(seconds / 60);
                times.add(
                        new ReviewView.StateTime(
                                state,
                                seconds,
                                percent.isPresent()
                                        ? words.of("times.share", length, share(percent))
                                        : words.of("times.apart", length)));
            }
        }
        return times;
    }

    private static String share(OptionalDouble percent) {
        return Long.toString(Math.round(percent.orElse(0)));
    }

    /** Why the state was what it was at a second, as it was said then. */
    ReviewView.Why why(Timeline lane, int second) {
        RegulationState state = lane.state(second);
        List<Reason> reasons = lane.why(second);
        String because =
                reasons.isEmpty()
                        ? words.of("why.none")
                        : reasons.stream()
                                .map(words.live()::reason)
                                .collect(Collectors.joining(", "));
        return new ReviewView.Why(
                second,
                state,
                words.of("why.line", ReviewWords.clock(second), words.live().word(state), because));
    }

    /** How many beats were left out, and what they were judged to be. */
    String artefacts(Timeline lane) {
        int all = lane.beats().size();
        return words.of("beats.left-out", lane.beats().artefacts(), all);
    }

    /** What the lists say of one person; does not change, so it is put into words once. */
    record Told(
            String facts,
            List<ReviewView.Row> rows,
            List<ReviewView.StateTime> times,
            List<ReviewFigures.Divergence> questions,
            String artefacts) {
        static final Told NOTHING = new Told("", List.of(), List.of(), List.of(), "");
    }

    Told told(Timeline lane) {
        return new Told(
                head(lane), rows(lane), times(lane.summary()), questions(lane), artefacts(lane));
    }

    /**
     * The head of the window.
     *
     * @param told of the person the lists are about; empty where there is nobody
     */
    ReviewView.Head head(
            List<ReviewView.Lane> people, Optional<String> told, boolean own, boolean ownShown) {
        return new ReviewView.Head(
                people.stream().map(ReviewView.Lane::code).toList(),
                words.of("head.title", session.date().map(words::day).orElse(session.name())),
                told.orElse(words.of("head.nobody")),
                session.kept().map(day -> words.of("head.kept", words.shortDay(day))).orElse(""),
                own ? words.of(ownShown ? "own.hide" : "own.show") : "",
                people.stream().anyMatch(ReviewFacts::simulated));
    }

    private static boolean simulated(ReviewView.Lane lane) {
        return lane.timeline().sensor().filter(sensor -> sensor.simulated()).isPresent();
    }

    /**
     * The two minutes around something.
     *
     * @param sign of a mark; empty for what has none
     */
    ReviewView.Inset inset(ReviewView.Lane lane, double at, String what, String sign) {
        return new ReviewView.Inset(
                lane,
                at - AROUND,
                at,
                at + AROUND,
                words.of("inset.of", what, ReviewWords.clock(at)),
                sign);
    }
}
