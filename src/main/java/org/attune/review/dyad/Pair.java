package org.attune.review.dyad;

import java.util.ArrayList;
import java.util.List;
import org.attune.session.LaneId;

/** Two people of a session. Immutable; any thread. */
public record Pair(LaneId first, LaneId second) {
    /** Each two of {@code lanes}, in their order. */
    public static List<Pair> of(List<LaneId> lanes) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < lanes.size(); i++) {
            for (int j = i + 1; j < lanes.size(); j++) {
                pairs.add(new Pair(lanes.get(i), lanes.get(j)));
            }
        }
        return pairs;
    }
}
