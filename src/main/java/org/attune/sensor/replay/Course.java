package org.attune.sensor.replay;

import java.util.ArrayList;
import java.util.List;
import org.attune.time.SessionTime;

/**
 * How a scenario runs: straight lines between knots, named stretches, and what befalls the strap. A
 * course that is over begins again at {@code repeatFrom}, so that it has no end. Immutable.
 *
 * @param knots in order of time; the first at 0
 * @param stretches in order of time; a name for the record
 * @param incidents what befalls heart or strap
 * @param repeatFrom seconds, to which it returns
 * @param length seconds, at which it returns
 */
record Course(
        List<Knot> knots,
        List<Stretch> stretches,
        List<Incident> incidents,
        double repeatFrom,
        double length) {

    /**
     * The state of the client at an instant.
     *
     * @param seconds since the scenario began
     * @param bpm heart rate
     * @param variability share of the client's full variability, 0 to 1
     * @param motion milli-g
     */
    record Knot(double seconds, double bpm, double variability, double motion) {}

    /** A named stretch, in seconds. */
    record Stretch(double from, double to, String label) {}

    /** What can befall. */
    enum Kind {
        /** Premature beats with a pause after: strength is their share. */
        ECTOPIC,
        /** Every second beat is premature. */
        BIGEMINY,
        /** Rows of premature beats: strength is the chance at each beat that one begins. */
        RUNS,
        /** No beat foretells the next. */
        FIBRILLATION,
        /** The client speaks: strength 1 is lively talk. */
        TALK,
        /** The strap misses, invents and displaces beats: strength is reached at the end. */
        LOOSE,
        /** The strap no longer touches the skin. */
        NO_CONTACT,
        /** The strap is out of reach. */
        NO_LINK,
        /** Nothing the strap says arrives, though the link stands. */
        DROP_OUT,
        /** The strap says its last packet again and again. */
        GHOSTS,
        /** The strap takes noise for beats. */
        NOISE
    }

    /** Something that befalls, in seconds. */
    record Incident(double from, double to, Kind kind, double strength) {}

    private double folded(double seconds) {
        return seconds < length
                ? seconds
                : repeatFrom + (seconds - repeatFrom) % (length - repeatFrom);
    }

    /** The state at an instant, on the straight line between its knots. */
    Knot at(double seconds) {
        double t = folded(seconds);
        int next = 0;
        while (next < knots.size() && knots.get(next).seconds() <= t) {
            next++;
        }
        Knot before = knots.get(Math.max(0, next - 1));
        if (next == knots.size()) {
            return before;
        }
        Knot after = knots.get(next);
        double share = (t - before.seconds()) / (after.seconds() - before.seconds());
        return new Knot(
                seconds,
                mix(before.bpm(), after.bpm(), share),
                mix(before.variability(), after.variability(), share),
                mix(before.motion(), after.motion(), share));
    }

    private static double mix(double a, double b, double share) {
        return a + (b - a) * share;
    }

    /** How strongly something befalls at an instant; 0 when it does not. */
    double strength(Kind kind, double seconds) {
        double t = folded(seconds);
        for (Incident incident : incidents) {
            if (incident.kind() == kind && t >= incident.from() && t < incident.to()) {
                double grown = (t - incident.from()) / (incident.to() - incident.from());
                return incident.strength() * (kind == Kind.LOOSE ? grown : 1);
            }
        }
        return 0;
    }

    /** The stretches of the first {@code seconds}, as often as the course is run through. */
    List<ScenarioLabel> labels(double seconds) {
        List<ScenarioLabel> labels = new ArrayList<>();
        double shift = 0;
        while (shift < seconds) {
            for (Stretch stretch : stretches) {
                boolean again = shift > 0 && stretch.from() < repeatFrom;
                double from = stretch.from() + shift;
                if (!again && from < seconds) {
                    double to = Math.min(stretch.to() + shift, seconds);
                    labels.add(
                            new ScenarioLabel(
                                    SessionTime.ofSeconds(from),
                                    SessionTime.ofSeconds(to),
                                    stretch.label()));
                }
            }
            shift += length - repeatFrom;
        }
        return labels;
    }
}
