package org.attune.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.attune.config.SettingsLoader;
import org.attune.pipeline.Moment;
import org.attune.pipeline.SessionPipeline;
import org.attune.review.ReviewFigures;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.MarkKind;
import org.attune.session.Participant;
import org.attune.session.Phase;
import org.attune.session.Session;
import org.attune.session.SessionId;
import org.attune.store.Vault;
import org.attune.store.VaultSettings;
import org.attune.testkit.Golden;
import org.attune.testkit.Hearts;
import org.attune.testkit.SessionHarness;
import org.attune.time.WallClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A finished session in words and as JSON, by command, out of a real vault. */
final class ReviewCommandTest {
    private static final ClientCode CLIENT = new ClientCode("K-07");
    private static final String PASSPHRASE = "seven quiet herons";
    @TempDir Path temp;

    @BeforeEach
    void aSessionIsInTheVault() throws IOException {
        Files.writeString(temp.resolve("p"), PASSPHRASE + "\n");
        Vault.create(
                        temp.resolve("vault"),
                        PASSPHRASE.toCharArray(),
                        VaultSettings.MINIMUM,
                        WallClock.system())
                .close();
        assertThat(attune("consent", "give", "K-07", "--scope", "record,store").exitCode())
                .isZero();
        record("s-1", "of-then");
    }

    private static List<Moment> session() {
        return SessionHarness.with(Hearts.following(t -> t < 480 || t > 640 ? 70 : 92))
                .runFor(Duration.ofMinutes(6))
                .phase(Phase.WORK)
                .mark(MarkKind.SUDS, "2")
                .runFor(Duration.ofSeconds(200))
                .mark(MarkKind.SLOW, "")
                .runFor(Duration.ofMinutes(6))
                .end()
                .moments();
    }

    @Test
    void withoutConsentToReviewNothingIsTold() {
        AttuneProcess.Result refused = attune("review", "s-1");
        assertThat(refused.exitCode()).isEqualTo(5);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains("not reviewed", "no consent to 'review'");
    }

    @Test
    void theSignalComesFirstTheFiguresAfterItAndTheLimitsLast() {
        agree();
        AttuneProcess.Result review = attune("review", "s-1");
        assertThat(review.exitCode()).as(review.err()).isZero();
        List<String> lines = review.out().lines().toList();
        assertThat(lines.get(0)).startsWith("s-1, ").endsWith(", 15:20");
        assertThat(lines.get(1)).isEqualTo("client K-07:");
        assertThat(lines.get(2)).contains("signal: ", "percentages are of usable time");
        assertThat(lines).anyMatch(line -> line.matches("    8:\\d\\d  peak \\+2\\d bpm.*"));
        assertThat(lines).anyMatch(line -> line.matches("    slow, 1 of 1: [+-]\\d+ bpm"));
        assertThat(lines).last().isEqualTo(ReviewFigures.LIMITS);
    }

    @Test
    void everyFigureIsInTheJsonAndWhatIsWithheldIsNullWithItsReason() throws IOException {
        agree();
        AttuneProcess.Result review = attune("review", "s-1", "--json");
        JsonNode lane = new ObjectMapper().readTree(review.out()).get("lanes").get("client");
        assertThat(lane.get("states").get("high").get("s").asDouble()).isPositive();
        assertThat(lane.get("episodes")).hasSizeGreaterThanOrEqualTo(1);
        assertThat(lane.get("episodes").get(0).get("peak_above_bpm").asDouble())
                .isCloseTo(22, within(3.0));
        assertThat(lane.get("shift").get("rest_bpm").isNull()).isTrue();
        assertThat(lane.get("shift").get("rest_bpm_withheld").asText())
                .isEqualTo("that phase was not marked");
        assertThat(lane.get("responses").get(0).get("beats_before").asInt()).isGreaterThan(30);
        assertThat(review.out()).doesNotContain("NaN");
    }

    @Test
    void withoutASessionTheSessionsAreListedAsBySessions() {
        assertThat(attune("review").out()).isEqualTo(attune("sessions").out()).contains("s-1");
    }

    @Test
    void aFileIsJudgedAndToldTheSameWay() throws IOException {
        StringBuilder text = new StringBuilder("t_s\trr_ms\n");
        double at = 0;
        for (double millis : Golden.intervalsMillis("nsr2db-009")) {
            at += millis / 1000;
            text.append(at).append('\t').append(millis).append('\n');
        }
        Path file = Files.writeString(temp.resolve("r.tsv"), text);
        AttuneProcess.Result review = attune("review", file.toString());
        assertThat(review.exitCode()).as(review.err()).isZero();
        assertThat(review.out()).contains("client:", "signal: ", ReviewFigures.LIMITS);
    }

    @Test
    void whatIsNoSessionIsSaidSo() {
        assertThat(attune("review", "s-9").err()).contains("holds no session of that name");
        assertThat(attune("review", "no/such").err()).contains("there is no such file");
    }

    @Test
    void asItWouldHaveBeenJudgedIsToldBesideAsItWas() {
        agree();
        record("s-2", SettingsLoader.defaults().fingerprint());
        String told = attune("review", "s-2", "--what-if", "cues.budget=0").out();
        assertThat(told.lines().toList())
                .startsWith("s-2, profile standard with cues.budget=0", "client K-07:")
                .contains("  the same state in every second")
                .endsWith(ReviewFigures.LIMITS)
                .anyMatch(
                        line ->
                                line.matches(
                                        "  would have cued never; had cued once \\(.*ease\\)"));
        assertThat(attune("review", "s-2", "--profile", "standard").out())
                .contains("every conclusion is the same")
                .doesNotContain("judged anew");
    }

    @Test
    void whatWouldHaveBeenIsToldToOtherProgramsInFull() throws IOException {
        agree();
        record("s-2", SettingsLoader.defaults().fingerprint());
        AttuneProcess.Result told =
                attune("review", "s-2", "--what-if", "high_least_bpm=40", "--json");
        JsonNode lane = new ObjectMapper().readTree(told.out()).get("lanes").get("client");
        assertThat(lane.get("identical").asBoolean()).isFalse();
        assertThat(lane.get("was").get("cues")).hasSize(1);
        assertThat(lane.get("would").get("cues")).isEmpty();
        assertThat(lane.get("would").get("states_s").get("high").asDouble())
                .isLessThan(lane.get("was").get("states_s").get("high").asDouble());
        assertThat(lane.get("changes").get(0).get("was").asText()).isEqualTo("high");
    }

    @Test
    void whatCannotBeAskedIsSaidPlainly() {
        agree();
        assertThat(attune("review", "s-1", "--profile", "exposure").out())
                .contains("the settings of then are not at hand");
        assertThat(attune("review", "s-1", "--what-if", "high_abov=7").err())
                .contains("there is no setting high_abov");
        assertThat(attune("review", "s-1", "--what-if", "display.theme=light").err())
                .contains("changes no conclusion");
        assertThat(attune("review", "s-1", "--what-if", "factor=2").err()).contains("say which");
        assertThat(attune("review", "s-1", "--what-if", "high_above=99").err())
                .contains("states.high_above")
                .doesNotContain("\tat ");
        assertThat(attune("review", "s-1", "--what-if", "high_above").exitCode()).isEqualTo(6);
        assertThat(attune("review", "s-1", "--profile", "x").err()).contains("no profile \"x\"");
    }

    @Test
    void withoutConsentToReviewNothingIsJudgedAgain() {
        AttuneProcess.Result refused = attune("review", "s-1", "--what-if", "high_above=3");
        assertThat(refused.exitCode()).isEqualTo(5);
        assertThat(refused.out()).isEmpty();
    }

    private void agree() {
        assertThat(attune("consent", "give", "K-07", "--scope", "review").exitCode()).isZero();
    }

    private void record(String name, String fingerprint) {
        try (Vault vault =
                Vault.open(temp.resolve("vault"), PASSPHRASE.toCharArray(), WallClock.system())) {
            Session session =
                    new Session(
                            new SessionId(name),
                            List.of(new Participant(LaneId.CLIENT, CLIENT)),
                            Instant.parse("2026-11-22T10:00:00Z"),
                            fingerprint,
                            SessionPipeline.VERSION);
            RecordedLog.keep(vault, session, "", CLIENT, session());
        }
    }

    private AttuneProcess.Result attune(String... words) {
        return InProcess.with(temp.resolve("vault"), temp.resolve("p")).attune(words);
    }
}
