package org.attune.evaluate;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A recording with all that does not depend on thresholds: what the product said, the simple scores
 * and the reference filter. Immutable; made on any thread.
 */
public final class Prepared {
    private final Recording recording;
    private final Track product;
    private final Prototype prototype;
    private final Map<String, double[]> simpleScores;

    private Prepared(
            Recording recording,
            Track product,
            Prototype prototype,
            Map<String, double[]> simpleScores) {
        this.recording = recording;
        this.product = product;
        this.prototype = prototype;
        this.simpleScores = simpleScores;
    }

    /** Computes it; takes a fraction of a second for each hour recorded. */
    public static Prepared of(Recording recording, Track product) {
        return new Prepared(
                recording, product, Prototype.of(recording), Baselines.scores(recording));
    }

    /**
     * What a detector compared with says at another threshold.
     *
     * @throws IllegalArgumentException when there is no such detector of this source
     */
    public Track at(String detector, double threshold) {
        if (detector.equals(Prototype.NAME)) {
            return prototype.track(threshold);
        }
        double[] score = simpleScores.get(detector);
        if (score == null) {
            throw new IllegalArgumentException(
                    "must be "
                            + Prototype.NAME
                            + " or one of "
                            + simpleScores.keySet()
                            + ": detector="
                            + detector);
        }
        return Track.of(detector, score, Thresholds.rule(threshold));
    }

    /** What it is. */
    public Recording recording() {
        return recording;
    }

    Track product() {
        return product;
    }

    Prototype prototype() {
        return prototype;
    }

    Map<String, double[]> simpleScores() {
        return new LinkedHashMap<>(simpleScores);
    }
}
