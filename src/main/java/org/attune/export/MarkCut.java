package org.attune.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.attune.consent.DataCategory;
import org.attune.export.ExportContent.Mark;
import org.attune.pipeline.Moment;
import org.attune.review.Marks;
import org.attune.session.MarkKind;
import org.attune.session.Marker;
import org.attune.session.Role;

/**
 * The marks of a session that may leave with one lane of it. Those taken back are gone, what the
 * therapist felt is theirs. What was seen in a client, and their own number, leaves with the
 * client's lane only, and only where there is no second person it might be about. A detail that has
 * not the form of its kind is free text, whatever put it there.
 */
final class MarkCut {
    private static final Set<MarkKind> OF_THE_PERSON =
            Set.of(
                    MarkKind.COGNITIVE,
                    MarkKind.SOMATIC,
                    MarkKind.BEHAVIOURAL,
                    MarkKind.VERBAL,
                    MarkKind.EMOTIONAL,
                    MarkKind.WORDS_NOT_BODY,
                    MarkKind.SUDS);
    private static final Pattern SUDS = Pattern.compile("10|[0-9]");

    private final RecordedLane lane;
    private final Set<DataCategory> granted;

    MarkCut(RecordedLane lane, Set<DataCategory> granted) {
        this.lane = lane;
        this.granted = granted;
    }

    List<Mark> cut() {
        boolean notes = granted.contains(DataCategory.NOTES);
        return standing().stream().map(each -> mark(each, notes)).toList();
    }

    /** The same as marks, without any word of their maker's own. */
    List<Marker> wordless() {
        return standing().stream()
                .filter(each -> each.kind() != MarkKind.PROFILE)
                .map(each -> new Marker(each.at(), each.kind(), detail(each)))
                .toList();
    }

    private List<Marker> standing() {
        if (!granted.contains(DataCategory.MARKERS) && !granted.contains(DataCategory.NOTES)) {
            return List.of();
        }
        List<Marker> all = new ArrayList<>();
        for (Moment moment : lane.moments()) {
            if (moment instanceof Moment.Marked marked) {
                all.add(marked.marker());
            }
        }
        boolean about = isAboutThisPerson();
        return Marks.standing(all).stream()
                .filter(each -> !Marks.isPrivate(each))
                .filter(each -> about || !OF_THE_PERSON.contains(each.kind()))
                .toList();
    }

    private boolean isAboutThisPerson() {
        long others =
                lane.session().participants().stream()
                        .filter(each -> !each.lane().equals(lane.lane()))
                        .filter(each -> each.lane().role() != Role.THERAPIST)
                        .count();
        return lane.lane().role() == Role.CLIENT && others == 0;
    }

    private static Mark mark(Marker marker, boolean notes) {
        String detail = detail(marker);
        boolean text = detail.isEmpty() && marker.kind() != MarkKind.PROFILE;
        return new Mark(
                marker.at().nanos(),
                marker.kind(),
                detail,
                notes && text && !marker.detail().isEmpty()
                        ? Optional.of(marker.detail())
                        : Optional.empty());
    }

    /** What its kind prescribes, or nothing; a profile's name is its user's own word. */
    private static String detail(Marker marker) {
        String detail = marker.detail();
        return switch (marker.kind()) {
            case PHASE, SET, SNOOZE -> detail;
            case SUDS -> SUDS.matcher(detail).matches() ? detail : "";
            case PROFILE -> detail.substring(detail.indexOf('@') + 1);
            default -> "";
        };
    }
}
