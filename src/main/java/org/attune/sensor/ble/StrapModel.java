package org.attune.sensor.ble;

import static org.attune.sensor.Capability.BATTERY;
import static org.attune.sensor.Capability.CONTACT;
import static org.attune.sensor.Capability.HEART_RATE;
import static org.attune.sensor.Capability.MOTION;
import static org.attune.sensor.Capability.RR;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.attune.sensor.Capability;

/**
 * What a model of strap is expected to give, told by the name under which it is in reach. It is an
 * expectation, to be shown beside a strap that was not heard yet; what was heard always counts
 * more.
 *
 * @param name of the model
 * @param prefixes of the names that such straps call themselves
 * @param gives what it can give; what is not listed is not expected
 * @param evidence how that is known
 * @param remark for people; may be empty
 */
public record StrapModel(
        String name,
        List<String> prefixes,
        Set<Capability> gives,
        Evidence evidence,
        String remark) {
    /** How it is known what a strap gives. */
    public enum Evidence {
        TESTED_ON_RIG,
        BY_SPECIFICATION,
        UNKNOWN;

        /** As the documentation has it: {@code by specification}. */
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** All that are known; the first that fits counts. Documented in {@code sensors.md}. */
    public static final List<StrapModel> ALL =
            List.of(
                    specified(
                            "Polar H10",
                            "RR 1/1024 s, does not tell contact",
                            "Polar H10",
                            RR,
                            HEART_RATE,
                            BATTERY,
                            MOTION),
                    specified(
                            "Polar H9",
                            "does not tell contact",
                            "Polar H9",
                            RR,
                            HEART_RATE,
                            BATTERY),
                    specified(
                            "Polar H7",
                            "some Linux hosts lose it every 30 s",
                            "Polar H7",
                            RR,
                            HEART_RATE,
                            BATTERY,
                            CONTACT),
                    specified(
                            "Polar OH1, Verity Sense",
                            "optical, no intervals over this service",
                            "Polar OH1|Polar Sense|Polar Verity",
                            HEART_RATE,
                            BATTERY),
                    unknown(
                            "Garmin HRM-Dual, HRM-Pro",
                            "silent links are reported of HRM-Pro+",
                            "HRM-Dual|HRM-Pro|HRMPro"),
                    unknown("Wahoo TICKR FIT", "users report no usable intervals", "TICKR FIT"),
                    unknown("Wahoo TICKR", "", "TICKR"),
                    unknown("Movesense", "", "Movesense"),
                    unknown("CooSpo", "works as a plain rate sensor by report", "CooSpo|H808S"),
                    unknown(
                            "Scosche RHYTHM+",
                            "optical, users report no usable intervals",
                            "RHYTHM"),
                    unknown("WHOOP", "users report intervals that were filled in", "WHOOP"));

    public StrapModel {
        prefixes = List.copyOf(prefixes);
        gives = Set.copyOf(gives);
    }

    private static StrapModel specified(
            String name, String remark, String prefixes, Capability... gives) {
        return new StrapModel(
                name,
                List.of(prefixes.split("\\|", -1)),
                EnumSet.copyOf(Arrays.asList(gives)),
                Evidence.BY_SPECIFICATION,
                remark);
    }

    /** All that is sure is what the service itself demands. */
    private static StrapModel unknown(String name, String remark, String prefixes) {
        return new StrapModel(
                name,
                List.of(prefixes.split("\\|", -1)),
                Set.of(HEART_RATE),
                Evidence.UNKNOWN,
                remark);
    }

    /** The model of a strap that calls itself {@code name}. */
    public static Optional<StrapModel> named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return ALL.stream()
                .filter(
                        model ->
                                model.prefixes.stream()
                                        .anyMatch(
                                                each ->
                                                        lower.startsWith(
                                                                each.toLowerCase(Locale.ROOT))))
                .findFirst();
    }
}
