package org.attune.export;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.attune.consent.DataCategory;
import org.attune.pipeline.Moment;
import org.attune.regulation.ArousalEstimate;
import org.attune.regulation.Reason;
import org.attune.review.Annotation;
import org.attune.review.Marks;
import org.attune.review.Said;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SensorEvent;
import org.attune.session.Marker;
import org.attune.signal.Signal;

/**
 * Cuts one lane of a session down to what somebody may review who is shown it for supervision: the
 * log as it was, without the other people, without what is private, without what is known of the
 * person from before, without movement and raw curves, which no category of consent covers, and
 * without a word that is not shared.
 */
final class ReviewCut {
    /** What is reviewed; it is granted as a whole or not sent. */
    static final Set<DataCategory> SHOWN =
            EnumSet.of(
                    DataCategory.RR, DataCategory.HR, DataCategory.MARKERS, DataCategory.ESTIMATES);

    /** What tells of the person's body or of earlier sessions; the first four name a flag. */
    private static final Set<Reason.Code> KNOWN_BEFORE =
            EnumSet.of(
                    Reason.Code.PACED,
                    Reason.Code.DENERVATED,
                    Reason.Code.BLUNTED,
                    Reason.Code.KNOWN_IRREGULAR,
                    Reason.Code.EARLIER_SESSIONS,
                    Reason.Code.DRAWN_TO_EARLIER,
                    Reason.Code.EARLIER_UNUSABLE,
                    Reason.Code.MOVEMENT);

    private static final Reason NOT_TOLD = Reason.of(Reason.Code.NOT_TOLD);

    private final RecordedLane lane;
    private final List<Moment> kept = new ArrayList<>();

    private ReviewCut(RecordedLane lane) {
        this.lane = lane;
    }

    static ExportContent.Shared of(
            RecordedLane lane, Set<DataCategory> granted, List<Annotation> words) {
        ReviewCut cut = new ReviewCut(lane);
        List<Moment> marks = new ArrayList<>();
        for (Marker marker : new MarkCut(lane, granted).wordless()) {
            marks.add(new Moment.Marked(marker));
        }
        int next = 0;
        for (Moment moment : lane.moments()) {
            while (next < marks.size() && !marks.get(next).at().isAfter(moment.at())) {
                cut.kept.add(marks.get(next++));
            }
            cut.take(moment);
        }
        cut.kept.addAll(marks.subList(next, marks.size()));
        return new ExportContent.Shared(
                lane.lane(),
                cut.kept,
                words.stream().filter(each -> !isPrivate(each.said())).toList(),
                lane.session().settingsFingerprint());
    }

    private static boolean isPrivate(Said said) {
        return (said instanceof Said.Moved moved && Marks.isPrivate(moved.mark()))
                || (said instanceof Said.Added added && Marks.isPrivate(added.mark()));
    }

    private void take(Moment moment) {
        if (moment instanceof Moment.Heard heard && heard.lane().equals(lane.lane())) {
            heard(heard.event()).ifPresent(event -> kept.add(new Moment.Heard(lane.lane(), event)));
        } else if (moment instanceof Moment.Judged judged && judged.lane().equals(lane.lane())) {
            kept.add(judged);
        } else if (moment instanceof Moment.Concluded concluded
                && concluded.lane().equals(lane.lane())) {
            kept.add(
                    new Moment.Concluded(
                            lane.lane(),
                            concluded.reading(),
                            cut(concluded.estimate()),
                            cut(concluded.signal())));
        } else if (moment instanceof Moment.Ended || moment instanceof Moment.Faulted) {
            kept.add(moment);
        }
    }

    /** Of a sensor only what kind it is; of what it said only beats, and where they are missing. */
    private static Optional<SensorEvent> heard(SensorEvent event) {
        if (event instanceof SensorEvent.Linked linked) {
            SensorDescription sensor = linked.sensor();
            SensorDescription nameless =
                    new SensorDescription(
                            SensorModels.general(sensor.source()),
                            "",
                            sensor.source(),
                            sensor.capabilities());
            return Optional.of(new SensorEvent.Linked(linked.at(), nameless));
        }
        if (event instanceof SensorEvent.LinkLost lost) {
            return Optional.of(new SensorEvent.LinkLost(lost.at(), ""));
        }
        boolean leaves =
                event instanceof SensorEvent.RrReceived
                        || event instanceof SensorEvent.HeartRateReceived
                        || event instanceof SensorEvent.ContactChanged
                        || event instanceof SensorEvent.Overrun;
        return leaves ? Optional.of(event) : Optional.empty();
    }

    private static ArousalEstimate cut(ArousalEstimate estimate) {
        return new ArousalEstimate(
                estimate.at(),
                estimate.level(),
                estimate.state(),
                estimate.raised(),
                estimate.confidence(),
                estimate.baseline(),
                cut(estimate.reasons()),
                estimate.estimatorId());
    }

    private static Signal cut(Signal signal) {
        return signal.match(
                shown -> new Signal.Shown(shown.pace(), shown.cueFate(), cut(shown.because())),
                withheld ->
                        KNOWN_BEFORE.contains(withheld.because().code())
                                ? new Signal.Withheld(NOT_TOLD)
                                : withheld);
    }

    private static List<Reason> cut(List<Reason> reasons) {
        List<Reason> left =
                reasons.stream().filter(each -> !KNOWN_BEFORE.contains(each.code())).toList();
        return left.isEmpty() && !reasons.isEmpty() ? List.of(NOT_TOLD) : left;
    }
}
