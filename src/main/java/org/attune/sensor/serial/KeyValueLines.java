package org.attune.sensor.serial;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.attune.sensor.SensorEvent;
import org.attune.time.SessionTime;

/**
 * The protocol {@code key-value}: lines such as {@code IR=98231, BPM=71.2, Avg BPM=72}, in any
 * order, as sketches for optical sensors print many times a second. It gives heart rate only, the
 * averaged one when there is one, at most once a second; {@code No finger?} is a lost contact. No
 * checksum. Confined to the thread that reads.
 */
final class KeyValueLines implements LineProtocol {
    private final FingerRate finger = new FingerRate();

    @Override
    public boolean line(String line, SessionTime at, Consumer<SensorEvent> heard) {
        String text = line.toLowerCase(Locale.ROOT);
        if (text.contains("no finger")) {
            finger.lost(at, heard);
            return true;
        }
        double bpm = rate(valuesIn(text));
        if (Double.isNaN(bpm)) {
            return false;
        }
        finger.touches(at, heard);
        finger.rate(bpm, at, heard);
        return true;
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
        finger.restart();
    }

    @Override
    public boolean mayBeginInMidLine() {
        return true;
    }
}
