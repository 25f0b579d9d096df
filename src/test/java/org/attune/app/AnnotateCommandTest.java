package org.attune.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.attune.pipeline.SessionPipeline;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.MarkKind;
import org.attune.session.Participant;
import org.attune.session.Session;
import org.attune.session.SessionId;
import org.attune.store.AuditEntry;
import org.attune.store.AuditEvent;
import org.attune.store.Vault;
import org.attune.testkit.Hearts;
import org.attune.testkit.NoKeys;
import org.attune.testkit.SessionHarness;
import org.attune.time.WallClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a session after it, by command, into a real vault. */
@ExtendWith(NoKeys.class)
final class AnnotateCommandTest {
    private static final ClientCode CLIENT = new ClientCode("K-07");
    @TempDir Path temp;

    @BeforeEach
    void aSessionIsInTheVault() throws IOException {
        VaultWithYes.make(temp, new CommonOptions(), CLIENT);
        try (Vault vault = open()) {
            Session session =
                    new Session(
                            new SessionId("s-1"),
                            List.of(new Participant(LaneId.CLIENT, CLIENT)),
                            Instant.parse("2026-11-22T10:00:00Z"),
                            "of-now",
                            SessionPipeline.VERSION);
            RecordedLog.keep(
                    vault,
                    session,
                    "",
                    CLIENT,
                    SessionHarness.with(Hearts.following(t -> 70))
                            .runFor(Duration.ofSeconds(200))
                            .mark(MarkKind.SLOW, "")
                            .runFor(Duration.ofSeconds(100))
                            .end()
                            .moments());
        }
    }

    private Vault open() {
        return Vault.open(
                temp.resolve("vault"), AttuneProcess.PASSPHRASE.toCharArray(), WallClock.system());
    }

    private AttuneProcess.Result attune(String... words) {
        return InProcess.with(temp.resolve("vault"), temp.resolve("passphrase")).attune(words);
    }

    private void agree() {
        assertThat(attune("consent", "give", "K-07", "--scope", "review").exitCode()).isZero();
    }

    @Test
    void aMarkIsCorrectedTheReviewSaysSoAndTakingItBackRestoresIt() {
        agree();
        assertThat(attune("annotate", "s-1").out()).contains("nothing was said");
        AttuneProcess.Result moved =
                attune("annotate", "s-1", "--move", "slow@3:20", "--to", "2:50");
        assertThat(moved.exitCode()).as(moved.err()).isZero();
        assertThat(attune("review", "s-1").out()).contains("1 mark stands at a corrected time");
        AttuneProcess.Result told = attune("annotate", "s-1");
        assertThat(told.out()).contains("slow at 3:20 belongs to 2:50");
        assertThat(attune("annotate", "s-1", "--move", "slow@3:20", "--to", "1:00").err())
                .contains("no mark of that kind is there");
        assertThat(attune("annotate", "s-1", "--take-back", told.out().substring(0, 8)).exitCode())
                .isZero();
        assertThat(attune("review", "s-1").out()).doesNotContain("corrected");
    }

    @Test
    void commentsTagsMarksAndASummaryAreKeptAndTold() throws IOException {
        agree();
        Path text = Files.writeString(temp.resolve("c"), "Hands still.\u001b[2J\nThen not.");
        assertThat(
                        attune(
                                        "annotate",
                                        "s-1",
                                        "--comment",
                                        "--at",
                                        "1:00",
                                        "--to",
                                        "1:30",
                                        "--file",
                                        text.toString())
                                .exitCode())
                .isZero();
        assertThat(attune("annotate", "s-1", "--add", "ground", "--at", "4:00").exitCode())
                .isZero();
        assertThat(attune("annotate", "s-1", "--tag", "grief").exitCode()).isZero();
        String told = attune("annotate", "s-1").out();
        assertThat(told)
                .contains("1:00 to 1:30  Hands still. [2J Then not.", "added ground at 4:00")
                .contains("tag grief");
        assertThat(attune("review", "s-1").out()).contains("1 mark was added after the session");
    }

    @Test
    void sessionsAreFoundByCodeDayAndTag() {
        agree();
        assertThat(attune("annotate", "s-1", "--tag", "grief").exitCode()).isZero();
        String line = attune("sessions").out().lines().skip(1).findFirst().orElseThrow();
        assertThat(line).startsWith("s-1\t").endsWith("\tgrief");
        List<String> found = List.of("--tag grief", "--client K-07", "--from 2026-11-21");
        found.forEach(each -> assertThat(attune(words(each)).out()).as(each).contains("s-1"));
        List<String> none =
                List.of("--tag other", "--client K-08", "--from 2026-11-24", "--to 2026-11-20");
        none.forEach(each -> assertThat(attune(words(each)).out()).doesNotContain("s-1"));
    }

    private static String[] words(String options) {
        return ("sessions " + options).split(" ");
    }

    @Test
    void withoutConsentToReviewNothingIsKeptAndNothingPlayed() {
        assertThat(attune("annotate", "s-1", "--tag", "grief").exitCode()).isEqualTo(5);
        AttuneProcess.Result replay = attune("replay", "s-1", "--headless", "--speed", "1000");
        assertThat(replay.exitCode()).isEqualTo(5);
        assertThat(replay.err()).contains("no consent to 'review'");
        try (Vault vault = open()) {
            assertThat(vault.annotations().of(new SessionId("s-1"))).isEmpty();
        }
    }

    @Test
    @Timeout(60)
    void whatIsPlayedInTheTerminalEndsWithTheRecording() {
        agree();
        String session = attune("replay", "s-1", "--headless", "--speed", "1000").out();
        assertThat(session)
                .containsPattern("(?m)^4:\\d\\d client")
                .doesNotContainPattern("(?m)^5:[1-5]");
        Path file = temp.resolve("r.tsv");
        InProcess.run("simulate", "settled", "--for", "4m", "--out", file.toString());
        String played = attune("replay", file.toString(), "--headless", "--speed", "1000").out();
        assertThat(played)
                .containsPattern("(?m)^3:\\d\\d client")
                .doesNotContainPattern("(?m)^4:[1-5]");
    }

    @Test
    void lookingIsEnteredInTheAudit() {
        agree();
        assertThat(attune("review", "s-1").exitCode()).isZero();
        assertThat(attune("replay", "s-1", "--check").exitCode()).isEqualTo(1);
        try (Vault vault = open()) {
            assertThat(vault.audit().entries())
                    .filteredOn(each -> each.kind() == AuditEvent.Kind.VIEWED)
                    .extracting((AuditEntry each) -> each.fact("as"))
                    .containsExactly("review", "check");
        }
    }

    @Test
    void whatCannotBeSaidIsSaidSo() {
        agree();
        assertThat(attune("annotate", "s-1", "--add", "profile", "--at", "1:00").exitCode())
                .isEqualTo(2);
        assertThat(attune("annotate", "s-1", "--add", "slow", "--at", "9:00").err())
                .contains("the session ended at 5:00");
        assertThat(attune("annotate", "s-1", "--add", "slow", "--at", "soon").exitCode())
                .isEqualTo(2);
        assertThat(attune("annotate", "s-1", "--tag", "two words").exitCode()).isEqualTo(2);
        assertThat(attune("annotate", "s-1", "--take-back", "0").exitCode()).isEqualTo(2);
    }
}
