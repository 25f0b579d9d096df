package org.attune.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attune.regulation.RegulationState.LEARNING;
import static org.attune.regulation.RegulationState.UNKNOWN;
import static org.attune.regulation.RegulationState.USUAL;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.attune.regulation.Reason;
import org.attune.regulation.RegulationState;
import org.attune.sensor.Contact;
import org.attune.sensor.RrInterval;
import org.attune.sensor.SensorEvent;
import org.attune.signal.Signal;
import org.attune.testkit.Hearts;
import org.attune.testkit.SessionHarness;
import org.attune.testkit.SessionHarness.Delivery;
import org.attune.time.SessionTime;
import org.junit.jupiter.api.Test;

/** The promise: more than five seconds without a heart, and nothing is shown. */
class NeverFalselyCalmTest {
    private static final List<Delivery> SILENT_FAULTS =
            List.of(Delivery.NOTHING, Delivery.EMPTY_PACKETS, Delivery.IMPLAUSIBLE);

    @Test
    void aSilentStrapWithholdsTheSignalInsteadOfKeepingTheLastOne() {
        SessionHarness session = settled();
        session.silence(seconds(7));
        assertThat(session.state()).isEqualTo(UNKNOWN);
        assertThat(session.signal()).isEqualTo(new Signal.Withheld(Reason.SENSOR_SILENT));
    }

    @Test
    void packetsWithoutBeatsAreSilence() {
        withheldAfterSevenSeconds(s -> s.deliver(seconds(7), Delivery.EMPTY_PACKETS));
    }

    @Test
    void intervalsNoHeartHasAreSilence() {
        withheldAfterSevenSeconds(s -> s.deliver(seconds(7), Delivery.IMPLAUSIBLE));
    }

    @Test
    void noiseIsNoHeart() {
        withheldAfterSevenSeconds(s -> s.deliver(seconds(7), Delivery.GARBAGE));
    }

    @Test
    void aStrapThatRepeatedItselfAndFallsSilentAfterANewLinkIsCalledSilent() {
        SessionHarness session = settled();
        for (int i = 0; i < 10; i++) {
            SensorEvent same =
                    new SensorEvent.RrReceived(session.now(), List.of(RrInterval.ofTicks1024(860)));
            session.hear(same).silence(seconds(1));
        }
        assertThat(session.signal()).isEqualTo(new Signal.Withheld(Reason.SENSOR_REPEATS));
        session.linkLost().linked().silence(seconds(7));
        assertThat(session.signal()).isEqualTo(new Signal.Withheld(Reason.SENSOR_SILENT));
    }

    @Test
    void lostContactWithholdsAtOnceThoughBeatsStillCome() {
        SessionHarness session = settled().contact(Contact.LOST).runFor(seconds(1));
        assertThat(session.signal()).isEqualTo(new Signal.Withheld(Reason.CONTACT_LOST));
        session.runFor(seconds(60));
        assertThat(session.state()).isEqualTo(UNKNOWN);
        session.contact(Contact.GOOD).runFor(seconds(60));
        assertThat(session.state()).isEqualTo(USUAL);
    }

    @Test
    void aLostLinkWithholdsAtOnce() {
        SessionHarness session = settled().linkLost().silence(seconds(1));
        assertThat(session.signal()).isEqualTo(new Signal.Withheld(Reason.LINK_LOST));
        session.silence(seconds(30)).linked().runFor(seconds(2));
        assertThat(session.state()).as("the first beats prove little").isEqualTo(UNKNOWN);
        session.runFor(seconds(60));
        assertThat(session.state()).isEqualTo(USUAL);
    }

    @Test
    void beforeTheFirstBeatsNothingIsSaid() {
        SessionHarness session =
                SessionHarness.with(Hearts.steady(64)).deliver(seconds(20), Delivery.EMPTY_PACKETS);
        assertThat(session.signal()).isEqualTo(new Signal.Withheld(Reason.STARTING));
        session.deliver(seconds(60), Delivery.GARBAGE);
        assertThat(session.story()).doesNotContain(USUAL);
    }

    @Test
    void afterASilenceAStateIsShownOnlyOnceTheBeatsHaveProvedThemselvesAgain() {
        SessionHarness session = settled().silence(seconds(60)).runFor(seconds(6));
        assertThat(session.state()).isEqualTo(UNKNOWN);
        session.runFor(seconds(25));
        assertThat(session.state()).isEqualTo(USUAL);
    }

    @Test
    void aSlowHeartBehindASlowStrapDoesNotFlicker() {
        for (double bpm : new double[] {38, 40, 45, 52}) {
            SessionHarness session = SessionHarness.with(Hearts.steady(bpm)).runFor(seconds(1500));
            assertThat(session.story()).as("%s bpm", bpm).containsExactly(UNKNOWN, LEARNING, USUAL);
        }
    }

    @Test
    void aPrematureBeatNowAndThenDoesNotWithholdTheSignal() {
        SessionHarness session = settled();
        int before = session.story().size();
        for (int i = 0; i < 20; i++) {
            SessionTime at = session.now();
            session.runFor(seconds(20));
            session.hear(
                    new SensorEvent.RrReceived(
                            session.now(),
                            List.of(RrInterval.ofMillis(600), RrInterval.ofMillis(1250))));
            assertThat(session.now()).isGreaterThan(at);
        }
        session.runFor(seconds(5));
        assertThat(session.story()).hasSize(before);
    }

    @Test
    void aSensorThatReportsARateOnlyIsHeardAndItsSilenceToo() {
        SessionHarness session = SessionHarness.with(Hearts.steady(64));
        for (int i = 0; i < 420; i++) {
            session.silence(seconds(1)).hear(new SensorEvent.HeartRateReceived(session.now(), 64));
        }
        assertThat(session.state()).isEqualTo(USUAL);
        assertThat(session.last().reading().heartRateBpm()).hasValue(64);
        session.silence(seconds(7));
        assertThat(session.signal()).isEqualTo(new Signal.Withheld(Reason.SENSOR_SILENT));
    }

    @Test
    void whateverFailsAndHoweverOftenNoStateOutlivesTheHeartByMoreThanFiveSeconds() {
        Tally tally = new Tally();
        for (long seed = 0; seed < 100; seed++) {
            tally.add(faulty(seed, SILENT_FAULTS), seed);
        }
        assertThat(tally.withoutHeart).isGreaterThan(5000);
        assertThat(tally.shown).isZero();
    }

    /**
     * One random interval in five falls near the heart it replaces; a few seconds of noise in which
     * nearly all do cannot be told from a heart. What can be held is that at most learning goes on
     * for a moment: nothing is said of arousal.
     */
    @Test
    void noiseThatHappensToLookLikeAHeartIsShownForMomentsOnly() {
        Tally tally = new Tally();
        for (long seed = 0; seed < 150; seed++) {
            tally.add(faulty(seed, List.of(Delivery.GARBAGE)), seed);
        }
        System.out.printf(
                "in noise for > 6 s: %d s, of which a state was shown: %d s, at worst %.1f s%n",
                tally.withoutHeart, tally.shown, tally.worstSeconds);
        assertThat(tally.withoutHeart).isGreaterThan(5000);
        assertThat(tally.judged).isZero();
        assertThat(tally.shown).isLessThanOrEqualTo(tally.withoutHeart / 2000);
        assertThat(tally.worstSeconds).isLessThan(8);
    }

    /** Counts the seconds later than six after the last true beat, and what was shown in them. */
    private static final class Tally {
        private long withoutHeart;
        private long shown;
        private long judged;
        private double worstSeconds;

        void add(SessionHarness session, long seed) {
            List<SessionTime> valid = session.validBeats();
            int next = 0;
            for (Moment.Concluded each : session.conclusions()) {
                while (next < valid.size() && !valid.get(next).isAfter(each.at())) {
                    next++;
                }
                SessionTime last = next == 0 ? SessionTime.ZERO : valid.get(next - 1);
                double without = each.at().since(last).toNanos() / 1e9;
                if (without <= 6) {
                    continue;
                }
                withoutHeart++;
                if (each.estimate().state() != UNKNOWN) {
                    shown++;
                    judged += each.estimate().state() == LEARNING ? 0 : 1;
                    worstSeconds = Math.max(worstSeconds, without);
                    System.out.printf(
                            "seed %d at %.0f s: %s %.1f s after the last true beat%n",
                            seed, each.at().toSeconds(), each.estimate().state(), without);
                }
                RegulationState state = each.estimate().state();
                assertThat(each.signal() instanceof Signal.Withheld)
                        .isEqualTo(state == UNKNOWN || state == LEARNING);
            }
        }
    }

    /** A session in which everything fails in turn, at random. */
    private static SessionHarness faulty(long seed, List<Delivery> faults) {
        Random random = Hearts.scrambled(seed);
        SessionHarness session =
                SessionHarness.with(Hearts.random(seed), PipelineSettings.DEFAULT, seed)
                        .runFor(seconds(random.nextInt(4) == 0 ? 20 : 400));
        for (int i = 0; i < 12; i++) {
            session.runFor(seconds(1 + random.nextInt(70)));
            session.deliver(
                    seconds(1 + random.nextInt(20)), faults.get(random.nextInt(faults.size())));
        }
        return session;
    }

    private static void withheldAfterSevenSeconds(Consumer<SessionHarness> fault) {
        SessionHarness session = settled();
        fault.accept(session);
        assertThat(session.state()).isEqualTo(RegulationState.UNKNOWN);
        assertThat(session.signal()).isInstanceOf(Signal.Withheld.class);
        session.runFor(seconds(60));
        assertThat(session.state()).isEqualTo(USUAL);
    }

    private static SessionHarness settled() {
        SessionHarness session = SessionHarness.with(Hearts.steady(64)).runFor(seconds(420));
        assertThat(session.state()).isEqualTo(USUAL);
        return session;
    }

    private static Duration seconds(int count) {
        return Duration.ofSeconds(count);
    }
}
