package org.attune.archfixture.signal;

import java.util.ArrayList;
import java.util.List;

/** Breaks no-mutable-statics: final, and yet it grows. */
final class OpenList {
    private static final List<String> SEEN = new ArrayList<>();

    void see(String name) {
        SEEN.add(name);
    }
}
