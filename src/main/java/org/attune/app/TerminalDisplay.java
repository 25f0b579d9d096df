package org.attune.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attune.live.LaneSnapshot;
import org.attune.live.LiveSnapshot;
import org.attune.live.SessionCommands;
import org.attune.regulation.RegulationState;
import org.attune.session.LaneId;
import org.attune.session.MarkKind;
import org.attune.session.Marker;
import org.attune.session.Phase;
import org.attune.time.SessionTime;
import org.attune.ui.Act;
import org.attune.ui.BeforeFacts;
import org.attune.ui.BeforePresenter;
import org.attune.ui.DisplaySettings;
import org.attune.ui.KeySettings;
import org.attune.ui.LiveWords;
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

    // Confined to the thread that reads the keys.
    private boolean inSet;

    private final AtomicInteger pressed = new AtomicInteger();
    private volatile Optional<BeforeFacts> facts = Optional.empty();

    // Guarded by being called from the pipeline thread only.
    private final Map<LaneId, String> said = new HashMap<>();
    private final Map<LaneId, SessionTime> saidAt = new HashMap<>();
    private int marks;
    private String recording = "";
    private boolean headed;

    TerminalDisplay(PrintWriter out, InputStream keys, DisplaySettings settings) {
        this.out = out;
        this.keys = keys;
        this.words = LiveWords.of(settings);
        this.before = new BeforePresenter(settings.language().locale());
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
        snapshot.fault()
                .ifPresent(fault -> out.println(words.text("terminal.fault", words.said(fault))));
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
        return Stream.of(Act.values())
                .flatMap(
                        act ->
                                act
                                        .mark()
                                        .map(kind -> words.key(act) + " " + words.mark(kind))
                                        .stream())
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
            Reader typist = new InputStreamReader(keys, StandardCharsets.UTF_8);
            for (int key = typist.read(); key >= 0; key = typist.read()) {
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

    private void obey(SessionCommands commands, char key) {
        switch (key) {
            case 'Z' -> commands.phase(Phase.WORK);
            case 'K' -> commands.withdraw();
            case 'D' -> {
                // Without a withdrawal it does nothing; what it did, the recording's words say.
                boolean unused = commands.delete();
            }
            default -> {
                if (key >= '0' && key <= '9') {
                    commands.mark(MarkKind.SUDS, String.valueOf(key));
                } else if (key == KeySettings.TEN_ON_PAD) {
                    commands.mark(MarkKind.SUDS, "10");
                } else {
                    words.keys().typed(key).ifPresent(act -> obey(commands, act));
                }
            }
        }
    }

    private void obey(SessionCommands commands, Act act) {
        switch (act) {
            case UNDO -> commands.undo();
            case TEN -> commands.mark(MarkKind.SUDS, "10");
            case SET -> {
                inSet = !inSet;
                commands.mark(MarkKind.SET, Marker.ofSet(SessionTime.ZERO, inSet).detail());
            }
            default -> act.mark().ifPresent(commands::mark);
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
