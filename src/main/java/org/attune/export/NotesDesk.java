package org.attune.export;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.attune.consent.ConsentScope;
import org.attune.consent.DataCategory;
import org.attune.consent.ExportFormat;
import org.attune.consent.ExportRequest;
import org.attune.consent.Identifiability;
import org.attune.consent.Purpose;
import org.attune.consent.Recipient;
import org.attune.session.ClientCode;
import org.attune.time.WallClock;

/**
 * The way out for process notes: by their own consent only, in a file of their own, and never with
 * anything that was measured. They are always asked for as identified, for free text may name
 * anybody, and no program can take the names out. Any thread; each call stands for itself.
 */
public final class NotesDesk {
    private final ExportGate gate;
    private final WallClock clock;

    public NotesDesk(ExportGate gate, WallClock clock) {
        this.gate = gate;
        this.clock = clock;
    }

    /**
     * A note.
     *
     * @param at when it was written
     * @param session of which session; empty for one of the person
     * @param text the note, unchanged
     */
    public record Written(Instant at, String session, String text) {
        @Override
        public String toString() {
            return "Written[redacted]";
        }
    }

    /**
     * Whose notes are to leave, to whom and why.
     *
     * @param notes at least one
     */
    public record Order(
            ClientCode client, List<Written> notes, Purpose purpose, Recipient recipient) {
        public Order {
            notes = notes.stream().sorted(Comparator.comparing(Written::at)).toList();
            if (notes.isEmpty()) {
                throw new IllegalArgumentException("there are no notes to export");
            }
        }

        private ExportRequest request() {
            return new ExportRequest(
                    client,
                    ConsentScope.NOTES_EXPORT,
                    Set.of(DataCategory.NOTES),
                    purpose,
                    recipient,
                    ExportFormat.TEXT,
                    Identifiability.IDENTIFIED,
                    notes.get(0).at(),
                    notes.get(notes.size() - 1).at());
        }
    }

    /**
     * The very text that would leave.
     *
     * @throws ExportRefusedException when consent forbids it
     */
    public String preview(Order order) {
        return text(gate.ask(order.request()), order);
    }

    /**
     * Exports to the file {@code path}, which must not exist.
     *
     * @param seal to whose key it is sealed; the file is then named {@code .age}
     * @throws ExportRefusedException when consent forbids it, now or at the end
     * @throws ExportFailedException when it cannot be written; nothing is left behind
     * @throws IllegalArgumentException when path and seal do not fit together
     */
    public ExportDesk.Placed export(Order order, Path path, Optional<AgeSeal> seal) {
        String name = Placement.nameOf(path, seal.isPresent());
        ExportGrant grant = gate.ask(order.request());
        byte[] plain = text(grant, order).getBytes(StandardCharsets.UTF_8);
        byte[] bytes = seal.map(each -> each.seal(plain)).orElse(plain);
        return ExportDesk.place(gate, grant, path, name, bytes, 1);
    }

    private String text(ExportGrant grant, Order order) {
        StringBuilder text = new StringBuilder(256);
        Recipient to = order.recipient();
        line(text, "Process notes on " + order.client().value());
        line(text, "For " + to.name() + " (" + to.code() + "), purpose " + order.purpose().code());
        line(
                text,
                "Left on "
                        + Decimals.utc(clock.now())
                        + " by the consent "
                        + grant.grantId().orElse("")
                        + grant.permit()
                                .validUntil()
                                .map(end -> ", which holds until " + Decimals.utc(end))
                                .orElse(""));
        line(text, "As the therapist wrote them; they may name people. Nothing measured is here.");
        for (Written note : order.notes()) {
            line(text, "");
            String session = note.session().isEmpty() ? "" : ", session " + note.session();
            line(text, "--- " + Decimals.utc(note.at()) + session);
            line(text, note.text().strip());
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
