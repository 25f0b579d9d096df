package org.attune.pipeline;

import java.util.Optional;
import org.attune.sensor.ConditionRules;
import org.attune.sensor.Contact;
import org.attune.sensor.SensorCondition;
import org.attune.sensor.SensorEvent;
import org.attune.time.SessionTime;

/**
 * Keeps how a sensor stands. Packets alone prove nothing: only credible beats, or a rate reported
 * by a sensor that has no intervals, keep it flowing.
 */
final class SensorWatch {
    private final long silentAfterNanos;
    private boolean linked;
    private boolean everLinked;
    private boolean contactLost;
    private Optional<SessionTime> lastSign = Optional.empty();
    private boolean hasIntervals;
    private boolean everTrusted;
    private boolean repeating;
    private Optional<SessionTime> lastIntervals = Optional.empty();

    SensorWatch(ConditionRules rules) {
        this.silentAfterNanos = Math.round(rules.silentAfterSeconds() * 1e9);
    }

    void heard(SensorEvent event) {
        if (event instanceof SensorEvent.LinkLost) {
            linked = false;
            contactLost = false;
            return;
        }
        if (event instanceof SensorEvent.ContactChanged change) {
            contactLost = change.contact() == Contact.LOST;
        }
        if (event instanceof SensorEvent.RrReceived received) {
            hasIntervals |= !received.intervals().isEmpty();
            lastIntervals =
                    received.intervals().isEmpty() ? lastIntervals : Optional.of(event.at());
        }
        if (event instanceof SensorEvent.HeartRateReceived && !hasIntervals) {
            lastSign = Optional.of(event.at());
        }
        linked = true;
        everLinked = true;
    }

    /**
     * Whether the newest intervals look like a heart at all. Until they once have, the sensor is
     * waited for.
     */
    void trusted(boolean intervalsLookLikeAHeart) {
        everTrusted |= intervalsLookLikeAHeart;
    }

    /** Whether the sensor says the same over and over. */
    void repeats(boolean itRepeats) {
        repeating = itRepeats;
    }

    /** The newest credible beat; older ones than known change nothing. */
    void credibleBeat(SessionTime at) {
        if (lastSign.isEmpty() || at.isAfter(lastSign.get())) {
            lastSign = Optional.of(at);
        }
    }

    /** Whether intervals still come, be they credible or not. */
    boolean speaks(SessionTime now) {
        return linked
                && lastIntervals.isPresent()
                && now.nanos() - lastIntervals.get().nanos() <= silentAfterNanos;
    }

    SensorCondition condition(SessionTime now) {
        if (!linked) {
            return everLinked ? SensorCondition.LINK_LOST : SensorCondition.WAITING;
        }
        if (contactLost) {
            return SensorCondition.CONTACT_LOST;
        }
        if (repeating) {
            return SensorCondition.REPEATING;
        }
        if (lastSign.isEmpty() || (hasIntervals && !everTrusted)) {
            return SensorCondition.WAITING;
        }
        boolean silent = now.nanos() - lastSign.get().nanos() > silentAfterNanos;
        return silent ? SensorCondition.SILENT : SensorCondition.FLOWING;
    }
}
