package org.attune.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.attune.export.page.Part;
import org.attune.session.LaneId;
import org.attune.session.SessionId;
import org.attune.store.StoredSession;
import org.attune.store.Vault;
import org.attune.ui.review.ReviewPictures;

/**
 * Pages and pictures from the review window, by the consents of a vault. On the window's worker.
 */
final class VaultPictures implements ReviewPictures {
    private final Vault vault;
    private final Locale language;
    private final Optional<SessionId> kept;
    private final Supplier<StoredSession> session;

    private VaultPictures(
            Vault vault,
            Locale language,
            Optional<SessionId> kept,
            Supplier<StoredSession> session) {
        this.vault = vault;
        this.language = language;
        this.kept = kept;
        this.session = session;
    }

    /** Of a session of the vault: read anew each time, for words may have been said of it. */
    static VaultPictures ofKept(Vault vault, SessionId session, Locale language) {
        return new VaultPictures(
                vault, language, Optional.of(session), () -> ExportOrders.stored(vault, session));
    }

    /** Of a file whose person the vault knows. */
    static VaultPictures ofFile(Vault vault, StoredSession opened, Locale language) {
        return new VaultPictures(vault, language, Optional.empty(), () -> opened);
    }

    @Override
    public String write(LaneId lane, Path file) {
        return print(lane, Optional.empty(), file);
    }

    @Override
    public String write(LaneId lane, double from, double to, Path file) {
        return print(lane, Optional.of(new Part(from, to)), file);
    }

    private String print(LaneId lane, Optional<Part> part, Path file) {
        return PagePrinter.print(
                vault, session.get(), kept, lane, part, PagePrinter.language(language), file);
    }
}
