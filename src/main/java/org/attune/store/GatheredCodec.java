package org.attune.store;

import java.util.ArrayList;
import java.util.List;
import org.attune.beat.Beat;
import org.attune.beat.Verdict;
import org.attune.pipeline.Moment;
import org.attune.sensor.RrInterval;
import org.attune.sensor.SensorEvent;
import org.attune.session.LaneId;
import org.attune.time.SessionTime;

/**
 * The short form of a stretch of entries: heard intervals and judged beats as what they differ by
 * from what the ones before let expect, all else as {@link MomentCodec} has it. Nothing is rounded:
 * whatever does not fit what is expected is written out, so that what is read equals what was
 * written in every bit.
 *
 * <p>An entry begins with a varint of marks: its kind, and what is not as expected. An interval is
 * a step from the one before, counted in the largest unit that holds it exactly.
 */
final class GatheredCodec {
    private static final int KIND = 0b111;
    private static final int WHOLE = 0;

    /** A beat judged when it fell. */
    private static final int JUDGED_AT_ONCE = 1;

    /** A beat judged at another time, told from the newest time of all. */
    private static final int JUDGED = 2;

    private static final int HEARD_RR = 3;

    private static final int ORDER = 1 << 3;
    private static final int LOST = 1 << 4;
    private static final int LANE = 1 << 5;
    private static final int UNIT = 1 << 6;
    private static final int VERDICT = 1 << 7;
    private static final int ORDINAL = 1 << 8;
    private static final int KNOWN = (1 << 9) - 1;

    private GatheredCodec() {}

    /** What the next entry is told from; the same on both sides after each entry. */
    private static class Expected {
        long order = -1;
        long newest;
        LaneId lane = LaneId.CLIENT;
        IntervalUnit unit = IntervalUnit.TICKS_1024;
        long heard;
        long ordinal = -1;
        long fell;
        long interval;
        Verdict verdict = Verdict.NORMAL;

        final void sawBeat(Beat beat) {
            ordinal = beat.ordinal();
            fell = beat.at().nanos();
            interval = beat.interval().nanos();
            verdict = beat.verdict();
        }
    }

    /** Writes a stretch. Confined to one thread. */
    static final class Writer {
        private final ByteWriter out = new ByteWriter();
        private Expected expected = new Expected();

        /** What was written; to be read only. */
        ByteWriter bytes() {
            return out;
        }

        int size() {
            return out.size();
        }

        /** Forgets what was written, and overwrites it; the next entry begins a stretch. */
        void wipe() {
            out.wipe();
            expected = new Expected();
        }

        void write(StreamCodec.Entry entry) {
            Moment moment = entry.moment();
            if (moment instanceof Moment.Judged judged) {
                writeJudged(entry, judged);
            } else if (moment instanceof Moment.Heard heard
                    && heard.event() instanceof SensorEvent.RrReceived rr) {
                writeHeard(entry, heard.lane(), rr);
            } else {
                begin(entry, WHOLE, expected.lane, expected.unit);
                MomentCodec.write(out, moment);
            }
            expected.newest = moment.at().nanos();
        }

        private void begin(StreamCodec.Entry entry, int marks, LaneId lane, IntervalUnit unit) {
            boolean jumps = entry.order() != expected.order + 1;
            boolean otherLane = !lane.equals(expected.lane);
            boolean otherUnit = unit != expected.unit;
            out.varint(
                    marks
                            | (jumps ? ORDER : 0)
                            | (entry.lostBefore() != 0 ? LOST : 0)
                            | (otherLane ? LANE : 0)
                            | (otherUnit ? UNIT : 0));
            if (jumps) {
                step(entry.order(), expected.order);
            }
            if (entry.lostBefore() != 0) {
                out.varint(entry.lostBefore());
            }
            if (otherLane) {
                out.text(lane.value());
            }
            if (otherUnit) {
                out.u8(unit.code);
            }
            expected.order = entry.order();
            expected.lane = lane;
            expected.unit = unit;
        }

        private void writeJudged(StreamCodec.Entry entry, Moment.Judged judged) {
            Beat beat = judged.beat();
            long at = judged.at().nanos();
            boolean atOnce = at == beat.at().nanos();
            boolean otherVerdict = beat.verdict() != expected.verdict;
            boolean otherOrdinal = beat.ordinal() != expected.ordinal + 1;
            int marks =
                    (atOnce ? JUDGED_AT_ONCE : JUDGED)
                            | (otherVerdict ? VERDICT : 0)
                            | (otherOrdinal ? ORDINAL : 0);
            IntervalUnit unit = IntervalUnit.of(beat.interval().nanos());
            begin(entry, marks, judged.lane(), unit);
            if (otherVerdict) {
                out.name(beat.verdict());
            }
            if (otherOrdinal) {
                step(beat.ordinal(), expected.ordinal);
            }
            step(unit.count(beat.interval().nanos()), unit.count(expected.interval));
            step(beat.at().nanos(), expected.fell + beat.interval().nanos());
            if (!atOnce) {
                step(at, expected.newest);
            }
            expected.sawBeat(beat);
        }

        private void writeHeard(StreamCodec.Entry entry, LaneId lane, SensorEvent.RrReceived rr) {
            IntervalUnit unit = IntervalUnit.of(rr.intervals());
            begin(entry, HEARD_RR, lane, unit);
            step(rr.at().nanos(), expected.newest);
            out.varint(rr.intervals().size());
            for (RrInterval interval : rr.intervals()) {
                step(unit.count(interval.nanos()), unit.count(expected.heard));
                expected.heard = interval.nanos();
            }
        }

        /** Differences run around the ends of the numbers, and back again when they are read. */
        private void step(long value, long from) {
            long step = value - from;
            out.varint((step << 1) ^ (step >> 63)); // small ones of either sign stay short
        }
    }

    /**
     * Reads a stretch.
     *
     * @throws VaultException when the bytes are none; nothing else
     */
    static List<StreamCodec.Entry> read(ByteReader in) {
        Reader reader = new Reader(in);
        List<StreamCodec.Entry> entries = new ArrayList<>();
        try {
            while (!in.atEnd()) {
                entries.add(reader.read());
            }
        } catch (IllegalArgumentException brokenContract) {
            throw ByteReader.malformed("a moment breaks its own rules");
        }
        return entries;
    }

    /** The other side of {@link Writer}. */
    private static final class Reader {
        private final ByteReader in;
        private final Expected expected = new Expected();

        Reader(ByteReader in) {
            this.in = in;
        }

        StreamCodec.Entry read() {
            long marks = in.varint();
            if ((marks & ~KNOWN) != 0) {
                throw ByteReader.malformed("an entry is marked with what is not known");
            }
            long order = isMarked(marks, ORDER) ? step(expected.order) : expected.order + 1;
            long lostBefore = isMarked(marks, LOST) ? in.varint() : 0;
            if (isMarked(marks, LANE)) {
                expected.lane = new LaneId(in.text());
            }
            if (isMarked(marks, UNIT)) {
                expected.unit = unit(in.u8());
            }
            expected.order = order;
            Moment moment =
                    switch ((int) marks & KIND) {
                        case WHOLE -> MomentCodec.read(in);
                        case JUDGED_AT_ONCE, JUDGED -> judged(marks);
                        case HEARD_RR -> heard();
                        default -> throw ByteReader.malformed("unknown kind of entry");
                    };
            expected.newest = moment.at().nanos();
            return new StreamCodec.Entry(order, lostBefore, moment);
        }

        private static boolean isMarked(long marks, int mark) {
            return (marks & mark) != 0;
        }

        private static IntervalUnit unit(int code) {
            for (IntervalUnit unit : IntervalUnit.ALL) {
                if (unit.code == code) {
                    return unit;
                }
            }
            throw ByteReader.malformed("unknown unit of intervals");
        }

        private Moment judged(long marks) {
            Verdict verdict = isMarked(marks, VERDICT) ? in.name(Verdict.class) : expected.verdict;
            long ordinal = isMarked(marks, ORDINAL) ? step(expected.ordinal) : expected.ordinal + 1;
            RrInterval interval = interval(expected.interval);
            SessionTime fell = new SessionTime(step(expected.fell + interval.nanos()));
            SessionTime at =
                    (marks & KIND) == JUDGED ? new SessionTime(step(expected.newest)) : fell;
            Beat beat = new Beat(ordinal, fell, interval, verdict);
            expected.sawBeat(beat);
            return new Moment.Judged(at, expected.lane, beat);
        }

        private Moment heard() {
            SessionTime at = new SessionTime(step(expected.newest));
            int count = in.count(1);
            List<RrInterval> intervals = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                RrInterval interval = interval(expected.heard);
                intervals.add(interval);
                expected.heard = interval.nanos();
            }
            return new Moment.Heard(expected.lane, new SensorEvent.RrReceived(at, intervals));
        }

        private RrInterval interval(long before) {
            IntervalUnit unit = expected.unit;
            return new RrInterval(unit.nanos(step(unit.count(before))));
        }

        private long step(long from) {
            long step = in.varint();
            return from + ((step >>> 1) ^ -(step & 1));
        }
    }
}
