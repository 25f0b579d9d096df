package org.attune.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attune.regulation.RegulationState.QUIET;
import static org.attune.regulation.RegulationState.SETTLING;
import static org.attune.regulation.RegulationState.UNKNOWN;
import static org.attune.regulation.RegulationState.USUAL;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.attune.regulation.AnchorRules;
import org.attune.regulation.Baseline;
import org.attune.regulation.Reason;
import org.attune.regulation.RegulationState;
import org.attune.sensor.replay.ScenarioLabel;
import org.attune.sensor.replay.SimulationScenario;
import org.attune.signal.Pace;
import org.attune.testkit.SimulatedSession;
import org.junit.jupiter.api.Test;

/**
 * What is concluded of simulated clients of whom is known what they went through. The clients are
 * of our making: these are regressions of behaviour and say nothing of accuracy.
 */
class SimulatedTruthTest {
    private static final int PEOPLE = 12;

    /** A step of the grid lies up to a second after what it concludes from. */
    private static final double WITHOUT_HEART_SECONDS = 5;

    @Test
    void aSlowRiseIsRaisedBeforeItIsOverAndCuedOnceOrTwice() {
        people(SimulationScenario.SLOW_OVERWHELM)
                .forEach(
                        session -> {
                            ScenarioLabel rise = session.stretch("rising");
                            double raised =
                                    session.first(from(rise), to(rise), s -> s.estimate().raised());
                            assertThat(raised).as("%s", session).isNotNaN();
                            assertThat(session.cues()).as("%s", session).hasSizeBetween(1, 2);
                            double over = to(session.stretch("settling"));
                            assertThat(session.states(over, over + 120))
                                    .as("%s: it is over", session)
                                    .contains(USUAL);
                        });
    }

    @Test
    void flatteningAfterAPeakIsQuietAtWorkWithinSixMinutesAndInvitesOnce() {
        for (long seed = 1; seed <= PEOPLE; seed++) {
            SimulatedSession session =
                    SimulatedSession.atWorkFrom(480, SimulationScenario.FLATTENING, seed);
            ScenarioLabel flat = session.stretch("flat");
            assertThat(session.first(from(flat), to(flat), s -> is(s, QUIET)))
                    .as("%s", session)
                    .isLessThan(from(flat) + 360);
            assertThat(session.cues())
                    .as("%s", session)
                    .filteredOn(cue -> cue.at() > from(flat) + 60 && cue.at() < to(flat))
                    .singleElement()
                    .matches(cue -> cue.pace() == Pace.INVITE);
        }
    }

    @Test
    void flatteningOutsideWorkInvitesToNothing() {
        people(SimulationScenario.FLATTENING)
                .forEach(
                        session ->
                                assertThat(session.cues())
                                        .as("%s", session)
                                        .noneMatch(cue -> cue.pace() == Pace.INVITE));
    }

    @Test
    void eachSwingOfAPendulationComesBackBeforeTheNextWithACueAtMost() {
        people(SimulationScenario.PENDULATION)
                .forEach(
                        session -> {
                            for (ScenarioLabel down : session.stretches("settling")) {
                                if (from(down) < 1200) {
                                    assertThat(session.states(from(down), from(down) + 240))
                                            .as("%s after %s", session, down)
                                            .containsAnyOf(SETTLING, USUAL);
                                }
                            }
                            assertThat(session.mostCuesAnEpisode())
                                    .as("%s", session)
                                    .isLessThanOrEqualTo(1);
                            assertThat(session.cues())
                                    .as("%s", session)
                                    .hasSizeBetween(1, 3)
                                    .allMatch(cue -> cue.pace() == Pace.EASE);
                        });
    }

    @Test
    void talkIsCuedOnceAtMostAndHasPassedThreeMinutesAfterIt() {
        int cued = 0;
        long guessed = 0;
        long wrongly = 0;
        for (SimulatedSession session : people(SimulationScenario.TALK).toList()) {
            ScenarioLabel talk = session.stretch("talk");
            guessed += uneven(session, from(talk) + 80, to(talk));
            wrongly += uneven(session, 80, from(talk));
            cued += session.cues().isEmpty() ? 0 : 1;
            assertThat(session.cues()).as("%s", session).hasSizeLessThan(2);
            assertThat(session.states(to(talk), to(talk) + 180)).as("%s", session).contains(USUAL);
        }
        System.out.printf(
                "talk: %d of %d cued; uneven breathing told in %d s of talk, %d s of silence%n",
                cued, PEOPLE, guessed, wrongly);
        assertThat(guessed).isGreaterThan(3 * wrongly);
    }

    @Test
    void standingUpUnfeltIsCuedOnceAtMostAndForgottenOnceTheySit() {
        for (long seed = 1; seed <= PEOPLE; seed++) {
            var unfelt = SimulatedSession.withoutMotion(SimulationScenario.POSTURE, seed);
            assertThat(unfelt.cues()).as("%s", unfelt).hasSizeLessThan(2);
            for (SimulatedSession session :
                    List.of(unfelt, SimulatedSession.of(SimulationScenario.POSTURE, seed))) {
                double seated = to(session.stretch("sitting_down"));
                assertThat(session.states(seated, seated + 60)).as("%s", session).contains(USUAL);
                staysWithinItsBounds(session);
            }
        }
    }

    private static void staysWithinItsBounds(SimulatedSession session) {
        AnchorRules bounds = AnchorRules.DEFAULT;
        List<Double> middles =
                session.seconds().stream()
                        .flatMap(second -> second.estimate().baseline().stream())
                        .map(Baseline::centreBpm)
                        .toList();
        double learned = middles.get(0);
        assertThat(middles)
                .as("%s", session)
                .allMatch(middle -> middle <= learned + bounds.mostUpBpm() + 1e-9)
                .allMatch(middle -> middle >= learned - bounds.mostDownBpm() - 1e-9);
    }

    @Test
    void standingUpIsSeenAsMovementByAStrapThatFeelsIt() {
        people(SimulationScenario.POSTURE)
                .forEach(
                        session -> {
                            double stands = from(session.stretch("standing"));
                            assertThat(
                                            session.first(
                                                    stands, stands + 10, SimulatedTruthTest::moves))
                                    .as("%s", session)
                                    .isNotNaN();
                        });
    }

    @Test
    void whileSomeoneMovesThatIsTheReasonAndNothingIsAsked() {
        people(SimulationScenario.EXERTION)
                .forEach(
                        session -> {
                            ScenarioLabel moving = session.stretch("moving");
                            assertThat(session.between(from(moving) + 15, to(moving)))
                                    .as("%s", session)
                                    .allMatch(SimulatedTruthTest::moves)
                                    .noneMatch(second -> second.estimate().raised());
                            assertThat(session.cues())
                                    .as("%s", session)
                                    .noneMatch(
                                            cue ->
                                                    cue.at() > from(moving)
                                                            && cue.at() < to(moving));
                        });
    }

    @Test
    void aRateThatComesBackFromExertionIsHardlyEverCued() {
        long cued = people(SimulationScenario.EXERTION).filter(s -> !s.cues().isEmpty()).count();
        System.out.printf("exertion: %d of %d cued%n", cued, PEOPLE);
        assertThat(cued).isLessThanOrEqualTo(2);
    }

    @Test
    void aSettledClientAtWorkIsHardlyEverCalledQuiet() {
        int invited = 0;
        for (long seed = 1; seed <= 2 * PEOPLE; seed++) {
            SimulatedSession session =
                    SimulatedSession.atWorkFrom(480, SimulationScenario.SETTLED, seed);
            invited += session.cues().isEmpty() ? 0 : 1;
        }
        System.out.printf("settled at work: %d of %d cued%n", invited, 2 * PEOPLE);
        assertThat(invited).isLessThanOrEqualTo(2);
    }

    @Test
    void goingFlatAfterAPeakIsToldWithinFourMinutesOfTheFlatnessInMostClients() {
        int told = 0;
        for (SimulatedSession session : people(SimulationScenario.FLATTENING).toList()) {
            ScenarioLabel flat = session.stretch("flat");
            double first = session.first(from(flat), from(flat) + 240, s -> is(s, QUIET));
            told += Double.isNaN(first) ? 0 : 1;
        }
        System.out.printf("flattening: %d of %d told within 4 min%n", told, PEOPLE);
        assertThat(told).isGreaterThanOrEqualTo(PEOPLE / 2);
    }

    @Test
    void inFibrillationNothingIsSaidFromAMinuteOnAndThatIsWhy() {
        int shownAtFirst = 0;
        for (SimulatedSession session : people(SimulationScenario.FIBRILLATION).toList()) {
            ScenarioLabel irregular = session.stretch("fibrillation");
            double onset = from(irregular);
            shownAtFirst +=
                    (int)
                            session.between(onset, onset + 60).stream()
                                    .filter(second -> !is(second, UNKNOWN))
                                    .count();
            assertThat(session.between(onset + 60, to(irregular)))
                    .as("%s", session)
                    .allMatch(second -> is(second, UNKNOWN))
                    .allMatch(
                            second ->
                                    SimulatedSession.why(second) == Reason.Code.RHYTHM_IRREGULAR
                                            || SimulatedSession.why(second)
                                                    == Reason.Code.SENSOR_SILENT);
            assertThat(session.cues())
                    .as("%s", session)
                    .noneMatch(cue -> cue.at() > onset && cue.at() < to(irregular));
        }
        System.out.printf(
                "fibrillation: a state shown for %.1f s of its first 60, on average of %d%n",
                (double) shownAtFirst / PEOPLE, PEOPLE);
        assertThat(shownAtFirst).isLessThan(6 * PEOPLE);
    }

    @Test
    void prematureBeatsInEverySecondPlaceOrInRowsAskForNothing() {
        people(SimulationScenario.ECTOPY)
                .forEach(
                        session -> {
                            ScenarioLabel bigeminy = session.stretch("bigeminy");
                            ScenarioLabel runs = session.stretch("runs");
                            assertThat(session.states(from(bigeminy) + 10, to(bigeminy)))
                                    .as("%s", session)
                                    .containsExactly(UNKNOWN);
                            assertThat(session.cues())
                                    .as("%s", session)
                                    .noneMatch(cue -> isIn(bigeminy, cue.at()))
                                    .noneMatch(cue -> isIn(runs, cue.at()));
                            assertThat(session.states(to(runs), to(runs) + 90))
                                    .as("%s: it is heard again", session)
                                    .anyMatch(state -> state != UNKNOWN);
                        });
    }

    @Test
    void noStateOutlivesTheHeartBehindAStrapThatFails() {
        for (String fault : List.of("drop_out", "noise", "ghosts", "contact_lost", "link_lost")) {
            assertThat(shownWithoutHeart(fault)).as(fault).isZero();
        }
    }

    private static int shownWithoutHeart(String fault) {
        int seconds = 0;
        int shown = 0;
        for (SimulatedSession session : people(SimulationScenario.STRAP_FAULTS).toList()) {
            for (ScenarioLabel stretch : session.stretches(fault)) {
                for (Moment.Concluded second :
                        session.between(from(stretch) + WITHOUT_HEART_SECONDS, to(stretch))) {
                    seconds++;
                    shown += is(second, UNKNOWN) ? 0 : 1;
                }
            }
        }
        System.out.printf(
                "strap-faults: %s: %d s without a heart for more than 5 s, a state shown in %d%n",
                fault, seconds, shown);
        assertThat(seconds).as(fault).isPositive();
        return shown;
    }

    /** A third of the rise is still above this person's own range: here it is found. */
    @Test
    void aBluntedRiseIsCuedOnceInItsTimeAndNothingElseIsSaid() {
        int found = 0;
        for (SimulatedSession session : people(SimulationScenario.BETA_BLOCKER).toList()) {
            double rises = from(session.stretch("rising"));
            double ends = to(session.stretch("settling"));
            found += session.cues().isEmpty() ? 0 : 1;
            assertThat(session.cues())
                    .as("%s", session)
                    .hasSizeLessThan(2)
                    .allMatch(cue -> cue.at() > rises && cue.at() < ends)
                    .allMatch(cue -> cue.pace() == Pace.EASE);
            assertThat(session.states(rises + 300, ends)).as("%s", session).doesNotContain(QUIET);
        }
        System.out.printf("beta-blocker: %d of %d found%n", found, PEOPLE);
    }

    private static long uneven(SimulatedSession session, double from, double to) {
        Reason guess = Reason.of(Reason.Code.UNEVEN_BREATHING);
        return session.between(from, to).stream()
                .filter(second -> second.estimate().reasons().contains(guess))
                .count();
    }

    private static boolean isIn(ScenarioLabel label, double at) {
        return at > from(label) && at < to(label);
    }

    private static boolean moves(Moment.Concluded second) {
        return SimulatedSession.why(second) == Reason.Code.MOVING;
    }

    private static boolean is(Moment.Concluded second, RegulationState state) {
        return SimulatedSession.is(second, state);
    }

    private static Stream<SimulatedSession> people(SimulationScenario scenario) {
        return LongStream.rangeClosed(1, PEOPLE)
                .mapToObj(seed -> SimulatedSession.of(scenario, seed));
    }

    private static double from(ScenarioLabel label) {
        return label.from().toSeconds();
    }

    private static double to(ScenarioLabel label) {
        return label.to().toSeconds();
    }
}
