package org.attune.sensor.ble;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.attune.sensor.Contact;
import org.attune.sensor.RrInterval;
import org.attune.sensor.SensorEvent;
import org.attune.time.SessionTime;

/**
 * Turns a strap's notifications into what the sensor says, in the strap's own order.
 *
 * <p>What cannot be believed is left out, and a hole is said by {@link SensorEvent.Overrun}, so
 * that nobody joins the two sides of it: intervals of 0 or 65535, intervals beside an impossible
 * rate, and notifications that cannot be read, once the strap is known to give intervals. While a
 * strap that can tell says that it lost contact, its rate and intervals are stale and ignored.
 *
 * <p>Notifications that were delivered twice are left out, as {@link DuplicateWatch} finds them;
 * where it cannot tell, that is a hole.
 *
 * <p>Not safe for threads: guarded by the sensor's gate.
 */
final class HeartRateReader {
    /** Above it no human heart beats; such a rate is noise. */
    private static final int MOST_BPM = 300;

    /** So many rates without one interval, and the strap is taken to have none. */
    private static final int RATES_THAT_SETTLE = 10;

    private final DuplicateWatch duplicates = new DuplicateWatch();
    private Contact contact = Contact.UNSUPPORTED;
    private boolean contactSupported;
    private RrSupport rr = RrSupport.UNKNOWN;
    private int ratesWithoutRr;

    /** Forgets the last stretch; what the strap can give is remembered. */
    void startStretch() {
        contact = Contact.UNSUPPORTED;
        duplicates.startStretch();
    }

    /** Whether the strap gives intervals, as far as it was heard in this session. */
    RrSupport rrSupport() {
        return rr;
    }

    /** What the strap last said of contact. */
    Contact contact() {
        return contact;
    }

    /** Whether the strap has said that it can tell contact. */
    boolean contactSupported() {
        return contactSupported;
    }

    /** What one notification says, in order; perhaps nothing. Never throws on data. */
    List<SensorEvent> read(SessionTime at, byte[] value) {
        List<SensorEvent> events = new ArrayList<>();
        Optional<HeartRateMeasurement> decoded = HeartRateMeasurement.decode(value);
        if (decoded.isEmpty()) {
            if (rr == RrSupport.YES) {
                events.add(new SensorEvent.Overrun(at, 1));
            }
            return events;
        }
        HeartRateMeasurement heard = decoded.get();
        DuplicateWatch.Finding finding = duplicates.judge(at, value, heard.rrSeconds());
        if (finding == DuplicateWatch.Finding.DOUBT) {
            events.add(new SensorEvent.Overrun(at, 1));
        }
        if (finding != DuplicateWatch.Finding.NEW) {
            return events;
        }
        noteContact(at, heard.contact(), events);
        if (heard.contact() == Contact.LOST) {
            return events;
        }
        noteRrSupport(heard);
        if (isCredible(heard.bpm())) {
            events.add(new SensorEvent.HeartRateReceived(at, heard.bpm()));
        }
        if (rr == RrSupport.YES) {
            addIntervals(at, heard, events);
        }
        return events;
    }

    private void noteContact(SessionTime at, Contact now, List<SensorEvent> events) {
        if (now != contact) {
            events.add(new SensorEvent.ContactChanged(at, now));
            contact = now;
        }
        contactSupported |= now != Contact.UNSUPPORTED;
    }

    private void noteRrSupport(HeartRateMeasurement heard) {
        if (heard.rrPresent() && !heard.rrTicks().isEmpty()) {
            rr = RrSupport.YES;
        } else if (isCredible(heard.bpm()) && rr == RrSupport.UNKNOWN) {
            ratesWithoutRr++;
            if (ratesWithoutRr >= RATES_THAT_SETTLE) {
                rr = RrSupport.NO;
            }
        }
    }

    private static boolean isCredible(int bpm) {
        return bpm > 0 && bpm <= MOST_BPM;
    }

    private static void addIntervals(
            SessionTime at, HeartRateMeasurement heard, List<SensorEvent> events) {
        List<RrInterval> stretch = new ArrayList<>();
        int lost = 0;
        boolean any = false;
        for (int ticks : heard.rrTicks()) {
            if (!isCredible(heard.bpm()) || !HeartRateMeasurement.isInterval(ticks)) {
                if (!stretch.isEmpty()) {
                    events.add(new SensorEvent.RrReceived(at, stretch));
                    stretch.clear();
                    any = true;
                }
                lost++;
                continue;
            }
            if (lost > 0) {
                events.add(new SensorEvent.Overrun(at, lost));
                lost = 0;
            }
            stretch.add(RrInterval.ofTicks1024(ticks));
        }
        if (lost > 0) {
            events.add(new SensorEvent.Overrun(at, lost));
        }
        if (!stretch.isEmpty() || (!any && lost == 0)) {
            events.add(new SensorEvent.RrReceived(at, stretch));
        }
    }
}
