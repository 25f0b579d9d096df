package org.attune.sensor.serial;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.attune.sensor.Contact;
import org.attune.sensor.RrInterval;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SourceClass;
import org.attune.time.SessionTime;
import org.jspecify.annotations.Nullable;

/**
 * The protocol {@code attune}, version 1, as specified in {@code
 * firmware-notes/attune-line-protocol.md}: numbered lines with a checksum. A line that fails is
 * dropped whole, and the next number shows the hole. Confined to the thread that reads.
 */
final class AttuneLines implements LineProtocol {
    private static final System.Logger LOG = System.getLogger(AttuneLines.class.getName());
    private static final String START = "$A1,";
    private static final int SEQUENCE_NUMBERS = 0x10000;
    private static final long CLOCK_SPAN = 0x1_0000_0000L;
    private static final int MOST_INTERVALS = 16;
    private static final long LONGEST_MICROS = 60_000_000;
    private static final int HIGHEST_BPM = 300;
    private static final int HIGHEST_MILLI_G = 100_000;

    /** Beyond what any quartz does: variability would be wrong by as much. */
    private static final double POOR_CLOCK_PPM = 1_000;

    private final SensorDescription asAddressed;
    private final DeviceClock clock = new DeviceClock();
    private SensorDescription sensor;
    private long lastSequence = -1;
    private long lastClock;
    private boolean clockTold;
    private Contact contact = Contact.UNSUPPORTED;

    /** What a bridge says of the strap behind it; a device that is no bridge says nothing. */
    private boolean strapInReach = true;

    AttuneLines(SensorDescription asAddressed) {
        this.asAddressed = asAddressed;
        this.sensor = asAddressed;
    }

    /** What a line says, before anything of it is believed. */
    private static final class Said {
        long sequence;
        long clock;
        Contact contact = Contact.UNSUPPORTED;
        @Nullable Boolean linked;
        double milliG = Double.NaN;
        double bpm = Double.NaN;
        int percent = -1;
        @Nullable String name;
        @Nullable SourceClass source;
        @Nullable List<RrInterval> intervals;
    }

    @Override
    public boolean line(String line, SessionTime at, Consumer<SensorEvent> heard) {
        // Noise may stand before a whole line; a line holds no other dollar sign.
        int start = line.lastIndexOf('$');
        Said said = start < 0 ? null : read(line.substring(start).strip());
        if (said == null) {
            return false;
        }
        if (isRepeated(said)) {
            return true;
        }
        long lost = lostBefore(said);
        watchClock(said, at);
        lastSequence = said.sequence;
        lastClock = said.clock;
        boolean back = reach(said, at, heard);
        identify(said, back, at, heard);
        if (strapInReach) {
            if (lost > 0) {
                heard.accept(new SensorEvent.Overrun(at, lost));
            }
            tell(said, at, heard);
        }
        return true;
    }

    private boolean isRepeated(Said said) {
        return said.sequence == lastSequence && said.clock == lastClock;
    }

    private void watchClock(Said said, SessionTime at) {
        long forward = Math.floorMod(said.clock - lastClock, CLOCK_SPAN);
        if (lastSequence < 0 || forward > CLOCK_SPAN / 2) {
            clock.restart();
            forward = 0;
        }
        clock.arrived(forward, at);
        double ppm = clock.fastPpm().orElse(0);
        if (Math.abs(ppm) > POOR_CLOCK_PPM && !clockTold) {
            clockTold = true;
            LOG.log(
                    Level.WARNING,
                    "the clock of {0} runs {1} by about {2} millionths, and so do its intervals:"
                            + " set CLOCK_FAST_PPM in its firmware to {3}",
                    sensor.name(),
                    ppm > 0 ? "fast" : "slow",
                    String.valueOf(Math.round(Math.abs(ppm))),
                    String.valueOf(Math.round(ppm)));
        }
    }

    /** How many lines are missing before this one; when the device has restarted, at least one. */
    private long lostBefore(Said said) {
        if (lastSequence < 0) {
            return 0;
        }
        long forward = Math.floorMod(said.clock - lastClock, CLOCK_SPAN);
        if (forward > CLOCK_SPAN / 2) {
            return 1;
        }
        long steps = Math.floorMod(said.sequence - lastSequence, SEQUENCE_NUMBERS);
        return steps == 0 ? SEQUENCE_NUMBERS - 1 : steps - 1;
    }

    /** Whether the strap behind a bridge came back with this line. */
    private boolean reach(Said said, SessionTime at, Consumer<SensorEvent> heard) {
        boolean before = strapInReach;
        Boolean now = said.linked;
        strapInReach = now == null ? before : now;
        if (before && !strapInReach) {
            contact = Contact.UNSUPPORTED;
            heard.accept(new SensorEvent.LinkLost(at, "strap out of the bridge's reach"));
        }
        return !before && strapInReach;
    }

    private void identify(Said said, boolean back, SessionTime at, Consumer<SensorEvent> heard) {
        SensorDescription now =
                new SensorDescription(
                        said.name == null ? sensor.name() : said.name,
                        sensor.address(),
                        said.source == null ? sensor.source() : said.source,
                        sensor.capabilities());
        boolean changed = !now.equals(sensor);
        sensor = now;
        if (strapInReach && (back || changed)) {
            heard.accept(new SensorEvent.Linked(at, now));
        }
    }

    private void tell(Said said, SessionTime at, Consumer<SensorEvent> heard) {
        if (said.contact != Contact.UNSUPPORTED && said.contact != contact) {
            contact = said.contact;
            heard.accept(new SensorEvent.ContactChanged(at, contact));
        }
        boolean touching = contact != Contact.LOST;
        if (said.bpm > 0 && touching) {
            heard.accept(new SensorEvent.HeartRateReceived(at, said.bpm));
        }
        List<RrInterval> intervals = said.intervals;
        if (intervals != null) {
            heard.accept(new SensorEvent.RrReceived(at, touching ? intervals : List.of()));
        }
        if (said.milliG >= 0) {
            heard.accept(new SensorEvent.MotionReceived(at, said.milliG));
        }
        if (said.percent >= 0) {
            heard.accept(new SensorEvent.BatteryReported(at, said.percent));
        }
    }

    /** The line's content, or null if it is damaged or not of this protocol. */
    private static @Nullable Said read(String line) {
        int star = line.length() - 5;
        if (!line.startsWith(START) || star < START.length() || line.charAt(star) != '*') {
            return null;
        }
        String body = line.substring(1, star);
        if (!line.substring(star + 1).equalsIgnoreCase(Checksum.ofText(body))) {
            return null;
        }
        String[] fields = body.split(",", -1);
        if (fields.length < 3) {
            return null;
        }
        Said said = new Said();
        said.sequence = Decimal.whole(fields[1], SEQUENCE_NUMBERS - 1);
        said.clock = Decimal.whole(fields[2], CLOCK_SPAN - 1);
        boolean good = said.sequence >= 0 && said.clock >= 0;
        for (int i = 3; i < fields.length && good; i++) {
            int sign = fields[i].indexOf('=');
            good =
                    sign > 0
                            && take(
                                    said,
                                    fields[i].substring(0, sign),
                                    fields[i].substring(sign + 1));
        }
        return good ? said : null;
    }

    /** Whether the field could be taken; an unknown key can, since later versions may add some. */
    private static boolean take(Said said, String key, String value) {
        return switch (key) {
            case "r" -> {
                said.intervals = intervals(value);
                yield said.intervals != null;
            }
            case "c" -> {
                said.contact = value.equals("0") ? Contact.LOST : Contact.GOOD;
                yield value.equals("0") || value.equals("1");
            }
            case "l" -> {
                said.linked = value.equals("1");
                yield value.equals("0") || value.equals("1");
            }
            case "m" -> {
                said.milliG = Decimal.parse(value);
                yield said.milliG <= HIGHEST_MILLI_G;
            }
            case "h" -> {
                said.bpm = Decimal.parse(value);
                yield said.bpm <= HIGHEST_BPM;
            }
            case "b" -> {
                said.percent = (int) Decimal.whole(value, 100);
                yield said.percent >= 0;
            }
            case "s" -> {
                said.source = source(value);
                yield said.source != null;
            }
            case "n" -> {
                said.name = value;
                yield !value.isBlank() && value.length() <= 40;
            }
            default -> true;
        };
    }

    private static @Nullable SourceClass source(String value) {
        return switch (value) {
            case "ecg" -> SourceClass.ECG;
            case "optical" -> SourceClass.OPTICAL;
            case "simulated" -> SourceClass.SIMULATED;
            default -> null;
        };
    }

    private static @Nullable List<RrInterval> intervals(String value) {
        List<RrInterval> intervals = new ArrayList<>();
        if (value.isEmpty()) {
            return intervals; // the device speaks, but no beat was complete
        }
        for (String part : value.split("\\+", -1)) {
            long micros = Decimal.whole(part, LONGEST_MICROS);
            if (micros <= 0 || intervals.size() == MOST_INTERVALS) {
                return null;
            }
            intervals.add(new RrInterval(micros * 1000));
        }
        return intervals;
    }

    @Override
    public void unreadable() {
        // The next good line shows the hole by its number.
    }

    @Override
    public void restart() {
        sensor = asAddressed;
        lastSequence = -1;
        contact = Contact.UNSUPPORTED;
        strapInReach = true;
        clock.restart();
        clockTold = false;
    }

    @Override
    public boolean mayBeginInMidLine() {
        return false;
    }
}
