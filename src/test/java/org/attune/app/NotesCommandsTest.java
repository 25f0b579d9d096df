package org.attune.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.attune.testkit.NoKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Promise 14: process notes are kept and leave by their own consents, and by themselves. */
@ExtendWith(NoKeys.class)
class NotesCommandsTest {
    private static final String[] TO_SUPERVISOR = {
        "notes", "export", "K-07", "--purpose", "supervision", "--recipient", "supervisor:lindqvist"
    };
    @TempDir Path home;
    private InProcess attune = new InProcess(java.util.List.of());

    @BeforeEach
    void aVault() throws IOException {
        Files.writeString(home.resolve("passphrase"), AttuneProcess.PASSPHRASE);
        Files.writeString(home.resolve("note.txt"), "canary-note-2611, and her sister Ada\n");
        attune = InProcess.with(home.resolve("vault"), home.resolve("passphrase"));
        attune.done("vault", "init");
        attune.done("consent", "give", "K-07", "--choice", "live,keep");
    }

    private String[] add() {
        return new String[] {"notes", "add", "K-07", "--file", home.resolve("note.txt").toString()};
    }

    private String[] leave(Path out) {
        String[] all = java.util.Arrays.copyOf(TO_SUPERVISOR, TO_SUPERVISOR.length + 2);
        all[all.length - 2] = "--out";
        all[all.length - 1] = out.toString();
        return all;
    }

    private void agree(String identifiability) {
        attune.done(
                "consent",
                "give",
                "K-07",
                "--scope",
                "notes-export",
                "--purpose",
                "supervision",
                "--recipient",
                "supervisor:lindqvist=Dr B. Lindqvist",
                "--identifiability",
                identifiability);
    }

    @Test
    void aNoteIsKeptByItsOwnConsentOnlyAndReadingItIsEntered() {
        attune.refused(5, "notes-store", add());
        attune.done("consent", "give", "K-07", "--scope", "notes-store");
        attune.done(add());

        assertThat(attune.done("notes", "show", "K-07")).contains("canary-note-2611");
        assertThat(attune.done("vault", "audit"))
                .contains("note_written")
                .contains("notes_read")
                .doesNotContain("canary-note");
        attune.refused(
                2,
                "not recorded in a session",
                "notes",
                "add",
                "K-07",
                "--session",
                "s-1",
                "--file",
                home.resolve("note.txt").toString());
        attune.refused(2, "no client of that code", "notes", "show", "X-99");
    }

    @Test
    void notesLeaveByTheirOwnConsentOnlyAndTheCopyIsListed() throws IOException {
        attune.done("consent", "give", "K-07", "--scope", "notes-store");
        attune.done(add());
        Path out = home.resolve("notes.txt");
        attune.refused(5, "notes-export", leave(out));
        agree("pseudonymised");
        attune.refused(5, "identified", leave(out));
        assertThat(out).as("nothing was left behind").doesNotExist();
        agree("identified");
        attune.refused(
                5,
                "recipient",
                "notes",
                "export",
                "K-07",
                "--purpose",
                "supervision",
                "--recipient",
                "supervisor:other",
                "--out",
                out.toString());

        assertThat(attune.done(leave(out))).contains("1 note");
        assertThat(Files.readString(out))
                .startsWith("Process notes on K-07\nFor ")
                .contains("canary-note-2611, and her sister Ada");
        assertThat(attune.done("vault", "audit")).contains("exported").contains("denied");
        assertThat(attune.done("consent", "withdraw", "K-07", "--keep"))
                .contains("already handed out")
                .contains("notes.txt");
        attune.refused(5, "withdrawn", leave(home.resolve("again.txt")));
        assertThat(attune.done("vault", "verify")).contains("sound");
    }

    @Test
    void aPersonsOwnCopyOfTheNotesNeedsItsConsentToo() {
        attune.done("consent", "give", "K-07", "--scope", "notes-store");
        attune.done(add());
        attune.refused(
                5,
                "notes-export",
                "notes",
                "export",
                "K-07",
                "--purpose",
                "access",
                "--recipient",
                "self:K-07",
                "--preview");
    }
}
