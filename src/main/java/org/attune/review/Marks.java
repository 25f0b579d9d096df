package org.attune.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.attune.session.MarkKind;
import org.attune.session.Marker;
import org.attune.session.Phase;

/**
 * The therapist's marks of a session as they stand at its end: what was taken back is not among
 * them. Immutable; any thread.
 *
 * @param standing all of them, in order
 * @param phases from one mark to the next; a session arrives until told otherwise
 * @param sets of bilateral stimulation; one never ended lasts to the end
 * @param snoozes in which cues were silent; a new one takes the place of the one before
 * @param profiles which settings held from a mark on, by the mark's detail; from the first on
 * @param suds the client's own numbers, 0 to 10
 */
public record Marks(
        List<Marker> standing,
        Spans<Phase> phases,
        Spans<Marker> sets,
        Spans<Marker> snoozes,
        Spans<String> profiles,
        List<Suds> suds) {
    private static final Set<MarkKind> INTERVENTIONS =
            Set.of(
                    MarkKind.SLOW,
                    MarkKind.GROUND,
                    MarkKind.BREATHE,
                    MarkKind.PAUSE,
                    MarkKind.INQUIRE,
                    MarkKind.RESUME);
    private static final Set<MarkKind> OBSERVATIONS =
            Set.of(
                    MarkKind.COGNITIVE,
                    MarkKind.SOMATIC,
                    MarkKind.BEHAVIOURAL,
                    MarkKind.VERBAL,
                    MarkKind.EMOTIONAL,
                    MarkKind.WORDS_NOT_BODY);

    /**
     * The client's own number of distress.
     *
     * @param second when it was given, session seconds
     * @param value 0 to 10
     */
    public record Suds(double second, int value) {}

    public Marks {
        standing = List.copyOf(standing);
        suds = List.copyOf(suds);
    }

    /**
     * @param all every mark of the log, in order, those taken back and their {@link MarkKind#UNDO}
     *     included
     * @param endSeconds when the session ended, session seconds
     */
    public static Marks of(List<Marker> all, double endSeconds) {
        List<Marker> standing = standing(all);
        double end = standing.stream().mapToDouble(Marks::second).reduce(endSeconds, Math::max);
        return new Marks(
                standing,
                phases(standing, end),
                sets(standing, end),
                snoozes(standing, end),
                profiles(standing, end),
                suds(standing));
    }

    /**
     * Those of {@code all} that were not taken back, in the same order; without the {@link
     * MarkKind#UNDO} themselves.
     */
    public static List<Marker> standing(List<Marker> all) {
        Set<String> undone = new HashSet<>();
        for (Marker each : all) {
            if (each.kind() == MarkKind.UNDO) {
                undone.add(each.detail());
            }
        }
        return all.stream()
                .filter(each -> each.kind() != MarkKind.UNDO)
                .filter(each -> !undone.contains(Long.toString(each.at().nanos())))
                .toList();
    }

    /** Whether it tells what the therapist did. */
    public static boolean isIntervention(Marker mark) {
        return INTERVENTIONS.contains(mark.kind());
    }

    /** Whether it tells what was seen of the client. */
    public static boolean isObservation(Marker mark) {
        return OBSERVATIONS.contains(mark.kind());
    }

    /** Whether it is the therapist's alone: never shown to others. */
    public static boolean isPrivate(Marker mark) {
        return mark.kind() == MarkKind.FELT;
    }

    /** When a mark was set, session seconds. */
    public static double second(Marker mark) {
        return mark.at().toSeconds();
    }

    /** Those from {@code from}, inclusive, to {@code to}, inclusive, session seconds. */
    public List<Marker> within(double from, double to) {
        return standing.stream()
                .filter(each -> second(each) >= from && second(each) <= to)
                .toList();
    }

    private static Spans<Phase> phases(List<Marker> standing, double end) {
        List<Span<Phase>> spans = new ArrayList<>();
        Phase phase = Phase.ARRIVE;
        double since = 0;
        for (Marker each : standing) {
            if (each.kind() == MarkKind.PHASE) {
                add(spans, since, second(each), phase);
                phase = Phase.valueOf(each.detail());
                since = second(each);
            }
        }
        add(spans, since, end, phase);
        return Spans.of(spans);
    }

    private static Spans<Marker> sets(List<Marker> standing, double end) {
        List<Span<Marker>> spans = new ArrayList<>();
        List<Marker> open = new ArrayList<>(1);
        for (Marker each : standing) {
            if (each.kind() != MarkKind.SET) {
                continue;
            }
            if (each.beginsSet()) {
                if (open.isEmpty()) {
                    open.add(each);
                }
            } else if (!open.isEmpty()) {
                Marker begun = open.remove(0);
                add(spans, second(begun), second(each), begun);
            }
        }
        open.forEach(begun -> add(spans, second(begun), end, begun));
        return Spans.of(spans);
    }

    private static Spans<Marker> snoozes(List<Marker> standing, double end) {
        List<Marker> all =
                standing.stream().filter(each -> each.kind() == MarkKind.SNOOZE).toList();
        List<Span<Marker>> spans = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Marker each = all.get(i);
            double next = i + 1 < all.size() ? second(all.get(i + 1)) : end;
            add(spans, second(each), Math.min(each.snoozeEnd().toSeconds(), next), each);
        }
        return Spans.of(spans);
    }

    private static Spans<String> profiles(List<Marker> standing, double end) {
        List<Marker> all =
                standing.stream().filter(each -> each.kind() == MarkKind.PROFILE).toList();
        List<Span<String>> spans = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            double next = i + 1 < all.size() ? second(all.get(i + 1)) : end;
            add(spans, second(all.get(i)), next, all.get(i).detail());
        }
        return Spans.of(spans);
    }

    private static <T> void add(List<Span<T>> spans, double from, double to, T what) {
        if (to > from) {
            spans.add(new Span<>(from, to, what));
        }
    }

    /** A number that is none, or none of the scale, is no answer. */
    private static List<Suds> suds(List<Marker> standing) {
        return standing.stream()
                .filter(each -> each.kind() == MarkKind.SUDS)
                .filter(each -> each.detail().matches("10|[0-9]"))
                .map(each -> new Suds(second(each), Integer.parseInt(each.detail())))
                .toList();
    }
}
