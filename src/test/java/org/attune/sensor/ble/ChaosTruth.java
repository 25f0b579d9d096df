package org.attune.sensor.ble;

import java.util.ArrayList;
import java.util.List;
import org.attune.beat.Beat;
import org.attune.pipeline.Moment;
import org.attune.regulation.RegulationState;
import org.attune.sensor.SensorEvent;
import org.attune.session.LaneId;

/**
 * Holds what was concluded about one person against what their strap truly sent, as its own log has
 * it.
 */
final class ChaosTruth {
    /** How long a notification may be on its way, in life; a stall of the bus comes on top. */
    private static final long LONGEST_WAY_NANOS = 2_000_000_000L;

    private static final double NANOS = 1e9;

    /** Notifications after which their usual pace is known, so that a missing one is noticed. */
    private static final int PACE_MEMORY = 16;

    private final ChaosSession session;
    private final LaneId lane;
    private final List<Stall> stalls;
    private final List<Moment> moments;
    private final List<Told> told = new ArrayList<>();

    /** A span in which messages waited, on the machine's clock. */
    record Stall(long from, long to) {}

    /** A beat that was sent. */
    private record Told(int ticks, long sentAt) {}

    /** A beat that was heard or judged: when that was, on the machine's clock, and its number. */
    private record Known(int ticks, long at, long ordinal) {}

    /** When its two clocks are read, some time passes. */
    private static final long READING_NANOS = 1_000_000L;

    /**
     * What came out.
     *
     * @param beats how many were judged
     * @param sent how many the strap sent
     * @param invented judged beats that were never sent, or not in this order, or twice
     * @param others judged or heard beats that bear another strap's sign
     * @param falseNeighbours beats taken for neighbours though others fell between
     * @param unseenLosses the same, where one notification was lost while the usual pace of them
     *     was not yet known
     * @param shown conclusions with a state
     * @param conclusions all conclusions
     * @param stalest the oldest data on which a state was shown, seconds of session time
     */
    record Figures(
            int beats,
            int sent,
            List<String> invented,
            List<String> others,
            List<String> falseNeighbours,
            List<String> unseenLosses,
            int shown,
            int conclusions,
            double stalest) {}

    ChaosTruth(ChaosSession session, LaneId lane, List<Stall> stalls) {
        this.session = session;
        this.lane = lane;
        this.stalls = stalls;
        // First what was heard, then what was sent, with a command between: the straps go on
        // beating, and a beat that was heard is in the log of a rig that has answered since.
        this.moments = session.moments();
        session.rig.command("rssi -58");
        for (LightRig.Sent sent : session.rig.transmitted()) {
            if (sent.strap().equals(ChaosSession.strapOf(lane))) {
                sent.beats().forEach(beat -> told.add(new Told(beat.ticks(), sent.nanos())));
            }
        }
    }

    Figures figures() {
        List<String> others = new ArrayList<>();
        List<Known> heard = new ArrayList<>();
        List<Known> judged = new ArrayList<>();
        int shown = 0;
        int conclusions = 0;
        double stalest = 0;
        for (Moment moment : moments) {
            if (moment instanceof Moment.Heard h && h.lane().equals(lane)) {
                note(h.event(), heard, others);
            } else if (moment instanceof Moment.Judged j && j.lane().equals(lane)) {
                judged.add(known(j.beat(), session.realNanos(j.at().nanos())));
            } else if (moment instanceof Moment.Concluded c && c.lane().equals(lane)) {
                conclusions++;
                if (c.estimate().state() != RegulationState.UNKNOWN) {
                    shown++;
                    stalest = Math.max(stalest, age(c.at().nanos()));
                }
            }
        }
        List<String> invented = new ArrayList<>();
        match(heard, invented, new ArrayList<>(), new ArrayList<>());
        List<String> falseNeighbours = new ArrayList<>();
        List<String> unseen = new ArrayList<>();
        match(judged, invented, falseNeighbours, unseen);
        return new Figures(
                judged.size(),
                told.size(),
                invented,
                others,
                falseNeighbours,
                unseen,
                shown,
                conclusions,
                stalest);
    }

    private void note(SensorEvent event, List<Known> heard, List<String> others) {
        if (event instanceof SensorEvent.RrReceived received) {
            long at = session.realNanos(received.at().nanos());
            for (int ticks : HeardEvents.ticks(List.of(received))) {
                heard.add(new Known(ticks, at, heard.size()));
                if (ticks % 8 != ChaosSession.numberOf(lane)) {
                    others.add(event.toString());
                }
            }
        } else if (event instanceof SensorEvent.Linked linked
                && !linked.sensor().address().endsWith(ChaosSession.strapOf(lane))) {
            others.add(event.toString());
        }
    }

    private static Known known(Beat beat, long at) {
        int ticks = (int) Math.round(beat.interval().nanos() * 1024 / NANOS);
        return new Known(ticks, at, beat.ordinal());
    }

    /** Finds each known beat among those sent, in order, none twice. */
    private void match(
            List<Known> knowns,
            List<String> invented,
            List<String> falseNeighbours,
            List<String> unseen) {
        int next = 0;
        int stretch = 0;
        int lastAt = -1;
        long lastOrdinal = -2;
        for (Known known : knowns) {
            int found = -1;
            for (int i = next;
                    i < told.size() && told.get(i).sentAt <= known.at + READING_NANOS;
                    i++) {
                if (told.get(i).ticks == known.ticks && isOnItsWay(told.get(i), known)) {
                    found = i;
                    break;
                }
            }
            if (found < 0) {
                invented.add(describe(known));
                continue;
            }
            stretch = known.ordinal == lastOrdinal + 1 ? stretch + 1 : 0;
            int lost = found - lastAt - 1;
            if (stretch > 0 && lost > 0) {
                boolean early = lost == 1 && stretch <= PACE_MEMORY;
                (early ? unseen : falseNeighbours).add(describe(known) + ", lost: " + lost);
            }
            next = found + 1;
            lastAt = found;
            lastOrdinal = known.ordinal;
        }
    }

    /** Judged two beats after it was heard, or at the latest when silence is plain. */
    private boolean isOnItsWay(Told beat, Known known) {
        long judging = 7_000_000_000L / ChaosSession.PACE;
        return known.at - beat.sentAt <= LONGEST_WAY_NANOS + judging + stalled(beat.sentAt, known);
    }

    private long stalled(long sentAt, Known known) {
        long sum = 0;
        for (Stall stall : stalls) {
            sum += Math.max(0, Math.min(stall.to, known.at) - Math.max(stall.from, sentAt));
        }
        return sum;
    }

    private String describe(Known known) {
        return known.ticks + "/1024 s at " + (known.at - session.startedAt) / NANOS + " s";
    }

    /** Seconds of session time since the newest beat that was sent; waiting is not held against. */
    private double age(long sessionNanos) {
        long now = session.realNanos(sessionNanos);
        long newest = session.startedAt;
        for (Told beat : told) {
            if (beat.sentAt > now) {
                break;
            }
            newest = beat.sentAt;
        }
        for (Stall stall : stalls) {
            if (newest >= stall.from && newest < stall.to) {
                newest = Math.min(now, stall.to);
            }
        }
        return (sessionNanos - session.sessionNanos(newest)) / NANOS;
    }
}
