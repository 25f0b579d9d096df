package org.attune.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.attune.consent.DataCategory;
import org.attune.pipeline.Moment;
import org.attune.regulation.RegulationState;
import org.attune.sensor.SensorEvent;
import org.attune.session.MarkKind;

/** What of a recorded lane does not leave, and why, in plain words. */
public final class LeftOut {
    private static final String FORMAT = "the format ";

    private LeftOut() {}

    /**
     * Something that stays.
     *
     * @param what it is
     * @param why it stays
     */
    public record Thing(String what, String why) {}

    /** A format of a bundle that has no room for the session. */
    static Thing format(String id, UnwritableException because) {
        return new Thing(FORMAT + id, String.valueOf(because.getMessage()));
    }

    /** The formats among what stays, a line each. */
    static List<String> formats(List<Thing> things) {
        return things.stream()
                .filter(each -> each.what().startsWith(FORMAT))
                .map(each -> each.what().substring(FORMAT.length()) + " (" + each.why() + ")")
                .toList();
    }

    static List<Thing> of(RecordedLane lane, Set<DataCategory> granted) {
        List<Thing> things = new ArrayList<>();
        for (DataCategory category : DataCategory.values()) {
            if (!granted.contains(category)) {
                things.add(new Thing(category.code(), why(category)));
            }
        }
        long privately = marks(lane, MarkKind.FELT);
        if (privately > 0) {
            things.add(new Thing(privately + " private marks", "they are the therapist's own"));
        }
        long undone = marks(lane, MarkKind.UNDO);
        if (undone > 0) {
            things.add(new Thing(undone + " marks", "they were taken back"));
        }
        long withheld = lane.moments().stream().filter(each -> isWithheld(lane, each)).count();
        if (withheld > 0) {
            things.add(
                    new Thing(
                            "rate and level of " + withheld + " seconds",
                            "they were withheld on the screen too"));
        }
        if (lane.moments().stream().anyMatch(each -> isMotion(lane, each))) {
            things.add(new Thing("movement", "no category of consent covers it"));
        }
        String known =
                lane.shared().isPresent()
                        ? "flags and the range of earlier sessions"
                        : "flags and usual range";
        things.add(new Thing(known, "what is known of a person stays here"));
        return things;
    }

    private static String why(DataCategory category) {
        return switch (category) {
            case NOTES -> "they leave by a consent of their own only, and by themselves";
            case IDENTITY -> "a pseudonym stands in its place";
            case REPORT -> "it is printed by 'attune report'";
            default -> "not asked for";
        };
    }

    private static long marks(RecordedLane lane, MarkKind kind) {
        return lane.moments().stream()
                .filter(each -> each instanceof Moment.Marked m && m.marker().kind() == kind)
                .count();
    }

    private static boolean isWithheld(RecordedLane lane, Moment moment) {
        return moment instanceof Moment.Concluded concluded
                && concluded.lane().equals(lane.lane())
                && concluded.estimate().state() == RegulationState.UNKNOWN;
    }

    private static boolean isMotion(RecordedLane lane, Moment moment) {
        return moment instanceof Moment.Heard heard
                && heard.lane().equals(lane.lane())
                && heard.event() instanceof SensorEvent.MotionReceived;
    }
}
