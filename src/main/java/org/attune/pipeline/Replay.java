package org.attune.pipeline;

import java.util.ArrayList;
import java.util.List;

/** Plays the log of a session again: its inputs through a pipeline, its conclusions drawn anew. */
public final class Replay {
    private Replay() {}

    /**
     * The moments that the inputs among {@code log} give in {@code pipeline}. Equal to {@code log}
     * if the session was closed, and was judged under the same settings by the same version. A log
     * that was cut off begins its own replay, which completes the last instant and adds nothing
     * later; only the judgements flushed by an end that itself was cut off do not return.
     *
     * @param log the moments of a session in order; conclusions among them only tell how far time
     *     had come
     * @param pipeline fresh, with the lanes of that session
     */
    public static List<Moment> play(List<Moment> log, SessionPipeline pipeline) {
        List<Moment> again = new ArrayList<>(log.size());
        play(log, pipeline, again::add);
        return again;
    }

    /** The same, moment by moment: what is not kept by {@code listener} takes no memory. */
    public static void play(
            Iterable<Moment> log, SessionPipeline pipeline, MomentListener listener) {
        for (Moment moment : log) {
            put(moment, pipeline).forEach(listener::happened);
        }
    }

    private static List<Moment> put(Moment moment, SessionPipeline pipeline) {
        if (moment instanceof Moment.Prepared prepared) {
            return pipeline.prepare(prepared.lane(), prepared.background());
        }
        if (moment instanceof Moment.Heard heard) {
            return pipeline.accept(heard.lane(), heard.event());
        }
        if (moment instanceof Moment.Marked marked) {
            return pipeline.mark(marked.marker());
        }
        if (moment instanceof Moment.Ended ended) {
            return pipeline.end(ended.at());
        }
        // A session that was cut off ends with conclusions drawn while nothing was heard.
        return pipeline.advanceTo(moment.at());
    }
}
