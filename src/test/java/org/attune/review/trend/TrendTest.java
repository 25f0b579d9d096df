package org.attune.review.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.attune.review.trend.Trend.Because;
import org.attune.review.trend.Trend.Break;
import org.attune.review.trend.Trend.Comparison;
import org.attune.review.trend.Trend.Line;
import org.attune.review.trend.Trend.Panel;
import org.attune.review.trend.Trend.Point;
import org.attune.review.trend.Trend.Standing;
import org.attune.review.trend.TrendSession.Judging;
import org.attune.sensor.SourceClass;
import org.attune.session.ClientCode;
import org.attune.session.ClientFlag;
import org.attune.session.LaneId;
import org.attune.session.Participant;
import org.attune.session.Phase;
import org.attune.session.Session;
import org.attune.session.SessionId;
import org.junit.jupiter.api.Test;

/** What compares over sessions, and in which words. */
class TrendTest {
    private static final Instant FIRST = Instant.parse("2026-09-01T10:00:00Z");
    private static final Judging NOW = new Judging("f", "3");
    private final List<TrendSession> sessions = new ArrayList<>();

    @Test
    void twoSessionsAreNoTrendAndThreeAreALineWithoutAComparison() {
        weekly(SourceClass.ECG, 70, 71);
        assertThat(trend().panels()).isEmpty();
        weekly(SourceClass.ECG, 72);
        Panel panel = rates(Optional.empty());
        assertThat(panel.lines())
                .containsExactly(
                        new Line(
                                SourceClass.ECG,
                                List.of(new Point(0, 70), new Point(1, 71), new Point(2, 72))));
        assertThat(panel.newest()).isEmpty();
    }

    @Test
    void theNewestIsHigherLowerOrWithinTheLastFive() {
        weekly(SourceClass.ECG, 95, 70, 71, 69, 72, 70, 80);
        Comparison higher = comparison();
        assertThat(higher.standing()).isEqualTo(Standing.HIGHER);
        assertThat(higher.sessions()).isEqualTo(5);
        assertThat(higher.middle()).isEqualTo(70);
        assertThat(higher.high()).isLessThan(80);

        sessions.remove(6);
        weekly(SourceClass.ECG, 71);
        assertThat(comparison().standing()).isEqualTo(Standing.WITHIN);
        sessions.remove(6);
        weekly(SourceClass.ECG, 60);
        assertThat(comparison().standing()).isEqualTo(Standing.LOWER);
    }

    @Test
    void ofSessionsThatHardlyDifferASmallDifferenceIsNotWorthAWord() {
        weekly(SourceClass.ECG, 70, 70, 70, 70, 70, 70.9);
        assertThat(comparison().standing()).isEqualTo(Standing.WITHIN);
    }

    @Test
    void ofPeopleWhoDoNotChangeFewAreSaidToHaveChanged() {
        Random random = new Random(20261127);
        int said = 0;
        int runs = 4000;
        for (int run = 0; run < runs; run++) {
            sessions.clear();
            for (int i = 0; i < 6; i++) {
                weekly(SourceClass.ECG, 70 + 6 * random.nextGaussian());
            }
            said += comparison().standing() == Standing.WITHIN ? 0 : 1;
        }
        System.out.println("Said to differ without having changed: " + said + " of " + runs);
        assertThat(said).isLessThan(runs * 13 / 100);
    }

    @Test
    void strapAndPulseNeverShareALine() {
        for (int i = 0; i < 4; i++) {
            weekly(SourceClass.ECG, 70 + i);
            weekly(SourceClass.OPTICAL, 80 + i);
        }
        Panel panel = rates(Optional.empty());
        assertThat(panel.lines()).hasSize(2);
        assertThat(panel.lines().get(0).points())
                .extracting(Point::session)
                .containsExactly(0, 2, 4, 6);
        assertThat(panel.lines().get(1).source()).isEqualTo(SourceClass.OPTICAL);
        assertThat(panel.newest()).isEmpty();
        assertThat(trend().breaks()).isEmpty();
    }

    @Test
    void aSourceThatIsNotKnownStandsInNoLine() {
        weekly(SourceClass.ECG, 70, 71);
        sessions.add(session(Optional.empty(), Set.of(), NOW, 72));
        assertThat(trend().panels()).isEmpty();
        assertThat(trend().breaks()).containsExactly(new Break(2, Because.SOURCE_UNCLEAR));
    }

    @Test
    void aMedicineBegunEndsTheLineAndABandOnlyShows() {
        weekly(SourceClass.ECG, 80, 81, 82, 80, 81);
        for (int i = 0; i < 3; i++) {
            sessions.add(
                    session(
                            Optional.of(SourceClass.ECG),
                            Set.of(ClientFlag.BETA_BLOCKER),
                            NOW,
                            60 + i));
        }
        assertThat(trend().breaks()).containsExactly(new Break(5, Because.FLAGS));
        assertThat(rates(Optional.empty()).lines()).hasSize(2);
        assertThat(rates(Optional.empty()).newest()).isEmpty();
    }

    @Test
    void sessionsJudgedOtherwiseDoNotCompare() {
        weekly(SourceClass.ECG, 70, 71, 72);
        sessions.add(
                session(Optional.of(SourceClass.ECG), Set.of(), new Judging("other", "3"), 73));
        assertThat(trend().breaks()).containsExactly(new Break(3, Because.JUDGING));
        assertThat(rates(Optional.empty()).lines()).hasSize(1);
        assertThat(rates(Optional.empty()).newest()).isEmpty();
        assertThat(sessions.get(3).judgedAgain()).isTrue();
        assertThat(sessions.get(2).judgedAgain()).isFalse();
    }

    @Test
    void aPhaseIsComparedWithTheSamePhaseAndAShortOneWithNone() {
        for (int i = 0; i < 3; i++) {
            sessions.add(
                    withPhases(
                            Map.of(
                                    Phase.WORK, part(900, 80 + i),
                                    Phase.SETTLE, part(i == 1 ? 100 : 300, 70 + i))));
        }
        assertThat(rates(Optional.of(Phase.WORK)).lines().get(0).points())
                .extracting(Point::value)
                .containsExactly(80.0, 81.0, 82.0);
        assertThat(trend().panels())
                .noneMatch(panel -> panel.phase().equals(Optional.of(Phase.SETTLE)))
                .noneMatch(panel -> panel.phase().equals(Optional.of(Phase.ARRIVE)));
    }

    @Test
    void aRecoveryIsFollowedWhereItIsKnown() {
        weekly(SourceClass.ECG, 70, 70, 70, 70);
        for (int i = 0; i < 3; i++) {
            sessions.set(i, sessions.get(i).withRecoveryHalfSeconds(OptionalDouble.of(60 + i)));
        }
        Panel panel = panel(TrendMeasure.RECOVERY_HALF_TIME, Optional.empty());
        assertThat(panel.lines().get(0).points()).hasSize(3);
        assertThat(panel.newest()).isEmpty();
    }

    @Test
    void sessionsComeOldestFirst() {
        weekly(SourceClass.ECG, 70, 71);
        assertThatThrownBy(
                        () ->
                                Trend.of(
                                        List.of(sessions.get(1), sessions.get(0)),
                                        TrendRules.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Trend trend() {
        return Trend.of(sessions, TrendRules.DEFAULT);
    }

    private Panel rates(Optional<Phase> phase) {
        return panel(TrendMeasure.HEART_RATE, phase);
    }

    private Panel panel(TrendMeasure measure, Optional<Phase> phase) {
        return trend().panels().stream()
                .filter(each -> each.measure() == measure && each.phase().equals(phase))
                .findFirst()
                .orElseThrow();
    }

    private Comparison comparison() {
        return rates(Optional.empty()).newest().orElseThrow();
    }

    private void weekly(SourceClass source, double... bpm) {
        for (double each : bpm) {
            sessions.add(session(Optional.of(source), Set.of(), NOW, each));
        }
    }

    private static PartFigures part(double seconds, double bpm) {
        return new PartFigures(
                seconds, seconds, seconds, OptionalDouble.of(bpm), 0, OptionalDouble.empty(), 0, 0);
    }

    private TrendSession withPhases(Map<Phase, PartFigures> phases) {
        TrendSession plain = session(Optional.of(SourceClass.ECG), Set.of(), NOW, 75);
        return new TrendSession(
                plain.session(),
                plain.judgedBy(),
                false,
                plain.source(),
                plain.flags(),
                plain.bandVersion(),
                plain.whole(),
                phases,
                OptionalDouble.empty());
    }

    private TrendSession session(
            Optional<SourceClass> source, Set<ClientFlag> flags, Judging judgedBy, double bpm) {
        int number = sessions.size();
        return new TrendSession(
                new Session(
                        new SessionId("s-" + number),
                        List.of(new Participant(LaneId.CLIENT, new ClientCode("K-07"))),
                        FIRST.plus(7L * number, ChronoUnit.DAYS),
                        "f",
                        "3"),
                judgedBy,
                false,
                source,
                flags,
                OptionalInt.empty(),
                part(3000, bpm),
                Map.of(),
                OptionalDouble.empty());
    }
}
