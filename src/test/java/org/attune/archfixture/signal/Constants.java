package org.attune.archfixture.signal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.attune.archfixture.session.Visit;

/** Keeps no-mutable-statics. */
final class Constants {
    private static final double[] TAPS = {0.25, 0.5, 0.25};
    static final List<String> NAMES = List.of("a", "b");
    static final Map<String, Integer> SIZES = Map.of("a", 1);
    static final Duration HOLD = Duration.ofSeconds(15);
    static final Visit FIRST = new Visit("first");

    double first() {
        return TAPS[0];
    }
}
