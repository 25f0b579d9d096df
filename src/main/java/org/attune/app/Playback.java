package org.attune.app;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attune.config.AttuneSettings;
import org.attune.pipeline.Moment;
import org.attune.pipeline.SessionPipeline;
import org.attune.regulation.Background;
import org.attune.review.Marks;
import org.attune.sensor.Sensor;
import org.attune.sensor.SensorAddress;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SourceClass;
import org.attune.sensor.replay.ReplaySensor;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.Marker;
import org.attune.session.Participant;
import org.attune.session.Session;
import org.attune.session.SessionId;
import org.attune.store.StoredSession;
import org.attune.time.SessionTime;
import org.attune.time.WallClock;

/**
 * Shows what was recorded in the live display, as often faster as asked. Nothing is recorded by it.
 * In the terminal it ends with the recording; a window stays until it is closed.
 *
 * @param headless whether it is lines in the terminal, even where there is a display
 */
record Playback(CommonOptions common, PrintWriter out, PrintWriter err, boolean headless) {
    /**
     * Shows a recorded session, and returns when it has ended or was closed.
     *
     * @param people who is shown
     */
    void show(
            StoredSession stored, List<Participant> people, AttuneSettings settings, double speed) {
        Map<LaneId, List<SensorEvent>> events = new LinkedHashMap<>();
        Map<LaneId, SensorDescription> sensors = new LinkedHashMap<>();
        Map<LaneId, Background> backgrounds = new LinkedHashMap<>();
        List<Marker> marks = new ArrayList<>();
        for (Moment moment : stored.moments()) {
            if (moment instanceof Moment.Heard heard) {
                events.computeIfAbsent(heard.lane(), lane -> new ArrayList<>()).add(heard.event());
                if (heard.event() instanceof SensorEvent.Linked linked) {
                    sensors.putIfAbsent(heard.lane(), linked.sensor());
                }
            } else if (moment instanceof Moment.Marked marked) {
                marks.add(marked.marker());
            } else if (moment instanceof Moment.Prepared prepared) {
                backgrounds.put(prepared.lane(), prepared.background());
            }
        }
        Map<LaneId, Sensor> players = new LinkedHashMap<>();
        SensorDescription unknown =
                new SensorDescription("recording", "replay:", SourceClass.UNKNOWN, Set.of());
        for (Participant person : people) {
            LaneId lane = person.lane();
            players.put(
                    lane,
                    new ReplaySensor(
                            sensors.getOrDefault(lane, unknown),
                            events.getOrDefault(lane, List.of()),
                            1));
        }
        show(
                settings,
                people,
                players,
                stored.entry().last(),
                backgrounds,
                Marks.standing(marks),
                speed);
    }

    /** Shows a recording's file. */
    void show(String file, AttuneSettings settings, double speed) {
        SensorAddress address = new SensorAddress(LaneId.CLIENT, "replay", file, Map.of());
        ReplaySensor player = ReplaySensor.ofFile(address, 1);
        show(
                settings,
                List.of(new Participant(LaneId.CLIENT, new ClientCode("recording"))),
                Map.of(LaneId.CLIENT, player),
                player.length(),
                Map.of(),
                List.of(),
                speed);
    }

    /**
     * Shows what these players say.
     *
     * @param end session time of the last that was recorded
     */
    private void show(
            AttuneSettings settings,
            List<Participant> people,
            Map<LaneId, Sensor> players,
            SessionTime end,
            Map<LaneId, Background> backgrounds,
            List<Marker> marks,
            double speed) {
        Session session =
                new Session(
                        new SessionId("replay"),
                        people,
                        WallClock.system().now(),
                        settings.fingerprint(),
                        SessionPipeline.VERSION);
        Display display = DisplayChoice.of(out, err, settings.display(), headless, false);
        RecordingDesk nothing = RecordingDesk.nothing("a recording is being shown");
        LiveCommand.runToEnd(
                new LiveRun(settings, Profiles.all(common), nothing, display),
                session,
                players,
                speed,
                display.waits() ? null : Duration.ofNanos(end.nanos()),
                backgrounds,
                marks);
    }
}
