package org.attune.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.attune.export.ExportRefusedException;
import org.attune.export.page.PageWish;
import org.attune.pipeline.Moment;
import org.attune.pipeline.SessionPipeline;
import org.attune.regulation.Background;
import org.attune.review.Annotation;
import org.attune.review.Said;
import org.attune.review.trend.Trend;
import org.attune.sensor.Capability;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SourceClass;
import org.attune.session.ClientCode;
import org.attune.session.ClientFlag;
import org.attune.session.LaneId;
import org.attune.session.Marker;
import org.attune.session.Participant;
import org.attune.session.Phase;
import org.attune.session.Session;
import org.attune.session.SessionId;
import org.attune.store.Vault;
import org.attune.store.VaultSettings;
import org.attune.testkit.Hearts;
import org.attune.testkit.SessionHarness;
import org.attune.time.WallClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client's sessions side by side, by command, out of a real vault. */
final class ClientTrendTest {
    private static final ClientCode CLIENT = new ClientCode("K-07");
    private static final Instant FIRST = Instant.parse("2026-09-01T10:00:00Z");
    private static final String PASSPHRASE = "seven quiet herons";
    @TempDir Path temp;
    private int sessions;

    @BeforeEach
    void aClientAgreedToBeRecorded() throws IOException {
        Files.writeString(temp.resolve("p"), PASSPHRASE + "\n");
        Vault.create(
                        temp.resolve("vault"),
                        PASSPHRASE.toCharArray(),
                        VaultSettings.MINIMUM,
                        WallClock.system())
                .close();
        assertThat(attune("consent", "give", "K-07", "--scope", "record,store,review").exitCode())
                .isZero();
    }

    @Test
    void theNewestSessionIsSetBesideTheLastFiveOfItsKindAndNothingIsCalledBetter()
            throws IOException {
        try (Vault vault = open()) {
            record(vault, heart(95, SourceClass.ECG, Set.of(ClientFlag.BETA_BLOCKER)), now());
            for (double bpm : new double[] {70, 71, 69}) {
                record(vault, heart(bpm, SourceClass.ECG, Set.of()), now());
            }
            record(vault, heart(60, SourceClass.OPTICAL, Set.of()), now());
            record(vault, heart(72, SourceClass.ECG, Set.of()), "of other settings");
            record(vault, heart(70, SourceClass.ECG, Set.of()), now());
            record(vault, heart(84, SourceClass.ECG, Set.of()), now());
        }
        AttuneProcess.Result refused = attune("client", "trend", "K-07");
        assertThat(refused.exitCode()).isEqualTo(5);
        assertThat(refused.err()).contains("no trend is shown", "no consent to 'derive'");

        attune("consent", "give", "K-07", "--scope", "derive");
        AttuneProcess.Result trend = attune("client", "trend", "K-07");
        assertThat(trend.exitCode()).as(trend.err()).isZero();
        List<String> lines = trend.out().lines().toList();
        assertThat(lines)
                .contains("before session 2: other flags held from here; lines end")
                .last()
                .isEqualTo(Trend.LIMITS);
        assertThat(trend.out().substring(0, trend.out().indexOf(Trend.LIMITS)))
                .doesNotContain("better", "worse", "optical: ");
        assertThat(lines.get(6)).contains("judged again");
        int panel = lines.indexOf("heart rate (bpm), working:");
        assertThat(lines.get(panel + 1))
                .matches(
                        "  ecg: 2\\) 70\\.\\d  3\\) 71\\.\\d  4\\) 6\\d\\.\\d  6\\).*8\\) 8\\d\\.\\d");
        assertThat(lines.get(panel + 2))
                .startsWith("  the newest is higher than this person's last 5 (middle 7");

        JsonNode json =
                new ObjectMapper().readTree(attune("client", "trend", "K-07", "--json").out());
        assertThat(json.get("sessions")).hasSize(8);
        assertThat(json.get("sessions").get(5).get("judged_again").asBoolean()).isTrue();
        assertThat(json.get("sessions").get(0).get("flags").get(0).asText())
                .isEqualTo("beta-blocker");
        assertThat(json.get("sessions").get(4).get("source").asText()).isEqualTo("optical");
        assertThat(json.get("breaks").get(0).get("because").asText()).isEqualTo("flags");
    }

    @Test
    void twoSessionsAreNoTrend() {
        try (Vault vault = open()) {
            record(vault, heart(70, SourceClass.ECG, Set.of()), now());
            record(vault, heart(71, SourceClass.ECG, Set.of()), now());
        }
        attune("consent", "give", "K-07", "--scope", "derive");
        assertThat(attune("client", "trend", "K-07").out())
                .contains("no trend: at least 3 sessions that compare are needed");
        AttuneProcess.Result wrong = attune("client", "trend", "K-07", "--sessions", "0");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("--sessions must be 1 to 520: 0");
    }

    @Test
    void asJudgedEachKeepsItsJudgementAndWhatWasJudgedOtherwiseStandsInALineOfItsOwn()
            throws IOException {
        try (Vault vault = open()) {
            for (int i = 0; i < 6; i++) {
                record(
                        vault,
                        heart(70 + i, SourceClass.ECG, Set.of()),
                        i < 3 ? "of other settings" : now());
            }
        }
        attune("consent", "give", "K-07", "--scope", "derive");
        AttuneProcess.Result trend = attune("client", "trend", "K-07", "--as-judged");
        assertThat(trend.exitCode()).as(trend.err()).isZero();
        assertThat(trend.out()).doesNotContain("judged again");
        List<String> lines = trend.out().lines().toList();
        assertThat(lines).contains("before session 4: judged otherwise; lines end");
        int panel = lines.indexOf("heart rate (bpm), whole session:");
        assertThat(lines.get(panel + 1)).matches("  ecg: 1\\) 7.*2\\) 7.*3\\) 7\\d\\.\\d");
        assertThat(lines.get(panel + 2)).matches("  ecg: 4\\) 7.*5\\) 7.*6\\) 7\\d\\.\\d");
        assertThat(lines.get(panel + 3)).startsWith("  too few sessions compare");
        JsonNode json = json("--as-judged");
        assertThat(json.get("breaks").get(0).get("because").asText()).isEqualTo("judging");
        assertThat(json.get("sessions").get(0).get("settings_fingerprint").asText())
                .isEqualTo("of other settings");
        assertThat(json.get("sessions").get(0).get("judged_again").asBoolean()).isFalse();

        JsonNode again = json();
        assertThat(again.get("breaks")).isEmpty();
        assertThat(again.get("sessions").get(0).get("judged_again").asBoolean()).isTrue();
        assertThat(again.get("sessions").get(5).get("judged_again").asBoolean()).isFalse();
    }

    private JsonNode json(String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of("client", "trend", "K-07", "--json"));
        words.addAll(List.of(more));
        return new ObjectMapper().readTree(attune(words.toArray(String[]::new)).out());
    }

    @Test
    void whatWasWorkedOutOnceIsKeptAndCountsUntilSomethingItRestsOnChanges() throws IOException {
        try (Vault vault = open()) {
            for (double bpm : new double[] {70, 71, 69}) {
                record(vault, heart(bpm, SourceClass.ECG, Set.of()), now());
            }
        }
        attune("consent", "give", "K-07", "--scope", "derive");
        JsonNode first = json();
        try (Vault vault = open()) {
            assertThat(sessions(vault).kept()).hasSize(3);
            assertThat(sessions(vault).missing()).isEmpty();
        }
        assertThat(json()).as("out of what was kept").isEqualTo(first);

        // The phase of the second one began a minute earlier than it was marked.
        SessionId second = new SessionId("s-1");
        try (Vault vault = open()) {
            Marker phase =
                    vault.archive().read(second).orElseThrow().moments().stream()
                            .filter(Moment.Marked.class::isInstance)
                            .map(each -> ((Moment.Marked) each).marker())
                            .findFirst()
                            .orElseThrow();
            vault.annotations()
                    .append(
                            second,
                            CLIENT,
                            List.of(
                                    new Annotation(
                                            "ab".repeat(16),
                                            Annotation.OWN,
                                            Instant.now(),
                                            new Said.Moved(
                                                    phase,
                                                    phase.at().plusNanos(-60_000_000_000L)))));
            assertThat(sessions(vault).missing())
                    .extracting(each -> each.session().id())
                    .containsExactly(second);
        }
        JsonNode moved = json();
        assertThat(work(moved, 1) - work(first, 1)).isEqualTo(60.0, within(1.0));
        assertThat(work(moved, 0)).isEqualTo(work(first, 0));
        assertThat(moved.get("sessions").get(1).get("marks_corrected").asBoolean()).isTrue();
        assertThat(moved.get("sessions").get(0).get("marks_corrected").asBoolean()).isFalse();
        assertThat(attune("client", "trend", "K-07").out().lines().toList().get(2))
                .endsWith(", marks at corrected times");

        // Under other settings nothing that was kept counts, and all is worked out anew.
        Path other = temp.resolve("other.toml");
        Files.writeString(other, "[states]\nrising_above = 1.9\n");
        JsonNode otherwise = json("--config", other.toString());
        assertThat(otherwise.get("sessions").get(0).get("settings_fingerprint").asText())
                .isNotEqualTo(now());
        try (Vault vault = open()) {
            vault.erasures().session(second);
            assertThat(sessions(vault).entries()).hasSize(2);
        }
        assertThat(json().get("sessions")).hasSize(2);
    }

    @Test
    void aPictureLeavesByConsentOnlyAndNothingIsWrittenWithout() throws IOException {
        try (Vault vault = open()) {
            for (double bpm : new double[] {70, 71, 69, 72, 70, 71, 84}) {
                record(vault, heart(bpm, SourceClass.ECG, Set.of()), now());
            }
        }
        attune("consent", "give", "K-07", "--scope", "derive");
        Path folder = temp.resolve("out");
        Files.createDirectory(folder);
        AttuneProcess.Result refused = picture(folder, "trend.svg");
        assertThat(refused.exitCode()).isEqualTo(5);
        assertThat(refused.err()).contains("no consent to 'report' is in force");
        assertThat(folder).isEmptyDirectory();

        attune("consent", "give", "K-07", "--scope", "report");
        assertThat(picture(folder, "trend.svg").out()).startsWith("printed: ");
        String svg = Files.readString(folder.resolve("trend.svg"));
        assertThat(svg)
                .contains("Sessions side by side", "7 sessions", "newest higher", "median, bpm")
                .contains("pseudonym, no name on this page", "More or less is not better")
                .doesNotContain("K-07");
        assertThat(picture(folder, "trend.png").exitCode()).isZero();
        assertThat(Files.readAllBytes(folder.resolve("trend.png"))).startsWith(0x89, 'P', 'N', 'G');
        assertThat(picture(folder, "trend.svg").exitCode()).as("is there").isEqualTo(2);
        assertThat(picture(folder, "trend.doc").exitCode()).isEqualTo(2);
        Files.copy(
                folder.resolve("trend.png"),
                Path.of("target", "trend-picture.png"),
                StandardCopyOption.REPLACE_EXISTING);

        AttuneProcess.Result withdrawn = attune("consent", "withdraw", "K-07", "--keep");
        assertThat(withdrawn.out()).contains("already handed out", "svg  trend.svg");
        assertThat(picture(folder, "again.svg").exitCode()).isEqualTo(5);
        assertThat(folder.resolve("again.svg")).doesNotExist();
    }

    /** What the window of a review asks for. */
    @Test
    void thePageOfAReviewLeavesByConsentOnlyToo() {
        try (Vault vault = open()) {
            record(vault, heart(70, SourceClass.ECG, Set.of()), now());
            SessionId id = new SessionId("s-0");
            Path file = temp.resolve("page.svg");
            assertThatThrownBy(
                            () ->
                                    PagePrinter.print(
                                            vault, id, LaneId.CLIENT, PageWish.Language.EN, file))
                    .isInstanceOf(ExportRefusedException.class);
            assertThat(file).doesNotExist();
        }
        attune("consent", "give", "K-07", "--scope", "report");
        try (Vault vault = open()) {
            Path file = temp.resolve("page.svg");
            assertThat(
                            PagePrinter.print(
                                    vault,
                                    new SessionId("s-0"),
                                    LaneId.CLIENT,
                                    PageWish.Language.DE,
                                    file))
                    .startsWith("printed: ");
            assertThat(file).exists();
            assertThat(vault.exports().copies(CLIENT)).hasSize(1);
        }
    }

    private AttuneProcess.Result picture(Path folder, String name) {
        return attune("client", "trend", "K-07", "--out", folder.resolve(name).toString());
    }

    private static double work(JsonNode trend, int session) {
        JsonNode phases = trend.get("sessions").get(session).get("phases");
        return phases.get("work").get("seconds").asDouble();
    }

    private static TrendSessions sessions(Vault vault) {
        return new TrendSessions(
                vault, CLIENT, Wiring.settings(new CommonOptions(), null), 12, true);
    }

    private static String now() {
        return Wiring.settings(new CommonOptions(), null).fingerprint();
    }

    private static List<Moment> heart(double bpm, SourceClass source, Set<ClientFlag> flags) {
        SessionHarness harness =
                SessionHarness.with(Hearts.steady(bpm))
                        .prepared(
                                new Background(flags, Optional.empty(), Background.Reference.TODAY))
                        .runFor(Duration.ofSeconds(1));
        harness.hear(
                new SensorEvent.Linked(
                        harness.now(),
                        new SensorDescription("s", "sim:s", source, Set.of(Capability.RR))));
        return harness.runFor(Duration.ofSeconds(149))
                .phase(Phase.WORK)
                .runFor(Duration.ofSeconds(200))
                .end()
                .moments();
    }

    private void record(Vault vault, List<Moment> moments, String fingerprint) {
        Session session =
                new Session(
                        new SessionId("s-" + sessions),
                        List.of(new Participant(LaneId.CLIENT, CLIENT)),
                        FIRST.plus(7L * sessions++, ChronoUnit.DAYS),
                        fingerprint,
                        SessionPipeline.VERSION);
        RecordedLog.keep(vault, session, "settings", CLIENT, moments);
    }

    private Vault open() {
        return Vault.open(temp.resolve("vault"), PASSPHRASE.toCharArray(), WallClock.system());
    }

    private AttuneProcess.Result attune(String... words) {
        return InProcess.with(temp.resolve("vault"), temp.resolve("p")).attune(words);
    }
}
