package org.attune.app;

import org.attune.live.LiveSnapshot;
import org.attune.live.SessionCommands;
import org.attune.ui.DisplaySettings;
import org.attune.ui.TrainLog;
import org.attune.ui.TrainScreen;

/** Trainee mode in a window. */
final class TrainDisplay implements Display {
    private final TrainScreen screen;

    TrainDisplay(DisplaySettings settings, TrainLog log) {
        this.screen = new TrainScreen(settings, log);
    }

    @Override
    public void open(SessionCommands commands, Runnable onClose) {
        screen.open(onClose);
    }

    @Override
    public void offer(LiveSnapshot snapshot) {
        screen.offer(snapshot);
    }

    /** Shows what was meant, and waits until the trainee has seen it. */
    @Override
    public void close() {
        screen.revealAndWait();
    }
}
