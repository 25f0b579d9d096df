package org.attune.sensor.serial;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.attune.sensor.Contact;
import org.attune.sensor.SensorEvent;
import org.attune.time.SessionTime;

/**
 * The protocol {@code key-value}: lines such as {@code IR=98231, BPM=71.2, Avg BPM=72}, in any
 * order, as sketches for optical sensors print many times a second. It gives heart rate only, the
 * averaged one when there is one, at most once a second; {@code No finger?} is a lost contact. No
 * checksum. Confined to the thread that reads.
 */
final class KeyValueLines implements LineProtocol {
    private static final long A_SECOND = 1_000_000_000L;
    private static final double LOWEST_BPM = 20;
    private static final double HIGHEST_BPM = 300;

    private boolean finger = true;
    private long quietUntilNanos;

    @Override
    public void line(String line, SessionTime at, Consumer<SensorEvent> heard) {
        String text = line.toLowerCase(Locale.ROOT);
        if (text.contains("no finger")) {
            if (finger) {
                finger = false;
                heard.accept(new SensorEvent.ContactChanged(at, Contact.LOST));
            }
            return;
        }
        Map<String, String> values = valuesIn(text);
        double bpm = rate(values);
        if (Double.isNaN(bpm)) {
            return;
        }
        if (!finger) {
            finger = true;
            quietUntilNanos = 0;
            heard.accept(new SensorEvent.ContactChanged(at, Contact.GOOD));
        }
        if (bpm >= LOWEST_BPM && bpm <= HIGHEST_BPM && at.nanos() >= quietUntilNanos) {
            quietUntilNanos = at.nanos() + A_SECOND;
            heard.accept(new SensorEvent.HeartRateReceived(at, bpm));
        }
    }

    private static Map<String, String> valuesIn(String text) {
        Map<String, String> values = new HashMap<>();
        for (String part : text.split("[,;\t]")) {
            int sign = part.indexOf('=') >= 0 ? part.indexOf('=') : part.indexOf(':');
            if (sign > 0) {
                String key = part.substring(0, sign).replaceAll("[ _]", "");
                values.put(key, part.substring(sign + 1).strip());
            }
        }
        return values;
    }

    private static double rate(Map<String, String> values) {
        for (String key : new String[] {"avgbpm", "bpm", "heartrate", "hr"}) {
            double bpm = Decimal.parse(values.getOrDefault(key, ""));
            if (!Double.isNaN(bpm)) {
                return bpm;
            }
        }
        return Double.NaN;
    }

    @Override
    public void unreadable() {
        // A lost line is a lost rate, and the next one says the same: no hole among rates.
    }

    @Override
    public void restart() {
        finger = true;
        quietUntilNanos = 0;
    }

    @Override
    public boolean mayBeginInMidLine() {
        return true;
    }
}
