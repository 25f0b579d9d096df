package org.attune.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.attune.beat.Beat;
import org.attune.beat.Verdict;
import org.attune.hrv.HrvFeatures;
import org.attune.hrv.HrvReading;
import org.attune.hrv.HrvWindow;
import org.attune.pipeline.Moment;
import org.attune.regulation.ArousalEstimate;
import org.attune.regulation.Baseline;
import org.attune.regulation.Reason;
import org.attune.regulation.RegulationState;
import org.attune.sensor.RrInterval;
import org.attune.session.LaneId;
import org.attune.session.MarkKind;
import org.attune.session.Marker;
import org.attune.signal.Pace;
import org.attune.signal.Signal;
import org.attune.time.SessionTime;

/**
 * The binary form of moments: a tag, then the parts in order, doubles bit for bit, so that what is
 * read equals what was written in every bit. The form is version {@link Context#FORMAT}; a change
 * of it is a new version beside the old. Stateless; any thread.
 */
final class MomentCodec {
    private static final int HAS_BASELINE = 1;
    private static final int RAISED = 2;
    private static final int HEARD = 1;
    private static final int JUDGED = 2;
    private static final int CONCLUDED = 3;
    private static final int MARKED = 4;
    private static final int FAULTED = 5;
    private static final int ENDED = 6;
    private static final int SHOWN = 1;
    private static final int WITHHELD = 2;

    private MomentCodec() {}

    static void write(ByteWriter out, Moment moment) {
        moment.match(new Writing(out));
    }

    /** One method for each kind, so that a new kind does not compile until it can be stored. */
    private record Writing(ByteWriter out) implements Moment.Cases<ByteWriter> {
        @Override
        public ByteWriter heard(Moment.Heard moment) {
            out.u8(HEARD).text(moment.lane().value());
            return SensorEventCodec.write(out, moment.event());
        }

        @Override
        public ByteWriter judged(Moment.Judged moment) {
            Beat beat = moment.beat();
            return out.u8(JUDGED)
                    .i64(moment.at().nanos())
                    .text(moment.lane().value())
                    .i64(beat.ordinal())
                    .i64(beat.at().nanos())
                    .i64(beat.interval().nanos())
                    .name(beat.verdict());
        }

        @Override
        public ByteWriter concluded(Moment.Concluded moment) {
            out.u8(CONCLUDED).text(moment.lane().value());
            HrvReading reading = moment.reading();
            out.i64(reading.at().nanos());
            writeWindow(out, reading.rate());
            writeWindow(out, reading.quality());
            writeWindow(out, reading.variability());
            out.optional(reading.heartRateBpm());
            writeEstimate(out, moment.estimate());
            return writeSignal(out, moment.signal());
        }

        @Override
        public ByteWriter marked(Moment.Marked moment) {
            Marker marker = moment.marker();
            return out.u8(MARKED)
                    .i64(marker.at().nanos())
                    .name(marker.kind())
                    .text(marker.detail());
        }

        @Override
        public ByteWriter faulted(Moment.Faulted moment) {
            return out.u8(FAULTED).i64(moment.at().nanos()).text(moment.reason());
        }

        @Override
        public ByteWriter ended(Moment.Ended moment) {
            return out.u8(ENDED).i64(moment.at().nanos());
        }
    }

    /**
     * Reads one moment.
     *
     * @throws VaultException when the bytes are none; nothing else
     */
    static Moment read(ByteReader in) {
        try {
            return readTagged(in);
        } catch (IllegalArgumentException brokenContract) {
            throw ByteReader.malformed("a moment breaks its own rules");
        }
    }

    private static Moment readTagged(ByteReader in) {
        int tag = in.u8();
        return switch (tag) {
            case HEARD -> new Moment.Heard(new LaneId(in.text()), SensorEventCodec.read(in));
            case JUDGED -> new Moment.Judged(time(in), new LaneId(in.text()), readBeat(in));
            case CONCLUDED -> readConcluded(in);
            case MARKED ->
                    new Moment.Marked(new Marker(time(in), in.name(MarkKind.class), in.text()));
            case FAULTED -> new Moment.Faulted(time(in), in.text());
            case ENDED -> new Moment.Ended(time(in));
            default -> throw ByteReader.malformed("unknown kind of moment " + tag);
        };
    }

    private static Beat readBeat(ByteReader in) {
        return new Beat(in.i64(), time(in), new RrInterval(in.i64()), in.name(Verdict.class));
    }

    private static Moment readConcluded(ByteReader in) {
        LaneId lane = new LaneId(in.text());
        HrvReading reading =
                new HrvReading(
                        time(in), readWindow(in), readWindow(in), readWindow(in), in.optional());
        return new Moment.Concluded(lane, reading, readEstimate(in), readSignal(in));
    }

    private static void writeWindow(ByteWriter out, HrvWindow window) {
        HrvFeatures features = window.features();
        out.i64(window.from().nanos())
                .i64(window.to().nanos())
                .optional(features.meanNnMillis())
                .optional(features.medianNnMillis())
                .optional(features.sdnnMillis())
                .optional(features.rmssdMillis())
                .optional(features.pnn50Percent())
                .f64(window.coverage())
                .f64(window.artefactShare())
                .i32(window.beats());
    }

    private static HrvWindow readWindow(ByteReader in) {
        return new HrvWindow(
                time(in),
                time(in),
                new HrvFeatures(
                        in.optional(), in.optional(), in.optional(), in.optional(), in.optional()),
                in.f64(),
                in.f64(),
                in.i32());
    }

    private static void writeEstimate(ByteWriter out, ArousalEstimate estimate) {
        out.i64(estimate.at().nanos())
                .optional(estimate.level())
                .name(estimate.state())
                .f64(estimate.confidence())
                .u8(
                        (estimate.baseline().isPresent() ? HAS_BASELINE : 0)
                                | (estimate.raised() ? RAISED : 0));
        if (estimate.baseline().isPresent()) {
            Baseline baseline = estimate.baseline().get();
            out.f64(baseline.centreBpm())
                    .f64(baseline.scaleBpm())
                    .optional(baseline.lnRmssd())
                    .i64(baseline.from().nanos())
                    .i64(baseline.to().nanos());
        }
        writeReasons(out, estimate.reasons());
        out.text(estimate.estimatorId());
    }

    private static ArousalEstimate readEstimate(ByteReader in) {
        SessionTime at = time(in);
        OptionalDouble level = in.optional();
        RegulationState state = in.name(RegulationState.class);
        double confidence = in.f64();
        int marks = in.u8(); // Sessions of older estimators know the first alone.
        if ((marks & ~(HAS_BASELINE | RAISED)) != 0) {
            throw ByteReader.malformed("an estimate is marked with what is not known");
        }
        Optional<Baseline> baseline =
                (marks & HAS_BASELINE) != 0
                        ? Optional.of(
                                new Baseline(in.f64(), in.f64(), in.optional(), time(in), time(in)))
                        : Optional.empty();
        boolean raised = (marks & RAISED) != 0;
        return new ArousalEstimate(
                at, level, state, raised, confidence, baseline, readReasons(in), in.text());
    }

    private static ByteWriter writeSignal(ByteWriter out, Signal signal) {
        return signal.match(
                shown -> {
                    out.u8(SHOWN).name(shown.pace()).flag(shown.cue());
                    return writeReasons(out, shown.because());
                },
                withheld -> writeReason(out.u8(WITHHELD), withheld.because()));
    }

    private static Signal readSignal(ByteReader in) {
        int tag = in.u8();
        if (tag == SHOWN) {
            return new Signal.Shown(in.name(Pace.class), in.flag(), readReasons(in));
        }
        if (tag == WITHHELD) {
            return new Signal.Withheld(readReason(in));
        }
        throw ByteReader.malformed("unknown kind of signal " + tag);
    }

    private static ByteWriter writeReasons(ByteWriter out, List<Reason> reasons) {
        out.varint(reasons.size());
        reasons.forEach(reason -> writeReason(out, reason));
        return out;
    }

    private static ByteWriter writeReason(ByteWriter out, Reason reason) {
        return out.name(reason.code()).f64(reason.value());
    }

    private static List<Reason> readReasons(ByteReader in) {
        int count = in.count(9);
        List<Reason> reasons = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            reasons.add(readReason(in));
        }
        return reasons;
    }

    private static Reason readReason(ByteReader in) {
        return new Reason(in.name(Reason.Code.class), in.f64());
    }

    static SessionTime time(ByteReader in) {
        return new SessionTime(in.i64());
    }
}
