package org.attune.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.attune.live.LaneSnapshot;
import org.attune.live.LiveSnapshot;
import org.attune.live.SessionCommands;
import org.attune.regulation.RegulationState;
import org.attune.session.LaneId;
import org.attune.session.MarkKind;
import org.attune.session.Marker;
import org.attune.session.Phase;
import org.attune.time.SessionTime;
import org.attune.ui.BeforeFacts;
import org.attune.ui.BeforePresenter;
import org.attune.ui.LiveWords;
import org.attune.ui.MarkKeys;
import org.attune.ui.PrepareCommands;

/**
 * The session as lines in a terminal: one at once when something changes, else one every half
 * minute. A mark is its letter and Enter; {@code q} ends the session.
 */
final class TerminalDisplay implements Display {
    private static final long REPEAT_NANOS = 30_000_000_000L;

    private final PrintWriter out;
    private final InputStream keys;
    private final LiveWords words;
    private final BeforePresenter before;
    private volatile boolean closed;
    private final AtomicInteger pressed = new AtomicInteger();
    private volatile Optional<BeforeFacts> facts = Optional.empty();

    // Guarded by being called from the pipeline thread only.
    private final Map<LaneId, String> said = new HashMap<>();
    private final Map<LaneId, SessionTime> saidAt = new HashMap<>();
    private int marks;
    private String recording = "";
    private boolean headed;

    TerminalDisplay(PrintWriter out, InputStream keys, Locale language) {
        this.out = out;
        this.keys = keys;
        this.words = LiveWords.in(language);
        this.before = new BeforePresenter(language);
    }

    @Override
    public void open(SessionCommands commands, Runnable onClose) {
        Thread reader = new Thread(() -> read(commands, onClose), "attune-keys");
        reader.setDaemon(true);
        reader.start();
    }

    @Override
    public boolean waits() {
        return false;
    }

    @Override
    public void prepare(PrepareCommands commands, BeforeFacts known) {
        know(known);
    }

    @Override
    public void know(BeforeFacts known) {
        facts = Optional.of(known);
    }

    @Override
    public void offer(LiveSnapshot snapshot) {
        head(snapshot);
        for (LaneSnapshot lane : snapshot.lanes()) {
            say(snapshot, lane);
        }
        if (snapshot.markers().size() > marks) {
            for (Marker marker : snapshot.markers().subList(marks, snapshot.markers().size())) {
                out.println(
                        words.text(
                                "terminal.marked",
                                LiveWords.clock(marker.at()),
                                words.mark(marker)));
            }
        }
        marks = snapshot.markers().size();
        snapshot.fault().ifPresent(fault -> out.println(words.text("terminal.fault", fault)));
        out.flush();
    }

    private void head(LiveSnapshot snapshot) {
        String status = words.recording(snapshot.recording());
        if (!headed) {
            headed = true;
            if (snapshot.simulated()) {
                out.println(words.text("terminal.simulated"));
            }
            out.println(words.limits());
            facts.map(known -> before.lines(known, snapshot))
                    .orElse(List.of())
                    .forEach(out::println);
            out.println(words.text("terminal.marks", keys()));
            out.println(words.text("terminal.keys"));
            out.println(words.text("terminal.withdraw", SessionCommands.DELETE_WITHIN.toSeconds()));
        }
        if (!status.equals(recording)) {
            recording = status;
            out.println(status);
        }
    }

    private String keys() {
        return MarkKeys.letters().entrySet().stream()
                .map(each -> each.getKey() + " " + words.mark(each.getValue()))
                .collect(Collectors.joining(", "));
    }

    private void say(LiveSnapshot snapshot, LaneSnapshot lane) {
        LaneId id = lane.participant().lane();
        String line = words.line(snapshot, lane);
        SessionTime last = saidAt.get(id);
        boolean due = last == null || snapshot.now().nanos() - last.nanos() >= REPEAT_NANOS;
        String state =
                lane.history().isEmpty()
                        ? RegulationState.UNKNOWN.name()
                        : lane.history().get(lane.history().size() - 1).estimate().state().name();
        if (due || !state.equals(said.get(id))) {
            out.println(line);
            said.put(id, state);
            saidAt.put(id, snapshot.now());
        }
    }

    private void read(SessionCommands commands, Runnable onClose) {
        try {
            for (int key = keys.read(); key >= 0; key = keys.read()) {
                if (closed) {
                    return; // Typed after the end: there is nobody left to ask.
                }
                String typed = String.valueOf((char) key).toUpperCase(Locale.ROOT);
                if (typed.equals("Q")) {
                    onClose.run();
                    return;
                }
                if (!typed.isBlank()) { // Enter ends a line, and asks for nothing.
                    pressed.incrementAndGet();
                    obey(commands, typed.charAt(0));
                }
            }
        } catch (IOException e) {
            // Standard input is gone; the session goes on without keys.
            return;
        }
    }

    private static void obey(SessionCommands commands, char key) {
        switch (key) {
            case 'U' -> commands.undo();
            case 'Z' -> commands.phase(Phase.WORK);
            case 'K' -> commands.withdraw();
            case 'D' -> {
                // Without a withdrawal it does nothing; what it did, the recording's words say.
                boolean unused = commands.delete();
            }
            default -> {
                if (key >= '0' && key <= '9') {
                    commands.mark(MarkKind.SUDS, String.valueOf(key));
                } else {
                    MarkKeys.kindOf(key).ifPresent(commands::mark);
                }
            }
        }
    }

    @Override
    public int pressed() {
        return pressed.get();
    }

    @Override
    public void close() {
        closed = true;
        out.flush();
    }
}
