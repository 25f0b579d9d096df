package org.attune.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import org.attune.sensor.Capability;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SourceClass;
import org.junit.jupiter.api.Test;

class SensorWordsTest {
    private static String of(SourceClass source, OptionalInt battery, Capability... gives) {
        return SensorWords.of(
                LiveWords.in(Locale.ENGLISH),
                new SensorDescription("Strap 7", "ble:x", source, Set.of(gives)),
                battery);
    }

    @Test
    void aStrapSaysWhatItGivesAndWhatNot() {
        assertThat(
                        of(
                                SourceClass.ECG,
                                OptionalInt.of(80),
                                Capability.RR,
                                Capability.HEART_RATE,
                                Capability.CONTACT))
                .isEqualTo(
                        "Sensor: Strap 7, electrodes, beat by beat, no movement, contact, battery"
                                + " 80 %.");
    }

    @Test
    void aPulseIsCalledLessExactAndARateAloneShowsNoVariability() {
        assertThat(of(SourceClass.OPTICAL, OptionalInt.empty(), Capability.RR))
                .contains("optical pulse, less exact than electrodes");
        assertThat(of(SourceClass.HEART_RATE_ONLY, OptionalInt.empty(), Capability.HEART_RATE))
                .isEqualTo(
                        "Sensor: Strap 7, heart rate only, so no variability is shown, no movement,"
                                + " no contact told.");
    }
}
