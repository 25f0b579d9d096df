package org.attune.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.attune.regulation.Background;
import org.attune.regulation.RegulationEstimator;
import org.attune.sensor.SensorEvent;
import org.attune.session.LaneId;
import org.attune.session.MarkKind;
import org.attune.session.Marker;
import org.attune.session.Phase;
import org.attune.signal.SignalPolicy;
import org.attune.time.SessionTime;

/**
 * The whole road, for all people of a session: inputs in, moments out. Deterministic: the same
 * inputs in the same order under the same settings give the same moments, bit for bit.
 *
 * <p>It has no clock. Time reaches it with each input and by {@link #advanceTo} while nothing is
 * heard. Conclusions are drawn on a fixed grid, once a second of session time, for each person in
 * the order of the lanes. An input behind the frontier is taken at the frontier and recorded so;
 * hence the log replays as it was lived.
 *
 * <p>Confined to the pipeline thread.
 */
public final class SessionPipeline {
    /** Names what this code concludes; changes whenever equal inputs would be judged otherwise. */
    public static final String VERSION = "9";

    /** Distance of the instants at which conclusions are drawn. */
    public static final long GRID_NANOS = 1_000_000_000L;

    private final Map<LaneId, LanePipeline> lanes = new LinkedHashMap<>();
    private final Map<String, PipelineSettings> profiles;
    private SessionTime frontier = SessionTime.ZERO;
    private Phase phase = Phase.ARRIVE;
    private boolean begun;
    private boolean ended;

    /**
     * @param lanes the people, in the order in which they are concluded upon
     * @param settings the rules of every stage
     * @param estimators makes one estimator for each lane
     * @param policies makes one policy for each lane
     */
    public SessionPipeline(
            List<LaneId> lanes,
            PipelineSettings settings,
            Supplier<RegulationEstimator> estimators,
            Supplier<SignalPolicy> policies) {
        this(lanes, settings, Map.of(), estimators, policies);
    }

    /**
     * @param profiles what a mark {@link MarkKind#PROFILE} may name, by its detail; of their
     *     settings the states and cues are taken over, the rest stays as the session began
     */
    public SessionPipeline(
            List<LaneId> lanes,
            PipelineSettings settings,
            Map<String, PipelineSettings> profiles,
            Supplier<RegulationEstimator> estimators,
            Supplier<SignalPolicy> policies) {
        this.profiles = Map.copyOf(profiles);
        if (lanes.isEmpty()) {
            throw new IllegalArgumentException("a session needs at least one lane");
        }
        for (LaneId lane : lanes) {
            LanePipeline pipeline =
                    new LanePipeline(lane, settings, estimators.get(), policies.get());
            if (this.lanes.put(lane, pipeline) != null) {
                throw new IllegalArgumentException("lanes must differ: " + lane);
            }
        }
    }

    /**
     * Tells what is known of a person; before anything else is put in, once for each lane at most.
     *
     * @throws IllegalStateException when the session has begun
     */
    public List<Moment> prepare(LaneId lane, Background background) {
        if (begun) {
            throw new IllegalStateException("a session is prepared before it begins: " + lane);
        }
        pipeline(lane).prepare(background);
        return List.of(new Moment.Prepared(frontier, lane, background));
    }

    /** Takes what a sensor said; returns what came of it, in order. */
    public List<Moment> accept(LaneId lane, SensorEvent event) {
        LanePipeline pipeline = pipeline(lane);
        List<Moment> log = new ArrayList<>(4);
        advance(event.at(), log);
        if (!ended) {
            pipeline.accept(event.at().equals(frontier) ? event : event.withAt(frontier), log);
        }
        return log;
    }

    /**
     * Takes a therapist's mark; returns what came of it, in order.
     *
     * @throws IllegalArgumentException when it names a profile this pipeline was not given
     */
    public List<Moment> mark(Marker marker) {
        if (marker.kind() == MarkKind.PROFILE && !profiles.containsKey(marker.detail())) {
            throw new IllegalArgumentException("no such profile: " + marker.detail());
        }
        List<Moment> log = new ArrayList<>(2);
        advance(marker.at(), log);
        if (ended) {
            return log;
        }
        Marker taken =
                marker.at().equals(frontier)
                        ? marker
                        : new Marker(frontier, marker.kind(), marker.detail());
        log.add(new Moment.Marked(taken));
        if (taken.kind() == MarkKind.PHASE) {
            phase = Phase.valueOf(taken.detail());
        }
        PipelineSettings adopted =
                taken.kind() == MarkKind.PROFILE ? profiles.get(taken.detail()) : null;
        if (adopted != null) {
            lanes.values()
                    .forEach(lane -> lane.adopt(adopted.regulation().states(), adopted.cues()));
        }
        lanes.values().forEach(lane -> lane.marked(taken));
        return log;
    }

    /** Lets time pass while nothing is heard. */
    public List<Moment> advanceTo(SessionTime now) {
        List<Moment> log = new ArrayList<>(lanes.size());
        advance(now, log);
        return log;
    }

    /** Ends the session at {@code now}; later inputs change nothing. */
    public List<Moment> end(SessionTime now) {
        List<Moment> log = new ArrayList<>();
        advance(now, log);
        if (!ended) {
            lanes.values().forEach(lane -> lane.end(frontier, log));
            log.add(new Moment.Ended(frontier));
            ended = true;
        }
        return log;
    }

    private LanePipeline pipeline(LaneId lane) {
        LanePipeline pipeline = lanes.get(lane);
        if (pipeline == null) {
            throw new IllegalArgumentException("no such lane in this session: " + lane);
        }
        return pipeline;
    }

    private void advance(SessionTime now, List<Moment> log) {
        begun = true;
        if (ended || !now.isAfter(frontier)) {
            return;
        }
        long next = (frontier.nanos() / GRID_NANOS + 1) * GRID_NANOS;
        for (; next <= now.nanos(); next += GRID_NANOS) {
            SessionTime step = new SessionTime(next);
            lanes.values().forEach(lane -> lane.step(step, phase, log));
        }
        frontier = now;
    }
}
