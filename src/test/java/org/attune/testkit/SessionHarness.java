package org.attune.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.attune.pipeline.Moment;
import org.attune.pipeline.PipelineSettings;
import org.attune.pipeline.SessionPipeline;
import org.attune.regulation.Background;
import org.attune.regulation.PersonalBandEstimator;
import org.attune.regulation.RegulationState;
import org.attune.regulation.StateRules;
import org.attune.sensor.Capability;
import org.attune.sensor.Contact;
import org.attune.sensor.RrInterval;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SourceClass;
import org.attune.session.LaneId;
import org.attune.session.MarkKind;
import org.attune.session.Marker;
import org.attune.session.Phase;
import org.attune.signal.CalmCues;
import org.attune.signal.Signal;
import org.attune.testkit.Hearts.Heart;
import org.attune.time.SessionTime;

/**
 * A session of one person in session time: a heart behind a strap that notifies once a second, up
 * to 300 ms late, and can fail in every way a strap does.
 */
public final class SessionHarness {
    private static final long SECOND = 1_000_000_000L;

    /** A profile that asks far more of High, by the detail of its mark. */
    public static final String STRICT = "strict@0123456789abcdef";

    /** What the strap delivers in a second. */
    public enum Delivery {
        TRUE,
        NOTHING,
        EMPTY_PACKETS,
        /** Random intervals of 300 to 2000 ms in place of the true ones. */
        GARBAGE,
        /** Intervals no heart has. */
        IMPLAUSIBLE
    }

    private final Heart heart;
    private final Random random;
    private final SessionPipeline pipeline;
    private final List<Moment> moments = new ArrayList<>();
    private final List<SessionTime> validBeats = new ArrayList<>();
    private long seconds;
    private long beatAt;
    private RrInterval coming;

    private SessionHarness(Heart heart, PipelineSettings settings, long seed) {
        this.heart = heart;
        this.random = new Random(seed);
        this.pipeline = pipeline(settings, LaneId.CLIENT);
        this.coming = heart.next(0);
    }

    public static SessionHarness with(Heart heart) {
        return with(heart, PipelineSettings.DEFAULT, 1);
    }

    public static SessionHarness with(Heart heart, PipelineSettings settings, long seed) {
        return new SessionHarness(heart, settings, seed);
    }

    /** A pipeline as the program wires it. */
    public static SessionPipeline pipeline(PipelineSettings settings, LaneId... lanes) {
        return new SessionPipeline(
                List.of(lanes),
                settings,
                Map.of(STRICT, strict()),
                () -> new PersonalBandEstimator(settings.regulation()),
                () -> new CalmCues(settings.cues()));
    }

    public static SensorDescription strap() {
        return new SensorDescription(
                "test strap", "sim:test", SourceClass.SIMULATED, Set.of(Capability.RR));
    }

    private static PipelineSettings strict() {
        StateRules high =
                new StateRules(4, 3, 15, 8, 5, 20, 20, 20, 1, 15, true, 1.5, 0.8, 0.5, 240, 90, 15);
        return PipelineSettings.DEFAULT.withStates(high);
    }

    /** What is known of the person; before anything else. */
    public SessionHarness prepared(Background background) {
        moments.addAll(pipeline.prepare(LaneId.CLIENT, background));
        return this;
    }

    public SessionHarness runFor(Duration duration) {
        return deliver(duration, Delivery.TRUE);
    }

    public SessionHarness silence(Duration duration) {
        return deliver(duration, Delivery.NOTHING);
    }

    public SessionHarness deliver(Duration duration, Delivery delivery) {
        for (long i = 0; i < duration.toSeconds(); i++) {
            second(delivery);
        }
        moments.addAll(pipeline.advanceTo(now()));
        return this;
    }

    public SessionHarness contact(Contact contact) {
        return hear(new SensorEvent.ContactChanged(now(), contact));
    }

    public SessionHarness linkLost() {
        return hear(new SensorEvent.LinkLost(now(), "out of reach"));
    }

    public SessionHarness linked() {
        return hear(new SensorEvent.Linked(now(), strap()));
    }

    public SessionHarness hear(SensorEvent event) {
        moments.addAll(pipeline.accept(LaneId.CLIENT, event));
        return this;
    }

    public SessionHarness phase(Phase phase) {
        moments.addAll(pipeline.mark(Marker.ofPhase(now(), phase)));
        return this;
    }

    public SessionHarness mark(MarkKind kind, String detail) {
        moments.addAll(pipeline.mark(new Marker(now(), kind, detail)));
        return this;
    }

    public SessionHarness end() {
        moments.addAll(pipeline.end(now()));
        return this;
    }

    public SessionTime now() {
        return new SessionTime(seconds * SECOND);
    }

    public List<Moment> moments() {
        return List.copyOf(moments);
    }

    public List<Moment.Concluded> conclusions() {
        List<Moment.Concluded> found = new ArrayList<>();
        for (Moment moment : moments) {
            if (moment instanceof Moment.Concluded concluded) {
                found.add(concluded);
            }
        }
        return found;
    }

    /** The states in the order in which they were entered. */
    public List<RegulationState> story() {
        List<RegulationState> story = new ArrayList<>();
        for (Moment.Concluded each : conclusions()) {
            RegulationState state = each.estimate().state();
            if (story.isEmpty() || story.get(story.size() - 1) != state) {
                story.add(state);
            }
        }
        return story;
    }

    public Moment.Concluded last() {
        List<Moment.Concluded> all = conclusions();
        return all.get(all.size() - 1);
    }

    public Signal signal() {
        return last().signal();
    }

    public RegulationState state() {
        return last().estimate().state();
    }

    /** When the true beats that were delivered as true intervals fell. */
    public List<SessionTime> validBeats() {
        return List.copyOf(validBeats);
    }

    private void second(Delivery delivery) {
        if (seconds == 0) {
            hear(new SensorEvent.Linked(SessionTime.ZERO, strap()));
        }
        long tick = (seconds + 1) * SECOND;
        List<RrInterval> beats = new ArrayList<>();
        while (beatAt + coming.nanos() <= tick) {
            beatAt += coming.nanos();
            beats.add(said(delivery));
            if (delivery == Delivery.TRUE) {
                validBeats.add(new SessionTime(beatAt));
            }
            coming = heart.next(beatAt / 1e9);
        }
        long late = (long) (random.nextDouble() * 0.3 * SECOND);
        seconds++;
        if (delivery == Delivery.EMPTY_PACKETS) {
            beats.clear();
        }
        if (delivery != Delivery.NOTHING) {
            hear(new SensorEvent.RrReceived(new SessionTime(tick + late), beats));
        }
    }

    private RrInterval said(Delivery delivery) {
        return switch (delivery) {
            case GARBAGE -> RrInterval.ofMillis(300 + 1700 * random.nextDouble());
            case IMPLAUSIBLE ->
                    RrInterval.ofMillis(
                            random.nextBoolean()
                                    ? 5 + random.nextInt(250)
                                    : 2500 + random.nextInt(9000));
            default -> coming;
        };
    }
}
