package org.attune.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.attune.pipeline.Moment;
import org.attune.session.MarkKind;
import org.attune.session.Marker;

/**
 * All that was said of a session after it, as it stands now: a pure function of the set of
 * annotations, whatever their order, so that copies of it that were joined agree. What somebody
 * else says of a mark's time is a suggestion; what stands is what the user of the vault says. Only
 * its author can take something back.
 *
 * <p>Immutable; any thread.
 *
 * @param standing what was not taken back, oldest first
 */
public record Annotations(List<Annotation> standing) {
    public static final Annotations NONE = new Annotations(List.of());
    private static final Comparator<Annotation> ORDER =
            Comparator.comparing(Annotation::at).thenComparing(Annotation::id);

    /** Marks that change what was concluded, or say what was agreed, stay where they are. */
    private static final Set<MarkKind> OF_THE_SESSION =
            EnumSet.of(
                    MarkKind.SET,
                    MarkKind.PROFILE,
                    MarkKind.SNOOZE,
                    MarkKind.UNDO,
                    MarkKind.ACKNOWLEDGED,
                    MarkKind.WITHDRAWN);

    public Annotations {
        standing = List.copyOf(standing);
    }

    /**
     * A mark whose time was corrected.
     *
     * @param set as it was set
     * @param stands where it stands now
     * @param by who said so and when
     */
    public record Correction(Marker set, Marker stands, Annotation by) {}

    /** What stands of all that was ever said. */
    public static Annotations of(List<Annotation> all) {
        Map<String, Annotation> byId = new HashMap<>();
        all.forEach(each -> byId.putIfAbsent(each.id(), each));
        Set<String> gone = new HashSet<>();
        for (Annotation each : byId.values()) {
            if (each.said() instanceof Said.TakenBack back) {
                Annotation meant = byId.get(back.id());
                if (meant != null && meant.author().equals(each.author())) {
                    gone.add(meant.id());
                }
            }
        }
        return new Annotations(
                byId.values().stream()
                        .filter(each -> !(each.said() instanceof Said.TakenBack))
                        .filter(each -> !gone.contains(each.id()))
                        .sorted(ORDER)
                        .toList());
    }

    /** Whether a mark of that kind may be set or moved after the session. */
    public static boolean isOfHindsight(MarkKind kind) {
        return !OF_THE_SESSION.contains(kind);
    }

    static void requireOfHindsight(MarkKind kind) {
        if (!isOfHindsight(kind)) {
            throw new IllegalArgumentException(
                    "must be a mark that can be set afterwards: kind=" + kind);
        }
    }

    /** Marks added by the user of the vault, where they stand. */
    public List<Marker> added() {
        Map<Marker, Correction> moved = moves();
        return ownAdded().stream()
                .map(mark -> moved.containsKey(mark) ? moved.get(mark).stands() : mark)
                .toList();
    }

    private List<Marker> ownAdded() {
        return standing.stream()
                .filter(Annotation::isOwn)
                .filter(each -> each.said() instanceof Said.Added)
                .map(each -> ((Said.Added) each.said()).mark())
                .toList();
    }

    /** The newest word of the user of the vault on each mark. */
    private Map<Marker, Correction> moves() {
        Map<Marker, Correction> moves = new LinkedHashMap<>();
        for (Annotation each : standing) {
            if (each.isOwn() && each.said() instanceof Said.Moved moved) {
                Marker mark = moved.mark();
                Marker stands = new Marker(moved.to(), mark.kind(), mark.detail());
                moves.put(mark, new Correction(mark, stands, each));
            }
        }
        return moves;
    }

    /** Marks whose time the user of the vault corrected, by the time at which they were set. */
    public List<Correction> corrections() {
        return moves().values().stream()
                .filter(each -> !each.set().equals(each.stands()))
                .sorted(Comparator.comparingLong(each -> each.set().at().nanos()))
                .toList();
    }

    /** As it was set, of a mark as it stands; itself where nothing was corrected. */
    public Marker asSet(Marker stands) {
        return moves().values().stream()
                .filter(each -> each.stands().equals(stands))
                .map(Correction::set)
                .findFirst()
                .orElse(stands);
    }

    /** The annotation that added this mark, as it stands. */
    public Optional<Annotation> additionOf(Marker stands) {
        Marker set = asSet(stands);
        return standing.stream()
                .filter(Annotation::isOwn)
                .filter(each -> each.said().equals(new Said.Added(set)))
                .findFirst();
    }

    /** The comments, of all authors, oldest first. */
    public List<Annotation> comments() {
        return standing.stream().filter(each -> each.said() instanceof Said.Comment).toList();
    }

    /** The record's summary as the user of the vault wrote it last. */
    public Optional<String> summary() {
        return standing.stream()
                .filter(Annotation::isOwn)
                .filter(each -> each.said() instanceof Said.Summary)
                .map(each -> ((Said.Summary) each.said()).text())
                .reduce((old, newest) -> newest);
    }

    /** Words to find the session by, each once, in the order in which they were given. */
    public List<String> tags() {
        return standing.stream()
                .filter(each -> each.said() instanceof Said.Tag)
                .map(each -> ((Said.Tag) each.said()).word())
                .distinct()
                .toList();
    }

    /** Whether the user of the vault lets those who supervise see it. */
    public boolean isShared(Annotation each) {
        return sharing(each).isPresent();
    }

    /** The word of the user of the vault by which it is shared. */
    public Optional<Annotation> sharing(Annotation shared) {
        Said wanted = new Said.Shared(shared.id());
        return standing.stream()
                .filter(Annotation::isOwn)
                .filter(each -> each.said().equals(wanted))
                .findFirst();
    }

    /**
     * What one other person may see: the words that the user of the vault shares, and their own.
     * Marks are not among them, they stand in the log.
     *
     * @param author who it is
     */
    public List<Annotation> shownTo(String author) {
        return standing.stream()
                .filter(
                        each ->
                                each.isOwn()
                                        ? canBeShared(each) && isShared(each)
                                        : each.author().equals(author))
                .toList();
    }

    /** Whether it is words of the user of the vault, which leave only where they are shared. */
    public boolean canBeShared(Annotation each) {
        return each.isOwn()
                && (each.said() instanceof Said.Comment || each.said() instanceof Said.Summary);
    }

    /** What others say of marks: times and marks that are theirs to suggest only. */
    public List<Annotation> suggestions() {
        return standing.stream()
                .filter(each -> !each.isOwn())
                .filter(
                        each ->
                                each.said() instanceof Said.Moved
                                        || each.said() instanceof Said.Added)
                .toList();
    }

    /**
     * The log with the marks where they stand: for reviews, reports and trends, never to be judged
     * again. What was recorded is not changed.
     */
    public List<Moment> over(List<Moment> log) {
        Map<Marker, Correction> moves = moves();
        List<Marker> added = added();
        if (moves.isEmpty() && added.isEmpty()) {
            return log;
        }
        List<Marker> set = new ArrayList<>();
        List<Moment> rest = new ArrayList<>(log.size());
        for (Moment moment : log) {
            if (moment instanceof Moment.Marked marked) {
                set.add(marked.marker());
            } else {
                rest.add(moment);
            }
        }
        List<Moment> marks = new ArrayList<>();
        for (Marker mark : Marks.standing(set)) {
            Correction moved = moves.get(mark);
            marks.add(new Moment.Marked(moved == null ? mark : moved.stands()));
        }
        added.forEach(mark -> marks.add(new Moment.Marked(mark)));
        marks.sort(Comparator.comparingLong(each -> each.at().nanos()));
        return merged(rest, marks);
    }

    /** Marks before whatever happened at the same instant. */
    private static List<Moment> merged(List<Moment> rest, List<Moment> marks) {
        List<Moment> all = new ArrayList<>(rest.size() + marks.size());
        int next = 0;
        for (Moment moment : rest) {
            while (next < marks.size() && marks.get(next).at().nanos() <= moment.at().nanos()) {
                all.add(marks.get(next++));
            }
            all.add(moment);
        }
        all.addAll(marks.subList(next, marks.size()));
        return all;
    }

    /** How many marks stand elsewhere than they were set, and how many were added. */
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        int moved = corrections().size();
        int added = ownAdded().size();
        if (moved > 0) {
            remarks.add(
                    moved
                            + (moved == 1 ? " mark stands" : " marks stand")
                            + " at a corrected time");
        }
        if (added > 0) {
            remarks.add(
                    added
                            + (added == 1 ? " mark was" : " marks were")
                            + " added after the session");
        }
        return remarks;
    }
}
