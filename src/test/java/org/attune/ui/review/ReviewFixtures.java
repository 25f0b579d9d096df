package org.attune.ui.review;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.attune.pipeline.Moment;
import org.attune.pipeline.PipelineSettings;
import org.attune.pipeline.SessionPipeline;
import org.attune.regulation.Background;
import org.attune.regulation.PersonalBand;
import org.attune.review.ReviewFigures;
import org.attune.review.SessionTimeline;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SourceClass;
import org.attune.sensor.replay.SimulationScenario;
import org.attune.sensor.replay.SyntheticHeart;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.MarkKind;
import org.attune.session.Marker;
import org.attune.session.Participant;
import org.attune.session.Phase;
import org.attune.testkit.SessionHarness;
import org.attune.time.SessionTime;

/** Sessions judged by the real pipeline, and read as the program reads them. */
final class ReviewFixtures {
    private ReviewFixtures() {}

    /** The simulated client of {@code sim:demo}: 24 minutes, with the marks of a therapist. */
    static ReviewSession demo() {
        return of(Duration.ofMinutes(24), Map.of(LaneId.CLIENT, SimulationScenario.DEMO));
    }

    /** The same, with the therapist's own heart in a lane of its own. */
    static ReviewSession withTherapist() {
        return read(List.of(LaneId.CLIENT, LaneId.THERAPIST), twoHearts());
    }

    /** Of the same recording the client's lane alone. */
    static ReviewSession withoutTherapist() {
        return read(List.of(LaneId.CLIENT), twoHearts());
    }

    /** Both people of it, and their moments. */
    static List<Moment> twoHearts() {
        Map<LaneId, SimulationScenario> hearts =
                Map.of(
                        LaneId.CLIENT,
                        SimulationScenario.DEMO,
                        LaneId.THERAPIST,
                        SimulationScenario.OVERWHELM);
        List<LaneId> lanes = List.of(LaneId.CLIENT, LaneId.THERAPIST);
        return moments(Duration.ofMinutes(24), hearts, lanes, marks());
    }

    static ReviewSession of(Duration length, Map<LaneId, SimulationScenario> hearts) {
        List<LaneId> lanes =
                hearts.keySet().stream().sorted(Comparator.comparing(LaneId::value)).toList();
        return read(lanes, moments(length, hearts, lanes, marks()));
    }

    static ReviewSession read(List<LaneId> lanes, List<Moment> moments) {
        SessionTimeline timeline = SessionTimeline.of(lanes, moments);
        List<Participant> people = new ArrayList<>();
        for (int i = 0; i < lanes.size(); i++) {
            people.add(new Participant(lanes.get(i), new ClientCode("K-0" + (7 + i))));
        }
        return new ReviewSession(
                "demo",
                Optional.of(LocalDate.of(2026, 11, 22)),
                people,
                timeline,
                timeline.lanes().stream().map(ReviewFigures::of).toList(),
                Optional.of(LocalDate.of(2026, 9, 4)));
    }

    static List<Marker> marks() {
        return List.of(
                new Marker(SessionTime.ofSeconds(130), MarkKind.SUDS, "3"),
                Marker.ofPhase(SessionTime.ofSeconds(320), Phase.WORK),
                Marker.of(SessionTime.ofSeconds(430), MarkKind.INQUIRE),
                new Marker(SessionTime.ofSeconds(470), MarkKind.SUDS, "6"),
                Marker.of(SessionTime.ofSeconds(560), MarkKind.WORDS_NOT_BODY),
                Marker.of(SessionTime.ofSeconds(590), MarkKind.SLOW),
                new Marker(SessionTime.ofSeconds(630), MarkKind.SUDS, "2"),
                Marker.of(SessionTime.ofSeconds(660), MarkKind.BREATHE),
                Marker.of(SessionTime.ofSeconds(720), MarkKind.PAUSE),
                Marker.of(SessionTime.ofSeconds(725), MarkKind.FELT),
                Marker.of(SessionTime.ofSeconds(900), MarkKind.RESUME),
                new Marker(SessionTime.ofSeconds(940), MarkKind.SUDS, "5"),
                Marker.of(SessionTime.ofSeconds(1160), MarkKind.GROUND),
                Marker.ofPhase(SessionTime.ofSeconds(1200), Phase.SETTLE),
                new Marker(SessionTime.ofSeconds(1390), MarkKind.SUDS, "2"));
    }

    static List<Moment> moments(
            Duration length,
            Map<LaneId, SimulationScenario> hearts,
            List<LaneId> lanes,
            List<Marker> marks) {
        SessionPipeline pipeline =
                SessionHarness.pipeline(PipelineSettings.DEFAULT, lanes.toArray(LaneId[]::new));
        List<Moment> moments = new ArrayList<>();
        if (lanes.contains(LaneId.CLIENT)) {
            moments.addAll(pipeline.prepare(LaneId.CLIENT, known()));
        }
        TreeMap<Long, List<Runnable>> inputs = new TreeMap<>();
        for (int i = 0; i < lanes.size(); i++) {
            LaneId lane = lanes.get(i);
            SimulationScenario scenario = Objects.requireNonNull(hearts.get(lane));
            for (SensorEvent event : SyntheticHeart.stream(scenario, 1 + i, length)) {
                put(inputs, event.at(), () -> moments.addAll(pipeline.accept(lane, event)));
            }
        }
        for (Marker mark : marks) {
            if (mark.at().toSeconds() < length.toSeconds()) {
                put(inputs, mark.at(), () -> moments.addAll(pipeline.mark(mark)));
            }
        }
        inputs.values().forEach(each -> each.forEach(Runnable::run));
        moments.addAll(pipeline.end(SessionTime.ofSeconds((double) length.toSeconds())));
        return moments;
    }

    private static void put(Map<Long, List<Runnable>> inputs, SessionTime at, Runnable input) {
        inputs.computeIfAbsent(at.nanos(), key -> new ArrayList<>()).add(input);
    }

    private static Background known() {
        return new Background(
                Set.of(),
                Optional.of(
                        new PersonalBand(
                                6,
                                68,
                                3.4,
                                2,
                                java.util.OptionalDouble.of(3.4),
                                SourceClass.SIMULATED,
                                6)),
                Background.Reference.TODAY);
    }
}
