package org.attune.ui;

import java.util.List;
import java.util.Optional;
import org.attune.live.RecordingStatus;

/**
 * All that is painted at one instant, in words and figures. Immutable, any thread.
 *
 * @param title of the window; never names a person
 * @param simulated whether any heart is simulated
 * @param time phase and minutes
 * @param behind how far behind the display is; empty while not known
 * @param lanes clients and partners, in the order of the session
 * @param therapist the therapist's own lane, if there is one
 * @param timeline what all lanes share
 * @param foot the line at the foot
 * @param fault what ended the conclusions; empty while all is well
 */
record LiveView(
        String title,
        boolean simulated,
        String time,
        Optional<String> behind,
        List<LaneView> lanes,
        Optional<LaneView> therapist,
        Timeline timeline,
        Foot foot,
        Optional<String> fault) {
    LiveView {
        lanes = List.copyOf(lanes);
    }

    /** The same, with everybody's reasons in place of the sentence. */
    LiveView explained(boolean numbers) {
        return new LiveView(
                title,
                simulated,
                time,
                behind,
                lanes.stream().map(lane -> lane.explained(numbers)).toList(),
                therapist,
                timeline,
                foot,
                fault);
    }

    /**
     * The same, with every state hidden.
     *
     * @param question said in place of every sentence
     * @param veil said in place of every word of a state
     * @param marks shown in place of the session's own
     */
    LiveView veiled(String question, String veil, List<MarkView> marks) {
        Timeline shown = new Timeline(timeline.from(), timeline.now(), timeline.phases(), marks);
        return new LiveView(
                title,
                simulated,
                time,
                behind,
                lanes.stream().map(lane -> lane.veiled(question, veil)).toList(),
                Optional.empty(),
                shown,
                new Foot(foot.kind(), foot.recording(), foot.recordingWhy(), ""),
                fault);
    }

    /** The same, without the clients' own numbers: others can see the screen. */
    LiveView guarded() {
        List<MarkView> hidden =
                timeline.marks().stream()
                        .map(m -> m.isNumber() ? new MarkView(m.at(), "·", m.words(), false) : m)
                        .toList();
        Timeline shown = new Timeline(timeline.from(), timeline.now(), timeline.phases(), hidden);
        return new LiveView(title, simulated, time, behind, lanes, therapist, shown, foot, fault);
    }

    /**
     * What all lanes share.
     *
     * @param from session second at the left end; below zero when the session is young
     * @param now session second at the right end
     * @param phases the parts of the session
     * @param marks the therapist's marks, oldest first
     */
    record Timeline(double from, double now, List<LaneView.Stretch> phases, List<MarkView> marks) {
        Timeline {
            phases = List.copyOf(phases);
            marks = List.copyOf(marks);
        }
    }

    /**
     * A mark.
     *
     * @param at session second
     * @param key the sign in the box
     * @param words beside it
     * @param ofTherapist whether it belongs to the therapist alone
     */
    record MarkView(double at, String key, String words, boolean ofTherapist) {
        /** Whether the sign is a number that somebody said of themselves. */
        boolean isNumber() {
            return key.chars().allMatch(Character::isDigit);
        }
    }

    /**
     * The line at the foot.
     *
     * @param kind whether anything is written
     * @param recording the same in words
     * @param recordingWhy why, for the key card
     * @param cues how many cues were given, or that they are silent; empty while the state is
     *     hidden
     */
    record Foot(RecordingStatus.Kind kind, String recording, String recordingWhy, String cues) {}
}
