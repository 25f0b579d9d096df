package org.attune.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.attune.consent.ConsentEvent;
import org.attune.consent.ConsentScope;
import org.attune.consent.Purpose;
import org.attune.consent.Recipient;
import org.attune.export.AnswerFile;
import org.attune.export.ForeignFileException;
import org.attune.export.KeyedPseudonyms;
import org.attune.export.Pseudonyms;
import org.attune.pipeline.Moment;
import org.attune.pipeline.SessionPipeline;
import org.attune.review.Annotation;
import org.attune.review.Annotations;
import org.attune.review.Said;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.MarkKind;
import org.attune.session.Marker;
import org.attune.session.Participant;
import org.attune.session.Session;
import org.attune.session.SessionId;
import org.attune.store.ExportCopy;
import org.attune.store.Vault;
import org.attune.time.SessionTime;
import org.attune.time.WallClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By which rules what a supervisor said is joined to what was said here: one test a rule. */
@SuppressWarnings("NullAway.Init") // filled before all
final class SupervisionMergeTest {
    private static final ClientCode CLIENT = new ClientCode("K-07");
    private static final ClientCode OTHER = new ClientCode("M-12");
    private static final Marker SLOW = Marker.of(SessionTime.ofSeconds(200), MarkKind.SLOW);
    private static final SessionTime MINUTE = SessionTime.ofSeconds(60);
    @TempDir static Path home;
    private static Vault vault;

    @BeforeAll
    static void sessionsThatWereSent() throws IOException {
        VaultWithYes.make(home, new CommonOptions(), CLIENT, OTHER);
        vault =
                Vault.open(
                        home.resolve("vault"),
                        AttuneProcess.PASSPHRASE.toCharArray(),
                        WallClock.system());
        for (ClientCode client : List.of(CLIENT, OTHER)) {
            vault.consents()
                    .append(
                            new ConsentEvent(
                                    client,
                                    ConsentEvent.Type.GIVEN,
                                    Instant.now(),
                                    EnumSet.of(ConsentScope.REVIEW),
                                    null,
                                    "paper"));
        }
    }

    @AfterAll
    static void shut() {
        vault.close();
    }

    /** A session of five minutes, and that it left. */
    private static SessionId sent(String id, ClientCode client) {
        SessionId session = new SessionId(id);
        RecordedLog.keep(
                vault,
                new Session(
                        session,
                        List.of(new Participant(LaneId.CLIENT, client)),
                        Instant.now(),
                        "of-now",
                        SessionPipeline.VERSION),
                "",
                client,
                List.of(new Moment.Ended(SessionTime.ofSeconds(300))));
        vault.exports()
                .append(
                        client,
                        new ExportCopy(
                                "e-" + id,
                                Instant.now(),
                                Optional.of(session),
                                "bundle",
                                Purpose.SUPERVISION.code(),
                                "Dr B. Lindqvist (supervisor:lindqvist)",
                                "supervision",
                                "grant",
                                "pseudonymised",
                                "0".repeat(64),
                                id + ".zip"));
        return session;
    }

    private static String pseudonym(String session) {
        Recipient to = Recipient.ofCode("supervisor:lindqvist").orElseThrow();
        return new KeyedPseudonyms(vault.pseudonymKey(), to, Purpose.SUPERVISION)
                .of(Pseudonyms.Kind.SESSION, session);
    }

    private static byte[] answer(String session, Annotation... words) {
        try {
            Path file = Files.createTempDirectory(home, "answer").resolve("a.txt");
            String unused =
                    new AnswerFile(pseudonym(session), List.of(words))
                            .write(file, Optional.empty());
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Annotation theirs(char id, Said said) {
        return new Annotation(String.valueOf(id).repeat(32), "", Instant.now(), said);
    }

    private static Said comment(String text) {
        return new Said.Comment(MINUTE, MINUTE, text);
    }

    private static Annotations now(SessionId session) {
        return Annotations.of(vault.annotations().of(session));
    }

    private static Annotation mine(SessionId session, Said said) {
        return new Annotating(vault, session, CLIENT).say(said);
    }

    @Test
    void ofAMarkThatBothMovedMineStandsAndTheirsIsKeptBesideIt() {
        SessionId session = sent("both", CLIENT);
        SessionTime here = SessionTime.ofSeconds(190);
        Annotation unused = mine(session, new Said.Moved(SLOW, here));
        Said elsewhere = new Said.Moved(SLOW, SessionTime.ofSeconds(180));
        Supervision.Merged merged =
                Supervision.merge(vault, answer("both", theirs('a', elsewhere)));
        assertThat(merged.kept()).isEqualTo(1);
        assertThat(now(session).corrections())
                .extracting(each -> each.stands().at())
                .containsExactly(here);
        assertThat(now(session).suggestions())
                .singleElement()
                .satisfies(each -> assertThat(each.author()).isEqualTo("lindqvist"))
                .extracting(Annotation::said)
                .isEqualTo(elsewhere);
    }

    @Test
    void ofAMarkThatBothMovedToTheSameTimeThereIsNothingToChoose() {
        SessionId session = sent("agreed", CLIENT);
        Said moved = new Said.Moved(SLOW, SessionTime.ofSeconds(190));
        Annotation unused = mine(session, moved);
        assertThat(Supervision.merge(vault, answer("agreed", theirs('a', moved))).kept()).isZero();
    }

    @Test
    void whatOneTookBackHereIsNotBroughtBackByThemNorIsTheirWordOnItLost() {
        SessionId session = sent("back", CLIENT);
        Annotation gone = mine(session, comment("not so"));
        Annotation unused = mine(session, new Said.TakenBack(gone.id()));
        Annotation same = new Annotation(gone.id(), "", gone.at(), gone.said());
        Supervision.Merged merged =
                Supervision.merge(
                        vault, answer("back", same, theirs('b', comment("on what you said"))));
        assertThat(merged.leftOut()).as("pretends to be mine").isEqualTo(1);
        assertThat(now(session).comments())
                .singleElement()
                .extracting(Annotation::said)
                .isEqualTo(comment("on what you said"));
    }

    @Test
    void whatTheyTookBackIsGoneHereAndTheyCannotTakeBackMine() {
        SessionId session = sent("taken", CLIENT);
        Annotation mine = mine(session, comment("mine"));
        Annotation said = theirs('c', comment("theirs"));
        Supervision.Merged first = Supervision.merge(vault, answer("taken", said));
        assertThat(first.added()).hasSize(1);
        assertThat(now(session).comments()).hasSize(2);
        Supervision.Merged unused =
                Supervision.merge(
                        vault,
                        answer(
                                "taken",
                                said,
                                theirs('d', new Said.TakenBack(said.id())),
                                theirs('e', new Said.TakenBack(mine.id()))));
        assertThat(now(session).comments())
                .singleElement()
                .extracting(Annotation::id)
                .isEqualTo(mine.id());
    }

    @Test
    void anAnswerToNothingThatLeftIsRefused() {
        byte[] stranger = answer("never-sent", theirs('a', comment("a word")));
        int before = vault.annotations().all().size();
        assertThatThrownBy(() -> Supervision.merge(vault, stranger))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("answers no session that was sent");
        assertThat(vault.annotations().all()).hasSize(before);
    }

    @Test
    void anAnswerReachesTheSessionAndThePersonItSpeaksOfAndNobodyElse() {
        SessionId mine = sent("of-k", CLIENT);
        SessionId others = sent("of-m", OTHER);
        Supervision.Merged merged =
                Supervision.merge(vault, answer("of-m", theirs('f', comment("of M-12"))));
        assertThat(merged.session()).isEqualTo(others);
        assertThat(now(mine).comments()).isEmpty();
        assertThat(now(others).comments()).hasSize(1);
        assertThat(vault.erasures().client(OTHER)).isTrue();
        assertThat(vault.annotations().all().keySet())
                .as("kept with that person's recording, and gone with it")
                .doesNotContain(others);
    }

    @Test
    void anAnswerThatWasChangedOnItsWayIsRefusedAtWhateverByte() {
        SessionId session = sent("changed", CLIENT);
        byte[] whole = answer("changed", theirs('a', comment("as it was said")));
        for (int at = 0; at < whole.length; at += 7) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            assertThatThrownBy(() -> Supervision.merge(vault, changed))
                    .as("byte %d", at)
                    .isInstanceOf(ForeignFileException.class);
        }
        assertThat(vault.annotations().of(session)).isEmpty();
    }

    @Test
    void theSameAnswerTwiceSaysNothingNewAndChangesNothing() {
        SessionId session = sent("twice", CLIENT);
        byte[] answer = answer("twice", theirs('a', comment("once")), theirs('b', comment("more")));
        assertThat(Supervision.merge(vault, answer).added()).hasSize(2);
        List<Annotation> before = vault.annotations().of(session);
        Supervision.Merged again = Supervision.merge(vault, answer);
        assertThat(again.added()).isEmpty();
        assertThat(again.known()).isEqualTo(2);
        assertThat(again.leftOut()).isZero();
        assertThat(vault.annotations().of(session)).isEqualTo(before);
    }

    @Test
    void whoGoesByTheNameOfAnEarlierWordOfTheirsChangesItNot() {
        SessionId session = sent("renamed", CLIENT);
        Annotation said = theirs('a', comment("first"));
        Supervision.Merged first = Supervision.merge(vault, answer("renamed", said));
        assertThat(first.author()).isEqualTo("lindqvist");
        Annotation edited = theirs('a', comment("edited"));
        assertThat(Supervision.merge(vault, answer("renamed", edited)).leftOut()).isEqualTo(1);
        assertThat(now(session).comments())
                .extracting(Annotation::said)
                .isEqualTo(List.of(comment("first")));
        assertThat(Set.copyOf(vault.annotations().of(session))).hasSize(1);
    }
}
