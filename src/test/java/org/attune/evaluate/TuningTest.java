package org.attune.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TuningTest {
    private static final Truth TRUTH =
            Fixtures.truth(
                    0,
                    100,
                    "calibration",
                    100,
                    3760,
                    "rest",
                    3760,
                    3860,
                    "stroop",
                    3860,
                    7520,
                    "rest");

    /** A candidate that gives each person these tasks and these false alarms. */
    private static Candidate candidate(String name, int[] newly, int[] falseAlarms) {
        List<Recording> recordings = new ArrayList<>();
        List<Track> tracks = new ArrayList<>();
        for (int i = 0; i < newly.length; i++) {
            recordings.add(Fixtures.recording("P" + i, TRUTH));
            int[] alarms = new int[2 * (falseAlarms[i] + newly[i])];
            for (int a = 0; a < falseAlarms[i]; a++) {
                alarms[2 * a] = 500 + 100 * a;
                alarms[2 * a + 1] = 510 + 100 * a;
            }
            if (newly[i] > 0) {
                alarms[alarms.length - 2] = 3800;
                alarms[alarms.length - 1] = 3810;
            }
            tracks.add(Fixtures.track(TRUTH, alarms));
        }
        return Candidate.of(name, recordings, tracks);
    }

    @Test
    void chosenIsTheOneThatFindsMostWithFewEnoughFalseAlarms() {
        Candidate wild = candidate("wild", new int[] {1, 1, 1, 1}, new int[] {4, 4, 4, 4});
        Candidate good = candidate("good", new int[] {1, 1, 1, 0}, new int[] {1, 1, 1, 1});
        Candidate shy = candidate("shy", new int[] {0, 0, 1, 0}, new int[] {0, 0, 0, 0});
        Tuning tuning = Tuning.of(List.of(wild, good, shy), 2, 1);
        assertThat(tuning.forAll().name()).isEqualTo("good");
        assertThat(tuning.folds()).allMatch(fold -> fold.chosen().name().equals("good"));
        assertThat(tuning.outOfFold().newly()).isEqualTo(3);
        assertThat(tuning.outOfFold()).isEqualTo(good.totals());
    }

    @Test
    void nobodyIsJudgedByWhatWasChosenOnThemselves() {
        // P0 alone makes "wild" look good; everybody else is better off with "calm".
        Candidate wild = candidate("wild", new int[] {1, 0, 0}, new int[] {0, 0, 0});
        Candidate calm = candidate("calm", new int[] {0, 1, 0}, new int[] {0, 0, 0});
        Tuning tuning = Tuning.of(List.of(wild, calm), 3, 1);
        assertThat(tuning.folds().get(0).people()).containsExactly("made-up/P0");
        assertThat(tuning.folds().get(0).chosen().name()).isEqualTo("calm");
        assertThat(tuning.folds().get(1).chosen().name()).isEqualTo("wild");
        assertThat(tuning.outOfFold().newly()).isZero();
        assertThat(tuning.forAll().totals().newly()).isEqualTo(1);
    }

    @Test
    void whenNoneIsCalmEnoughTheCalmestIsTaken() {
        Candidate wild = candidate("wild", new int[] {1, 1}, new int[] {9, 9});
        Candidate lesser = candidate("lesser", new int[] {0, 0}, new int[] {8, 9});
        assertThat(Tuning.of(List.of(wild, lesser), 2, 0.1).forAll().name()).isEqualTo("lesser");
    }

    @Test
    void moreFoldsThanPeopleMakeOneForEach() {
        Candidate any = candidate("any", new int[] {1, 0, 1}, new int[] {0, 0, 0});
        Tuning tuning = Tuning.of(List.of(any), 10, 1);
        assertThat(tuning.folds()).hasSize(3).allMatch(fold -> fold.people().size() == 1);
        assertThat(TuningText.lines(tuning)).anyMatch(line -> line.startsWith("| left out | 2/3"));
        assertThatThrownBy(() -> Tuning.of(List.of(any), 1, 1)).hasMessage("must be >= 2: folds=1");
    }
}
