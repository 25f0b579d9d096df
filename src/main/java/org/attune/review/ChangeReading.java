package org.attune.review;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.attune.regulation.RegulationState;
import org.attune.review.ReviewFigures.KindResponse;
import org.attune.review.ReviewFigures.Response;
import org.attune.review.ReviewFigures.Shift;
import org.attune.session.MarkKind;
import org.attune.session.Marker;
import org.attune.session.Phase;

/** Compares stretches of a session: before and after a mark, beginning and end. */
final class ChangeReading {
    private static final double SIDE_SECONDS = 60;
    private static final double LEAST_SIDE = 30;
    private static final double END_SECONDS = 120;
    private static final double LEAST_END = 60;
    private static final double START_LEAST = 60;
    private static final int REST_SECONDS = 180;
    private static final int LEAST_REST = 120;

    private final Timeline lane;
    private final RateSamples samples;

    ChangeReading(Timeline lane, RateSamples samples) {
        this.lane = lane;
        this.samples = samples;
    }

    List<Response> responses() {
        return lane.marks().standing().stream()
                .filter(Marks::isIntervention)
                .map(this::response)
                .toList();
    }

    private Response response(Marker mark) {
        double at = Marks.second(mark);
        RateSamples.Window before = samples.window(at - SIDE_SECONDS, at);
        RateSamples.Window after = samples.window(at, at + SIDE_SECONDS);
        double least = Math.min(before.usableSeconds(), after.usableSeconds());
        Figure change =
                least < LEAST_SIDE
                        ? Figure.none(new Lack(Lack.Kind.TOO_LITTLE_USABLE, LEAST_SIDE, least))
                        : Figure.of(after.medianBpm() - before.medianBpm());
        double from = Math.max(0, at - SIDE_SECONDS);
        boolean moving = EpisodeReading.movingSeconds(lane, from, at + SIDE_SECONDS) > 0;
        return new Response(mark, change, before.count(), after.count(), moving);
    }

    static List<KindResponse> byKind(List<Response> responses) {
        Map<MarkKind, List<Response>> kinds = new EnumMap<>(MarkKind.class);
        for (Response each : responses) {
            kinds.computeIfAbsent(each.mark().kind(), kind -> new ArrayList<>()).add(each);
        }
        return kinds.entrySet().stream()
                .map(entry -> ofKind(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static KindResponse ofKind(MarkKind kind, List<Response> all) {
        double[] known =
                all.stream()
                        .map(each -> each.changeBpm().value())
                        .filter(OptionalDouble::isPresent)
                        .mapToDouble(OptionalDouble::getAsDouble)
                        .toArray();
        Figure middle = known.length == 0 ? all.get(0).changeBpm() : Figure.of(Middle.of(known));
        return new KindResponse(kind, all.size(), known.length, middle);
    }

    Shift shift() {
        Figure start = start();
        Figure end = end();
        Figure rest = rest();
        return new Shift(start, end, rest, end.minus(start), rest.minus(start));
    }

    /** While the range was learned: the last three minutes before the first judgement. */
    private Figure start() {
        for (Span<RegulationState> span : lane.states()) {
            if (span.what() == RegulationState.UNKNOWN) {
                continue;
            }
            if (span.what() != RegulationState.LEARNING) {
                break;
            }
            if (isLastOfLearning(span)) {
                return median(span.to() - REST_SECONDS, span.to(), START_LEAST);
            }
        }
        return Figure.none(Lack.Kind.NOT_LEARNED);
    }

    private boolean isLastOfLearning(Span<RegulationState> span) {
        return lane.level().at((int) span.to() + 1).isPresent();
    }

    private Figure end() {
        int last = lane.lastSecond();
        while (last > 0 && lane.state(last) == RegulationState.UNKNOWN) {
            last--;
        }
        return median(last - END_SECONDS, last, LEAST_END);
    }

    private Figure median(double from, double to, double least) {
        RateSamples.Window window = samples.window(from, to);
        double usable = window.usableSeconds();
        return usable < least
                ? Figure.none(new Lack(Lack.Kind.TOO_LITTLE_USABLE, least, usable))
                : Figure.of(window.medianBpm());
    }

    /** The calmest three minutes of settling, slid by the second. */
    private Figure rest() {
        List<Span<Phase>> settling =
                lane.marks().phases().all().stream()
                        .filter(span -> span.what() == Phase.SETTLE)
                        .toList();
        if (settling.isEmpty()) {
            return Figure.none(Lack.Kind.NO_PHASE);
        }
        Figure least = Figure.none(new Lack(Lack.Kind.TOO_LITTLE_USABLE, LEAST_REST, 0));
        for (Span<Phase> span : settling) {
            for (double end = span.from() + REST_SECONDS; end <= span.to(); end++) {
                Figure here = restEnding(end);
                least = here.isKnown() && isLess(here, least) ? here : least;
            }
        }
        return least;
    }

    private Figure restEnding(double end) {
        double from = end - REST_SECONDS;
        double calm =
                lane.states().within(from, end).stream()
                        .filter(span -> span.what() == RegulationState.USUAL)
                        .mapToDouble(Span::seconds)
                        .sum();
        double moving = EpisodeReading.movingSeconds(lane, from, end);
        return calm < LEAST_REST || moving > 0
                ? Figure.none(new Lack(Lack.Kind.TOO_LITTLE_USABLE, LEAST_REST, calm))
                : median(from, end, LEAST_REST);
    }

    private static boolean isLess(Figure here, Figure least) {
        return !least.isKnown() || here.value().getAsDouble() < least.value().getAsDouble();
    }
}
