package org.attune.ui;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.attune.live.SessionCommands;
import org.attune.session.MarkKind;
import org.attune.session.Phase;

/** A session that does nothing and remembers what was marked. */
final class NoCommands implements SessionCommands {
    final List<MarkKind> marked = new ArrayList<>();

    @Override
    public void mark(MarkKind kind) {
        marked.add(kind);
    }

    @Override
    public void mark(MarkKind kind, String detail) {
        marked.add(kind);
    }

    @Override
    public void undo() {}

    @Override
    public void phase(Phase phase) {}

    @Override
    public void snooze(Duration duration) {}

    @Override
    public List<String> profiles() {
        return List.of();
    }

    @Override
    public void withdraw() {}

    @Override
    public boolean delete() {
        return false;
    }
}
