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

    /** The same with another verdict of the product, as settings change. */
    public Prepared with(Track otherProduct) {
        return new Prepared(recording, otherProduct, prototype, simpleScores);
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
