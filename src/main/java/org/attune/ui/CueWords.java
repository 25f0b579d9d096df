package org.attune.ui;

import java.util.Optional;
import java.util.StringJoiner;
import org.attune.live.LaneSnapshot;
import org.attune.live.LiveSnapshot;
import org.attune.pipeline.Moment;
import org.attune.signal.CueFate;
import org.attune.signal.Signal;
import org.attune.time.SessionTime;

/** What is to be said of cues on request: how many, the last one, and what holds the next back. */
final class CueWords {
    private CueWords() {}

    static String of(LiveWords words, LiveSnapshot snapshot) {
        StringJoiner said = new StringJoiner(". ", "", ".");
        int left = Math.max(0, snapshot.cueBudget() - snapshot.cuesGiven());
        said.add(words.text("cues.left", snapshot.cuesGiven(), snapshot.cueBudget(), left));
        words.snooze(snapshot).ifPresent(said::add);
        last(snapshot)
                .map(at -> Math.floor(snapshot.now().since(at).toSeconds() / 60.0))
                .ifPresent(minutes -> said.add(words.text("cues.last", words.whole(minutes))));
        heldBack(snapshot).ifPresent(fate -> said.add(words.text("fate", fate)));
        return said.toString();
    }

    /** When the last cue of anybody was given, as far as the snapshot reaches back. */
    private static Optional<SessionTime> last(LiveSnapshot snapshot) {
        Optional<SessionTime> last = Optional.empty();
        for (LaneSnapshot lane : snapshot.lanes()) {
            for (Moment.Concluded each : lane.history()) {
                boolean given = fate(each) == CueFate.GIVEN;
                if (given && last.map(each.at()::isAfter).orElse(true)) {
                    last = Optional.of(each.at());
                }
            }
        }
        return last;
    }

    /** What holds back a cue that is due in this second. */
    private static Optional<CueFate> heldBack(LiveSnapshot snapshot) {
        return snapshot.lanes().stream()
                .filter(lane -> !lane.history().isEmpty())
                .map(lane -> fate(lane.history().get(lane.history().size() - 1)))
                .filter(fate -> fate != CueFate.NONE && fate != CueFate.GIVEN)
                .findFirst();
    }

    private static CueFate fate(Moment.Concluded concluded) {
        return concluded.signal().match(Signal.Shown::cueFate, withheld -> CueFate.NONE);
    }
}
