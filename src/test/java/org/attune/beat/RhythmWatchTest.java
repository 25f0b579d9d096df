package org.attune.beat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.attune.testkit.Golden;
import org.attune.testkit.Hearts;
import org.junit.jupiter.api.Test;

class RhythmWatchTest {
    @Test
    void nothingIsSaidBeforeFortyEightBeats() {
        RhythmWatch watch = new RhythmWatch();
        for (int i = 0; i < 47; i++) {
            watch.hear(800);
        }
        assertThat(watch.rhythm()).isEqualTo(Rhythm.UNDETERMINED);
        watch.hear(800);
        assertThat(watch.rhythm()).isEqualTo(Rhythm.REGULAR);
    }

    @Test
    void aHeartInWhichNoBeatForetellsTheNextIsIrregular() {
        for (long seed = 0; seed < 50; seed++) {
            Random random = Hearts.scrambled(seed);
            RhythmWatch watch = new RhythmWatch();
            for (int i = 0; i < 60; i++) {
                watch.hear(fibrillating(random));
            }
            assertThat(watch.rhythm()).as("seed %d", seed).isEqualTo(Rhythm.IRREGULAR);
        }
    }

    @Test
    void heartsThatBreatheAreRegular() {
        for (String name : new String[] {"pyhrv-long", "rhenan-rest", "synth-300s", "nsr2db-009"}) {
            RhythmWatch watch = new RhythmWatch();
            for (double millis : Golden.intervalsMillis(name)) {
                watch.hear(millis);
                assertThat(watch.rhythm()).as(name).isNotEqualTo(Rhythm.IRREGULAR);
            }
        }
    }

    @Test
    void frequentPrematureBeatsAreAPatternAndNotIrregularity() {
        Random random = Hearts.scrambled(3);
        RhythmWatch watch = new RhythmWatch();
        for (int i = 0; i < 300; i++) {
            watch.hear(820 + 15 * random.nextGaussian());
            if (i % 3 == 0) {
                watch.hear(560 + 15 * random.nextGaussian());
                watch.hear(1080 + 15 * random.nextGaussian());
            }
            assertThat(watch.rhythm()).isNotEqualTo(Rhythm.IRREGULAR);
        }
    }

    @Test
    void aHeartThatFindsItsRhythmAgainIsRegularAgain() {
        Random random = Hearts.scrambled(1);
        RhythmWatch watch = new RhythmWatch();
        for (int i = 0; i < 100; i++) {
            watch.hear(fibrillating(random));
        }
        assertThat(watch.rhythm()).isEqualTo(Rhythm.IRREGULAR);
        for (int i = 0; i < 48; i++) {
            watch.hear(750 + 10 * random.nextGaussian());
        }
        assertThat(watch.rhythm()).isEqualTo(Rhythm.REGULAR);
    }

    @Test
    void noDifferenceIsTakenAcrossAGap() {
        RhythmWatch watch = new RhythmWatch();
        for (int i = 0; i < 200; i++) {
            watch.hear(i % 2 == 0 ? 600 : 900);
            watch.breakHere();
        }
        assertThat(watch.rhythm()).isEqualTo(Rhythm.REGULAR);
    }

    private static double fibrillating(Random random) {
        return 430 + 550 * random.nextDouble();
    }
}
