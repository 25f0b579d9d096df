package org.attune.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.attune.regulation.BandAdvice.Because;
import org.attune.regulation.BandAdvice.Proposed;
import org.attune.regulation.BandAdvice.Withheld;
import org.attune.regulation.BandLearner.Exclusion;
import org.attune.sensor.SourceClass;
import org.attune.session.ClientFlag;
import org.junit.jupiter.api.Test;

class BandLearnerTest {
    private static final Optional<BandHistory> NOTHING_APPROVED = Optional.empty();

    private final BandLearner learner = new BandLearner(BandRules.DEFAULT);

    @Test
    void threeSessionsMakeABandOfMediansAndTwoDoNot() {
        List<RestFigure> rests = List.of(rest(66, 3.2, 3.6), rest(64, 2.8, 3.4), rest(69, 3, 3.5));
        PersonalBand band = proposed(rests, NOTHING_APPROVED).band();
        assertThat(band)
                .isEqualTo(
                        new PersonalBand(
                                1, 66, 3, 1.4826 * 2, OptionalDouble.of(3.5), SourceClass.ECG, 3));
        assertThat(learner.advise(rests.subList(0, 2), Set.of(), NOTHING_APPROVED))
                .isEqualTo(new Withheld(Because.TOO_FEW, 2));
    }

    @Test
    void restIsTheLowerOfBeginningAndEndWhereBothAreThere() {
        assertThat(figure(OptionalDouble.of(74), OptionalDouble.of(66)).centreBpm()).isEqualTo(66);
        assertThat(figure(OptionalDouble.of(66), OptionalDouble.of(74)).centreBpm()).isEqualTo(66);
        assertThat(figure(OptionalDouble.empty(), OptionalDouble.of(70)).centreBpm()).isEqualTo(70);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> figure(OptionalDouble.empty(), OptionalDouble.empty()));
    }

    @Test
    void aStrapNeverCountsTogetherWithAPulseAndOfEqualsTheNewestCounts() {
        RestFigure strap = from(SourceClass.ECG);
        RestFigure pulse = from(SourceClass.OPTICAL);
        List<RestFigure> rests = List.of(strap, strap, pulse, strap, pulse);
        assertThat(proposed(rests, NOTHING_APPROVED).band().source()).isEqualTo(SourceClass.ECG);
        assertThat(proposed(rests, NOTHING_APPROVED).band().sessions()).isEqualTo(3);
        assertThat(learner.exclusions(rests, Set.of()).get(2)).contains(Exclusion.OTHER_SOURCE);

        List<RestFigure> even = List.of(strap, strap, strap, pulse, pulse, pulse);
        assertThat(proposed(even, NOTHING_APPROVED).band().source()).isEqualTo(SourceClass.OPTICAL);

        RestFigure bare = from(SourceClass.UNKNOWN);
        assertThat(learner.advise(List.of(bare, bare, bare), Set.of(), NOTHING_APPROVED))
                .isEqualTo(new Withheld(Because.TOO_FEW, 0));
    }

    @Test
    void sessionsInPregnancyDoNotCountAndInPregnancyNothingIsProposed() {
        RestFigure pregnant = flagged(ClientFlag.PREGNANCY);
        RestFigure plain = rest(66, 3, 3.5);
        List<RestFigure> rests = List.of(plain, plain, plain, pregnant, pregnant);
        assertThat(proposed(rests, NOTHING_APPROVED).band().sessions()).isEqualTo(3);
        assertThat(learner.exclusions(rests, Set.of()).get(4)).contains(Exclusion.PREGNANCY);
        assertThat(learner.advise(rests, Set.of(ClientFlag.PREGNANCY), NOTHING_APPROVED))
                .isEqualTo(new Withheld(Because.FLAGS, 0));
    }

    @Test
    void sessionsBeforeAMedicineWasBegunSayNothingOfThoseAfter() {
        RestFigure before = rest(72, 3, 3.5);
        RestFigure after = flagged(ClientFlag.BETA_BLOCKER);
        List<RestFigure> rests = List.of(before, before, before, after, after);
        assertThat(learner.advise(rests, Set.of(ClientFlag.BETA_BLOCKER), NOTHING_APPROVED))
                .isEqualTo(new Withheld(Because.TOO_FEW, 2));
        assertThat(learner.exclusions(rests, Set.of(ClientFlag.BETA_BLOCKER)).get(0))
                .contains(Exclusion.OTHER_FLAGS);
    }

    @Test
    void onlyTheNewestTwelveCountAndTooLittleRestNever() {
        List<RestFigure> rests = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            rests.add(rest(90, 3, 3.5));
        }
        for (int i = 0; i < 12; i++) {
            rests.add(rest(66, 3, 3.5));
        }
        rests.add(
                new RestFigure(
                        OptionalDouble.of(120),
                        OptionalDouble.empty(),
                        OptionalDouble.of(9),
                        OptionalDouble.empty(),
                        SourceClass.ECG,
                        Set.of(),
                        119));
        PersonalBand band = proposed(rests, NOTHING_APPROVED).band();
        assertThat(band.sessions()).isEqualTo(12);
        assertThat(band.centreBpm()).isEqualTo(66);
        assertThat(band.betweenBpm()).as("the floor").isEqualTo(1);
        List<Optional<Exclusion>> excluded = learner.exclusions(rests, Set.of());
        assertThat(excluded.get(0)).contains(Exclusion.OLD);
        assertThat(excluded.get(17)).contains(Exclusion.TOO_LITTLE_REST);
    }

    @Test
    void withoutANewSessionThereIsNothingToApprove() {
        List<RestFigure> rests = List.of(rest(66, 3, 3.5), rest(64, 3, 3.5), rest(69, 3, 3.5));
        PersonalBand first = proposed(rests, NOTHING_APPROVED).band();
        assertThat(learner.advise(rests, Set.of(), approved(first, first, 0)))
                .isEqualTo(new Withheld(Because.NOTHING_NEW, 3));
        List<RestFigure> more = new ArrayList<>(rests);
        more.add(rest(65, 3, 3.5));
        assertThat(proposed(more, approved(first, first, 1)).band().version()).isEqualTo(2);
    }

    @Test
    void theUpperEdgeRisesBySmallStepsForEachSessionAndAWiderStepIsTakenBackFirst() {
        PersonalBand first = new PersonalBand(1, 66, 3, 2, none(), SourceClass.ECG, 3);
        List<RestFigure> wide = List.of(rest(67, 5, 3), rest(67, 5, 3), rest(67, 5, 3));
        Proposed once = proposed(wide, approved(first, first, 1));
        assertThat(once.band().upperEdgeBpm()).isCloseTo(72 + 1.5, within(1e-9));
        assertThat(once.band().centreBpm()).as("the middle stands").isEqualTo(67);
        assertThat(once.band().scaleBpm()).isCloseTo(3.25, within(1e-9));
        assertThat(once.heldBackBpm()).isCloseTo(3.5, within(1e-9));
        Proposed twice = proposed(wide, approved(first, first, 2));
        assertThat(twice.band().upperEdgeBpm()).isCloseTo(75, within(1e-9));

        List<RestFigure> high = List.of(rest(90, 2, 3), rest(90, 2, 3), rest(90, 2, 3));
        Proposed higher = proposed(high, approved(first, first, 1));
        assertThat(higher.band().upperEdgeBpm()).isCloseTo(73.5, within(1e-9));
        assertThat(higher.band().scaleBpm()).isEqualTo(2);
    }

    @Test
    void theUpperEdgeNeverLeavesTheFirstApprovedOneFarBehind() {
        PersonalBand first = new PersonalBand(1, 66, 3, 2, none(), SourceClass.ECG, 3);
        PersonalBand later = new PersonalBand(7, 71.5, 3, 2, none(), SourceClass.ECG, 12);
        List<RestFigure> high = List.of(rest(90, 3, 3), rest(90, 3, 3), rest(90, 3, 3));
        assertThat(proposed(high, approved(first, later, 3)).band().upperEdgeBpm())
                .isCloseTo(72 + 6, within(1e-9));
    }

    @Test
    void aBandFallsFreelyWithThePerson() {
        PersonalBand first = new PersonalBand(1, 80, 5, 2, none(), SourceClass.ECG, 3);
        List<RestFigure> low = List.of(rest(62, 3, 3), rest(62, 3, 3), rest(62, 3, 3));
        Proposed fallen = proposed(low, approved(first, first, 1));
        assertThat(fallen.band().centreBpm()).isEqualTo(62);
        assertThat(fallen.heldBackBpm()).isZero();
    }

    @Test
    void whoNeverSatQuietlyAtTheBeginningKeepsTheStepThatWasApproved() {
        RestFigure endOnly = figure(OptionalDouble.empty(), OptionalDouble.of(64));
        List<RestFigure> rests = List.of(endOnly, endOnly, endOnly);
        assertThat(learner.advise(rests, Set.of(), NOTHING_APPROVED))
                .isEqualTo(new Withheld(Because.TOO_FEW, 3));
        PersonalBand first = new PersonalBand(1, 66, 2.5, 2, none(), SourceClass.ECG, 3);
        assertThat(proposed(rests, approved(first, first, 3)).band().scaleBpm()).isEqualTo(2.5);
    }

    private Proposed proposed(List<RestFigure> rests, Optional<BandHistory> history) {
        return (Proposed) learner.advise(rests, Set.of(), history);
    }

    private static Optional<BandHistory> approved(
            PersonalBand first, PersonalBand inForce, int since) {
        return Optional.of(new BandHistory(first, inForce, since));
    }

    private static RestFigure rest(double bpm, double scale, double lnRmssd) {
        return rest(bpm, scale, lnRmssd, SourceClass.ECG, Set.of());
    }

    private static RestFigure from(SourceClass source) {
        return rest(66, 3, 3.5, source, Set.of());
    }

    private static RestFigure flagged(ClientFlag flag) {
        return rest(62, 3, 3.5, SourceClass.ECG, Set.of(flag));
    }

    private static RestFigure rest(
            double bpm, double scale, double lnRmssd, SourceClass source, Set<ClientFlag> flags) {
        return new RestFigure(
                OptionalDouble.of(bpm),
                OptionalDouble.empty(),
                OptionalDouble.of(scale),
                OptionalDouble.of(lnRmssd),
                source,
                flags,
                180);
    }

    private static RestFigure figure(OptionalDouble start, OptionalDouble end) {
        return new RestFigure(start, end, none(), none(), SourceClass.ECG, Set.of(), 180);
    }

    private static OptionalDouble none() {
        return OptionalDouble.empty();
    }
}
