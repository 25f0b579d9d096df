package org.attune.ui.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TimeWindowTest {
    private static final TimeWindow HOUR = TimeWindow.whole(3600);

    @Test
    void whatIsPointedAtStaysWhereItIs() {
        TimeWindow near = HOUR.zoomed(0.25, 900);

        assertThat(near.seconds()).isEqualTo(900);
        assertThat((900 - near.from()) / near.seconds()).isCloseTo(0.25, within(1e-9));
    }

    @Test
    void itIsNeverNarrowerThanFifteenSecondsNorWiderThanTheSession() {
        assertThat(HOUR.zoomed(1e-6, 1800).seconds()).isEqualTo(15);
        assertThat(HOUR.zoomed(1e-6, 1800).zoomed(1e9, 0).isWhole()).isTrue();
        assertThat(HOUR.stretch(100, 101).seconds()).isEqualTo(15);
        assertThat(TimeWindow.whole(8).zoomed(0.01, 4).seconds()).isEqualTo(8);
        assertThat(TimeWindow.whole(0).seconds()).isEqualTo(1);
    }

    @Test
    void aStretchMayBeChosenFromEitherEnd() {
        assertThat(HOUR.stretch(600, 300)).isEqualTo(HOUR.stretch(300, 600));
        assertThat(HOUR.stretch(300, 600).from()).isEqualTo(300);
    }

    @Test
    void whatMustBeSeenMovesItAsLittleAsItTakes() {
        TimeWindow minute = HOUR.stretch(600, 700);

        assertThat(minute.showing(650)).isEqualTo(minute);
        assertThat(minute.showing(720).to()).isCloseTo(730, within(1e-9));
        assertThat(minute.showing(590).from()).isCloseTo(580, within(1e-9));
    }

    @Test
    void whateverIsAskedItStaysWithinTheSession() {
        long seed = 20261127;
        Random random = new Random(seed);
        TimeWindow window = HOUR;
        for (int i = 0; i < 20_000; i++) {
            window =
                    switch (random.nextInt(4)) {
                        case 0 ->
                                window.zoomed(random.nextDouble() * 3, random.nextDouble() * 4000);
                        case 1 -> window.panned(random.nextDouble() * 4 - 2);
                        case 2 -> window.beginningAt(random.nextDouble() * 9000 - 4000);
                        default -> window.showing(random.nextDouble() * 3600);
                    };
            assertThat(window.from()).as("seed %d, step %d", seed, i).isBetween(0.0, 3600.0);
            assertThat(window.to()).isBetween(window.from(), 3600.0);
            assertThat(window.seconds()).isBetween(15 - 1e-6, 3600.0);
        }
    }
}
