package org.attune.keyring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real daemon of GNOME's keyring on a bus of its own. */
class SystemKeyringTest {
    private static final byte[] SECRET =
            "thirty-two bytes that are secret".getBytes(StandardCharsets.US_ASCII);
    @TempDir Path folder;

    @Test
    void whatIsPutThereIsFoundAndRemoved() {
        try (KeyringRig rig = KeyringRig.start(folder)) {
            SystemKeyring keyring = new SystemKeyring(rig.address());
            assertThat(keyring.find("a1")).isEmpty();
            assertThat(keyring.remove("a1")).isFalse();

            keyring.put("a1", SECRET);
            keyring.put("b2", "of another vault".getBytes(StandardCharsets.US_ASCII));
            assertThat(keyring.find("a1")).contains(SECRET);
            keyring.put("a1", new byte[] {0, -1, 127});
            assertThat(keyring.find("a1")).as("one a vault").contains(new byte[] {0, -1, 127});

            rig.restart();
            assertThat(keyring.find("a1")).as("kept").contains(new byte[] {0, -1, 127});
            assertThat(keyring.remove("a1")).isTrue();
            assertThat(keyring.find("a1")).isEmpty();
            assertThat(keyring.find("b2")).isPresent();
        }
    }

    @Test
    void aLockedKeyringIsSaidToBeAndAsksNobody() {
        try (KeyringRig rig = KeyringRig.start(folder)) {
            SystemKeyring keyring = new SystemKeyring(rig.address());
            keyring.put("a1", SECRET);
            rig.lock();
            for (Runnable each :
                    List.<Runnable>of(
                            () -> keyring.find("a1"),
                            () -> keyring.put("a1", SECRET),
                            () -> keyring.remove("a1"))) {
                assertThatExceptionOfType(KeyringException.class)
                        .isThrownBy(each::run)
                        .satisfies(e -> assertThat(e.why()).contains("keyring is locked"));
            }
            assertThat(keyring.find("another")).as("of which nothing is there").isEmpty();
        }
    }

    @Test
    void aDesktopWithoutAKeyringIsSaidToHaveNone() {
        try (KeyringRig rig = KeyringRig.withoutKeyring(folder)) {
            assertThatExceptionOfType(KeyringException.class)
                    .isThrownBy(() -> new SystemKeyring(rig.address()).find("a1"))
                    .satisfies(e -> assertThat(e.why()).contains("no keyring"));
        }
    }

    @Test
    void withoutADesktopThereIsNobodyToAsk() {
        for (String address : List.of("", " ", "unix:path=" + folder.resolve("none"), "nonsense")) {
            assertThatExceptionOfType(KeyringException.class)
                    .as(address)
                    .isThrownBy(() -> new SystemKeyring(address).find("a1"))
                    .satisfies(e -> assertThat(e.why()).contains("no desktop session"));
        }
    }

    /** Else it would lie in whatever watches or records the bus. */
    @Test
    void theSecretCrossesTheBusSealed() throws IOException, InterruptedException {
        try (KeyringRig rig = KeyringRig.start(folder)) {
            Path seen = folder.resolve("seen");
            Process monitor =
                    new ProcessBuilder("dbus-monitor", "--binary", "--address", rig.address())
                            .redirectOutput(seen.toFile())
                            .start();
            try {
                SystemKeyring keyring = new SystemKeyring(rig.address());
                while (Files.size(seen) == 0) {
                    keyring.put("a1", SECRET);
                }
                assertThat(keyring.find("a1")).contains(SECRET);
                keyring.remove("a1");
                String bytes;
                do {
                    bytes = Files.readString(seen, StandardCharsets.ISO_8859_1);
                } while (!bytes.contains("Delete"));
                assertThat(bytes).contains("GetSecret").contains("attune");
                assertThat(bytes).doesNotContain("bytes that are secret");
            } finally {
                monitor.destroy();
                monitor.waitFor();
            }
        }
    }
}
