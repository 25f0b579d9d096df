package org.attune.evaluate;

import java.util.ArrayList;
import java.util.List;

/**
 * A recording with what each detector said, and what that is worth.
 *
 * @param recording what was measured on
 * @param tracks one for each detector, the product first
 * @param figures as the tracks
 */
public record Measured(Recording recording, List<Track> tracks, List<RecordingFigures> figures) {
    public Measured {
        tracks = List.copyOf(tracks);
        figures = List.copyOf(figures);
    }

    /** The product alone. */
    public static Measured product(Prepared prepared) {
        return of(prepared, List.of(prepared.product()));
    }

    /** The product beside the detectors it is compared with. */
    public static Measured compared(Prepared prepared, Thresholds thresholds) {
        Recording recording = prepared.recording();
        List<Track> tracks = new ArrayList<>();
        tracks.add(prepared.product());
        tracks.add(prepared.prototype().track(recording.source()));
        prepared.simpleScores()
                .forEach(
                        (name, score) ->
                                tracks.add(
                                        Track.of(
                                                name,
                                                score,
                                                thresholds.ruleOf(recording.source(), name))));
        if (recording.activity().isPresent()) {
            tracks.add(Movement.track(recording));
        }
        return of(prepared, tracks);
    }

    private static Measured of(Prepared prepared, List<Track> tracks) {
        Recording recording = prepared.recording();
        List<Response> responses = Response.of(recording.truth(), prepared.prototype());
        List<RecordingFigures> figures =
                tracks.stream()
                        .map(track -> RecordingFigures.of(recording, track, responses))
                        .toList();
        return new Measured(recording, tracks, figures);
    }
}
