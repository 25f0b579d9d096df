package org.attune.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.attune.regulation.BandAdvice.Proposed;
import org.attune.sensor.SourceClass;
import org.attune.testkit.Hearts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever the person is, the band is about theirs, and does not creep. */
class BandLearnerPropertiesTest {
    private static final int PEOPLE = 300;

    private final BandLearner learner = new BandLearner(BandRules.DEFAULT);

    /** Somebody whose rest is {@code bpm}, give or take {@code between} from week to week. */
    private record Person(double bpm, double between, double scale, Random random) {
        static Person of(long seed) {
            Random random = Hearts.scrambled(seed);
            return new Person(
                    50 + 45 * random.nextDouble(),
                    0.5 + 5 * random.nextDouble(),
                    2 + 2 * random.nextDouble(),
                    random);
        }

        RestFigure session(double above) {
            double start = bpm + above + between * random.nextGaussian();
            return new RestFigure(
                    OptionalDouble.of(start),
                    random.nextBoolean() ? OptionalDouble.of(start + 1) : OptionalDouble.empty(),
                    OptionalDouble.of(scale * (0.8 + 0.4 * random.nextDouble())),
                    OptionalDouble.of(3 + random.nextDouble()),
                    SourceClass.ECG,
                    Set.of(),
                    180);
        }

        List<RestFigure> sessions(int count) {
            List<RestFigure> sessions = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                sessions.add(session(0));
            }
            return sessions;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theBandIsOfTheOrderOfWhatThePersonIs(long seed) {
        int close = 0;
        for (int i = 0; i < PEOPLE; i++) {
            Person person = Person.of(1000 * seed + i);
            int count = 3 + person.random().nextInt(12);
            PersonalBand band = first(person.sessions(count));
            // 1.2533 / sqrt(n): standard error of a median of n normal values.
            double error = 1.2533 * person.between() / Math.sqrt(Math.min(count, 12));
            assertThat(band.centreBpm())
                    .as("seed %d, person %d", seed, i)
                    .isCloseTo(person.bpm(), within(5 * error));
            assertThat(band.scaleBpm()).isBetween(0.8 * person.scale(), 1.2 * person.scale());
            assertThat(band.betweenBpm()).isBetween(1.0, 6 * person.between() + 1);
            close += Math.abs(band.centreBpm() - person.bpm()) < 2 * error ? 1 : 0;
        }
        assertThat(close).as("seed %d", seed).isGreaterThan(PEOPLE * 9 / 10);
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void oneWildSessionMovesTheBandNoFurtherThanTheOrdinaryOnesLieApart(long seed) {
        for (int i = 0; i < PEOPLE; i++) {
            Person person = Person.of(1000 * seed + i);
            List<RestFigure> sessions = person.sessions(3 + person.random().nextInt(9));
            double lowest = Double.POSITIVE_INFINITY;
            double highest = Double.NEGATIVE_INFINITY;
            for (RestFigure each : sessions) {
                lowest = Math.min(lowest, each.centreBpm());
                highest = Math.max(highest, each.centreBpm());
            }
            RestFigure wild = person.session(person.random().nextBoolean() ? 60 : -20);
            sessions.add(person.random().nextInt(sessions.size() + 1), wild);
            PersonalBand band = first(sessions);
            assertThat(band.centreBpm())
                    .as("seed %d, person %d", seed, i)
                    .isBetween(lowest, highest);
            assertThat(band.betweenBpm()).isLessThan(Math.max(1, 1.4826 * (highest - lowest)) + 30);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7})
    void whoIsMoreArousedFromSessionToSessionDoesNotDragTheBandUpFasterThanTheCaps(long seed) {
        BandRules rules = BandRules.DEFAULT;
        int bitten = 0;
        for (int i = 0; i < PEOPLE; i++) {
            Person person = Person.of(1000 * seed + i);
            double climb = 0.5 + 4 * person.random().nextDouble();
            List<RestFigure> sessions = person.sessions(3);
            PersonalBand first = first(sessions);
            PersonalBand inForce = first;
            int since = 0;
            for (int session = 1; session <= 25; session++) {
                sessions.add(person.session(climb * session));
                since++;
                // The therapist does not look after every session, but approves what is shown.
                if (person.random().nextInt(3) == 0) {
                    Proposed next = proposed(sessions, first, inForce, since);
                    double rise = next.band().upperEdgeBpm() - inForce.upperEdgeBpm();
                    assertThat(rise)
                            .as("seed %d, person %d, session %d", seed, i, session)
                            .isLessThanOrEqualTo(rules.risePerSessionBpm() * since + 1e-9);
                    assertThat(next.band().version()).isEqualTo(inForce.version() + 1);
                    bitten += next.heldBackBpm() > 0 ? 1 : 0;
                    inForce = next.band();
                    since = 0;
                }
            }
            assertThat(inForce.upperEdgeBpm())
                    .as("seed %d, person %d", seed, i)
                    .isLessThanOrEqualTo(first.upperEdgeBpm() + rules.mostRiseBpm() + 1e-9);
        }
        assertThat(bitten).as("the caps do bite, seed %d", seed).isGreaterThan(PEOPLE);
    }

    private PersonalBand first(List<RestFigure> sessions) {
        return ((Proposed) learner.advise(sessions, Set.of(), Optional.empty())).band();
    }

    private Proposed proposed(
            List<RestFigure> sessions, PersonalBand first, PersonalBand inForce, int since) {
        return (Proposed)
                learner.advise(
                        sessions, Set.of(), Optional.of(new BandHistory(first, inForce, since)));
    }
}
