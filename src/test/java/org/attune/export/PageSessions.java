package org.attune.export;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.attune.consent.DataCategory;
import org.attune.pipeline.Moment;
import org.attune.pipeline.PipelineSettings;
import org.attune.pipeline.SessionPipeline;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.replay.SimulationScenario;
import org.attune.sensor.replay.SyntheticHeart;
import org.attune.session.LaneId;
import org.attune.session.MarkKind;
import org.attune.session.Marker;
import org.attune.session.Phase;
import org.attune.testkit.SessionHarness;
import org.attune.time.SessionTime;

/** Sessions of simulated people, as they are cut for a page. */
final class PageSessions {
    /** What a page needs. */
    static final Set<DataCategory> PAGE =
            EnumSet.of(
                    DataCategory.HR,
                    DataCategory.MARKERS,
                    DataCategory.ESTIMATES,
                    DataCategory.REPORT);

    private PageSessions() {}

    /** A person who climbs twice, with the marks a therapist would set. */
    static ExportContent overwhelm() {
        List<Marker> marks = new ArrayList<>();
        mark(marks, 150, MarkKind.SUDS, "3");
        mark(marks, 420, MarkKind.INQUIRE, "");
        mark(marks, 600, MarkKind.SUDS, "6");
        mark(marks, 640, MarkKind.FELT, "canary-felt");
        mark(marks, 700, MarkKind.WORDS_NOT_BODY, "");
        mark(marks, 720, MarkKind.SLOW, "");
        mark(marks, 810, MarkKind.PAUSE, "");
        mark(marks, 900, MarkKind.VERBAL, "canary-note");
        mark(marks, 1200, MarkKind.RESUME, "");
        mark(marks, 1330, MarkKind.SLOW, "");
        mark(marks, 1400, MarkKind.GROUND, "");
        mark(marks, 1500, MarkKind.SUDS, "4");
        marks.add(Marker.ofPhase(at(1560), Phase.SETTLE));
        mark(marks, 1700, MarkKind.SUDS, "2");
        return content(SimulationScenario.OVERWHELM, Duration.ofMinutes(30), marks);
    }

    /** The demonstration: it climbs, loses contact, goes quiet. */
    static ExportContent demo() {
        List<Marker> marks = new ArrayList<>();
        mark(marks, 500, MarkKind.BREATHE, "");
        mark(marks, 700, MarkKind.SUDS, "5");
        return content(SimulationScenario.DEMO, Duration.ofMinutes(24), marks);
    }

    /** An hour in which a mark is set every minute and a half. */
    static ExportContent busy() {
        List<Marker> marks = new ArrayList<>();
        MarkKind[] kinds = {
            MarkKind.SLOW,
            MarkKind.GROUND,
            MarkKind.WORDS_NOT_BODY,
            MarkKind.BREATHE,
            MarkKind.PAUSE,
            MarkKind.INQUIRE,
            MarkKind.RESUME,
            MarkKind.BEHAVIOURAL
        };
        for (int i = 0; i < 40; i++) {
            mark(marks, 60 + 85 * i, kinds[i % kinds.length], "");
            mark(marks, 70 + 85 * i, MarkKind.SUDS, Integer.toString(i % 11));
        }
        return content(SimulationScenario.PENDULATION, Duration.ofHours(1), marks);
    }

    /** A day. */
    static ExportContent day() {
        return content(SimulationScenario.OVERWHELM, Duration.ofHours(24), List.of());
    }

    private static void mark(List<Marker> marks, double second, MarkKind kind, String detail) {
        marks.add(new Marker(at(second), kind, detail));
    }

    private static SessionTime at(double second) {
        return SessionTime.ofSeconds(second);
    }

    static ExportContent content(SimulationScenario scenario, Duration length, List<Marker> marks) {
        SessionPipeline pipeline = SessionHarness.pipeline(PipelineSettings.DEFAULT, LaneId.CLIENT);
        List<Marker> toCome = new ArrayList<>(marks);
        List<Moment> moments = new ArrayList<>();
        for (SensorEvent event : SyntheticHeart.stream(scenario, 5, length)) {
            while (!toCome.isEmpty() && !event.at().isBefore(toCome.get(0).at())) {
                moments.addAll(pipeline.mark(toCome.remove(0)));
            }
            moments.addAll(pipeline.accept(LaneId.CLIENT, event));
        }
        moments.addAll(pipeline.advanceTo(new SessionTime(length.toNanos())));
        return ExportContent.of(
                ExportFixtures.lane(moments), PAGE, ExportFixtures.pseudonyms("recipient"));
    }
}
