package org.attune.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.attune.pipeline.Moment;
import org.attune.pipeline.PipelineSettings;
import org.attune.pipeline.SessionPipeline;
import org.attune.regulation.PersonalBandEstimator;
import org.attune.sensor.RrInterval;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SourceClass;
import org.attune.session.LaneId;
import org.attune.signal.CalmCues;
import org.attune.time.SessionTime;

/**
 * A day of some 100,000 beats a person: a rise every 40 minutes, a gap of a minute each hour, one
 * beat in 300 premature.
 */
public final class RecordedDay {
    public static final int SECONDS = 86_400;
    private static final SensorDescription STRAP =
            new SensorDescription("strap", "ble:", SourceClass.ECG, Set.of());

    private RecordedDay() {}

    /** Its log. */
    public static List<Moment> of(List<LaneId> lanes) {
        PipelineSettings settings = PipelineSettings.DEFAULT;
        SessionPipeline pipeline =
                new SessionPipeline(
                        lanes,
                        settings,
                        () -> new PersonalBandEstimator(settings.regulation()),
                        () -> new CalmCues(settings.cues()));
        List<Moment> log = new ArrayList<>();
        Random random = new Random(1);
        double[] carried = new double[lanes.size()];
        for (LaneId lane : lanes) {
            log.addAll(pipeline.accept(lane, new SensorEvent.Linked(SessionTime.ZERO, STRAP)));
        }
        for (int second = 1; second <= SECONDS; second++) {
            for (int i = 0; i < lanes.size(); i++) {
                List<RrInterval> beats = beats(i, second, carried, random);
                SessionTime at = SessionTime.ofSeconds(second);
                log.addAll(pipeline.accept(lanes.get(i), new SensorEvent.RrReceived(at, beats)));
            }
        }
        log.addAll(pipeline.end(SessionTime.ofSeconds(SECONDS)));
        return log;
    }

    private static List<RrInterval> beats(int person, int second, double[] carried, Random random) {
        List<RrInterval> beats = new ArrayList<>();
        if (second % 3600 < 3540) {
            double phase = (second + 700.0 * person) % 2400;
            double bpm = 70 + (phase > 1800 ? 22 * Math.sin((phase - 1800) / 600 * Math.PI) : 0);
            carried[person] += 1000;
            double rr = 60_000 / bpm;
            while (carried[person] >= rr) {
                carried[person] -= rr;
                double jitter = random.nextInt(300) == 0 ? -0.3 : random.nextGaussian() * 0.04;
                beats.add(RrInterval.ofMillis(Math.rint(rr * (1 + jitter))));
            }
        }
        return beats;
    }
}
