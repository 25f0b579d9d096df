package org.attune.export.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.attune.review.Figure;
import org.attune.review.Lack;

/** Collects why figures of a page are left blank. Confined to one thread. */
final class Blanks {
    private final Map<Lack.Kind, Lack> lacks = new LinkedHashMap<>();

    /** The figure itself; why it is blank is remembered. */
    Figure of(Figure figure) {
        figure.lack().ifPresent(each -> lacks.putIfAbsent(each.kind(), each));
        return figure;
    }

    /** Each reason once. */
    List<Lack> all() {
        return List.copyOf(lacks.values());
    }
}
