package org.attune.app;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.attune.evaluate.Label;
import org.attune.evaluate.Track;
import org.attune.pipeline.Moment;
import org.attune.pipeline.PipelineSettings;
import org.attune.pipeline.SessionPipeline;
import org.attune.regulation.Calibration;
import org.attune.regulation.RegulationState;
import org.attune.sensor.SensorEvent;
import org.attune.session.LaneId;
import org.attune.signal.Signal;
import org.attune.time.SessionTime;

/**
 * What the product says of a labelled recording: the same road as {@code estimate}, with the
 * baseline learned in the labelled calibration. The score is the level; the alarm is the raised
 * condition, whatever budget or refractory time silence; judged is every state but Unknown.
 */
final class ProductRun {
    static final String NAME = "attune";

    private final double[] score;
    private final BitSet alarm = new BitSet();
    private final BitSet cues = new BitSet();
    private final BitSet judged = new BitSet();

    private ProductRun(int seconds) {
        score = new double[seconds];
        Arrays.fill(score, Double.NaN);
    }

    static Track of(LabelledFolder.Entry entry, PipelineSettings settings) {
        int seconds = entry.recording().truth().seconds();
        ProductRun run = new ProductRun(seconds);
        SessionPipeline pipeline =
                Wiring.pipeline(
                        List.of(LaneId.CLIENT),
                        settings,
                        Optional.of(calibration(entry.recording().truth().calibration())));
        SessionTime end = SessionTime.ofSeconds(seconds - 1);
        for (SensorEvent event : entry.events()) {
            if (event.at().isAfter(end)) {
                break;
            }
            run.take(pipeline.accept(LaneId.CLIENT, event));
        }
        run.take(pipeline.advanceTo(end));
        return Track.of(NAME, run.score, run.alarm, run.cues, run.judged);
    }

    private static Calibration calibration(Label label) {
        return new Calibration(
                SessionTime.ofSeconds(Math.max(label.from(), 0)),
                SessionTime.ofSeconds(label.to()));
    }

    private void take(List<Moment> moments) {
        for (Moment moment : moments) {
            if (moment instanceof Moment.Concluded concluded) {
                take(concluded);
            }
        }
    }

    private void take(Moment.Concluded concluded) {
        int second = (int) Math.round(concluded.at().toSeconds());
        if (second >= score.length) {
            return;
        }
        score[second] = concluded.estimate().level().orElse(Double.NaN);
        judged.set(second, concluded.estimate().state() != RegulationState.UNKNOWN);
        alarm.set(second, concluded.estimate().raised());
        if (concluded.signal() instanceof Signal.Shown shown) {
            cues.set(second, shown.cue());
        }
    }
}
