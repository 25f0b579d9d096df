package org.attune.regulation;

/**
 * The middle of the usual range as it moves through the session.
 *
 * @see AnchorRules
 */
final class SlowAnchor {
    private final AnchorRules rules;
    private double learned = Double.NaN;
    private double centre = Double.NaN;

    SlowAnchor(AnchorRules rules) {
        this.rules = rules;
    }

    /** Begins at what was learned, bpm. */
    void begin(double centreBpm) {
        learned = centreBpm;
        centre = centreBpm;
    }

    double centreBpm() {
        return centre;
    }

    /** How far it has moved since it was learned, bpm. */
    double movedBpm() {
        return centre - learned;
    }

    /** One second of a level that can be trusted, of a person at rest, bpm. */
    void follow(double levelBpm) {
        double distance = levelBpm - centre;
        double step;
        if (distance < 0) {
            step = distance / rules.fallSeconds();
        } else if (distance < rules.nearBpm()) {
            step = distance / rules.riseSeconds();
        } else {
            step = rules.nearBpm() / rules.leakSeconds();
        }
        double least = learned - rules.mostDownBpm();
        double most = learned + rules.mostUpBpm();
        centre = Math.min(most, Math.max(least, centre + step));
    }
}
