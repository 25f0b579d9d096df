package org.attune.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.attune.pipeline.Moment;
import org.attune.sensor.SensorEvent;
import org.attune.session.SessionId;
import org.attune.store.StoredSession;
import org.attune.store.Vault;
import org.attune.time.WallClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings made elsewhere, and exports of another Attune, taken into the vault. */
class ImportIT {
    @TempDir Path home;

    private record Result(int exitCode, String out, String err) {
        String importedAs() {
            return out.lines()
                    .filter(line -> line.startsWith("imported as "))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(out + err))
                    .substring(12);
        }
    }

    private Result attune(String vault, String... arguments) {
        AttuneProcess.Result ran =
                InProcess.with(home.resolve(vault), home.resolve("passphrase")).attune(arguments);
        return new Result(ran.exitCode(), ran.out(), ran.err());
    }

    private Result done(String vault, String... arguments) {
        Result result = attune(vault, arguments);
        assertThat(result.exitCode()).as(result.err() + result.out()).isZero();
        return result;
    }

    @BeforeEach
    void twoVaults() throws IOException {
        Files.writeString(home.resolve("passphrase"), AttuneProcess.PASSPHRASE);
        for (String vault : List.of("here", "there")) {
            done(vault, "vault", "init");
        }
        done("here", "consent", "give", "K-07", "--choice", "live,keep");
        done("there", "consent", "give", "S-01", "--choice", "live,keep");
    }

    private String recording() {
        String file = home.resolve("r.tsv").toString();
        done("here", "simulate", "settled", "--for", "10m", "--seed", "7", "--out", file);
        return file;
    }

    private List<String> intervals(String vault, String session) {
        try (Vault open =
                Vault.open(
                        home.resolve(vault),
                        AttuneProcess.PASSPHRASE.toCharArray(),
                        WallClock.system())) {
            StoredSession stored = open.archive().read(new SessionId(session)).orElseThrow();
            List<String> beats = new ArrayList<>();
            for (Moment moment : stored.moments()) {
                if (moment instanceof Moment.Heard heard
                        && heard.event() instanceof SensorEvent.RrReceived received) {
                    received.intervals().forEach(rr -> beats.add(micros(rr.nanos())));
                }
                if (moment instanceof Moment.Heard heard
                        && heard.event() instanceof SensorEvent.Linked linked) {
                    assertThat(linked.sensor().name()).startsWith("imported: ");
                }
            }
            return beats;
        }
    }

    private static String micros(long nanos) {
        return Long.toString(Math.floorDiv(nanos + 500, 1000));
    }

    @Test
    void aTextOfIntervalsIsShownFirstThenKeptJudgedAsLiveAndOnlyOnce() {
        String file = recording();
        Result shown =
                done(
                        "here",
                        "import",
                        file,
                        "--client",
                        "K-07",
                        "--started",
                        "2026-11-20T14:00",
                        "--preview");
        assertThat(shown.out()).contains("text of intervals").contains("nothing was written");
        assertThat(done("here", "sessions").out().lines()).hasSize(1);

        String session =
                done("here", "import", file, "--client", "K-07", "--started", "2026-11-20T14:00")
                        .importedAs();
        assertThat(intervals("here", session)).hasSizeGreaterThan(500);
        assertThat(done("here", "sessions").out()).contains(session).contains("closed");
        assertThat(done("here", "replay", session, "--check").out()).contains("identical");
        Result again =
                attune("here", "import", file, "--client", "K-07", "--started", "2026-11-20T14:00");
        assertThat(again.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(again.err()).contains("already there");
    }

    @Test
    void withoutConsentToStoreNothingIsKept() {
        Result refused =
                attune(
                        "here",
                        "import",
                        recording(),
                        "--client",
                        "N-01",
                        "--started",
                        "2026-11-20T14:00");
        assertThat(refused.exitCode()).isEqualTo(ExitCode.CONSENT);
        assertThat(refused.err()).contains("no consent to 'record'");
        assertThat(done("here", "sessions").out().lines()).hasSize(1);
    }

    @Test
    void whatCannotBeReadIsNamedByItsLineAndWhatIsNotSaidIsAsked() throws IOException {
        Path broken = home.resolve("broken.txt");
        Files.writeString(broken, "800\n810\nheart\n");
        Result refused =
                attune(
                        "here",
                        "import",
                        broken.toString(),
                        "--client",
                        "K-07",
                        "--started",
                        "2026-11-20T14:00");
        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.err()).contains("line 3");
        Result when = attune("here", "import", recording(), "--client", "K-07");
        assertThat(when.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(when.err()).contains("--started");
    }

    @Test
    void anExportOfAnotherAttuneIsTheSameBeatsHereAndAChangedOneIsRefused() throws IOException {
        String file = recording();
        String there =
                done("there", "import", file, "--client", "S-01", "--started", "2026-11-20T14:00")
                        .importedAs();
        List<String> beats = intervals("there", there);
        for (String format : List.of("bundle", "csv", "edf")) {
            Path out = home.resolve(format + (format.equals("csv") ? ".zip" : ""));
            done(
                    "there",
                    "export",
                    there,
                    "--format",
                    format,
                    "--purpose",
                    "access",
                    "--recipient",
                    "self:S-01",
                    "--out",
                    out.toString());
            Path source = format.equals("edf") ? ending(out, ".edf") : out;
            String here =
                    done("here", "import", source.toString(), "--client", "K-07").importedAs();
            assertThat(intervals("here", here)).as(format).isEqualTo(beats);
            done("here", "vault", "erase", "--session", here, "--yes");
        }
        Path table = ending(home.resolve("bundle"), "beats.csv");
        Files.writeString(
                table,
                Files.readString(table).replaceFirst(",RR", ",rr") + " ",
                StandardCharsets.UTF_8);
        Result changed =
                attune("here", "import", home.resolve("bundle").toString(), "--client", "K-07");
        assertThat(changed.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(changed.err()).contains("not as it was exported");
    }

    private static Path ending(Path folder, String ending) throws IOException {
        if (Files.isRegularFile(folder)) {
            return folder;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(each -> each.toString().endsWith(ending)).findFirst().orElseThrow();
        }
    }
}
