package org.attune.store;

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
import org.attune.regulation.Baseline.Origin;
import org.attune.regulation.RegulationState;
import org.attune.sensor.RrInterval;
import org.attune.session.LaneId;
import org.attune.session.MarkKind;
import org.attune.session.Marker;
import org.attune.time.SessionTime;

/**
 * The binary form of moments: a tag, then the parts in order, doubles bit for bit, so that what is
 * read equals what was written in every bit. The form is version {@link Context#FORMAT}; a change
 * of it is a new version beside the old. Stateless; any thread.
 */
final class MomentCodec {
    private static final int HAS_BASELINE = 1;
    private static final int RAISED = 2;
    private static final int HAS_SPREAD = 4;
    private static final int BLENDED = 8;
    private static final int EARLIER = 16;
    private static final int KNOWN_MARKS = HAS_BASELINE | RAISED | HAS_SPREAD | BLENDED | EARLIER;
    private static final int HEARD = 1;
    private static final int JUDGED = 2;
    private static final int CONCLUDED = 3;
    private static final int MARKED = 4;
    private static final int FAULTED = 5;
    private static final int ENDED = 6;
    private static final int PREPARED = 7;

    private MomentCodec() {}

    static void write(ByteWriter out, Moment moment) {
        moment.match(new Writing(out));
    }

    /** One method for each kind, so that a new kind does not compile until it can be stored. */
    private record Writing(ByteWriter out) implements Moment.Cases<ByteWriter> {
        @Override
        public ByteWriter prepared(Moment.Prepared moment) {
            out.u8(PREPARED).i64(moment.at().nanos()).text(moment.lane().value());
            return BackgroundCodec.write(out, moment.background());
        }

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
            return SignalCodec.write(out, moment.signal());
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
            case PREPARED ->
                    new Moment.Prepared(time(in), new LaneId(in.text()), BackgroundCodec.read(in));
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
        return new Moment.Concluded(lane, reading, readEstimate(in), SignalCodec.read(in));
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
                .u8(marks(estimate));
        if (estimate.baseline().isPresent()) {
            Baseline baseline = estimate.baseline().get();
            out.f64(baseline.centreBpm())
                    .f64(baseline.scaleBpm())
                    .optional(baseline.lnRmssd())
                    .i64(baseline.from().nanos())
                    .i64(baseline.to().nanos());
            baseline.spreadBpm().ifPresent(out::f64);
        }
        SignalCodec.writeReasons(out, estimate.reasons());
        out.text(estimate.estimatorId());
    }

    private static int marks(ArousalEstimate estimate) {
        int raised = estimate.raised() ? RAISED : 0;
        return raised | estimate.baseline().map(MomentCodec::marks).orElse(0);
    }

    private static int marks(Baseline baseline) {
        int origin =
                switch (baseline.origin()) {
                    case TODAY -> 0;
                    case BLENDED -> BLENDED;
                    case EARLIER -> EARLIER;
                };
        return HAS_BASELINE | origin | (baseline.spreadBpm().isPresent() ? HAS_SPREAD : 0);
    }

    private static Baseline readBaseline(ByteReader in, int marks) {
        double centre = in.f64();
        double scale = in.f64();
        OptionalDouble lnRmssd = in.optional();
        SessionTime from = time(in);
        SessionTime to = time(in);
        OptionalDouble spread =
                (marks & HAS_SPREAD) != 0 ? OptionalDouble.of(in.f64()) : OptionalDouble.empty();
        Origin origin =
                (marks & EARLIER) != 0
                        ? Origin.EARLIER
                        : (marks & BLENDED) != 0 ? Origin.BLENDED : Origin.TODAY;
        return new Baseline(centre, scale, lnRmssd, spread, origin, from, to);
    }

    private static ArousalEstimate readEstimate(ByteReader in) {
        SessionTime at = time(in);
        OptionalDouble level = in.optional();
        RegulationState state = in.name(RegulationState.class);
        double confidence = in.f64();
        int marks = in.u8(); // Older estimators knew only the first of them.
        if ((marks & ~KNOWN_MARKS) != 0) {
            throw ByteReader.malformed("an estimate is marked with what is not known");
        }
        Optional<Baseline> baseline =
                (marks & HAS_BASELINE) != 0
                        ? Optional.of(readBaseline(in, marks))
                        : Optional.empty();
        boolean raised = (marks & RAISED) != 0;
        return new ArousalEstimate(
                at,
                level,
                state,
                raised,
                confidence,
                baseline,
                SignalCodec.readReasons(in),
                in.text());
    }

    static SessionTime time(ByteReader in) {
        return new SessionTime(in.i64());
    }
}
