package org.attune.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.attune.export.AnswerFile;
import org.attune.pipeline.SessionPipeline;
import org.attune.review.Annotation;
import org.attune.review.Said;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.MarkKind;
import org.attune.session.Marker;
import org.attune.session.Participant;
import org.attune.session.Session;
import org.attune.session.SessionId;
import org.attune.store.AuditEntry;
import org.attune.store.AuditEvent;
import org.attune.store.Vault;
import org.attune.testkit.Hearts;
import org.attune.testkit.NoKeys;
import org.attune.testkit.SessionHarness;
import org.attune.time.SessionTime;
import org.attune.time.WallClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A session goes from one real vault to whoever supervises, who has another, and back. */
@ExtendWith(NoKeys.class)
final class SuperviseIT {
    private static final ClientCode CLIENT = new ClientCode("K-07");
    private static final SessionId SESSION = new SessionId("s-1");
    @TempDir Path temp;
    private InProcess therapist = new InProcess(List.of());
    private InProcess supervisor = new InProcess(List.of());

    @BeforeEach
    void twoVaultsAndASession() throws IOException {
        Path one = Files.createDirectory(temp.resolve("a"));
        Path other = Files.createDirectory(temp.resolve("b"));
        VaultWithYes.make(one, new CommonOptions(), CLIENT);
        VaultWithYes.make(other, new CommonOptions());
        therapist = InProcess.with(one.resolve("vault"), one.resolve("passphrase"));
        supervisor = InProcess.with(other.resolve("vault"), other.resolve("passphrase"));
        try (Vault vault = vault("a")) {
            Session session =
                    new Session(
                            SESSION,
                            List.of(new Participant(LaneId.CLIENT, CLIENT)),
                            Instant.parse("2026-11-22T10:00:00Z"),
                            "of-now",
                            SessionPipeline.VERSION);
            RecordedLog.keep(
                    vault,
                    session,
                    "",
                    Map.of(LaneId.CLIENT, CLIENT),
                    SessionHarness.with(Hearts.following(t -> 70))
                            .runFor(Duration.ofSeconds(100))
                            .mark(MarkKind.FELT, "")
                            .runFor(Duration.ofSeconds(100))
                            .mark(MarkKind.SLOW, "")
                            .runFor(Duration.ofSeconds(100))
                            .end()
                            .moments());
        }
        therapist.done("consent", "give", "K-07", "--scope", "review");
    }

    private Vault vault(String whose) {
        return Vault.open(
                temp.resolve(whose).resolve("vault"),
                AttuneProcess.PASSPHRASE.toCharArray(),
                WallClock.system());
    }

    private void agreed() {
        therapist.done(
                "consent",
                "give",
                "K-07",
                "--scope",
                "supervision",
                "--category",
                "rr,hr,markers,estimates",
                "--purpose",
                "supervision",
                "--recipient",
                "supervisor:lindqvist=Dr B. Lindqvist",
                "--until",
                "2030-12-31");
    }

    private String file(String name, String text) {
        try {
            return Files.writeString(temp.resolve(name), text).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String at(String name) {
        return temp.resolve(name).toString();
    }

    private String sent(String name, String... more) {
        List<String> words =
                Stream.concat(
                                Stream.of("supervise", "send", "s-1", "--to", "Dr B. Lindqvist"),
                                Stream.concat(Stream.of("--out", at(name)), Stream.of(more)))
                        .toList();
        return therapist.done(words.toArray(String[]::new));
    }

    private void says(String text, String file) {
        therapist.done("annotate", "s-1", "--comment", "--at", "1:00", "--file", file(file, text));
    }

    private void share(String text) {
        String line =
                therapist
                        .done("annotate", "s-1")
                        .lines()
                        .filter(each -> each.contains(text))
                        .findFirst()
                        .orElseThrow();
        therapist.done("annotate", "s-1", "--share", line.substring(0, 8));
    }

    private static List<AuditEntry> entries(Vault vault, AuditEvent.Kind kind) {
        return vault.audit().entries().stream().filter(each -> each.kind() == kind).toList();
    }

    @Test
    void whatIsSharedGoesWhatIsSaidComesBackAndIsMergedOnce() {
        agreed();
        says("For her eyes: hands still", "shared");
        says("canary-private thought", "private");
        share("hands still");
        therapist.done("annotate", "s-1", "--add", "ground", "--at", "4:00");
        assertThat(sent("s.zip")).contains("written for Dr B. Lindqvist", "with 1 word that");

        String seen = supervisor.done("supervise", "open", at("s.zip"), "--headless");
        assertThat(seen)
                .contains("therapist: 1:00  For her eyes: hands still")
                .doesNotContain("canary", "K-07", "s-1");
        String answered =
                supervisor.done(
                        "supervise",
                        "open",
                        at("s.zip"),
                        "--add",
                        "pause",
                        "--at",
                        "2:00",
                        "--move",
                        "slow@3:20",
                        "--to",
                        "3:00",
                        "--answer",
                        at("one.txt"));
        assertThat(answered).startsWith("answer of 2 words");
        String text = file("c", "What if you waited?\u001b[2J");
        supervisor.done(
                "supervise",
                "open",
                at("s.zip"),
                "--comment",
                "--at",
                "1:00",
                "--to",
                "1:30",
                "--file",
                text);
        therapist.done("annotate", "s-1", "--move", "slow@3:20", "--to", "3:10");

        String merged = therapist.done("supervise", "merge", at("one.txt"));
        assertThat(merged)
                .startsWith("session s-1: 2 new words of lindqvist, 0 there already")
                .contains("added pause at 2:00", "slow at 3:20 belongs to 3:00")
                .contains("both are kept and yours stands");
        assertThat(therapist.done("supervise", "merge", at("one.txt")))
                .startsWith("session s-1: 0 new words of lindqvist, 2 there already");
        therapist.done("supervise", "merge", at("s-answer.txt"));
        String told = therapist.done("annotate", "s-1");
        assertThat(told)
                .contains("lindqvist: 1:00 to 1:30  What if you waited? [2J")
                .contains("UTC  lindqvist: added pause at 2:00");
        assertThat(therapist.done("review", "s-1", "--json").replaceAll("\\s+", " "))
                .contains("\"kind\" : \"slow\", \"at_s\" : 190.0")
                .doesNotContain("\"pause\"");
        try (Vault a = vault("a");
                Vault b = vault("b")) {
            assertThat(entries(a, AuditEvent.Kind.ANSWER_MERGED))
                    .extracting((AuditEntry each) -> each.fact("fresh"))
                    .containsExactly("2", "0", "1");
            assertThat(entries(b, AuditEvent.Kind.SUPERVISED)).hasSize(3);
            assertThat(entries(b, AuditEvent.Kind.ANSWERED)).hasSize(2);
            assertThat(b.clients().codes()).isEmpty();
            assertThat(b.archive().list().sessions()).isEmpty();
        }
    }

    @Test
    void theyTakeBackWhatTheySaidAndNothingElse() {
        agreed();
        sent("s.zip");
        supervisor.done("supervise", "open", at("s.zip"), "--add", "pause", "--at", "2:00");
        therapist.done("supervise", "merge", at("s-answer.txt"));
        says("mine, and shared", "mine");
        share("mine, and");
        sent("again.zip");
        List<String> seen =
                supervisor
                        .done("supervise", "open", at("again.zip"), "--headless")
                        .lines()
                        .toList();
        String theirs = id(seen, "added pause");
        AttuneProcess.Result refused =
                supervisor.attune(
                        "supervise",
                        "open",
                        at("again.zip"),
                        "--take-back",
                        id(seen, "mine, and shared"));
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("no such one of your own");
        supervisor.done("supervise", "open", at("again.zip"), "--take-back", theirs);
        therapist.done("supervise", "merge", at("again-answer.txt"));
        assertThat(therapist.done("annotate", "s-1"))
                .contains("mine, and shared")
                .doesNotContain("pause");
    }

    private static String id(List<String> lines, String text) {
        return lines.stream()
                .filter(each -> each.contains(text))
                .findFirst()
                .orElseThrow()
                .substring(0, 8);
    }

    @Test
    void whoGoesByTheNameOfWhatIsThereIsLeftOutAndNothingOfTheTherapistsChanges()
            throws IOException {
        agreed();
        says("mine alone", "mine");
        sent("s");
        String sheet = Files.readString(temp.resolve("s/data/session/session.json"));
        String pseudonym = sheet.replaceAll("(?s).*\"session\" : \"([a-z2-7]{16})\".*", "$1");
        List<Annotation> before;
        try (Vault a = vault("a")) {
            before = a.annotations().of(SESSION);
        }
        Annotation same =
                new Annotation(
                        before.get(0).id(),
                        "",
                        Instant.now(),
                        new Said.Comment(SessionTime.ZERO, SessionTime.ZERO, "overwritten"));
        Annotation back =
                new Annotation(
                        "f".repeat(32), "", Instant.now(), new Said.TakenBack(before.get(0).id()));
        String unused =
                new AnswerFile(pseudonym, List.of(same, back))
                        .write(temp.resolve("forged.txt"), Optional.empty());
        assertThat(therapist.done("supervise", "merge", at("forged.txt")))
                .contains("1 new word", "1 left out: they go by the names of other entries");
        assertThat(therapist.done("annotate", "s-1"))
                .contains("mine alone")
                .doesNotContain("overwritten");
        Annotation late =
                new Annotation(
                        "e".repeat(32),
                        "",
                        Instant.now(),
                        new Said.Added(Marker.of(SessionTime.ofSeconds(301), MarkKind.PAUSE)));
        unused =
                new AnswerFile(pseudonym, List.of(late))
                        .write(temp.resolve("late.txt"), Optional.empty());
        therapist.refused(2, "after the session's end", "supervise", "merge", at("late.txt"));
    }

    @Test
    void whatComesBackGoesWithTheSession() {
        agreed();
        sent("s.zip");
        supervisor.done("supervise", "open", at("s.zip"), "--add", "pause", "--at", "2:00");
        therapist.done("supervise", "merge", at("s-answer.txt"));
        therapist.done("vault", "erase", "--session", "s-1", "--yes");
        try (Vault a = vault("a")) {
            assertThat(a.annotations().of(SESSION)).isEmpty();
            assertThat(a.annotations().all()).isEmpty();
        }
        therapist.refused(2, "not in the vault any more", "supervise", "merge", at("s-answer.txt"));
    }

    @Test
    void withoutConsentNothingLeavesAndWhatIsForeignOrSpoiltIsRefusedInOneLine()
            throws IOException {
        String[] send = {
            "supervise", "send", "s-1", "--to", "supervisor:lindqvist", "--out", at("no.zip")
        };
        therapist.refused(5, "supervision", send);
        assertThat(temp.resolve("no.zip")).doesNotExist();
        agreed();
        sent("s.zip");
        supervisor.done("supervise", "open", at("s.zip"), "--add", "pause", "--at", "2:00");
        supervisor.refused(
                2, "answers no session that was sent", "supervise", "merge", at("s-answer.txt"));
        byte[] answer = Files.readAllBytes(temp.resolve("s-answer.txt"));
        answer[answer.length - 10] ^= 1;
        Files.write(temp.resolve("spoilt.txt"), answer);
        therapist.refused(2, "not as it was written", "supervise", "merge", at("spoilt.txt"));
        therapist.refused(2, "not what comes back", "supervise", "merge", at("s.zip"));
        therapist.refused(2, "cannot be read", "supervise", "merge", at("nothing.txt"));
        therapist.done(
                "export",
                "s-1",
                "--format",
                "csv",
                "--purpose",
                "access",
                "--recipient",
                "self:K-07",
                "--out",
                at("csv.zip"));
        supervisor.refused(2, "holds no session to review", "supervise", "open", at("csv.zip"));
        try (Vault a = vault("a")) {
            assertThat(a.annotations().of(SESSION)).isEmpty();
        }
    }

    @Test
    void whatRanOutOrWasChangedIsNotOpened() throws IOException {
        agreed();
        sent("folder");
        Path data = temp.resolve("folder/data/session");
        assertThat(supervisor.attune("supervise", "open", at("folder"), "--headless").err())
                .contains("may be seen until 31 Dec 2030");
        Path sheet = data.resolve("session.json");
        String text = Files.readString(sheet);
        String over = text.replaceFirst("\"holds_until\" : \"20\\d\\d", "\"holds_until\" : \"2020");
        assertThat(over).isNotEqualTo(text);
        Files.writeString(sheet, over);
        supervisor.refused(
                2, "session.json is not as it was exported", "supervise", "open", at("folder"));
        Path manifest = temp.resolve("folder/manifest-sha256.txt");
        Files.writeString(
                manifest,
                Files.readString(manifest)
                        .replace(
                                Sha256.hex(text.getBytes(StandardCharsets.UTF_8)),
                                Sha256.hex(over.getBytes(StandardCharsets.UTF_8))));
        supervisor.refused(5, "the consent held until", "supervise", "open", at("folder"));
        try (Vault b = vault("b")) {
            assertThat(entries(b, AuditEvent.Kind.DENIED)).hasSize(1);
        }
    }

    @Test
    void sealedToEachOtherOnlyTheyOpenIt() throws IOException, GeneralSecurityException {
        agreed();
        KeyPair mine = new X25519KeyPairGenerator().generateKeyPair();
        KeyPair theirs = new X25519KeyPairGenerator().generateKeyPair();
        sent(
                "s.zip.age",
                "--encrypt-to",
                theirs.getPublic().toString(),
                "--answer-to",
                mine.getPublic().toString());
        supervisor.refused(2, "is sealed: say --identity", "supervise", "open", at("s.zip.age"));
        String wrong = identity("mine", mine);
        supervisor.refused(
                2,
                "does not open this file",
                "supervise",
                "open",
                at("s.zip.age"),
                "--identity",
                wrong);
        supervisor.done(
                "supervise",
                "open",
                at("s.zip.age"),
                "--identity",
                identity("theirs", theirs),
                "--add",
                "pause",
                "--at",
                "2:00");
        therapist.refused(2, "is sealed", "supervise", "merge", at("s-answer.txt.age"));
        assertThat(
                        therapist.done(
                                "supervise", "merge", at("s-answer.txt.age"), "--identity", wrong))
                .startsWith("session s-1: 1 new word of lindqvist");
        try (Vault a = vault("a")) {
            assertThat(a.annotations().of(SESSION))
                    .extracting(Annotation::author)
                    .containsExactly("lindqvist");
        }
    }

    private String identity(String name, KeyPair pair) {
        return file(
                name, new String(pair.getPrivate().getEncoded(), StandardCharsets.US_ASCII) + "\n");
    }
}
