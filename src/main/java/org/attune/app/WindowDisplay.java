package org.attune.app;

import org.attune.live.LiveSnapshot;
import org.attune.live.SessionCommands;
import org.attune.ui.BeforeFacts;
import org.attune.ui.DisplaySettings;
import org.attune.ui.LiveScreen;
import org.attune.ui.PrepareCommands;
import org.attune.ui.place.WindowPlaces;

/** The session in a window. */
final class WindowDisplay implements Display {
    private final LiveScreen screen;

    WindowDisplay(DisplaySettings settings, boolean guessing) {
        this.screen =
                new LiveScreen(
                        settings,
                        settings.rememberPlaces()
                                ? WindowPlaces.in(Folders.config().resolve("places.txt"))
                                : WindowPlaces.none(),
                        guessing);
    }

    @Override
    public void open(SessionCommands commands, Runnable onClose) {
        screen.open(commands, onClose);
    }

    @Override
    public boolean waits() {
        return true;
    }

    @Override
    public void prepare(PrepareCommands commands, BeforeFacts facts) {
        screen.prepare(commands, facts);
    }

    @Override
    public void know(BeforeFacts facts) {
        screen.know(facts);
    }

    @Override
    public void offer(LiveSnapshot snapshot) {
        screen.offer(snapshot);
    }

    @Override
    public int pressed() {
        return screen.pressed();
    }

    @Override
    public void close() {
        screen.close();
    }
}
