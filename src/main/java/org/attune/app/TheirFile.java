package org.attune.app;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.attune.config.AttuneSettings;
import org.attune.pipeline.Moment;
import org.attune.pipeline.SessionPipeline;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.Participant;
import org.attune.session.Session;
import org.attune.session.SessionId;
import org.attune.store.SessionEntry;
import org.attune.store.StoredSession;
import org.attune.store.Vault;
import org.attune.time.SessionTime;
import org.attune.ui.review.ReviewActions;
import org.attune.ui.review.ReviewPictures;
import org.jspecify.annotations.Nullable;

/**
 * A recording's file of a person the vault knows, as a session in the memory: nothing of it is
 * kept, and what leaves of it leaves by that person's consent.
 */
final class TheirFile {
    private TheirFile() {}

    /**
     * Reads and judges it.
     *
     * @param started when it began, where the file does not say so
     * @throws UsageException when that is not known, or the file cannot be read
     */
    static StoredSession read(
            Path file, ClientCode whose, @Nullable String started, AttuneSettings settings) {
        ImportedFile read = ImportedFile.read(file);
        Instant began = ImportCommand.beganAt(read, started);
        List<Moment> moments = ImportCommand.judged(read.events(), settings);
        SessionTime last =
                moments.stream().map(Moment::at).reduce(SessionTime.ZERO, SessionTime::later);
        // The same file is the same session to a recipient, whenever it is opened.
        byte[] name = (whose.value() + " " + began).getBytes(StandardCharsets.UTF_8);
        Session session =
                new Session(
                        new SessionId("file-" + UUID.nameUUIDFromBytes(name)),
                        List.of(new Participant(LaneId.CLIENT, whose)),
                        began,
                        settings.fingerprint(),
                        SessionPipeline.VERSION);
        return new StoredSession(
                new SessionEntry(session, last, SessionEntry.State.CLOSED, 0, List.of()),
                settings.pipeline().toText(),
                moments,
                List.of());
    }

    /** What can be done with it in its window. */
    static ReviewActions actions(
            Vault vault, StoredSession opened, AttuneSettings settings, Runnable play) {
        VaultPictures pictures =
                VaultPictures.ofFile(vault, opened, settings.display().language().locale());
        return new ReviewActions() {
            @Override
            public void playBack() {
                play.run();
            }

            @Override
            public Optional<ReviewPictures> pictures() {
                return Optional.of(pictures);
            }
        };
    }
}
