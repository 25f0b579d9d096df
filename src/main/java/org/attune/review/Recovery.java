package org.attune.review;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How fast a rise went back by half, read from a curve laid through the fall: {@code amplitude / (1
 * + exp((t - middle) / width))} above the middle of the personal range, t in seconds after the
 * peak. Simple differences of two readings do not repeat from one day to the next, the fitted curve
 * does (Christenfeld 2000, Psychophysiology 37, 543).
 *
 * @param halfSeconds from the peak until half of the height is gone, s; withheld when the fit is
 *     poor
 * @param interval where it lies with 95 % confidence, s; empty where it is withheld
 * @param curve the curve; empty where none was found
 */
public record Recovery(Figure halfSeconds, Optional<Range> interval, Optional<Curve> curve) {
    /** From {@code low} to {@code high}. */
    public record Range(double low, double high) {}

    /**
     * The curve.
     *
     * @param peakSecond where its t is 0, session seconds
     * @param centreBpm the middle of the range, to which it falls, bpm
     * @param amplitudeBpm where it comes from, above that, bpm
     * @param middleSeconds where it is steepest, s after the peak
     * @param widthSeconds how slowly it falls, s
     * @param explained share of the variance it explains, 0 to 1
     * @param points how many values it was laid through
     */
    public record Curve(
            double peakSecond,
            double centreBpm,
            double amplitudeBpm,
            double middleSeconds,
            double widthSeconds,
            double explained,
            int points) {}

    static Recovery none(Lack lack) {
        return new Recovery(Figure.none(lack), Optional.empty(), Optional.empty());
    }

    /**
     * The median half-time of a session's rises that have one, s; empty where none has. A rise with
     * movement behind it, or whose curve fits too poorly, has none.
     */
    public static OptionalDouble medianHalfSeconds(Timeline lane) {
        double[] halves =
                new EpisodeReading(lane, RateSamples.of(lane))
                        .all().stream()
                                .map(each -> each.recovery().halfSeconds())
                                .filter(Figure::isKnown)
                                .mapToDouble(each -> each.value().orElseThrow())
                                .toArray();
        return halves.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(Middle.of(halves));
    }
}
