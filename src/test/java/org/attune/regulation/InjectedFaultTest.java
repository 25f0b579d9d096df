package org.attune.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attune.regulation.RegulationState.LEARNING;
import static org.attune.regulation.RegulationState.UNKNOWN;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.attune.sensor.Contact;
import org.attune.sensor.RrInterval;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SourceClass;
import org.attune.testkit.Golden;
import org.attune.testkit.Hearts;
import org.junit.jupiter.api.Test;

/**
 * Faults of half a minute put into a recorded heart told by a source of unknown kind, or by
 * electrodes: how many of the seconds later than five after the last true beat still show a state.
 */
class InjectedFaultTest {
    private static final int FAULT_SECONDS = 30;
    private static final int GRACE_SECONDS = 5;

    private final double[] recorded = Golden.intervalsMillis("nsr2db-009");
    private int beat;

    /** What a fault makes of the recorded heart. */
    private enum Fault {
        DROP_OUT,
        NOISE,
        BIGEMINY,
        RUNS,
        GHOSTS,
        STRAP_OFF,
        FIBRILLATION,
        NARROW_FIBRILLATION
    }

    /** Seconds in which a state was shown, of how many; and the worst run of them. */
    private record Shown(int seconds, int of, int longestRun) {}

    @Test
    void afterADropOutNothingIsShownForASingleSecond() {
        assertThat(shown(Fault.DROP_OUT).seconds()).isZero();
    }

    @Test
    void ofNoiseNothingIsShown() {
        assertThat(shown(Fault.NOISE).seconds()).isZero();
    }

    @Test
    void ofPrematureBeatsInEverySecondPlaceNextToNothingIsShown() {
        Shown shown = shown(Fault.BIGEMINY);
        assertThat(shown.seconds()).isLessThanOrEqualTo(shown.of() / 1000);
        assertThat(shown.longestRun()).isLessThanOrEqualTo(1);
    }

    @Test
    void ofRunsOfPrematureBeatsNothingIsShown() {
        assertThat(shown(Fault.RUNS).seconds()).isZero();
    }

    @Test
    void ofAPacketRepeatedForEverASecondAtMostIsShown() {
        assertThat(shown(Fault.GHOSTS).longestRun()).isLessThanOrEqualTo(1);
    }

    @Test
    void ofAStrapThatSaysItIsOffNothingIsShown() {
        assertThat(shown(Fault.STRAP_OFF).seconds()).isZero();
    }

    /** A heart in fibrillation does beat, about as fast as before: chance may hide it for long. */
    @Test
    void ofFibrillationHardlyASecondInFiveHundredIsShown() {
        Shown shown = shown(Fault.FIBRILLATION);
        assertThat(shown.seconds()).isLessThan(shown.of() / 500);
        assertThat(shown.longestRun()).isLessThanOrEqualTo(2);
    }

    /** As fast as before, and near it: half of the intervals pass for beats of this heart. */
    @Test
    void ofFibrillationWithinANarrowRangeLittleIsShown() {
        Shown shown = shown(Fault.NARROW_FIBRILLATION);
        assertThat(shown.seconds()).isLessThan(shown.of() / 100);
        assertThat(shown.longestRun()).isLessThanOrEqualTo(7);
    }

    @Test
    void ofFibrillationFromElectrodesHardlyASecondInFiveHundredIsShown() {
        Shown shown = shown(Fault.FIBRILLATION, SourceClass.ECG);
        assertThat(shown.seconds()).isLessThan(shown.of() / 500);
        assertThat(shown.longestRun()).isLessThanOrEqualTo(2);
        Shown narrow = shown(Fault.NARROW_FIBRILLATION, SourceClass.ECG);
        assertThat(narrow.seconds()).isLessThan(narrow.of() / 100);
    }

    /** Two of three beats that do not follow are enough there, but not a premature one's pause. */
    @Test
    void aLonePrematureBeatFromElectrodesTakesNothingAway() {
        int[] place = {0};
        DoubleSupplier premature =
                () -> {
                    int i = place[0]++;
                    double millis = 800 + 40 * Math.sin(i * 0.9) + 20 * Math.sin(i * 0.13);
                    return millis * (i % 30 == 28 ? 0.75 : i % 30 == 29 ? 1.25 : 1);
                };
        ToldHeart heart = new ToldHeart(SourceClass.ECG).beats(1000, premature);
        assertThat(heart.last(600))
                .flatExtracting(ArousalEstimate::reasons)
                .noneMatch(reason -> reason.code() == Reason.Code.RHYTHM_IRREGULAR);
    }

    /** From the first beat on, so that a source of unknown kind has proved nothing. */
    @Test
    void ofAHeartThatIsNeverRegularLittleIsShown() {
        int shown = 0;
        int of = 0;
        for (long seed = 0; seed < 10; seed++) {
            Random random = Hearts.scrambled(seed);
            ToldHeart heart = new ToldHeart(SourceClass.UNKNOWN);
            heart.beats(900, () -> 560 + 300 * random.nextDouble());
            for (ArousalEstimate each : heart.estimates()) {
                shown += each.state() == UNKNOWN || each.state() == LEARNING ? 0 : 1;
                of++;
            }
        }
        System.out.printf("never regular: a state was shown in %d of %d s%n", shown, of);
        assertThat(shown).isLessThan(of / 36);
    }

    /** As rough as a heart that never proves clean; chance beats after that are no noise. */
    @Test
    void ofFibrillationInARoughHeartOfAnUnknownSourceATenthIsShownAtMost() {
        int shown = 0;
        for (long seed = 0; seed < 20; seed++) {
            Random random = Hearts.scrambled(seed);
            ToldHeart heart = new ToldHeart(SourceClass.UNKNOWN).beats(600, rough(random));
            assertThat(heart.last().state()).as("seed %d", seed).isNotIn(UNKNOWN, LEARNING);
            spoil(heart, Fault.FIBRILLATION, random);
            for (ArousalEstimate each : heart.last(FAULT_SECONDS - GRACE_SECONDS)) {
                shown += each.state() == UNKNOWN || each.state() == LEARNING ? 0 : 1;
            }
        }
        System.out.printf("rough heart: a state was shown in %d of 500 s%n", shown);
        assertThat(shown).isLessThan(50);
    }

    /** Breath swings it by a sixteenth, some more comes from beat to beat, a few are premature. */
    private static DoubleSupplier rough(Random random) {
        int[] place = {0};
        return () -> {
            int i = place[0]++;
            double breath = 0.06 * Math.sin(2 * Math.PI * i / 6.3);
            double premature = i % 40 == 6 ? -0.25 : i % 40 == 7 ? 0.2 : 0;
            return 800 * (1 + breath + premature) + 15 * random.nextGaussian();
        };
    }

    private Shown shown(Fault fault) {
        return shown(fault, SourceClass.UNKNOWN);
    }

    private Shown shown(Fault fault, SourceClass source) {
        int seconds = 0;
        int of = 0;
        int longest = 0;
        for (long seed = 0; seed < 20; seed++) {
            Random random = Hearts.scrambled(seed);
            beat = random.nextInt(recorded.length);
            ToldHeart heart = new ToldHeart(source).beats(450, this::next);
            for (int i = 0; i < 5; i++) {
                heart.beats(90 + random.nextInt(30), this::next);
                assertThat(heart.last().level()).as("%s, seed %d", fault, seed).isPresent();
                spoil(heart, fault, random);
                int run = 0;
                for (ArousalEstimate each : heart.last(FAULT_SECONDS - GRACE_SECONDS)) {
                    boolean none = each.state() == UNKNOWN || each.state() == LEARNING;
                    run = none ? 0 : run + 1;
                    longest = Math.max(longest, run);
                    seconds += none ? 0 : 1;
                    of++;
                }
            }
        }
        System.out.printf(
                "%s, %s: a state was shown in %d of %d s, longest %d s%n",
                fault, source, seconds, of, longest);
        return new Shown(seconds, of, longest);
    }

    private void spoil(ToldHeart heart, Fault fault, Random random) {
        switch (fault) {
            case DROP_OUT -> heart.silence(FAULT_SECONDS, this::next);
            case NOISE -> heart.beats(FAULT_SECONDS, () -> 300 + 1700 * random.nextDouble());
            case FIBRILLATION -> heart.beats(FAULT_SECONDS, () -> 430 + 550 * random.nextDouble());
            case NARROW_FIBRILLATION ->
                    heart.beats(FAULT_SECONDS, () -> 500 + 350 * random.nextDouble());
            case BIGEMINY -> heart.beats(FAULT_SECONDS, bigeminy());
            case RUNS -> heart.beats(FAULT_SECONDS, runs(random));
            case GHOSTS -> repeat(heart);
            case STRAP_OFF -> {
                heart.hear(new SensorEvent.ContactChanged(heart.now(), Contact.LOST));
                heart.beats(FAULT_SECONDS, this::next);
                heart.hear(new SensorEvent.ContactChanged(heart.now(), Contact.GOOD));
            }
        }
    }

    /** The last interval again each second, while the heart goes on unheard. */
    private void repeat(ToldHeart heart) {
        List<RrInterval> same = List.of(RrInterval.ofMillis(next()));
        for (int i = 0; i < FAULT_SECONDS; i++) {
            heart.silence(1, this::next);
            heart.hear(new SensorEvent.RrReceived(heart.now(), same));
        }
    }

    /** Three to six beats much too early, a pause, two to four in their place. */
    private DoubleSupplier runs(Random random) {
        int[] left = {0, 0};
        return () -> {
            if (left[0] == 0 && left[1] == 0) {
                left[0] = 4 + random.nextInt(4);
                left[1] = 2 + random.nextInt(3);
            }
            if (left[0] > 0) {
                left[0]--;
                return next() * (left[0] == 0 ? 1.3 : 0.5 + 0.15 * random.nextDouble());
            }
            left[1]--;
            return next();
        };
    }

    /** Every second beat a third early, with its full pause. */
    private DoubleSupplier bigeminy() {
        boolean[] early = {false};
        return () -> {
            early[0] = !early[0];
            return next() * (early[0] ? 0.67 : 1.33);
        };
    }

    private double next() {
        return recorded[beat++ % recorded.length];
    }
}
