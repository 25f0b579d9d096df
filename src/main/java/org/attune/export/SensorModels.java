package org.attune.export;

import java.util.List;
import java.util.Locale;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SourceClass;

/**
 * Names a sensor without telling whose it is. A strap calls itself by its serial number or by what
 * its owner chose ("Anna's strap"), so only names of models known to the world are passed on.
 */
final class SensorModels {
    /** The names of models as straps begin their own with, the longer of two alike first. */
    private static final List<String> KNOWN =
            List.of(
                    "Polar H10",
                    "Polar H9",
                    "Polar H7",
                    "Polar H6",
                    "Polar OH1",
                    "Polar Sense",
                    "Polar Verity Sense",
                    "HRM-Dual",
                    "HRM-Pro Plus",
                    "HRM-Pro",
                    "HRMPro",
                    "TICKR FIT",
                    "TICKR X",
                    "TICKR",
                    "Movesense",
                    "CooSpo",
                    "H808S",
                    "RHYTHM+",
                    "WHOOP");

    private SensorModels() {}

    static String of(SensorDescription sensor) {
        if (sensor.simulated()) {
            return "simulated client";
        }
        String name = sensor.name().toLowerCase(Locale.ROOT);
        for (String model : KNOWN) {
            if (name.startsWith(model.toLowerCase(Locale.ROOT))) {
                return model;
            }
        }
        return general(sensor.source());
    }

    /** How beats were sensed, in general words. */
    static String general(SourceClass source) {
        return switch (source) {
            case ECG -> "chest strap or electrodes";
            case OPTICAL -> "optical sensor";
            case HEART_RATE_ONLY -> "heart-rate sensor";
            case SIMULATED -> "simulated client";
            case UNKNOWN -> "sensor of unknown kind";
        };
    }
}
