package org.attune.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.attune.config.AttuneSettings;
import org.attune.live.LiveSnapshot;
import org.attune.pipeline.Moment;
import org.attune.pipeline.PipelineSettings;
import org.attune.pipeline.SessionPipeline;
import org.attune.regulation.Reason;
import org.attune.regulation.RegulationState;
import org.attune.sensor.SensorAddress;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.replay.SimulationScenario;
import org.attune.sensor.replay.SyntheticHeart;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.Participant;
import org.attune.session.Session;
import org.attune.session.SessionId;
import org.attune.store.Vault;
import org.attune.testkit.NoKeys;
import org.attune.testkit.SessionHarness;
import org.attune.time.SessionTime;
import org.attune.time.WallClock;
import org.attune.ui.BeforeFacts;
import org.attune.ui.BeforePresenter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where silence is unwelcome: the range that three sessions taught is offered on the page before
 * the fourth, used by one key, and named wherever something is concluded by it.
 */
@ExtendWith(NoKeys.class)
final class LastRangeTest {
    private static final ClientCode CLIENT = new ClientCode("K-07");
    private static final Duration LENGTH = Duration.ofSeconds(520);

    @TempDir Path home;
    private final CommonOptions common = new CommonOptions();
    private final BeforePresenter page = new BeforePresenter(Locale.ENGLISH);

    @BeforeEach
    void aBandOfThreeSessionsIsApproved() throws IOException {
        VaultWithYes.make(home, common, CLIENT);
        try (Vault vault = open()) {
            for (int i = 0; i < 3; i++) {
                Session session =
                        new Session(
                                new SessionId("s-" + i),
                                List.of(new Participant(LaneId.CLIENT, CLIENT)),
                                Instant.now().minus(Duration.ofDays(7L * (3 - i))),
                                AttuneSettings.DEFAULT.fingerprint(),
                                SessionPipeline.VERSION);
                RecordedLog.keep(vault, session, "", CLIENT, settled(3 + i));
            }
        }
        done("consent", "give", "K-07", "--scope", "derive");
        assertThat(done("client", "band", "K-07", "--approve")).contains("version 1 is in force");
    }

    private Vault open() {
        return Vault.open(
                home.resolve("vault"), AttuneProcess.PASSPHRASE.toCharArray(), WallClock.system());
    }

    private String done(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--vault", String.valueOf(common.vault)));
        all.addAll(List.of("--passphrase-file", String.valueOf(common.passphraseFile)));
        AttuneProcess.Result result = InProcess.run(all.toArray(String[]::new));
        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
        return result.out();
    }

    /** The moments of somebody who sits still. */
    private static List<Moment> settled(long seed) {
        SessionPipeline pipeline = SessionHarness.pipeline(PipelineSettings.DEFAULT, LaneId.CLIENT);
        List<Moment> moments = new ArrayList<>();
        for (SensorEvent event : SyntheticHeart.stream(SimulationScenario.SETTLED, seed, LENGTH)) {
            moments.addAll(pipeline.accept(LaneId.CLIENT, event));
        }
        moments.addAll(pipeline.end(new SessionTime(LENGTH.toNanos())));
        return moments;
    }

    @Test
    void theLastRangeIsOfferedUsedNamedAndGivenUpAgain() throws Exception {
        PreparedRun.Watched watched =
                new PreparedRun(
                                common,
                                CLIENT,
                                SensorAddress.parse("sim:settled?seed=3&speed=60"),
                                new SessionId("s-9"))
                        .run(
                                (before, seen) -> {
                                    seen.awaitSnapshot(s -> s.now().toSeconds() > 45);
                                    before.commands().earlierRange();
                                    seen.awaitSnapshot(LastRangeTest::isJudgedByEarlier);
                                    before.commands().earlierRange();
                                    seen.awaitSnapshot(s -> !isJudgedByEarlier(s));
                                });

        assertThat(watched.facts)
                .extracting(each -> each.people().get(0).earlier().orElseThrow().used())
                .containsExactly(false, true, false);
        LiveSnapshot used = watched.first(LastRangeTest::isJudgedByEarlier);
        assertThat(newest(used).estimate().state())
                .isNotIn(RegulationState.LEARNING, RegulationState.UNKNOWN);
        assertThat(used.now().toSeconds()).as("not after six minutes").isLessThan(180);
        assertThat(range(watched.facts.get(1), used))
                .contains("Judged against the range of ")
                .doesNotContain("Getting to know");
        assertThat(range(watched.facts.get(2), watched.newest()))
                .doesNotContain("Judged against the range of ");
    }

    /** What the page says of the range. */
    private String range(BeforeFacts facts, LiveSnapshot snapshot) {
        List<String> lines = page.lines(facts, snapshot);
        return lines.get(lines.size() - 1);
    }

    private static boolean isJudgedByEarlier(LiveSnapshot snapshot) {
        return !snapshot.lanes().get(0).history().isEmpty()
                && newest(snapshot).estimate().reasons().stream()
                        .anyMatch(each -> each.code() == Reason.Code.EARLIER_SESSIONS);
    }

    private static Moment.Concluded newest(LiveSnapshot snapshot) {
        List<Moment.Concluded> history = snapshot.lanes().get(0).history();
        return history.get(history.size() - 1);
    }
}
