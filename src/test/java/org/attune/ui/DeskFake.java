package org.attune.ui;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.attune.live.LiveSnapshot;

/** The therapist's own window, of which only the words are kept. */
final class DeskFake implements Beside.Desk {
    final List<String> said = new ArrayList<>();
    private final LiveSnapshot snapshot;

    DeskFake(LiveSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    @Override
    public Optional<LiveSnapshot> newest() {
        return Optional.of(snapshot);
    }

    @Override
    public void confirm(String words, boolean undoable, int millis) {
        said.add(words);
    }

    @Override
    public Rectangle place() {
        return new Rectangle(0, 0, 640, 480);
    }

    @Override
    public Look look() {
        return Look.of(DisplaySettings.DEFAULT.withLanguage(DisplaySettings.Language.EN));
    }

    @Override
    public void hideOrShow() {}

    @Override
    public void end() {}
}
