package org.attune.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.attune.testkit.NoKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A person's band: learned over recorded sessions, approved, and used where silence is skipped. */
@Tag("long")
@ExtendWith(NoKeys.class)
class ClientBandIT {
    /** A line of a judged client: minute, second, state. */
    private static final Pattern JUDGED =
            Pattern.compile(
                    "(\\d+):(\\d\\d) client K-07 \\(simulated client\\) (\\w+): .*"
                            + " Judged against 3 earlier sessions\\.");

    @TempDir Path home;
    private Path vault = Path.of("vault");

    @BeforeEach
    void aClientAgreedToBeRecorded() throws IOException {
        Files.writeString(home.resolve("passphrase"), AttuneProcess.PASSPHRASE + "\n");
        vault = home.resolve("vault");
        done("vault", "init");
        done("consent", "give", "K-07", "--scope", "record,store");
    }

    @Test
    void threeSessionsMakeABandThatIsApprovedUsedAndLabelled() {
        for (int session = 0; session < 3; session++) {
            recorded("520s", 80); // faster, and a busy machine loses beats
        }
        refused(5, "no consent to 'derive'", "client", "band", "K-07");
        refused(5, "no consent to 'derive'", "client", "band", "K-07", "--approve");
        refused(2, "no band was approved", live("60s", 20, "--baseline", "earlier"));

        done("consent", "give", "K-07", "--scope", "derive");
        assertThat(done("client", "band", "K-07"))
                .contains("in force: none", "proposed: version 1", "3 sessions, simulated");
        assertThat(done("client", "band", "K-07", "--json"))
                .contains("\"not_proposed_because\" : null", "\"in_force\" : null");
        assertThat(done("client", "show", "K-07")).contains("approved bands: none");
        assertThat(done("client", "band", "K-07", "--approve"))
                .contains("approved: version 1 is in force");
        refused(1, "nothing to approve: no session", "client", "band", "K-07", "--approve");
        assertThat(done("client", "list")).contains("K-07\t3\t\t1");

        // This client arrives eight beats above rest and has settled after two and a half minutes;
        // without earlier sessions nothing would be said before the sixth.
        AttuneProcess.Result earlier = lived(live("280s", 100, "--baseline", "earlier"));
        assertThat(earlier.exitCode()).as(earlier.err()).isZero();
        Matcher judged = JUDGED.matcher(earlier.out());
        assertThat(judged.find()).as(earlier.out()).isTrue();
        assertThat(secondOf(judged)).isLessThanOrEqualTo(60);
        while (!judged.group(3).equals("Usual")) {
            assertThat(judged.find()).as(earlier.out()).isTrue();
        }
        assertThat(secondOf(judged)).isLessThanOrEqualTo(280);
        assertThat(earlier.out()).doesNotContain("Learning:");
        assertThat(done("replay", name(earlier), "--check")).startsWith("identical: ");

        assertThat(done("client", "flags", "K-07", "--set", "beta-blocker"))
                .contains("flags: beta-blocker", "learned under other flags");
        refused(2, "learned under other flags", live("60s", 20, "--baseline", "earlier"));
        assertThat(done("client", "flags", "K-07", "--clear", "beta-blocker"))
                .contains("flags: none");
        done("client", "band", "K-07", "--forget");
        assertThat(done("client", "show", "K-07", "--json")).contains("\"band\" : null");
        assertThat(done("vault", "verify")).startsWith("sound: ");
    }

    @Test
    void flagsAreKeptOnlyWithConsentAndTheSessionSaysThem() {
        done("consent", "give", "K-08", "--scope", "live-display");
        refused(5, "no consent to 'store'", "client", "flags", "K-08", "--set", "pacemaker");
        refused(2, "no such flag: 'pacer'", "client", "flags", "K-07", "--set", "pacer");
        refused(2, "knows no client", "client", "show", "K-99");

        done("client", "flags", "K-07", "--set", "pacemaker,pregnancy");
        assertThat(done("client", "show", "K-07")).contains("flags: pacemaker, pregnancy");
        AttuneProcess.Result paced = lived(live("60s", 40));
        assertThat(paced.out()).contains("pacemaker").doesNotContain("Usual:");
        assertThat(done("replay", name(paced), "--check")).startsWith("identical: ");
    }

    private static int secondOf(Matcher line) {
        return 60 * Integer.parseInt(line.group(1)) + Integer.parseInt(line.group(2));
    }

    private void recorded(String length, int speed) {
        AttuneProcess.Result result = lived(live(length, speed));
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(name(result)).isNotEmpty();
    }

    private String[] live(String length, int speed, String... more) {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "live",
                                "--sensor",
                                "sim:settled?seed=3&speed=" + speed,
                                "--client",
                                "K-07",
                                "--record",
                                "--headless",
                                "--for",
                                length));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static String name(AttuneProcess.Result live) {
        return live.out()
                .lines()
                .filter(line -> line.startsWith("recorded as "))
                .findFirst()
                .orElseThrow(() -> new AssertionError(live.out() + live.err()))
                .substring(12);
    }

    /** Runs a session in a process of its own. */
    private AttuneProcess.Result lived(String... arguments) {
        return AttuneProcess.run(home, AttuneProcess.unlocked(), withVault(arguments));
    }

    /** Runs a command that reads no keys, here: starting thirty processes would take a minute. */
    private AttuneProcess.Result attune(String... arguments) {
        return InProcess.run(withVault(arguments));
    }

    private String[] withVault(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--vault", vault.toString()));
        all.addAll(List.of("--passphrase-file", home.resolve("passphrase").toString()));
        return all.toArray(String[]::new);
    }

    private String done(String... arguments) {
        AttuneProcess.Result result = attune(arguments);
        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
        return result.out();
    }

    private void refused(int exitCode, String words, String... arguments) {
        AttuneProcess.Result result = attune(arguments);
        assertThat(result.exitCode()).as(result.out() + result.err()).isEqualTo(exitCode);
        assertThat(result.err().lines()).as(result.err()).hasSize(1);
        assertThat(result.err()).startsWith("attune: ").contains(words);
    }
}
