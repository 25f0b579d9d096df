package org.attune.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.attune.beat.Beat;
import org.attune.consent.DataCategory;
import org.attune.export.ExportContent.Gap;
import org.attune.export.ExportContent.Interval;
import org.attune.export.ExportContent.Second;
import org.attune.export.ExportContent.SensorUsed;
import org.attune.hrv.HrvWindow;
import org.attune.pipeline.Moment;
import org.attune.regulation.ArousalEstimate;
import org.attune.regulation.RegulationState;
import org.attune.sensor.Contact;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SourceClass;
import org.attune.session.LaneId;
import org.attune.signal.Pace;
import org.attune.signal.Signal;

/** Cuts one lane of a session down to what was granted. Used once. */
final class ContentCut {
    private static final String CLOCK =
            "session time: a monotonic clock of the recording computer, from the start of the"
                    + " session; beats are placed by their intervals within the times of arrival";

    private final RecordedLane lane;
    private final Set<DataCategory> granted;
    private final Pseudonyms pseudonyms;
    private final List<Interval> intervals = new ArrayList<>();
    private final List<Second> seconds = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final Map<String, SensorUsed> sensors = new LinkedHashMap<>();
    private final Set<SourceClass> sources = new LinkedHashSet<>();
    private final Set<String> estimators = new LinkedHashSet<>();
    private final List<Break> breaks = new ArrayList<>();
    private OptionalLong lastOrdinal = OptionalLong.empty();
    private long lastBeat;
    private int segment = 1;

    /** Something that ends a stretch of intervals. */
    private record Break(long atNanos, Gap.Cause cause) {}

    ContentCut(RecordedLane lane, Set<DataCategory> granted, Pseudonyms pseudonyms) {
        this.lane = lane;
        this.granted = Set.copyOf(granted);
        this.pseudonyms = pseudonyms;
    }

    ExportContent cut() {
        long end = 0;
        for (Moment moment : lane.moments()) {
            end = Math.max(end, moment.at().nanos());
            take(moment);
        }
        boolean rr = granted.contains(DataCategory.RR);
        ExportContent.Identity person = lane.person();
        return new ExportContent(
                new ExportContent.Subject(
                        pseudonyms.of(Pseudonyms.Kind.CLIENT, person.code()),
                        granted.contains(DataCategory.IDENTITY)
                                ? Optional.of(person)
                                : Optional.empty()),
                pseudonyms.of(Pseudonyms.Kind.SESSION, lane.session().id().value()),
                lane.session().startedAt(),
                end,
                granted,
                sources.size() == 1 ? sources.iterator().next() : SourceClass.UNKNOWN,
                sources.contains(SourceClass.SIMULATED),
                rr ? intervals : List.of(),
                seconds,
                rr ? gaps : List.of(),
                new MarkCut(lane, granted).cut(),
                granted.contains(DataCategory.DEVICE)
                        ? new ArrayList<>(sensors.values())
                        : List.of(),
                provenance(),
                granted.containsAll(PageCut.SHOWN)
                        ? Optional.of(PageCut.of(lane, granted))
                        : Optional.empty(),
                lane.shared()
                        .filter(words -> granted.containsAll(ReviewCut.SHOWN))
                        .map(words -> ReviewCut.of(lane, granted, words)));
    }

    private void take(Moment moment) {
        if (moment instanceof Moment.Heard heard && isOurs(heard.lane())) {
            heard(heard.event());
        } else if (moment instanceof Moment.Judged judged && isOurs(judged.lane())) {
            beat(judged.beat());
        } else if (moment instanceof Moment.Concluded concluded && isOurs(concluded.lane())) {
            second(concluded);
        }
    }

    private boolean isOurs(LaneId other) {
        return other.equals(lane.lane());
    }

    private void heard(SensorEvent event) {
        long at = event.at().nanos();
        if (event instanceof SensorEvent.Linked linked) {
            SensorDescription sensor = linked.sensor();
            sources.add(sensor.source());
            String serial = pseudonyms.of(Pseudonyms.Kind.SENSOR, sensor.address());
            SensorUsed used = new SensorUsed(sensor.source(), SensorModels.of(sensor), serial);
            sensors.putIfAbsent(serial, used);
        } else if (event instanceof SensorEvent.LinkLost) {
            breaks.add(new Break(at, Gap.Cause.LINK_LOST));
        } else if (event instanceof SensorEvent.Overrun) {
            breaks.add(new Break(at, Gap.Cause.OVERRUN));
        } else if (event instanceof SensorEvent.ContactChanged changed
                && changed.contact() == Contact.LOST) {
            breaks.add(new Break(at, Gap.Cause.CONTACT_LOST));
        }
    }

    private void beat(Beat beat) {
        long length = beat.interval().nanos();
        long onset = beat.at().nanos() - length;
        if (lastOrdinal.isPresent() && beat.ordinal() != lastOrdinal.getAsLong() + 1) {
            gaps.add(new Gap(lastBeat, Math.max(lastBeat, onset), cause(lastBeat)));
            segment++;
        }
        lastOrdinal = OptionalLong.of(beat.ordinal());
        lastBeat = beat.at().nanos();
        intervals.add(
                new Interval(
                        onset,
                        length,
                        segment,
                        granted.contains(DataCategory.ESTIMATES)
                                ? Optional.of(beat.verdict())
                                : Optional.empty()));
    }

    /** The first reason that was told since the last beat; each explains one gap. */
    private Gap.Cause cause(long since) {
        Gap.Cause cause =
                breaks.stream()
                        .filter(each -> each.atNanos() >= since)
                        .map(Break::cause)
                        .findFirst()
                        .orElse(Gap.Cause.NOT_HEARD);
        breaks.clear();
        return cause;
    }

    private void second(Moment.Concluded moment) {
        ArousalEstimate estimate = moment.estimate();
        boolean known = estimate.state() != RegulationState.UNKNOWN;
        boolean hr = granted.contains(DataCategory.HR);
        boolean estimates = granted.contains(DataCategory.ESTIMATES);
        if (estimates) {
            estimators.add(estimate.estimatorId());
        }
        if (!hr && !estimates) {
            return;
        }
        OptionalDouble none = OptionalDouble.empty();
        Optional<Pace> pace =
                moment.signal() instanceof Signal.Shown shown
                        ? Optional.of(shown.pace())
                        : Optional.empty();
        seconds.add(
                new Second(
                        moment.at().nanos(),
                        hr && known ? moment.reading().heartRateBpm() : none,
                        estimates ? Optional.of(estimate.state()) : Optional.empty(),
                        estimates ? pace : Optional.empty(),
                        estimates && pace.isPresent() ? estimate.level() : none,
                        estimates ? OptionalDouble.of(estimate.confidence()) : none,
                        estimates && known ? variability(moment) : none));
    }

    /** Half a window at least, or it is not shown. */
    private static OptionalDouble variability(Moment.Concluded moment) {
        HrvWindow window = moment.reading().variability();
        return window.coverage() < 0.5 ? OptionalDouble.empty() : window.features().rmssdMillis();
    }

    private ExportContent.Provenance provenance() {
        boolean estimates = granted.contains(DataCategory.ESTIMATES);
        return new ExportContent.Provenance(
                lane.softwareVersion(),
                lane.session().pipelineVersion(),
                new ArrayList<>(estimators),
                estimates ? lane.policyId() : Optional.empty(),
                granted.contains(DataCategory.PACING_SETTINGS)
                        ? Optional.of(
                                new ExportContent.Settings(
                                        lane.settingsText(), lane.session().settingsFingerprint()))
                        : Optional.empty(),
                pseudonyms.of(Pseudonyms.Kind.RECORDING, RecordingHash.of(lane)),
                lane.recording().closed(),
                lane.recording().holes(),
                lane.recording().lost(),
                CLOCK);
    }
}
