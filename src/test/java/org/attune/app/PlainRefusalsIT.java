package org.attune.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.attune.sensor.ble.LightRig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong is said in one clear line, with the exit code of the contract. */
class PlainRefusalsIT {
    @TempDir Path home;
    private String vault = "";

    @BeforeEach
    void place() {
        vault = home.resolve("vault").toString();
    }

    private static void assertRefused(AttuneProcess.Result result, int exitCode, String... words) {
        assertThat(result.exitCode()).as(result.err()).isEqualTo(exitCode);
        assertThat(result.err().lines()).as(result.err()).hasSize(1);
        assertThat(result.err())
                .startsWith("attune: ")
                .contains(words)
                .doesNotContain("Exception")
                .doesNotContain("\tat ");
    }

    private AttuneProcess.Result run(String... arguments) {
        return AttuneProcess.run(home, Map.of(), arguments);
    }

    private AttuneProcess.Result unlocked(String... arguments) {
        return AttuneProcess.run(home, AttuneProcess.unlocked(), arguments);
    }

    private void makeVault() {
        assertThat(unlocked("vault", "init", "--vault", vault).exitCode()).isZero();
    }

    @Test
    void aFileThatIsNoRecording() throws IOException {
        Path poem = Files.writeString(home.resolve("poem.txt"), "roses are red\nviolets blue\n");

        assertRefused(run("beats", poem.toString()), 2, "poem.txt", "line 1");
    }

    @Test
    void aFileThatIsNotThere() {
        assertRefused(run("hrv", home.resolve("none.tsv").toString()), 2, "none.tsv");
    }

    @Test
    void anOptionThatDoesNotExist() {
        assertRefused(run("live", "--colour", "red"), 2, "--colour");
    }

    @Test
    void aPortThatDoesNotExist() {
        String port = home.resolve("ttyNone").toString();

        assertRefused(run("live", "--headless", "--sensor", "serial:" + port), 3, "ttyNone");
    }

    @Test
    void aSensorOfNoKnownKind() {
        assertRefused(run("live", "--headless", "--sensor", "usb:1"), 2, "usb:");
    }

    @Test
    void anAdapterThatIsSwitchedOff() throws IOException {
        try (LightRig rig = LightRig.start()) {
            rig.command("powered off");
            Map<String, String> environment = new HashMap<>();
            environment.put("DBUS_SYSTEM_BUS_ADDRESS", rig.busAddress());

            assertRefused(
                    AttuneProcess.run(home, environment, "live", "--headless", "--sensor", "ble:"),
                    3,
                    "switched off");
        }
    }

    @Test
    void twoPeopleAndNoStrapNamed() throws IOException {
        try (LightRig rig = LightRig.start("--straps", "2")) {
            assertRefused(
                    AttuneProcess.run(
                            home,
                            Map.of("DBUS_SYSTEM_BUS_ADDRESS", rig.busAddress()),
                            "live",
                            "--headless",
                            "--sensor",
                            "ble:",
                            "--sensor",
                            "partner=ble:"),
                    2,
                    "for client and for partner",
                    "ble:C0:00:00:00:00:01 (FAKE HR 0001)",
                    "ble:C0:00:00:00:00:02 (FAKE HR 0002)");
        }
    }

    @Test
    void bluetoothThatIsNotAllowed() throws IOException {
        try (LightRig rig = LightRig.startForbidden()) {
            assertRefused(
                    AttuneProcess.run(
                            home,
                            Map.of("DBUS_SYSTEM_BUS_ADDRESS", rig.busAddress()),
                            "live",
                            "--headless",
                            "--sensor",
                            "ble:C0:00:00:00:00:01"),
                    3,
                    "access to Bluetooth is denied",
                    "group 'bluetooth'");
        }
    }

    @Test
    void noVault() {
        assertRefused(unlocked("sessions", "--vault", vault), 4, "vault init");
    }

    @Test
    void aWrongPassphrase() {
        makeVault();

        assertRefused(
                AttuneProcess.run(
                        home,
                        Map.of("ATTUNE_PASSPHRASE", "not the right one"),
                        "sessions",
                        "--vault",
                        vault),
                4,
                "passphrase");
    }

    @Test
    void noPassphrase() {
        makeVault();

        assertRefused(run("sessions", "--vault", vault), 2, "--passphrase-file");
    }

    @Test
    void aSecondInstanceOnTheSameVault() {
        makeVault();
        assertThat(
                        unlocked(
                                        "consent",
                                        "give",
                                        "K-1",
                                        "--scope",
                                        "record,store",
                                        "--vault",
                                        vault)
                                .exitCode())
                .isZero();
        try (AttuneProcess first =
                AttuneProcess.start(
                        home,
                        AttuneProcess.unlocked(),
                        "live",
                        "--client",
                        "K-1",
                        "--headless",
                        "--vault",
                        vault)) {
            first.awaitOutput("waiting for the sensor");

            assertRefused(unlocked("sessions", "--vault", vault), 4, "another Attune");

            first.type("q\n");
            assertThat(first.await().exitCode()).isZero();
        }
        assertThat(unlocked("sessions", "--vault", vault).out()).contains("closed");
    }

    @Test
    void noConsent() {
        makeVault();

        assertRefused(
                unlocked("live", "--client", "K-9", "--record", "--headless", "--vault", vault),
                5,
                "no consent to 'record'");
    }

    @Test
    void withoutInsistingASessionWithoutConsentRunsAndLeavesNothing() {
        makeVault();

        AttuneProcess.Result live =
                unlocked("live", "--client", "K-9", "--headless", "--for", "2s", "--vault", vault);

        assertThat(live.exitCode()).isZero();
        assertThat(live.err()).contains("not recorded").contains("no consent to 'record'");
        assertThat(live.out()).contains("Nothing is recorded");
        assertThat(unlocked("sessions", "--vault", vault).out().lines()).hasSize(1);
    }

    @Test
    void aSettingOutOfItsLimits() throws IOException {
        Path file = Files.writeString(home.resolve("my.toml"), "[states]\nhigh_above = 90.0\n");

        assertRefused(
                run("live", "--headless", "--config", file.toString()),
                6,
                "my.toml",
                "line 2",
                "high_above");
    }

    @Test
    void aSettingThatDoesNotExist() throws IOException {
        Path file = Files.writeString(home.resolve("my.toml"), "[states]\nhihg_above = 3.0\n");

        assertRefused(
                run("live", "--headless", "--config", file.toString()),
                6,
                "my.toml",
                "line 2",
                "hihg_above");
    }
}
