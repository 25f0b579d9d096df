package org.attune.app;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.attune.consent.ConsentEntry;
import org.attune.consent.ConsentEvent;
import org.attune.consent.ConsentLog;
import org.attune.consent.ConsentScope;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.store.ApprovedBand;
import org.attune.store.SessionEntry;
import org.attune.store.Vault;
import org.attune.time.WallClock;
import org.attune.ui.BeforeFacts;
import org.jspecify.annotations.Nullable;

/** What the vault knows of people, as the page before the session says it: a guard, not a file. */
final class KnownPeople {
    private final RecordingDesk desk;
    private final List<SessionEntry> sessions;

    KnownPeople(RecordingDesk desk) {
        this.desk = desk;
        this.sessions = desk.vault().map(vault -> vault.archive().sessions()).orElse(List.of());
    }

    /** One of those who are here. */
    BeforeFacts.Person person(
            LaneId lane,
            Optional<ClientCode> code,
            boolean bound,
            Optional<BeforeFacts.Earlier> earlier) {
        List<Instant> were = code.map(this::sessionsOf).orElse(List.of());
        return new BeforeFacts.Person(
                code.map(ClientCode::value).orElse(""),
                were.stream().max(Comparator.naturalOrder()).map(KnownPeople::day),
                were.size(),
                desk.records(lane) ? code.flatMap(this::agreed) : Optional.empty(),
                bound,
                earlier);
    }

    private List<Instant> sessionsOf(ClientCode code) {
        return sessions.stream()
                .map(SessionEntry::session)
                .filter(s -> s.participants().stream().anyMatch(p -> p.code().equals(code)))
                .map(session -> session.startedAt())
                .toList();
    }

    /** Since when they agree to be recorded. */
    private Optional<LocalDate> agreed(ClientCode code) {
        ConsentLog log = desk.vault().orElseThrow().consents().log(code);
        if (!log.grants(ConsentScope.RECORD, WallClock.system().now())) {
            return Optional.empty();
        }
        return log.entries().stream()
                .filter(entry -> entry.type() == ConsentEvent.Type.GIVEN)
                .filter(entry -> entry.scopes().contains(ConsentScope.RECORD))
                .map(ConsentEntry::at)
                .max(Comparator.naturalOrder())
                .map(KnownPeople::day);
    }

    /** Who else could be here, and somebody unnamed; nobody where no vault is open. */
    List<String> others(@Nullable ClientCode here) {
        Optional<Vault> vault = desk.vault();
        if (vault.isEmpty()) {
            return List.of();
        }
        List<String> others = new ArrayList<>();
        vault.get().clients().codes().stream()
                .filter(code -> !code.equals(here))
                .map(ClientCode::value)
                .sorted()
                .forEach(others::add);
        if (here != null) {
            others.add("");
        }
        return others;
    }

    /** The day on which the band of that person was approved, where there is one. */
    static Optional<LocalDate> band(RecordingDesk desk, LaneId lane) {
        return Optional.ofNullable(desk.kept().get(lane))
                .flatMap(kept -> kept.card().inForce())
                .map(ApprovedBand::approvedAt)
                .map(KnownPeople::day);
    }

    private static LocalDate day(Instant at) {
        return at.atZone(ZoneId.systemDefault()).toLocalDate();
    }
}
