package org.attune.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.attune.consent.ConsentEvent;
import org.attune.consent.ConsentScope;
import org.attune.consent.RecordingAnswer;
import org.attune.pipeline.Moment;
import org.attune.sensor.RrInterval;
import org.attune.sensor.SensorEvent;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.Participant;
import org.attune.session.Session;
import org.attune.session.SessionId;
import org.attune.store.ExportCopy;
import org.attune.store.SessionRecorder;
import org.attune.store.Vault;
import org.attune.store.VaultSettings;
import org.attune.time.SessionTime;
import org.attune.time.WallClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the vault holds, for how long, what was done with it, and its erasure, by command. */
class VaultCommandsTest {
    private static final String PASSPHRASE = "seven quiet herons";
    private static final ClientCode CLIENT = new ClientCode("K-1");
    @TempDir Path folder;
    private Path vaultFolder;

    private record Result(int exitCode, List<String> out, String err) {}

    private Result run(String... arguments) {
        AttuneProcess.Result ran =
                InProcess.with(vaultFolder, folder.resolve("pass")).attune(arguments);
        return new Result(ran.exitCode(), ran.out().lines().toList(), ran.err());
    }

    @BeforeEach
    void aVaultWithOneSession() throws IOException {
        vaultFolder = folder.resolve("v");
        Files.writeString(folder.resolve("pass"), PASSPHRASE);
        Instant now = WallClock.system().now();
        try (Vault vault =
                Vault.create(
                        vaultFolder,
                        PASSPHRASE.toCharArray(),
                        VaultSettings.MINIMUM,
                        WallClock.system())) {
            vault.consents()
                    .append(
                            new ConsentEvent(
                                    CLIENT,
                                    ConsentEvent.Type.GIVEN,
                                    now,
                                    EnumSet.allOf(ConsentScope.class),
                                    null,
                                    "paper"));
            RecordingAnswer answer = vault.consents().log(CLIENT).askToRecord(now);
            Session session =
                    new Session(
                            new SessionId("s-1"),
                            List.of(new Participant(LaneId.CLIENT, CLIENT)),
                            Instant.parse("2020-01-01T10:00:00Z"),
                            "f",
                            "p");
            try (SessionRecorder recorder =
                    vault.record(
                            session,
                            "",
                            Map.of(LaneId.CLIENT, ((RecordingAnswer.Permitted) answer).permit()),
                            status -> {})) {
                for (int second = 0; second < 30; second++) {
                    recorder.happened(
                            new Moment.Heard(
                                    LaneId.CLIENT,
                                    new SensorEvent.RrReceived(
                                            SessionTime.ofSeconds(second),
                                            List.of(new RrInterval(800_000_000)))));
                }
            }
            vault.exports()
                    .append(
                            CLIENT,
                            new ExportCopy(
                                    "x-1",
                                    now,
                                    Optional.of(new SessionId("s-1")),
                                    "csv",
                                    "TREAT",
                                    "Dr Roe",
                                    "export",
                                    "g-1",
                                    "pseudonymised",
                                    "0".repeat(64),
                                    "export-x-1.zip"));
        }
    }

    @Test
    void aSpanThenALaneThenTheClientAreErased() {
        Result span =
                run(
                        "vault",
                        "erase",
                        "--session",
                        "s-1",
                        "--lane",
                        "client",
                        "--from",
                        "10s",
                        "--to",
                        "12s",
                        "--yes");
        assertThat(span.exitCode()).isZero();
        assertThat(span.out().get(0)).matches("erased: \\d+ moments of the lane.*");
        assertThat(run("sessions").out().get(1)).contains("moments missing");
        Result lane = run("vault", "erase", "--session", "s-1", "--lane", "client", "--yes");
        assertThat(lane.out()).containsExactly("erased: the lane");
        assertThat(run("sessions").out()).hasSize(1);
        Result again = run("vault", "erase", "--session", "s-1", "--yes");
        assertThat(again.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(again.err()).contains("nothing was erased");

        Result client = run("vault", "erase", "K-1", "--yes");
        assertThat(client.exitCode()).isZero();
        assertThat(client.out())
                .anyMatch(line -> line.contains("still with others: export-x-1.zip, to Dr Roe"));
        assertThat(run("client", "list").out()).hasSize(1);
        assertThat(run("vault", "verify").exitCode()).isZero();
    }

    @Test
    void withoutYesAndWithoutATerminalNothingIsErased() {
        Result refused = run("vault", "erase", "K-1");
        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.err()).contains("--yes");
        assertThat(run("client", "list").out()).hasSize(2);
        for (String[] wrong :
                new String[][] {
                    {"vault", "erase", "--yes"},
                    {"vault", "erase", "K-1", "--session", "s-1", "--yes"},
                    {"vault", "erase", "K-1", "--lane", "client", "--yes"},
                    {"vault", "erase", "--session", "s-1", "--to", "9s", "--yes"},
                    {
                        "vault",
                        "erase",
                        "--session",
                        "s-1",
                        "--lane",
                        "client",
                        "--from",
                        "9s",
                        "--yes"
                    },
                    {"vault", "erase", "K-2", "--yes"}
                }) {
            assertThat(run(wrong).exitCode()).as(String.join(" ", wrong)).isEqualTo(2);
        }
    }

    @Test
    void aHoldBlocksErasureUntilItIsLifted() {
        assertThat(run("client", "hold", "K-1", "--set").out().get(0)).startsWith("held since");
        Result refused = run("vault", "erase", "K-1", "--yes");
        assertThat(refused.exitCode()).isEqualTo(ExitCode.VAULT);
        assertThat(refused.err()).contains("legal hold");
        assertThat(run("client", "hold", "K-1", "--lift").out()).containsExactly("not held");
        assertThat(run("vault", "erase", "K-1", "--yes").exitCode()).isZero();
    }

    @Test
    void whatIsDueIsListed() throws IOException {
        assertThat(run("vault", "due").out()).hasSize(1);
        List<String> due = run("vault", "due", "--keep-days", "3650").out();
        assertThat(due).hasSize(1);
        due = run("vault", "due", "--keep-days", "10").out();
        assertThat(due).hasSize(2).last().asString().startsWith("K-1\ts-1\tclient\t2020-01-11T");
        Path rule = Files.writeString(folder.resolve("rule.toml"), "[retention]\nkeep_days = 10\n");
        assertThat(run("vault", "due", "--config", rule.toString()).out()).isEqualTo(due);
        assertThat(run("vault", "due", "--config", rule.toString(), "--keep-days", "0").out())
                .as("the option prevails")
                .hasSize(1);
        assertThat(run("client", "keep", "K-1", "--until", "2020-02-01").exitCode()).isZero();
        assertThat(run("vault", "due").out()).hasSize(3);
    }

    @Test
    void whyAPersonIsKeptLongerIsWrittenDownAndOnlyWithUntilWhen() {
        String[] keep = {"client", "keep", "K-1", "--until", "2037-03-31", "--reason", "law"};
        assertThat(run(keep).out()).singleElement().asString().startsWith("kept until 2037-03-31");
        assertThat(run("vault", "audit", "--json").out())
                .anyMatch(line -> line.matches(".*\"reason\" : \"law\".*"));
        Result unknown = run("client", "keep", "K-1", "--until", "2037-03-31", "--reason", "habit");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("--reason", "treatment, wish, law, claim");
        Result alone = run("client", "keep", "K-1", "--reason", "law");
        assertThat(alone.exitCode()).isEqualTo(2);
        assertThat(alone.err()).contains("--reason belongs to --until");
    }

    @Test
    void theAuditIsListedAndItsHeadServesToVerifyAgainst() throws IOException {
        Result json = run("vault", "audit", "--json");
        JsonNode root = new ObjectMapper().readTree(String.join("\n", json.out()));
        assertThat(root.path("auditHead").path("seq").asLong())
                .isEqualTo(root.path("entries").size());
        assertThat(String.join("\n", json.out())).doesNotContain("K-1").doesNotContain("Roe");
        Path receipt = Files.writeString(folder.resolve("r.json"), String.join("\n", json.out()));
        assertThat(run("vault", "verify", "--against", receipt.toString()).exitCode()).isZero();

        Path later =
                Files.writeString(
                        folder.resolve("later.json"),
                        String.join("\n", run("vault", "audit", "--json").out())
                                .replaceFirst("\"seq\" : \\d+", "\"seq\" : 9"));
        Result forged = run("vault", "verify", "--against", later.toString());
        assertThat(forged.exitCode()).isEqualTo(ExitCode.CHECK_FAILED);
        assertThat(
                        run("vault", "verify", "--against", folder.resolve("pass").toString())
                                .exitCode())
                .isEqualTo(ExitCode.USAGE);
        assertThat(run("vault", "audit").out().get(0)).isEqualTo("seq\tat\twhat\tfacts");
    }
}
