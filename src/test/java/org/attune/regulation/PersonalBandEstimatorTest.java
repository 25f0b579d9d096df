package org.attune.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.attune.regulation.RegulationState.LEARNING;
import static org.attune.regulation.RegulationState.UNKNOWN;
import static org.attune.regulation.RegulationState.USUAL;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.regex.Pattern;
import org.attune.pipeline.Moment;
import org.attune.sensor.Contact;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SourceClass;
import org.attune.testkit.Hearts;
import org.attune.testkit.SessionHarness;
import org.attune.testkit.SessionHarness.Delivery;
import org.junit.jupiter.api.Test;

/** The estimator at work in a session, behind everything that comes before it. */
class PersonalBandEstimatorTest {
    private static final int LEARNED = 420;
    private static final List<Delivery> DELIVERIES = List.of(Delivery.values());
    private static final Pattern OF_PROBABILITY =
            Pattern.compile("(?i)probab|likel|chance|risk|odds|certain|confidence [0-9]");
    private static final Pattern PERCENT = Pattern.compile("[0-9] %(?! of beats usable$| done$)");

    @Test
    void anIrregularRhythmFromElectrodesIsUnknownForThatReason() {
        for (long seed = 0; seed < 10; seed++) {
            ToldHeart heart = calm(SourceClass.ECG, seed).beats(180, fibrillating(seed));
            for (ArousalEstimate each : heart.last(90)) {
                assertThat(each.state()).as("seed %d, %s", seed, each.at()).isEqualTo(UNKNOWN);
            }
            assertThat(heart.last().reasons())
                    .as("seed %d", seed)
                    .containsExactly(Reason.RHYTHM_IRREGULAR);
        }
    }

    @Test
    void aSourceOfUnknownKindThatProvedItselfIsJudgedLikeElectrodesEvenAfterNoise() {
        for (long seed = 0; seed < 10; seed++) {
            Random random = Hearts.scrambled(seed);
            ToldHeart heart =
                    calm(SourceClass.UNKNOWN, seed)
                            .beats(300, () -> 300 + 1700 * random.nextDouble())
                            .beats(180, fibrillating(seed));
            assertThat(heart.last().state()).as("seed %d", seed).isEqualTo(UNKNOWN);
            assertThat(heart.last().reasons())
                    .as("seed %d", seed)
                    .containsExactly(Reason.RHYTHM_IRREGULAR);
        }
    }

    @Test
    void fromLightThroughSkinNoRhythmIsCalledIrregular() {
        for (long seed = 0; seed < 10; seed++) {
            ToldHeart heart = calm(SourceClass.OPTICAL, seed).beats(180, fibrillating(seed));
            assertThat(heart.estimates())
                    .as("seed %d", seed)
                    .noneMatch(e -> e.reasons().contains(Reason.RHYTHM_IRREGULAR));
        }
    }

    @Test
    void aSensorThatReportsARateOnlyNeedsOneAndSixTenthsTheDistance() {
        double beats = leastRaised(SourceClass.ECG);
        double rates = leastRaised(SourceClass.HEART_RATE_ONLY);
        System.out.printf("raised from %.1f bpm by beats, from %.1f by a rate%n", beats, rates);
        assertThat(rates / beats).isCloseTo(1.6, within(0.1));

        ArousalEstimate judged =
                new ToldHeart(SourceClass.HEART_RATE_ONLY).rate(LEARNED, 70).last();
        assertThat(judged.state()).isEqualTo(USUAL);
        assertThat(judged.reasons()).contains(Reason.of(Reason.Code.RATE_ONLY));
        assertThat(judged.confidence()).isCloseTo(1 / 1.6, within(1e-9));
    }

    @Test
    void theMiddleFollowsASlowFallSoThatTheLevelReturnsTowardsIt() {
        Hearts.Heart falling =
                Hearts.following(t -> 72 - 6 * Math.min(1, Math.max(0, (t - 480) / 2400)));
        SessionHarness session = SessionHarness.with(falling).runFor(Duration.ofMinutes(48));
        Baseline fallen = session.last().estimate().baseline().orElseThrow();
        double atTheEnd = session.last().estimate().level().orElseThrow();
        assertThat(fallen.centreBpm()).isBetween(69.0, 70.5);
        assertThat(atTheEnd * fallen.scaleBpm()).isBetween(-4.5, -3.0);

        session.runFor(Duration.ofMinutes(60));
        Baseline followed = session.last().estimate().baseline().orElseThrow();
        double anHourLater = session.last().estimate().level().orElseThrow();
        assertThat(followed.centreBpm()).isCloseTo(66, within(1.2));
        assertThat(Math.abs(anHourLater)).isLessThan(0.4 * Math.abs(atTheEnd));
        assertThat(followed.scaleBpm()).isEqualTo(fallen.scaleBpm());
    }

    @Test
    void anHourOfOverwhelmIsStillRaisedAtItsEnd() {
        SessionHarness session =
                SessionHarness.with(Hearts.following(t -> t < 480 ? 68 : 88))
                        .runFor(Duration.ofMinutes(8));
        double learned = session.last().estimate().baseline().orElseThrow().centreBpm();
        session.runFor(Duration.ofMinutes(60));
        ArousalEstimate estimate = session.last().estimate();
        assertThat(estimate.raised()).isTrue();
        assertThat(estimate.baseline().orElseThrow().centreBpm() - learned).isBetween(4.0, 6.0);
    }

    @Test
    void whateverHappensThereIsALevelOnlyWithAStateAndAReasonAlways() {
        int withheld = 0;
        int judged = 0;
        for (long seed = 0; seed < 20; seed++) {
            for (ArousalEstimate each : eventful(seed)) {
                boolean none = each.state() == UNKNOWN || each.state() == LEARNING;
                assertThat(each.level().isEmpty()).as("seed %d, %s", seed, each).isEqualTo(none);
                assertThat(each.reasons()).as("seed %d, %s", seed, each).isNotEmpty();
                if (each.state() == UNKNOWN) {
                    assertThat(each.confidence()).as("seed %d, %s", seed, each).isZero();
                    assertThat(each.reasons()).as("seed %d, %s", seed, each).hasSize(1);
                }
                withheld += none ? 1 : 0;
                judged += none ? 0 : 1;
            }
        }
        assertThat(withheld).isGreaterThan(5000);
        assertThat(judged).isGreaterThan(5000);
    }

    @Test
    void everyReasonIsOnePlainSentenceAndNeverAProbability() {
        for (long seed = 0; seed < 20; seed++) {
            for (ArousalEstimate each : eventful(seed)) {
                for (Reason reason : each.reasons()) {
                    assertThat(reason.toWords())
                            .as("seed %d, %s", seed, reason)
                            .isNotBlank()
                            .hasSizeLessThan(60)
                            .doesNotContain("\n", ". ", "null", "NaN", "Infinity")
                            .doesNotContainPattern(OF_PROBABILITY)
                            .doesNotContainPattern(PERCENT);
                }
                assertThat(each.reasons()).as("seed %d", seed).doesNotHaveDuplicates();
            }
        }
    }

    /** The least distance from a learned 70 bpm, bpm, that is raised within three minutes. */
    private static double leastRaised(SourceClass source) {
        double less = 0;
        double enough = 40;
        assertThat(isRaised(source, enough)).isTrue();
        while (enough - less > 0.05) {
            double between = (less + enough) / 2;
            if (isRaised(source, between)) {
                enough = between;
            } else {
                less = between;
            }
        }
        return enough;
    }

    private static boolean isRaised(SourceClass source, double distance) {
        double bpm = 70 + distance;
        ToldHeart heart = new ToldHeart(source);
        if (source == SourceClass.HEART_RATE_ONLY) {
            heart.rate(LEARNED, 70).rate(180, bpm);
        } else {
            heart.beats(LEARNED, () -> 60_000 / 70.0).beats(180, () -> 60_000 / bpm);
        }
        return heart.estimates().stream().anyMatch(ArousalEstimate::raised);
    }

    private static ToldHeart calm(SourceClass source, long seed) {
        Hearts.Heart calm = Hearts.steady(64).seeded(seed);
        ToldHeart heart = new ToldHeart(source);
        heart.beats(LEARNED, () -> calm.next(heart.beatAtSeconds()).toMillis());
        assertThat(heart.last().state()).as("seed %d", seed).isEqualTo(USUAL);
        return heart;
    }

    private static DoubleSupplier fibrillating(long seed) {
        Random random = Hearts.scrambled(seed);
        return () -> 430 + 550 * random.nextDouble();
    }

    /** A session in which all that can happen does. */
    private static List<ArousalEstimate> eventful(long seed) {
        Random random = Hearts.scrambled(seed);
        double rise = 30 * random.nextDouble();
        SessionHarness session =
                SessionHarness.with(
                                Hearts.following(t -> 66 + (t % 600 > 450 ? rise : 0)).seeded(seed))
                        .runFor(Duration.ofSeconds(30 + random.nextInt(450)));
        for (int i = 0; i < 12; i++) {
            Delivery any = DELIVERIES.get(random.nextInt(DELIVERIES.size()));
            session.deliver(Duration.ofSeconds(1 + random.nextInt(30)), any);
            switch (random.nextInt(6)) {
                case 0 -> session.linkLost().silence(Duration.ofSeconds(5)).linked();
                case 1 ->
                        session.contact(Contact.LOST)
                                .runFor(Duration.ofSeconds(5))
                                .contact(Contact.GOOD);
                case 2, 3 ->
                        session.hear(
                                new SensorEvent.MotionReceived(
                                        session.now(), 80 * random.nextDouble()));
                default -> session.silence(Duration.ofSeconds(random.nextInt(4)));
            }
            session.runFor(Duration.ofSeconds(20 + random.nextInt(120)));
        }
        return session.conclusions().stream().map(Moment.Concluded::estimate).toList();
    }
}
