package org.attune.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.attune.session.LaneId;
import org.attune.testkit.Golden;

/**
 * A golden case of a whole session: what the program makes of it, and what an independent reference
 * made of it.
 */
record GoldenFigures(ReviewFigures found, Map<String, String> expected) {
    static GoldenFigures of(String name) {
        Map<String, String> expected = new LinkedHashMap<>();
        Golden.rows(name + "/expected.csv").forEach(row -> expected.put(row[0], row[1]));
        return new GoldenFigures(
                ReviewFigures.of(
                        SessionTimeline.of(List.of(LaneId.CLIENT), RecordedSession.moments(name))
                                .lanes()
                                .get(0)),
                expected);
    }

    boolean has(String name) {
        return expected.containsKey(name);
    }

    String text(String name) {
        return Objects.requireNonNull(expected.get(name), name);
    }

    double value(String name) {
        return Double.parseDouble(text(name));
    }

    /** The same value, or withheld by both. */
    void same(String name, Figure figure) {
        if (text(name).isEmpty()) {
            assertThat(figure.isKnown()).as("%s is %s", name, figure).isFalse();
        } else {
            assertThat(figure.isKnown()).as("%s is %s", name, figure).isTrue();
            close(name, figure.value().getAsDouble(), 1e-9);
        }
    }

    void close(String name, double value, double relative) {
        assertThat(value)
                .as(name)
                .isCloseTo(value(name), within(relative * Math.max(1e-3, Math.abs(value(name)))));
    }
}
