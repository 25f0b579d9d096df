package org.attune.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.attune.pipeline.Moment;
import org.attune.pipeline.PipelineSettings;
import org.attune.pipeline.SessionPipeline;
import org.attune.review.dyad.AgainstChance;
import org.attune.review.dyad.Dyad;
import org.attune.review.dyad.DyadRules;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.Participant;
import org.attune.session.Session;
import org.attune.session.SessionId;
import org.attune.store.Vault;
import org.attune.testkit.Hearts;
import org.attune.testkit.SessionHarness;
import org.attune.time.SessionTime;
import org.attune.time.WallClock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people of a recorded session side by side, by command, out of a real vault. */
final class ReviewOfTwoTest {
    private static final ClientCode ONE = new ClientCode("K-07");
    private static final ClientCode OTHER = new ClientCode("P-02");
    private static final List<Moment> LOG = together();
    @TempDir static Path temp;

    @BeforeAll
    static void twoPeopleAreInTheVault() throws IOException {
        CommonOptions common = new CommonOptions();
        VaultWithYes.make(temp, common, ONE, OTHER);
        try (Vault vault =
                Vault.open(
                        temp.resolve("vault"),
                        AttuneProcess.PASSPHRASE.toCharArray(),
                        WallClock.system())) {
            Session session =
                    new Session(
                            new SessionId("s-1"),
                            List.of(
                                    new Participant(LaneId.CLIENT, ONE),
                                    new Participant(LaneId.PARTNER, OTHER)),
                            Instant.parse("2026-11-22T10:00:00Z"),
                            "of-then",
                            SessionPipeline.VERSION);
            RecordedLog.keep(
                    vault, session, "", Map.of(LaneId.CLIENT, ONE, LaneId.PARTNER, OTHER), LOG);
        }
        assertThat(attune("consent", "give", "K-07", "--scope", "review").exitCode()).isZero();
    }

    @Test
    void onlyWhereBothAgreedEveryFigureStandsBesideChanceAndIsNoScore() throws IOException {
        AttuneProcess.Result refused = attune("review", "s-1", "--two");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains("not two people here who agreed to review");
        assertThat(attune("consent", "give", "P-02", "--scope", "review").exitCode()).isZero();
        AttuneProcess.Result told = attune("review", "s-1", "--two");
        assertThat(told.exitCode()).as(told.err()).isZero();
        List<String> lines = told.out().lines().toList();
        assertThat(lines.get(0)).isEqualTo("s-1, two people (experimental)");
        assertThat(lines.get(1)).isEqualTo("client K-07 and partner P-02:");
        assertThat(lines.subList(3, 7)).allMatch(line -> line.contains("by chance"));
        assertThat(lines).last().isEqualTo(Dyad.LIMITS);
        assertThat(told.out()).doesNotContain("score");

        JsonNode pair =
                new ObjectMapper()
                        .readTree(attune("review", "s-1", "--two", "--json").out())
                        .get("pairs")
                        .get(0);
        Dyad.Measured truth =
                (Dyad.Measured) Dyad.of(LaneId.CLIENT, LaneId.PARTNER, LOG, DyadRules.DEFAULT);
        same(pair.get("measures").get("absolute"), truth.absolute());
        same(pair.get("measures").get("signed"), truth.signed());
        same(pair.get("measures").get("peak"), truth.peak());
        same(pair.get("measures").get("concordance_index"), truth.concordance().orElseThrow());
        assertThat(pair.get("measures").get("peak").get("beyond_chance").asBoolean()).isTrue();
        assertThat(pair.get("profile")).hasSize(13);
    }

    private static void same(JsonNode told, AgainstChance truth) {
        assertThat(told.get("value").asDouble()).isCloseTo(truth.value(), within(1e-9));
        assertThat(told.get("chance_mean").asDouble()).isCloseTo(truth.chanceMean(), within(1e-9));
        assertThat(told.get("p").asDouble()).isCloseTo(truth.p(), within(1e-9));
    }

    /** Two hearts that rise and fall together, with breath and noise of their own. */
    private static List<Moment> together() {
        DoubleUnaryOperator course =
                t -> 74 + 5 * Math.sin(t / 3.1) * Math.sin(t / 17) + 4 * Math.sin(t / 5.3);
        List<Moment.Heard> heard = new ArrayList<>();
        heard.addAll(of(LaneId.CLIENT, course, 1));
        heard.addAll(
                of(
                        LaneId.PARTNER,
                        t -> 30 + 0.6 * course.applyAsDouble(t) + 4 * Math.sin(t / 2.3),
                        2));
        heard.sort(Comparator.comparing(Moment.Heard::at));
        SessionPipeline pipeline =
                SessionHarness.pipeline(PipelineSettings.DEFAULT, LaneId.CLIENT, LaneId.PARTNER);
        List<Moment> log = new ArrayList<>();
        heard.forEach(each -> log.addAll(pipeline.accept(each.lane(), each.event())));
        log.addAll(pipeline.end(SessionTime.ofSeconds(780)));
        return log;
    }

    private static List<Moment.Heard> of(LaneId lane, DoubleUnaryOperator course, long seed) {
        return SessionHarness.with(Hearts.following(course).seeded(seed))
                .runFor(Duration.ofMinutes(13))
                .moments()
                .stream()
                .filter(Moment.Heard.class::isInstance)
                .map(each -> new Moment.Heard(lane, ((Moment.Heard) each).event()))
                .toList();
    }

    private static AttuneProcess.Result attune(String... words) {
        return InProcess.with(temp.resolve("vault"), temp.resolve("passphrase")).attune(words);
    }
}
