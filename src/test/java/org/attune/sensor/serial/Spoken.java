package org.attune.sensor.serial;

import java.util.stream.Collectors;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SensorEvent.BatteryReported;
import org.attune.sensor.SensorEvent.ContactChanged;
import org.attune.sensor.SensorEvent.EcgReceived;
import org.attune.sensor.SensorEvent.HeartRateReceived;
import org.attune.sensor.SensorEvent.LinkLost;
import org.attune.sensor.SensorEvent.Linked;
import org.attune.sensor.SensorEvent.MotionReceived;
import org.attune.sensor.SensorEvent.Overrun;
import org.attune.sensor.SensorEvent.RrReceived;

/** What an event says, in the few words that the protocol's specification uses. */
final class Spoken implements SensorEvent.Cases<String> {
    private Spoken() {}

    static String of(SensorEvent event) {
        return event.match(new Spoken());
    }

    @Override
    public String linked(Linked event) {
        return "linked " + event.sensor().name() + " " + event.sensor().source();
    }

    @Override
    public String rrReceived(RrReceived event) {
        return event.intervals().stream()
                .map(interval -> " " + interval.toMillis())
                .collect(Collectors.joining("", "rr", ""));
    }

    @Override
    public String heartRateReceived(HeartRateReceived event) {
        return "rate " + event.bpm();
    }

    @Override
    public String motionReceived(MotionReceived event) {
        return "motion " + event.milliG();
    }

    @Override
    public String ecgReceived(EcgReceived event) {
        return "ecg of " + event.microvolts().size();
    }

    @Override
    public String contactChanged(ContactChanged event) {
        return "contact " + event.contact();
    }

    @Override
    public String linkLost(LinkLost event) {
        return "link lost: " + event.cause();
    }

    @Override
    public String batteryReported(BatteryReported event) {
        return "battery " + event.percent();
    }

    @Override
    public String overrun(Overrun event) {
        return "lost " + event.lost();
    }
}
