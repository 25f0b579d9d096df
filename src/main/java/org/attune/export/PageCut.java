package org.attune.export;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.attune.consent.DataCategory;
import org.attune.pipeline.Moment;
import org.attune.review.ReviewFigures;
import org.attune.review.SessionTimeline;
import org.attune.review.Timeline;
import org.attune.session.LaneId;
import org.attune.session.Marker;

/**
 * Cuts a lane down to what a printed page may show, before anything is laid out or reckoned: what
 * is private or of others never reaches the page.
 */
final class PageCut {
    /** What stands on a page; it is granted as a whole or not printed. */
    static final Set<DataCategory> SHOWN =
            EnumSet.of(
                    DataCategory.HR,
                    DataCategory.MARKERS,
                    DataCategory.ESTIMATES,
                    DataCategory.REPORT);

    private PageCut() {}

    static ExportContent.Reviewed of(RecordedLane lane, Set<DataCategory> granted) {
        if (!granted.containsAll(SHOWN)) {
            throw new IllegalArgumentException(
                    "a page shows rate, marks, estimates: it needs all of " + SHOWN);
        }
        SessionTimeline.Reader reader = new SessionTimeline.Reader(List.of(lane.lane()));
        for (Moment moment : lane.moments()) {
            if (!(moment instanceof Moment.Marked) && isOurs(lane.lane(), moment)) {
                reader.add(moment);
            }
        }
        for (Marker marker : new MarkCut(lane, granted).wordless()) {
            reader.add(new Moment.Marked(marker));
        }
        Timeline timeline = reader.read().lanes().get(0);
        return new ExportContent.Reviewed(
                timeline, ReviewFigures.of(timeline), lane.session().settingsFingerprint());
    }

    private static boolean isOurs(LaneId ours, Moment moment) {
        if (moment instanceof Moment.Heard heard) {
            return heard.lane().equals(ours);
        }
        if (moment instanceof Moment.Judged judged) {
            return judged.lane().equals(ours);
        }
        if (moment instanceof Moment.Concluded concluded) {
            return concluded.lane().equals(ours);
        }
        return !(moment instanceof Moment.Prepared prepared) || prepared.lane().equals(ours);
    }
}
