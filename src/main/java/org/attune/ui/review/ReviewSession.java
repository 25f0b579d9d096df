package org.attune.ui.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.attune.review.Annotations;
import org.attune.review.ReviewFigures;
import org.attune.review.SessionTimeline;
import org.attune.session.LaneId;
import org.attune.session.Participant;

/**
 * What the window shows: one finished session, as it was read with the consents that allow it.
 * Immutable.
 *
 * @param name of the session or the file
 * @param date when it was, in the reader's own time; not known of a file
 * @param people who was recorded
 * @param timeline the session laid out in time
 * @param figures of each lane; a lane without any shows none
 * @param kept when the first of the people agreed that it is kept
 * @param annotations what was said of it afterwards; its marks stand in the timeline already
 */
public record ReviewSession(
        String name,
        Optional<LocalDate> date,
        List<Participant> people,
        SessionTimeline timeline,
        List<ReviewFigures> figures,
        Optional<LocalDate> kept,
        Annotations annotations) {
    /** A session of which nothing was said. */
    public ReviewSession(
            String name,
            Optional<LocalDate> date,
            List<Participant> people,
            SessionTimeline timeline,
            List<ReviewFigures> figures,
            Optional<LocalDate> kept) {
        this(name, date, people, timeline, figures, kept, Annotations.NONE);
    }

    public ReviewSession {
        people = List.copyOf(people);
        figures = List.copyOf(figures);
    }

    /** The code of the person of a lane; the lane's own name where nobody is named. */
    String code(LaneId lane) {
        return people.stream()
                .filter(each -> each.lane().equals(lane))
                .map(each -> each.code().value())
                .findFirst()
                .orElse(lane.value());
    }

    Optional<ReviewFigures> figures(LaneId lane) {
        return figures.stream().filter(each -> each.lane().equals(lane)).findFirst();
    }
}
