package org.attune.review;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Stretches of a session that follow each other without overlap, in order. A window of them costs a
 * binary search and what it holds. Immutable; any thread.
 */
public final class Spans<T> implements Iterable<Span<T>> {
    private final List<Span<T>> all;

    private Spans(List<Span<T>> all) {
        this.all = List.copyOf(all);
    }

    /**
     * @param inOrder each beginning no earlier than the one before it ends
     */
    public static <T> Spans<T> of(List<Span<T>> inOrder) {
        for (int i = 1; i < inOrder.size(); i++) {
            if (inOrder.get(i).from() < inOrder.get(i - 1).to()) {
                throw new IllegalArgumentException("must not overlap: span=" + i);
            }
        }
        return new Spans<>(inOrder);
    }

    /** All of them, in order. */
    public List<Span<T>> all() {
        return all;
    }

    public int size() {
        return all.size();
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    @Override
    public Iterator<Span<T>> iterator() {
        return all.iterator();
    }

    /** Those that touch a window for more than an instant, clipped by it. */
    public List<Span<T>> within(double from, double to) {
        List<Span<T>> found = new ArrayList<>();
        for (int i = firstEndingAfter(from); i < all.size() && all.get(i).from() < to; i++) {
            found.add(all.get(i).clipped(from, to));
        }
        return found;
    }

    /** The one that holds at {@code second}: it began before it and did not end before it. */
    public Optional<Span<T>> at(double second) {
        int index = firstEndingAfter(second);
        return index < all.size() && all.get(index).from() <= second
                ? Optional.of(all.get(index))
                : Optional.empty();
    }

    /** Total length of the spans, seconds. */
    public double seconds() {
        return all.stream().mapToDouble(Span::seconds).sum();
    }

    private int firstEndingAfter(double second) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).to() > second) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
