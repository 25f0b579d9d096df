package org.attune.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.attune.pipeline.Moment;
import org.attune.pipeline.PipelineSettings;
import org.attune.pipeline.SessionPipeline;
import org.attune.regulation.PersonalBandEstimator;
import org.attune.sensor.Capability;
import org.attune.sensor.RrInterval;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SourceClass;
import org.attune.session.LaneId;
import org.attune.session.MarkKind;
import org.attune.session.Marker;
import org.attune.signal.CalmCues;
import org.attune.time.SessionTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A log read in pieces, by several processors, tells what one pass over it tells. */
class SessionTimelinePropertiesTest {
    private static final List<LaneId> LANES = List.of(LaneId.CLIENT, LaneId.PARTNER);
    private static final SensorDescription STRAP =
            new SensorDescription("strap", "sim:", SourceClass.ECG, Set.of(Capability.RR));

    private final List<Moment> log = new ArrayList<>();

    static IntStream seeds() {
        return IntStream.range(0, 40);
    }

    /** From the last to the first: nothing may rest on the order in which pieces are read. */
    private static final class Backwards implements SessionTimeline.Each {
        @Override
        public <T, R> List<R> map(List<T> things, Function<T, R> work) {
            List<T> turned = new ArrayList<>(things);
            Collections.reverse(turned);
            List<R> made = new ArrayList<>(turned.stream().map(work).toList());
            Collections.reverse(made);
            return made;
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void readInPiecesItIsBitForBitWhatOnePassReads(int seed) {
        live(new Random(seed));
        assertThat(told(SessionTimeline.of(LANES, log, new Backwards())))
                .isEqualTo(told(SessionTimeline.of(LANES, log)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aLogThatTellsOfASecondTwiceIsReadAsOnePassReadsIt(int seed) {
        live(new Random(seed));
        int middle = log.size() / 2;
        log.addAll(middle, log.subList(Math.max(0, middle - 40), middle));
        assertThat(told(SessionTimeline.of(LANES, log, new Backwards())))
                .isEqualTo(told(SessionTimeline.of(LANES, log)));
    }

    /** Beats with some that are none, movement by fits and starts, straps that fall silent. */
    private void live(Random random) {
        PipelineSettings settings = PipelineSettings.DEFAULT;
        SessionPipeline pipeline =
                new SessionPipeline(
                        LANES,
                        settings,
                        () -> new PersonalBandEstimator(settings.regulation()),
                        () -> new CalmCues(settings.cues()));
        int seconds = 3 + random.nextInt(random.nextBoolean() ? 20 : 150);
        boolean[] moving = new boolean[2];
        for (int second = 0; second < seconds; second++) {
            for (int i = 0; i < 2; i++) {
                LaneId lane = LANES.get(i);
                SessionTime at = SessionTime.ofSeconds(second);
                if (second == 0 || random.nextInt(40) == 0) {
                    log.addAll(pipeline.accept(lane, new SensorEvent.Linked(at, STRAP)));
                } else if (random.nextInt(40) == 0) {
                    log.addAll(pipeline.accept(lane, new SensorEvent.LinkLost(at, "gone")));
                }
                moving[i] ^= random.nextInt(6) == 0;
                for (int n = moving[i] ? 1 + random.nextInt(3) : 0; n > 0; n--) {
                    double milliG = random.nextInt(300) + random.nextDouble();
                    log.addAll(pipeline.accept(lane, new SensorEvent.MotionReceived(at, milliG)));
                }
                double millis = random.nextInt(30) == 0 ? 430 : 800 + 40 * random.nextGaussian();
                log.addAll(
                        pipeline.accept(
                                lane,
                                new SensorEvent.RrReceived(
                                        at, List.of(RrInterval.ofMillis(Math.rint(millis))))));
            }
            if (random.nextInt(20) == 0) {
                Marker mark = new Marker(SessionTime.ofSeconds(second), MarkKind.SLOW, "");
                log.addAll(pipeline.mark(mark));
            }
        }
        if (random.nextBoolean()) {
            log.addAll(pipeline.end(SessionTime.ofSeconds(seconds)));
        }
    }

    private static String told(SessionTimeline session) {
        StringBuilder told = new StringBuilder();
        told.append(session.marks().standing())
                .append(session.endSeconds())
                .append(session.closed());
        for (Timeline lane : session.lanes()) {
            told.append("\n").append(lane.lane()).append(lane.sensor()).append(lane.background());
            told.append(lane.gaps().all()).append(lane.badges().all()).append(lane.cues().all());
            for (Series each :
                    List.of(
                            lane.rate(),
                            lane.liveRate(),
                            lane.variation(),
                            lane.movement(),
                            lane.level(),
                            lane.bandCentre(),
                            lane.beats().raw(),
                            lane.beats().normal())) {
                told.append("\n").append(Arrays.toString(values(each)));
            }
            for (int second = 1; second <= lane.lastSecond(); second++) {
                told.append("\n")
                        .append(second)
                        .append(lane.state(second))
                        .append(lane.why(second));
                told.append(lane.band(second)).append(lane.confidence(second));
                told.append(lane.coverage(second)).append(lane.doubt(second));
                told.append(lane.isRaised(second));
            }
            told.append(ReviewFigures.of(lane).episodes());
        }
        return told.toString();
    }

    private static double[] values(Series series) {
        return IntStream.range(0, series.size())
                .mapToDouble(i -> series.second(i) * 1e6 + series.value(i))
                .toArray();
    }
}
