package org.attune.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.attune.consent.ConsentEvent;
import org.attune.consent.ConsentScope;
import org.attune.review.Annotation;
import org.attune.review.Said;
import org.attune.review.trend.PartFigures;
import org.attune.review.trend.TrendSession;
import org.attune.sensor.SourceClass;
import org.attune.session.ClientCode;
import org.attune.session.ClientFlag;
import org.attune.session.LaneId;
import org.attune.session.Phase;
import org.attune.session.Session;
import org.attune.session.SessionId;
import org.attune.store.FigureStore.Basis;
import org.attune.store.FigureStore.Which;
import org.attune.time.SessionTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures of sessions lie with the lane, hold for what they rest on, and go with it. */
final class FigureStoreTest {
    private static final SessionId ID = new SessionId("s-1");
    private static final String BY = "this release";
    @TempDir Path temp;
    private Path folder;

    @BeforeEach
    void aSessionOfTwoPeople() {
        folder = temp.resolve("v");
        try (Vault vault = Desk.create(folder)) {
            for (ClientCode who : List.of(Desk.ANNA, Desk.BEN)) {
                vault.consents().append(Desk.given(who, null));
                derive(vault, who, ConsentEvent.Type.GIVEN);
            }
            Desk.recordCouple(vault, "s-1", "", 20);
        }
    }

    private static void derive(Vault vault, ClientCode who, ConsentEvent.Type type) {
        vault.consents()
                .append(
                        new ConsentEvent(
                                who,
                                type,
                                Desk.TEN_O_CLOCK.minusSeconds(
                                        type == ConsentEvent.Type.GIVEN ? 60 : 0),
                                EnumSet.of(ConsentScope.DERIVE),
                                null,
                                "paper"));
    }

    static TrendSession figures(Session session, Random random) {
        PartFigures part =
                new PartFigures(
                        random.nextDouble(),
                        random.nextDouble(),
                        random.nextDouble(),
                        perhaps(random),
                        random.nextDouble(),
                        perhaps(random),
                        random.nextDouble(),
                        random.nextDouble());
        return new TrendSession(
                session,
                new TrendSession.Judging("f" + random.nextInt(), "6"),
                random.nextBoolean(),
                random.nextBoolean() ? Optional.of(SourceClass.ECG) : Optional.empty(),
                random.nextBoolean() ? Set.of(ClientFlag.BETA_BLOCKER) : Set.of(),
                random.nextBoolean() ? OptionalInt.of(random.nextInt()) : OptionalInt.empty(),
                part,
                random.nextBoolean() ? Map.of(Phase.WORK, part, Phase.ARRIVE, part) : Map.of(),
                perhaps(random));
    }

    private static OptionalDouble perhaps(Random random) {
        return random.nextBoolean()
                ? OptionalDouble.of(random.nextDouble())
                : OptionalDouble.empty();
    }

    private static TrendSession kept(Vault vault, ClientCode client, Which which) {
        Session session = vault.archive().sessions().get(0).session();
        TrendSession figures = figures(session, new Random(5));
        Basis basis = vault.figures().basis(ID);
        assertThat(vault.figures().keep(client, figures, which, BY, basis)).isTrue();
        return figures;
    }

    private static Map<SessionId, TrendSession> found(Vault vault, ClientCode client) {
        return found(vault, client, BY);
    }

    private static Map<SessionId, TrendSession> found(Vault vault, ClientCode client, String by) {
        List<Session> sessions =
                vault.archive().sessions().stream().map(SessionEntry::session).toList();
        return vault.figures().find(client, sessions, Which.OF_NOW, by);
    }

    @Test
    void whatWasKeptComesBackToTheLastBitForItsPersonAndKindAlone() {
        for (int seed = 0; seed < 40; seed++) {
            Session session = Desk.session("s-1");
            TrendSession figures = figures(session, new Random(seed));
            byte[] bytes = FigureCodec.write(new ByteWriter(), figures).toBytes();
            assertThat(FigureCodec.read(new ByteReader(bytes), session))
                    .as("seed " + seed)
                    .isEqualTo(figures);
        }
        TrendSession figures;
        try (Vault vault = Desk.open(folder)) {
            figures = kept(vault, Desk.ANNA, Which.OF_NOW);
        }
        try (Vault vault = Desk.open(folder)) {
            assertThat(found(vault, Desk.ANNA)).containsExactly(Map.entry(ID, figures));
            assertThat(found(vault, Desk.BEN)).isEmpty();
            assertThat(found(vault, Desk.ANNA, "another release")).isEmpty();
            assertThat(
                            vault.figures()
                                    .find(
                                            Desk.ANNA,
                                            List.of(figures.session()),
                                            Which.AS_JUDGED,
                                            BY))
                    .isEmpty();
            assertThat(vault.verify().findings()).isEmpty();
        }
    }

    @Test
    void withoutConsentToDeriveNothingIsKept() throws SQLException {
        try (Vault vault = Desk.open(folder)) {
            derive(vault, Desk.ANNA, ConsentEvent.Type.WITHDRAWN);
            Session session = vault.archive().sessions().get(0).session();
            assertThat(
                            vault.figures()
                                    .keep(
                                            Desk.ANNA,
                                            figures(session, new Random(1)),
                                            Which.OF_NOW,
                                            BY,
                                            vault.figures().basis(ID)))
                    .isFalse();
        }
        assertThat(Intruder.number(folder, "SELECT COUNT(*) FROM figures")).isZero();
    }

    @Test
    void theyHoldOnlyForWhatWasSaidOfTheSessionThen() {
        try (Vault vault = Desk.open(folder)) {
            TrendSession figures = kept(vault, Desk.ANNA, Which.OF_NOW);
            Basis before = vault.figures().basis(ID);
            Annotation tag =
                    new Annotation(
                            "ab".repeat(16),
                            Annotation.OWN,
                            Desk.TEN_O_CLOCK,
                            new Said.Tag("grief"));
            vault.annotations().append(ID, Desk.BEN, List.of(tag));
            assertThat(found(vault, Desk.ANNA)).isEmpty();
            assertThat(vault.figures().keep(Desk.ANNA, figures, Which.OF_NOW, BY, before))
                    .as("worked out before it was said")
                    .isFalse();
            assertThat(
                            vault.figures()
                                    .keep(
                                            Desk.ANNA,
                                            figures,
                                            Which.OF_NOW,
                                            BY,
                                            vault.figures().basis(ID)))
                    .isTrue();
            assertThat(found(vault, Desk.ANNA)).hasSize(1);
        }
    }

    @Test
    void theyGoWithTheSpanTheLaneAndThePersonAndComeBackWithNoOldCopy()
            throws SQLException, IOException {
        LaneId lane = Desk.session("s-1").participants().get(0).lane();
        String count = "SELECT COUNT(*) FROM figures";
        try (Vault vault = Desk.open(folder)) {
            kept(vault, Desk.ANNA, Which.OF_NOW);
            kept(vault, Desk.BEN, Which.AS_JUDGED);
            assertThat(Intruder.number(folder, count)).isEqualTo(2);
            Basis before = vault.figures().basis(ID);
            Span span = new Span(SessionTime.ofSeconds(10), SessionTime.ofSeconds(12));
            assertThat(vault.erasures().span(ID, lane, span)).isPositive();
            assertThat(Intruder.number(folder, count)).isZero();
            Session session = vault.archive().sessions().get(0).session();
            assertThat(
                            vault.figures()
                                    .keep(
                                            Desk.ANNA,
                                            figures(session, new Random(2)),
                                            Which.OF_NOW,
                                            BY,
                                            before))
                    .as("worked out while the span was still there")
                    .isFalse();
            kept(vault, Desk.ANNA, Which.OF_NOW);
            kept(vault, Desk.BEN, Which.OF_NOW);
        }
        Desk.copy(folder, temp.resolve("old"));
        try (Vault vault = Desk.open(folder)) {
            vault.erasures().client(Desk.ANNA);
            assertThat(Intruder.number(folder, count)).isZero();
            assertThat(vault.verify().findings()).isEmpty();
        }
        Files.copy(
                temp.resolve("old/vault.db"),
                folder.resolve("vault.db"),
                StandardCopyOption.REPLACE_EXISTING);
        try (Vault vault = Desk.open(folder)) {
            assertThat(Intruder.number(folder, count)).isZero();
            assertThat(found(vault, Desk.BEN)).isEmpty();
        }
    }

    @Test
    void oneThatWasTamperedWithIsReportedAndNotShown() throws SQLException {
        try (Vault vault = Desk.open(folder)) {
            kept(vault, Desk.ANNA, Which.OF_NOW);
            kept(vault, Desk.BEN, Which.OF_NOW);
            Intruder.run(folder, "CREATE TABLE was AS SELECT * FROM figures");
            for (String intrusion :
                    List.of(
                            "UPDATE figures SET sealed = x''",
                            "UPDATE figures SET sealed = (SELECT w.sealed FROM was w WHERE"
                                    + " w.lane <> figures.lane)",
                            "UPDATE figures SET seq = 2 WHERE lane = 0",
                            "UPDATE figures SET lane = lane + 2")) {
                assertThat(Intruder.run(folder, intrusion)).as(intrusion).isPositive();
                assertThat(found(vault, Desk.ANNA)).as(intrusion).isEmpty();
                assertThat(vault.verify().sound()).as(intrusion).isFalse();
                int unused = Intruder.run(folder, "DELETE FROM figures");
                Intruder.run(folder, "INSERT INTO figures SELECT * FROM was");
                assertThat(vault.verify().sound()).isTrue();
            }
        }
    }
}
