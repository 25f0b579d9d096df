package org.attune.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attune.sensor.SourceClass.ECG;
import static org.attune.sensor.SourceClass.HEART_RATE_ONLY;
import static org.attune.sensor.SourceClass.OPTICAL;
import static org.attune.sensor.SourceClass.SIMULATED;
import static org.attune.sensor.SourceClass.UNKNOWN;

import org.attune.hrv.RateBelief;
import org.attune.regulation.RegulationInput.Evenness;
import org.junit.jupiter.api.Test;

class CleanSourceTest {
    private final CleanSource source = new CleanSource();

    @Test
    void electrodesAreHeldToCleanBeatsFromTheStartAndForEver() {
        assertThat(source.isClean(ECG)).isTrue();
        assertThat(source.isClean(SIMULATED)).isTrue();
        add(600, 0.1, 1);
        assertThat(source.isClean(ECG)).isTrue();
        assertThat(source.isClean(SIMULATED)).isTrue();
    }

    @Test
    void lightAndRatesNeverAre() {
        add(3600, 1, 1);
        assertThat(source.isClean(OPTICAL)).isFalse();
        assertThat(source.isClean(HEART_RATE_ONLY)).isFalse();
    }

    @Test
    void aSourceOfUnknownKindProvesItselfInFortyFiveSeconds() {
        add(44, 0.98, 1);
        assertThat(source.isClean(UNKNOWN)).isFalse();
        add(1, 0.98, 1);
        assertThat(source.isClean(UNKNOWN)).isTrue();
    }

    @Test
    void aSourceOfUnknownKindThatAgreesLessNeverProvesItself() {
        add(3600, 0.91, 1);
        assertThat(source.isClean(UNKNOWN)).isFalse();
    }

    @Test
    void silenceNeitherProvesNorTakesAway() {
        add(44, 0.98, 1);
        add(600, 0, 0);
        assertThat(source.isClean(UNKNOWN)).isFalse();
        add(1, 0.98, 1);
        add(600, 0, 0);
        assertThat(source.isClean(UNKNOWN)).isTrue();
    }

    @Test
    void badContactAtTheStartIsForgottenAndAGoodNameIsLostOnlySlowly() {
        add(60, 0.5, 1);
        add(60, 0.99, 1);
        assertThat(source.isClean(UNKNOWN)).isFalse();
        add(900, 0.99, 1);
        assertThat(source.isClean(UNKNOWN)).isTrue();
        add(20, 0.5, 1);
        assertThat(source.isClean(UNKNOWN)).isTrue();
        add(60, 0.5, 1);
        assertThat(source.isClean(UNKNOWN)).isFalse();
    }

    @Test
    void beatsThatAreEvenMostOfTheTimeBindASourceOfUnknownKindThoughItsRateIsUnsure() {
        for (int i = 0; i < 45; i++) {
            assertThat(source.isEven(UNKNOWN, Evenness.AT_TIMES)).isFalse();
            source.add(new RateBelief(6.75, 0.03, 0.8, 1), i % 2 == 0);
        }
        assertThat(source.isEven(UNKNOWN, Evenness.AT_TIMES)).isTrue();
        assertThat(source.isClean(UNKNOWN)).isFalse();
        assertThat(source.isEven(OPTICAL, Evenness.AT_TIMES)).isFalse();
        add(60, 0.8, 1);
        assertThat(source.isEven(UNKNOWN, Evenness.AT_TIMES)).isFalse();
    }

    @Test
    void beatsThatAreEvenNowBindASourceOfUnknownKindAtOnceAndNoOther() {
        assertThat(source.isEven(UNKNOWN, Evenness.MOSTLY)).isTrue();
        assertThat(source.isEven(OPTICAL, Evenness.MOSTLY)).isFalse();
    }

    private void add(int seconds, double believed, double heard) {
        for (int i = 0; i < seconds; i++) {
            source.add(new RateBelief(6.75, 0.03, believed, heard), false);
        }
    }
}
