package org.attune.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import org.attune.consent.ConsentEvent;
import org.attune.consent.ConsentScope;
import org.attune.session.ClientCode;
import org.attune.store.Vault;
import org.attune.store.VaultSettings;
import org.attune.time.WallClock;

/** A new vault in which people have agreed to be recorded, a minute ago. */
final class VaultWithYes {
    private VaultWithYes() {}

    /** Makes it below {@code home} and says so in {@code common}. */
    static void make(Path home, CommonOptions common, ClientCode... clients) throws IOException {
        common.vault = home.resolve("vault");
        common.passphraseFile = home.resolve("passphrase");
        Files.writeString(home.resolve("passphrase"), AttuneProcess.PASSPHRASE);
        try (Vault vault =
                Vault.create(
                        home.resolve("vault"),
                        AttuneProcess.PASSPHRASE.toCharArray(),
                        VaultSettings.MINIMUM,
                        WallClock.system())) {
            for (ClientCode client : clients) {
                vault.consents()
                        .append(
                                new ConsentEvent(
                                        client,
                                        ConsentEvent.Type.GIVEN,
                                        Instant.now().minusSeconds(60),
                                        EnumSet.of(ConsentScope.RECORD, ConsentScope.STORE),
                                        null,
                                        "paper"));
            }
        }
    }
}
