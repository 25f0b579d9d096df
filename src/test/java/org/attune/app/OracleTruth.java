package org.attune.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.attune.consent.ConsentScope;
import org.attune.consent.DataCategory;
import org.attune.consent.ExportFormat;
import org.attune.consent.Purpose;
import org.attune.export.ExportContent;
import org.attune.export.ExportOrder;
import org.attune.export.OracleExports;
import org.attune.session.LaneId;
import org.attune.session.SessionId;
import org.attune.store.Vault;
import org.attune.time.WallClock;

/**
 * Writes what the exports of a recorded session should hold, from what the vault holds of it, for
 * programs of others to compare. Run by {@code .ci/validators.sh} beside the program's own {@code
 * export}. Arguments: the vault, the session, the recipient, the file to write; the passphrase as
 * the program takes it.
 */
public final class OracleTruth {
    private OracleTruth() {}

    /** For care, all that a bundle may hold. */
    public static void main(String[] arguments) throws IOException {
        CommonOptions common = new CommonOptions();
        common.vault = Path.of(arguments[0]);
        try (Vault vault =
                Vault.open(Vaults.existing(common), Passphrases.ask(common), WallClock.system())) {
            ExportWish wish =
                    new ExportWish(
                            ExportFormat.BUNDLE,
                            Purpose.CARE,
                            ExportWords.recipient(arguments[2], ""),
                            ConsentScope.EXPORT,
                            EnumSet.copyOf(ExportCommand.all(ExportFormat.BUNDLE)),
                            false);
            ExportOrder order =
                    ExportOrders.of(vault, new SessionId(arguments[1]), LaneId.CLIENT, wish);
            EnumSet<DataCategory> all = EnumSet.copyOf(wish.categories());
            ExportContent content = ExportContent.of(order.lane(), all, order.pseudonyms());
            Files.write(Path.of(arguments[3]), OracleExports.truth(content));
        }
    }
}
