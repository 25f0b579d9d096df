package org.attune.app;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.attune.review.Annotation;
import org.attune.review.Annotations;
import org.attune.session.ClientCode;
import org.attune.session.SessionId;
import org.attune.store.KeepingReason;
import org.attune.store.RetentionSettings;
import org.attune.store.SessionEntry;
import org.attune.store.Vault;
import org.attune.time.WallClock;
import org.attune.ui.desk.ArchiveActions;
import org.attune.ui.desk.DeskActions;

/**
 * What the archive of the desk shows and does, by the same ways as {@code vault due}, {@code client
 * keep}, {@code vault erase} and {@code report}. On the desk's worker thread.
 */
final class DeskArchive implements ArchiveActions {
    private final Vault vault;
    private final RetentionSettings rule;

    /**
     * @param rule how long the practice keeps what nothing was agreed about
     */
    DeskArchive(Vault vault, RetentionSettings rule) {
        this.vault = vault;
        this.rule = rule;
    }

    /** The newest first. */
    List<DeskActions.Stored> sessions() {
        List<DeskActions.Stored> sessions = new ArrayList<>();
        Map<SessionId, List<Annotation>> said = vault.annotations().all();
        for (SessionEntry entry : vault.archive().list().sessions()) {
            SessionId id = entry.session().id();
            sessions.add(
                    new DeskActions.Stored(
                            id.value(),
                            VaultDesk.minutes(entry.session().startedAt()),
                            entry.session().participants().stream()
                                    .map(each -> each.code().value())
                                    .toList(),
                            Math.round(entry.last().toSeconds() / 60) + " min",
                            ending(entry.state()),
                            entry.lost(),
                            entry.problems(),
                            Annotations.of(said.getOrDefault(id, List.of())).tags()));
        }
        Collections.reverse(sessions);
        return sessions;
    }

    private static DeskActions.Ending ending(SessionEntry.State state) {
        return switch (state) {
            case RECORDING -> DeskActions.Ending.RECORDING;
            case CLOSED -> DeskActions.Ending.CLOSED;
            case RECOVERED -> DeskActions.Ending.RECOVERED;
        };
    }

    @Override
    public List<Due> due() {
        List<org.attune.store.Due> found = vault.due(WallClock.system().now(), rule);
        if (found.isEmpty()) {
            return List.of();
        }
        Map<SessionId, Instant> began = new HashMap<>();
        for (SessionEntry entry : vault.archive().list().sessions()) {
            began.put(entry.session().id(), entry.session().startedAt());
        }
        return found.stream()
                .map(
                        each ->
                                new Due(
                                        each.client().value(),
                                        each.session().map(SessionId::value).orElse(""),
                                        each.session()
                                                .flatMap(id -> Optional.ofNullable(began.get(id)))
                                                .map(VaultDesk::minutes)
                                                .orElse(""),
                                        VaultDesk.minutes(each.since()),
                                        each.held()))
                .toList();
    }

    @Override
    public String keep(Due due, Reason reason, LocalDate until) {
        Instant end = ClientKeepCommand.endOf("until", until.toString());
        if (end.isBefore(WallClock.system().now())) {
            throw new UsageException("until is a day to come: " + until);
        }
        ClientCode client = new ClientCode(due.code());
        Optional<KeepingReason> why = Optional.of(reason(reason));
        if (due.session().isEmpty()) {
            vault.keeping().retain(client, Optional.of(end), why);
        } else {
            SessionId session = new SessionId(due.session());
            vault.keeping().retain(client, session, Optional.of(end), why);
        }
        return "kept until " + until + ": " + words(due);
    }

    private static KeepingReason reason(Reason reason) {
        return switch (reason) {
            case TREATMENT -> KeepingReason.TREATMENT;
            case WISH -> KeepingReason.WISH;
            case LAW -> KeepingReason.LAW;
            case CLAIM -> KeepingReason.CLAIM;
        };
    }

    private static String words(Due due) {
        return due.session().isEmpty()
                ? "everything of " + due.code()
                : due.code() + " in the session of " + due.began();
    }

    /** The page may have stood open since yesterday: only what is due now goes. */
    @Override
    public String erase(Due due) {
        boolean still =
                due().stream()
                        .anyMatch(
                                each ->
                                        each.code().equals(due.code())
                                                && each.session().equals(due.session()));
        if (!still) {
            throw new UsageException("that is not due any more, and nothing was erased");
        }
        ClientCode client = new ClientCode(due.code());
        if (due.session().isEmpty()) {
            vault.erasures().client(client);
        } else {
            SessionId session = new SessionId(due.session());
            vault.erasures().lane(session, DeskExports.lane(vault, session, client));
        }
        return "erased for good: " + words(due);
    }

    @Override
    public String report(String session, String code, Locale language, Path file) {
        SessionId id = new SessionId(session);
        return PagePrinter.print(
                vault,
                id,
                DeskExports.lane(vault, id, new ClientCode(code)),
                PagePrinter.language(language),
                file);
    }
}
