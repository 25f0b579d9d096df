package org.attune.regulation;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleSupplier;
import org.attune.pipeline.Moment;
import org.attune.pipeline.PipelineSettings;
import org.attune.pipeline.SessionPipeline;
import org.attune.sensor.Capability;
import org.attune.sensor.RrInterval;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SourceClass;
import org.attune.session.LaneId;
import org.attune.testkit.SessionHarness;
import org.attune.time.SessionTime;

/** A session whose sensor, of any kind, tells the intervals or rates a test names. */
final class ToldHeart {
    private final SessionPipeline pipeline =
            SessionHarness.pipeline(PipelineSettings.DEFAULT, LaneId.CLIENT);
    private final List<ArousalEstimate> estimates = new ArrayList<>();
    private final NavigableSet<Double> believed = new TreeSet<>();
    private long second;
    private long beatAtNanos;

    ToldHeart(SourceClass source) {
        Set<Capability> gives =
                source == SourceClass.HEART_RATE_ONLY
                        ? Set.of(Capability.HEART_RATE)
                        : Set.of(Capability.RR);
        hear(
                new SensorEvent.Linked(
                        SessionTime.ZERO,
                        new SensorDescription("told", "sim:told", source, gives)));
    }

    /** Notifies each second of the intervals that ended in it, ms. */
    ToldHeart beats(int seconds, DoubleSupplier millis) {
        for (int i = 0; i < seconds; i++) {
            second++;
            List<RrInterval> intervals = new ArrayList<>();
            while (beatAtNanos < now().nanos()) {
                RrInterval interval = RrInterval.ofMillis(millis.getAsDouble());
                intervals.add(interval);
                beatAtNanos += interval.nanos();
            }
            hear(new SensorEvent.RrReceived(now(), intervals));
        }
        return this;
    }

    ToldHeart rate(int seconds, double bpm) {
        for (int i = 0; i < seconds; i++) {
            second++;
            hear(new SensorEvent.HeartRateReceived(now(), bpm));
        }
        return this;
    }

    /** Nothing is sent; the heart goes on. */
    ToldHeart silence(int seconds, DoubleSupplier millis) {
        for (int i = 0; i < seconds; i++) {
            second++;
            while (beatAtNanos < now().nanos()) {
                beatAtNanos += RrInterval.ofMillis(millis.getAsDouble()).nanos();
            }
            take(pipeline.advanceTo(now()));
        }
        return this;
    }

    ToldHeart hear(SensorEvent event) {
        take(pipeline.accept(LaneId.CLIENT, event));
        return this;
    }

    SessionTime now() {
        return new SessionTime(second * SessionPipeline.GRID_NANOS);
    }

    /** When the newest beat fell, s; it may not have been told yet. */
    double beatAtSeconds() {
        return beatAtNanos / 1e9;
    }

    List<ArousalEstimate> estimates() {
        return List.copyOf(estimates);
    }

    /** How long before an instant the newest beat fell that was judged normal, then or later, s. */
    double sinceBelieved(SessionTime at) {
        Double newest = believed.floor(at.toSeconds());
        return newest == null ? Double.POSITIVE_INFINITY : at.toSeconds() - newest;
    }

    /** The estimates of the last seconds. */
    List<ArousalEstimate> last(int seconds) {
        return List.copyOf(estimates.subList(estimates.size() - seconds, estimates.size()));
    }

    ArousalEstimate last() {
        return estimates.get(estimates.size() - 1);
    }

    private void take(List<Moment> moments) {
        for (Moment moment : moments) {
            if (moment instanceof Moment.Concluded concluded) {
                estimates.add(concluded.estimate());
            } else if (moment instanceof Moment.Judged judged
                    && judged.beat().verdict().isNormal()) {
                believed.add(judged.beat().at().toSeconds());
            }
        }
    }
}
