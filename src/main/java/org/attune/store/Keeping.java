package org.attune.store;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.attune.session.SessionId;

/**
 * How long a person's things are kept.
 *
 * @param heldSince since when the law holds them: nothing of the person may be erased; empty
 *     without a hold
 * @param retainUntil until when the person's things are kept; empty when nothing was agreed
 * @param sessions the same of single sessions, where it differs
 */
public record Keeping(
        Optional<Instant> heldSince,
        Optional<Instant> retainUntil,
        Map<SessionId, Instant> sessions) {
    static final Keeping EMPTY = new Keeping(Optional.empty(), Optional.empty(), Map.of());

    public Keeping {
        sessions = Map.copyOf(sessions);
    }

    /** Until when a session of this person is kept, as far as it was agreed. */
    public Optional<Instant> until(SessionId session) {
        return Optional.ofNullable(sessions.get(session)).or(() -> retainUntil);
    }

    byte[] toBytes() {
        ByteWriter out = new ByteWriter().u8(Context.FORMAT);
        write(out, heldSince);
        write(out, retainUntil);
        out.varint(sessions.size());
        sessions.keySet().stream()
                .map(SessionId::value)
                .sorted()
                .forEach(id -> write(out.text(id), until(new SessionId(id))));
        return out.toBytes();
    }

    private static void write(ByteWriter out, Optional<Instant> instant) {
        out.flag(instant.isPresent());
        instant.ifPresent(out::instant);
    }

    static Keeping fromBytes(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        if (in.u8() != Context.FORMAT) {
            throw ByteReader.malformed("unknown form of how long things are kept");
        }
        try {
            Optional<Instant> held = read(in);
            Optional<Instant> until = read(in);
            Map<SessionId, Instant> sessions = new java.util.HashMap<>();
            for (int left = in.count(2); left > 0; left--) {
                SessionId id = new SessionId(in.text());
                read(in).ifPresent(end -> sessions.put(id, end));
            }
            return new Keeping(held, until, sessions);
        } catch (IllegalArgumentException brokenContract) {
            throw ByteReader.malformed("how long things are kept breaks its own rules");
        }
    }

    private static Optional<Instant> read(ByteReader in) {
        return in.flag() ? Optional.of(in.instant()) : Optional.empty();
    }
}
