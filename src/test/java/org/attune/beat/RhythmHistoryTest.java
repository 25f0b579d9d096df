package org.attune.beat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.attune.sensor.RrInterval;
import org.attune.testkit.Hearts;
import org.attune.time.SessionTime;
import org.junit.jupiter.api.Test;

class RhythmHistoryTest {
    private final RhythmHistory history = new RhythmHistory();
    private long ordinal;
    private long seconds;

    /** Beats a second apart. */
    private void hear(int beats, Rhythm rhythm) {
        for (int i = 0; i < beats; i++) {
            seconds++;
            history.hear(beatAt(seconds), rhythm);
        }
    }

    private Beat beatAt(long second) {
        return new Beat(
                ordinal++,
                new SessionTime(nanos(second)),
                RrInterval.ofMillis(1000),
                Verdict.NORMAL);
    }

    private Rhythm during(long from, long to) {
        return history.during(from * 1_000_000_000L, to * 1_000_000_000L, nanos(to - from));
    }

    private static long nanos(long seconds) {
        return seconds * 1_000_000_000L;
    }

    @Test
    void nothingIsSaidBeforeTheRhythmIsKnown() {
        hear(47, Rhythm.UNDETERMINED);
        assertThat(during(0, 47)).isEqualTo(Rhythm.UNDETERMINED);
        hear(1, Rhythm.REGULAR);
        assertThat(during(0, 20)).as("as was known later").isEqualTo(Rhythm.REGULAR);
    }

    @Test
    void theBeatsThatShowedItAreCountedToTheIrregularity() {
        hear(200, Rhythm.REGULAR);
        hear(1, Rhythm.IRREGULAR);
        hear(100, Rhythm.REGULAR);
        // The 48 beats up to the one at 201 s: from 153 to 201.
        assertThat(during(153, 201)).isEqualTo(Rhythm.IRREGULAR);
        assertThat(during(129, 177)).as("just half").isEqualTo(Rhythm.REGULAR);
        assertThat(during(130, 178)).as("more than half").isEqualTo(Rhythm.IRREGULAR);
        assertThat(during(178, 226)).isEqualTo(Rhythm.REGULAR);
        assertThat(during(0, 301)).isEqualTo(Rhythm.REGULAR);
    }

    @Test
    void anIrregularHeartFromTheBeginningIsSoFromItsFirstBeat() {
        hear(47, Rhythm.UNDETERMINED);
        hear(1, Rhythm.IRREGULAR);
        assertThat(during(0, 24)).isEqualTo(Rhythm.IRREGULAR);
        hear(52, Rhythm.IRREGULAR);
        assertThat(during(0, 100)).isEqualTo(Rhythm.IRREGULAR);
    }

    @Test
    void ofSilenceNothingIsSaid() {
        hear(100, Rhythm.REGULAR);
        assertThat(history.during(nanos(200), nanos(260), 0)).isEqualTo(Rhythm.UNDETERMINED);
    }

    @Test
    void aGapIsNoIrregularTime() {
        hear(60, Rhythm.IRREGULAR);
        seconds += 1000;
        ordinal += 1000;
        hear(40, Rhythm.IRREGULAR);
        hear(100, Rhythm.REGULAR);
        // 100 s of 200 heard in 1200 were irregular: just half.
        assertThat(history.during(0, nanos(1200), nanos(200))).isEqualTo(Rhythm.REGULAR);
        assertThat(history.during(0, nanos(1199), nanos(199))).isEqualTo(Rhythm.IRREGULAR);
    }

    @Test
    void whatWasForgottenIsNotCountedAndTheRestIs() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = Hearts.scrambled(seed);
            RhythmHistory whole = new RhythmHistory();
            RhythmHistory forgetful = new RhythmHistory();
            for (int i = 1; i <= 400; i++) {
                Rhythm rhythm = random.nextInt(3) == 0 ? Rhythm.IRREGULAR : Rhythm.REGULAR;
                whole.hear(beatAt(i), rhythm);
                forgetful.hear(beatAt(i), rhythm);
                long from = Math.max(0, i - 30);
                forgetful.forgetUntil(nanos(from));
                assertThat(forgetful.during(nanos(from), nanos(i), nanos(i - from)))
                        .as("seed %d at %d", seed, i)
                        .isEqualTo(whole.during(nanos(from), nanos(i), nanos(i - from)));
            }
        }
    }
}
