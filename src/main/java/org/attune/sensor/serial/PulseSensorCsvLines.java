package org.attune.sensor.serial;

import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import org.attune.sensor.Capability;
import org.attune.sensor.RrInterval;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SourceClass;
import org.attune.time.SessionTime;

/**
 * The protocol {@code pulsesensor-csv}: what the PulseSensor Playground prints for a plotter, many
 * lines a second, in one of two forms.
 *
 * <p>{@code bpm,ibi,signal} repeats the last interval until the next beat, so that two equal
 * intervals look like one: it gives the rate only, and is declared so. {@code signal,bpm,ibi,beat}
 * marks the beat: its intervals are taken where {@code beat} rises to 1, and the sensor then says
 * that it has pulse intervals.
 *
 * <p>Rate and interval of a line must agree roughly, or it is not such a line: the columns of other
 * devices have no reason to. No checksum. Confined to the thread that reads.
 */
final class PulseSensorCsvLines implements LineProtocol {
    private static final int HIGHEST_BPM = 300;
    private static final int LONGEST_MILLIS = 10_000;
    private static final int HIGHEST_SIGNAL = 1 << 24;
    private static final double MILLIS_A_MINUTE = 60_000;

    /** The rate is a mean of some ten beats, of which the interval is one. */
    private static final double LEAST_AGREEMENT = 0.4;

    private static final double MOST_AGREEMENT = 2.5;

    private final SensorDescription asAddressed;
    private final FingerRate rate = new FingerRate();
    private final HoleCount holes = new HoleCount();
    private boolean beatsMarked;
    private boolean inBeat;

    PulseSensorCsvLines(SensorDescription asAddressed) {
        this.asAddressed = asAddressed;
    }

    @Override
    public boolean line(String line, SessionTime at, Consumer<SensorEvent> heard) {
        String[] cells = line.strip().split(",", -1);
        boolean marked = cells.length == 4;
        int first = marked ? 1 : 0;
        if (cells.length != 3 && !marked) {
            unreadable();
            return false;
        }
        long bpm = Decimal.whole(cells[first].strip(), HIGHEST_BPM);
        long millis = Decimal.whole(cells[first + 1].strip(), LONGEST_MILLIS);
        long signal = Decimal.whole(cells[marked ? 0 : 2].strip(), HIGHEST_SIGNAL);
        long beat = marked ? Decimal.whole(cells[3].strip(), 1) : 0;
        double agreement = bpm * millis / MILLIS_A_MINUTE;
        if (signal < 0 || beat < 0 || agreement < LEAST_AGREEMENT || agreement > MOST_AGREEMENT) {
            unreadable();
            return false;
        }
        if (marked) {
            beat(beat == 1, millis, at, heard);
        }
        rate.rate((double) bpm, at, heard);
        return true;
    }

    private void beat(boolean now, long millis, SessionTime at, Consumer<SensorEvent> heard) {
        if (!beatsMarked) {
            beatsMarked = true;
            inBeat = now; // how long it has been so is not known
            heard.accept(
                    new SensorEvent.Linked(
                            at,
                            new SensorDescription(
                                    asAddressed.name(),
                                    asAddressed.address(),
                                    SourceClass.OPTICAL,
                                    EnumSet.of(Capability.RR, Capability.HEART_RATE))));
            holes.forget();
            return;
        }
        boolean begins = now && !inBeat;
        inBeat = now;
        if (begins) {
            holes.tell(at, heard);
            heard.accept(
                    new SensorEvent.RrReceived(at, List.of(new RrInterval(millis * 1_000_000))));
        }
    }

    /** What cannot be read may have been a beat; without marks there are none to miss. */
    @Override
    public void unreadable() {
        if (beatsMarked) {
            holes.add();
        }
    }

    @Override
    public void restart() {
        rate.restart();
        holes.forget();
        beatsMarked = false;
        inBeat = false;
    }

    @Override
    public boolean mayBeginInMidLine() {
        return true;
    }
}
