package org.attune.store;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.attune.beat.Beat;
import org.attune.beat.Verdict;
import org.attune.hrv.HrvFeatures;
import org.attune.hrv.HrvReading;
import org.attune.hrv.HrvWindow;
import org.attune.pipeline.Moment;
import org.attune.regulation.ArousalEstimate;
import org.attune.regulation.Background;
import org.attune.regulation.Baseline;
import org.attune.regulation.PersonalBand;
import org.attune.regulation.Reason;
import org.attune.regulation.RegulationState;
import org.attune.sensor.Capability;
import org.attune.sensor.Contact;
import org.attune.sensor.DeviceInformation;
import org.attune.sensor.RrInterval;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SourceClass;
import org.attune.session.ClientFlag;
import org.attune.session.LaneId;
import org.attune.session.MarkKind;
import org.attune.session.Marker;
import org.attune.session.Phase;
import org.attune.signal.CueFate;
import org.attune.signal.Pace;
import org.attune.signal.Signal;
import org.attune.time.SessionTime;

/** Any moment that the types allow, odd doubles and odd texts included. */
final class RandomMoments {
    private static final double[] ODD = {
        0.0, -0.0, Double.MIN_VALUE, Double.MAX_VALUE, Double.NaN, Double.POSITIVE_INFINITY, 1 / 3.0
    };
    private final Random random;

    RandomMoments(long seed) {
        this.random = new Random(seed);
    }

    Moment next() {
        return switch (random.nextInt(7)) {
            case 0 -> new Moment.Heard(lane(), event());
            case 1 ->
                    new Moment.Judged(
                            time(),
                            lane(),
                            new Beat(random.nextLong(), time(), interval(), any(Verdict.values())));
            case 2 -> new Moment.Concluded(lane(), reading(), estimate(), signal());
            case 3 -> new Moment.Marked(marker());
            case 4 -> new Moment.Faulted(time(), text());
            case 5 -> new Moment.Prepared(time(), lane(), background());
            default -> new Moment.Ended(time());
        };
    }

    private Background background() {
        Set<ClientFlag> flags = EnumSet.noneOf(ClientFlag.class);
        for (ClientFlag flag : ClientFlag.values()) {
            if (random.nextBoolean()) {
                flags.add(flag);
            }
        }
        if (random.nextBoolean()) {
            return new Background(flags, Optional.empty(), Background.Reference.TODAY);
        }
        PersonalBand band =
                new PersonalBand(
                        1 + random.nextInt(50),
                        40 + 60 * random.nextDouble(),
                        1 + random.nextDouble(),
                        random.nextDouble(),
                        optional(),
                        any(SourceClass.values()),
                        1 + random.nextInt(50));
        return new Background(flags, Optional.of(band), any(Background.Reference.values()));
    }

    private Marker marker() {
        MarkKind kind = any(MarkKind.values());
        String detail =
                switch (kind) {
                    case PHASE -> any(Phase.values()).name();
                    case SNOOZE -> Integer.toString(random.nextInt(60));
                    case SET -> random.nextBoolean() ? "BEGIN" : "END";
                    case PROFILE -> "exposure@0123456789abcdef";
                    default -> text();
                };
        return new Marker(time(), kind, detail);
    }

    private SensorEvent event() {
        return switch (random.nextInt(9)) {
            case 0 -> new SensorEvent.Linked(time(), description());
            case 1 -> new SensorEvent.RrReceived(time(), list(this::interval));
            case 2 ->
                    new SensorEvent.HeartRateReceived(
                            time(), Math.max(Double.MIN_VALUE, random.nextDouble() * 1000));
            case 3 -> new SensorEvent.MotionReceived(time(), random.nextDouble() * 1e6);
            case 4 -> new SensorEvent.ContactChanged(time(), any(Contact.values()));
            case 5 -> new SensorEvent.LinkLost(time(), text());
            case 7 ->
                    new SensorEvent.EcgReceived(
                            time(), random.nextLong(), 1 + random.nextInt(9_999), ecg());
            case 6 -> new SensorEvent.BatteryReported(time(), random.nextInt(101));
            default -> new SensorEvent.Overrun(time(), 1 + (random.nextLong() >>> 1) / 2);
        };
    }

    private List<Integer> ecg() {
        return random.ints(1 + random.nextInt(80)).boxed().toList();
    }

    private SensorDescription description() {
        Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
        for (Capability capability : Capability.values()) {
            if (random.nextBoolean()) {
                capabilities.add(capability);
            }
        }
        DeviceInformation device =
                random.nextBoolean()
                        ? DeviceInformation.NONE
                        : new DeviceInformation(text(), text(), text());
        return new SensorDescription(
                text(), text(), any(SourceClass.values()), capabilities, device);
    }

    private HrvReading reading() {
        return new HrvReading(time(), window(), window(), window(), optional());
    }

    private HrvWindow window() {
        HrvFeatures features =
                random.nextInt(4) == 0
                        ? HrvFeatures.NONE
                        : new HrvFeatures(
                                optional(), optional(), optional(), optional(), optional());
        return new HrvWindow(
                time(),
                time(),
                features,
                random.nextDouble(),
                random.nextDouble(),
                random.nextInt());
    }

    private ArousalEstimate estimate() {
        RegulationState state = any(RegulationState.values());
        Optional<Baseline> baseline =
                random.nextBoolean()
                        ? Optional.of(
                                new Baseline(
                                        1 + random.nextDouble(),
                                        Double.MIN_VALUE + random.nextDouble(),
                                        optional(),
                                        optional(),
                                        any(Baseline.Origin.values()),
                                        time(),
                                        time()))
                        : Optional.empty();
        return new ArousalEstimate(
                time(),
                state == RegulationState.UNKNOWN ? OptionalDouble.empty() : optional(),
                state,
                random.nextBoolean(),
                random.nextDouble(),
                baseline,
                list(this::reason),
                text());
    }

    private Signal signal() {
        return random.nextBoolean()
                ? new Signal.Shown(any(Pace.values()), any(CueFate.values()), list(this::reason))
                : new Signal.Withheld(reason());
    }

    private Reason reason() {
        return new Reason(any(Reason.Code.values()), random.nextGaussian() * 1e3);
    }

    private OptionalDouble optional() {
        return switch (random.nextInt(4)) {
            case 0 -> OptionalDouble.empty();
            case 1 -> OptionalDouble.of(ODD[random.nextInt(ODD.length)]);
            case 2 -> OptionalDouble.of(Double.longBitsToDouble(random.nextLong()));
            default -> OptionalDouble.of(random.nextGaussian() * 100);
        };
    }

    private SessionTime time() {
        return new SessionTime(random.nextLong() >>> (1 + random.nextInt(40)));
    }

    private RrInterval interval() {
        return new RrInterval(1 + (random.nextLong() >>> (2 + random.nextInt(40))));
    }

    private LaneId lane() {
        return new LaneId(
                any(new String[] {"client", "partner", "therapist", "client-2", "partner-99"}));
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(20);
        for (int i = 0; i < length; i++) {
            // Now and then any char at all, half surrogate pairs included.
            text.append(
                    (char)
                            (random.nextInt(4) == 0
                                    ? random.nextInt(0x10000)
                                    : ' ' + random.nextInt(95)));
        }
        return text.toString();
    }

    private <T> List<T> list(Supplier<T> item) {
        List<T> items = new ArrayList<>();
        int count = random.nextInt(6);
        for (int i = 0; i < count; i++) {
            items.add(item.get());
        }
        return items;
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
