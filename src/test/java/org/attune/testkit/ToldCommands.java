package org.attune.testkit;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.attune.live.SessionCommands;
import org.attune.session.MarkKind;
import org.attune.session.Phase;

/**
 * A session that does nothing, and tells in words what was asked of it. Any thread that {@code
 * told} may be called on.
 *
 * @param told gets a line for each thing asked; the wish to delete tells for itself
 * @param profiles what it could change to
 * @param deletes what becomes of the wish to delete
 */
public record ToldCommands(Consumer<String> told, List<String> profiles, BooleanSupplier deletes)
        implements SessionCommands {
    @Override
    public void mark(MarkKind kind) {
        told.accept("mark " + kind);
    }

    @Override
    public void mark(MarkKind kind, String detail) {
        told.accept("mark " + kind + " " + detail);
    }

    @Override
    public void undo() {
        told.accept("undo");
    }

    @Override
    public void phase(Phase phase) {
        told.accept("phase " + phase);
    }

    @Override
    public void snooze(Duration duration) {
        told.accept("snooze " + duration);
    }

    @Override
    public void withdraw() {
        told.accept("withdraw");
    }

    @Override
    public boolean delete() {
        return deletes.getAsBoolean();
    }
}
