package org.attune.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.attune.live.LaneSnapshot;
import org.attune.live.LiveSnapshot;
import org.attune.live.RecordingStatus;
import org.attune.session.MarkKind;
import org.attune.session.Marker;
import org.attune.session.Phase;
import org.attune.session.Role;

/** Chooses the words and shapes for a snapshot. Pure: depends on nothing else; any thread. */
final class LivePresenter {
    private static final String PROGRAM = "Attune";

    /** From how many minutes before the planned end a raised state is said to be so. */
    private static final int LAST_MINUTES = 10;

    private final DisplaySettings settings;
    private final LiveWords words;

    LivePresenter(DisplaySettings settings) {
        this.settings = settings;
        this.words = LiveWords.of(settings);
    }

    LiveView present(LiveSnapshot snapshot) {
        double now = snapshot.now().toSeconds();
        double from = now - settings.minutesShown() * 60.0;
        LanePresenter lanePresenter = new LanePresenter(from, words);
        List<LaneView> lanes = new ArrayList<>();
        Optional<LaneView> therapist = Optional.empty();
        for (LaneSnapshot lane : snapshot.lanes()) {
            if (lane.participant().lane().role() == Role.THERAPIST) {
                therapist = Optional.of(lanePresenter.present(snapshot, lane, lanes.size(), ""));
            } else {
                lanes.add(lanePresenter.present(snapshot, lane, lanes.size(), ending(snapshot)));
            }
        }
        return new LiveView(
                title(snapshot),
                snapshot.simulated(),
                time(snapshot),
                behind(snapshot),
                lanes,
                therapist,
                new LiveView.Timeline(from, now, phases(snapshot), marks(snapshot)),
                foot(snapshot),
                snapshot.fault().map(words::said));
    }

    private String title(LiveSnapshot snapshot) {
        return snapshot.simulated() ? PROGRAM + " · " + words.text("simulated.inline") : PROGRAM;
    }

    private String time(LiveSnapshot snapshot) {
        String phase = words.phase(snapshot.phase());
        return settings.plannedMinutes() > 0
                ? words.text("time.planned", phase, minute(snapshot), settings.plannedMinutes())
                : words.text("time.open", phase, minute(snapshot));
    }

    /** The time of the session at its longest, in each phase, for the room it needs. */
    static String[] widestTimes(LiveWords words) {
        return Arrays.stream(Phase.values())
                .map(phase -> words.text("time.planned", words.phase(phase), "000", "00"))
                .toArray(String[]::new);
    }

    /** The minute that is running, counted from 1. */
    private static long minute(LiveSnapshot snapshot) {
        return (long) Math.floor(snapshot.now().toSeconds() / 60) + 1;
    }

    /** What is said of a raised state near the planned end, so that nobody leaves so unseen. */
    private String ending(LiveSnapshot snapshot) {
        if (settings.plannedMinutes() == 0) {
            return "";
        }
        double left = settings.plannedMinutes() - snapshot.now().toSeconds() / 60;
        boolean near = left <= LAST_MINUTES || snapshot.phase() == Phase.SETTLE;
        if (!near || left <= 0) {
            return "";
        }
        long minutes = (long) Math.ceil(left);
        String many =
                words.own(Saying.ENDING)
                        .map(own -> words.text("sentence.ending.own", minutes, own))
                        .orElseGet(() -> words.text("sentence.ending.many", minutes));
        boolean one = minutes == 1 && words.own(Saying.ENDING).isEmpty();
        return " " + (one ? words.text("sentence.ending.one") : many);
    }

    private Optional<String> behind(LiveSnapshot snapshot) {
        OptionalDouble most =
                snapshot.lanes().stream()
                        .map(lane -> Standing.of(snapshot, lane).delaySeconds())
                        .filter(OptionalDouble::isPresent)
                        .mapToDouble(OptionalDouble::getAsDouble)
                        .max();
        return most.isPresent()
                ? Optional.of(words.text("time.behind", words.whole(most.getAsDouble())))
                : Optional.empty();
    }

    private List<LaneView.Stretch> phases(LiveSnapshot snapshot) {
        List<LaneView.Stretch> phases = new ArrayList<>();
        Phase running = Phase.ARRIVE;
        double since = 0;
        double currentSince = snapshot.phaseSince().toSeconds();
        for (Marker marker : snapshot.markers()) {
            double at = marker.at().toSeconds();
            if (marker.kind() == MarkKind.PHASE && at < currentSince) {
                addPhase(phases, running, since, at);
                running = Phase.valueOf(marker.detail());
                since = at;
            }
        }
        addPhase(phases, running, since, currentSince);
        addPhase(phases, snapshot.phase(), currentSince, snapshot.now().toSeconds());
        return phases;
    }

    private void addPhase(List<LaneView.Stretch> phases, Phase phase, double from, double to) {
        if (to > from) {
            long minute = Math.round(from / 60);
            String name = words.phase(phase);
            String said = minute > 0 ? words.text("phase.since", name, minute) : name;
            phases.add(new LaneView.Stretch(from, to, said));
        }
    }

    private List<LiveView.MarkView> marks(LiveSnapshot snapshot) {
        List<LiveView.MarkView> marks = new ArrayList<>();
        for (Marker marker : snapshot.markers()) {
            words.keys()
                    .sign(marker)
                    .ifPresent(
                            sign ->
                                    marks.add(
                                            new LiveView.MarkView(
                                                    marker.at().toSeconds(),
                                                    sign,
                                                    words.mark(marker),
                                                    marker.kind() == MarkKind.FELT)));
        }
        return marks;
    }

    private LiveView.Foot foot(LiveSnapshot snapshot) {
        RecordingStatus recording = snapshot.recording();
        String cues =
                words.snooze(snapshot)
                        .orElseGet(
                                () ->
                                        words.text(
                                                "cues.given",
                                                snapshot.cuesGiven(),
                                                snapshot.cueBudget()));
        return new LiveView.Foot(
                recording.kind(), words.recording(recording), words.said(recording.words()), cues);
    }
}
