package org.attune.ui;

import java.util.List;

/**
 * Who is here instead, while it is being chosen.
 *
 * @param codes what there is to choose from; an empty code is somebody unnamed
 * @param at which one is chosen now
 * @param open whether it is being chosen at all
 */
record ChoiceOfPerson(List<String> codes, int at, boolean open) {
    static final ChoiceOfPerson CLOSED = new ChoiceOfPerson(List.of(), 0, false);

    ChoiceOfPerson {
        codes = List.copyOf(codes);
    }

    static ChoiceOfPerson of(List<String> codes) {
        return new ChoiceOfPerson(codes, 0, !codes.isEmpty());
    }

    /** One further up or down; the ends hold. */
    ChoiceOfPerson moved(int by) {
        return new ChoiceOfPerson(codes, Math.max(0, Math.min(codes.size() - 1, at + by)), open);
    }

    String selected() {
        return codes.isEmpty() ? "" : codes.get(at);
    }

    /** Those about the chosen one, no more than {@code most}. */
    List<String> window(int most) {
        int from = Math.max(0, Math.min(at - most / 2, codes.size() - most));
        return codes.subList(from, Math.min(codes.size(), from + most));
    }
}
