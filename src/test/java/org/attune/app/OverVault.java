package org.attune.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.attune.pipeline.Moment;
import org.attune.pipeline.SessionPipeline;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.Participant;
import org.attune.session.Session;
import org.attune.session.SessionId;
import org.attune.store.RetentionSettings;
import org.attune.store.Vault;
import org.attune.testkit.Hearts;
import org.attune.testkit.NoKeys;
import org.attune.testkit.SessionHarness;
import org.attune.time.WallClock;
import org.attune.ui.desk.ConsentPageText;
import org.attune.ui.desk.DeskActions;
import org.attune.ui.desk.DeskActions.Named.About;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A desk over a real vault, for each test a new one. */
@ExtendWith(NoKeys.class)
@SuppressWarnings("NullAway.Init") // filled before each
abstract class OverVault {
    static final DeskActions.Named NOBODY = new DeskActions.Named(About.HEARTBEAT, "", "");
    static final DeskActions.Named SUPERVISED =
            new DeskActions.Named(About.HEARTBEAT, "Dr B. Lindqvist", "");

    @TempDir Path home;
    Vault vault;
    VaultDesk desk;

    void attune(String... arguments) {
        String unused =
                InProcess.with(home.resolve("vault"), home.resolve("passphrase")).done(arguments);
    }

    @BeforeEach
    void aDesk() throws IOException {
        // Its key costs little to derive: a command and the desk derive it again and again.
        VaultWithYes.make(home, new CommonOptions());
        open();
    }

    void open() {
        vault =
                Vault.open(
                        home.resolve("vault"),
                        AttuneProcess.PASSPHRASE.toCharArray(),
                        WallClock.system());
        desk = new VaultDesk(vault, new CommonOptions(), RetentionSettings.DEFAULT);
    }

    @AfterEach
    void close() {
        vault.close();
    }

    void agree(DeskActions.Named named, String... choices) {
        ConsentPageText form = desk.form("K-07", Locale.ENGLISH, named);
        assertThat(
                        desk.agree(
                                "K-07",
                                form,
                                named,
                                new ConsentPageText.Answer(Set.of(choices), "1,1 90,40\n")))
                .startsWith("entered for K-07");
    }

    void recorded() {
        vault.close();
        attune(
                "live",
                "--sensor",
                "sim:settled?seed=3&speed=60",
                "--client",
                "K-07",
                "--record",
                "--headless",
                "--for",
                "2m");
        open();
    }

    void keptAt(String id, Instant begin) {
        ClientCode client = new ClientCode("K-07");
        Session session =
                new Session(
                        new SessionId(id),
                        List.of(new Participant(LaneId.CLIENT, client)),
                        begin,
                        "0".repeat(64),
                        SessionPipeline.VERSION);
        List<Moment> log =
                SessionHarness.with(Hearts.steady(70))
                        .runFor(Duration.ofMinutes(2))
                        .end()
                        .moments();
        RecordedLog.keep(vault, session, "", client, log);
    }

    /** A command, while the desk is shut. */
    void attuneBeside(String... arguments) {
        vault.close();
        attune(arguments);
        open();
    }
}
