package org.attune.ui;

import java.awt.Component;
import java.awt.Container;
import java.awt.Frame;
import java.awt.Window;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.swing.AbstractButton;
import javax.swing.JFrame;
import javax.swing.JTabbedPane;
import org.attune.live.LiveSnapshot;
import org.attune.regulation.RegulationState;
import org.attune.testkit.ToldCommands;
import org.attune.time.SessionTime;
import org.attune.ui.breath.Pacer;
import org.attune.ui.desk.DeskWindow;
import org.attune.ui.desk.PaperDesk;
import org.attune.ui.place.WindowPlaces;
import org.attune.ui.review.ReviewActions;
import org.attune.ui.review.ReviewSaying;
import org.attune.ui.review.ReviewSession;
import org.attune.ui.review.ReviewWindow;
import org.attune.ui.review.SaidInMemory;
import org.attune.ui.trainee.Meant;
import org.attune.ui.trend.TrendFixtures;
import org.attune.ui.trend.TrendWindow;

/** Every window of the program, as a therapist meets it, one after the other on a real screen. */
final class EveryWindow {
    private final DisplaySettings settings;
    private final Map<String, Supplier<Runnable>> scenes = new LinkedHashMap<>();
    private final SaidInMemory saying;

    EveryWindow(DisplaySettings settings, SaidInMemory saying) {
        this.settings = settings.withReduceMotion(true);
        this.saying = saying;
        scenes.put("live", () -> live(false, window -> {}));
        scenes.put("live card", () -> live(false, window -> press(frame(), '?')));
        scenes.put("strip", this::strip);
        scenes.put("before", () -> live(false, window -> before(window, false)));
        scenes.put("before else", () -> live(false, window -> before(window, true)));
        scenes.put("guess", () -> live(true, window -> {}));
        scenes.put("guess card", () -> live(true, window -> press(frame(), '?')));
        scenes.put("train", () -> train(false));
        scenes.put("train reveal", () -> train(true));
        scenes.put("client", this::client);
        scenes.put("setup keys", () -> setup(0));
        scenes.put("setup words", () -> setup(1));
        scenes.put("desk people", () -> desk(List.of()));
        scenes.put("desk withdraw", () -> desk(List.of("people.withdraw")));
        scenes.put("desk consent", () -> desk(List.of("people.consent")));
        scenes.put("desk sessions", () -> desk(List.of("sessions")));
        scenes.put("desk keep", () -> desk(List.of("sessions", "due.keep")));
        scenes.put("desk export", () -> desk(List.of("sessions", "sessions.export")));
        scenes.put("desk notes", () -> desk(List.of("notes")));
        scenes.put("desk vault", () -> desk(List.of("vault")));
        scenes.put("desk locked", () -> desk(List.of("lock.now")));
        scenes.put("trend", this::trend);
        scenes.put("review", this::review);
        scenes.put("review say", () -> review('s'));
        scenes.put("review numbers", () -> review('v'));
    }

    List<String> names() {
        return List.copyOf(scenes.keySet());
    }

    /** Opens it; what is to be run to close it again. Not on the EDT. */
    Runnable open(String name) throws InterruptedException {
        Runnable close = java.util.Objects.requireNonNull(scenes.get(name)).get();
        TimeUnit.MILLISECONDS.sleep(50);
        return () ->
                Screens.onEdt(
                        () -> {
                            close.run();
                            for (Window each : Window.getWindows()) {
                                each.dispose();
                            }
                            return name;
                        });
    }

    /** The window that is in front. */
    static Window front() {
        Window front = null;
        for (Window each : Window.getWindows()) {
            boolean menu = each.getType() == Window.Type.POPUP;
            front = each.isShowing() && !menu ? each : front;
        }
        if (front == null) {
            throw new IllegalStateException("no window is shown");
        }
        return front;
    }

    private static JFrame frame() {
        return (JFrame) front();
    }

    private interface Then {
        void with(LiveWindow window);
    }

    private Runnable live(boolean guessing, Then then) {
        LiveWindow window =
                Screens.onEdt(
                        () -> {
                            LiveWindow opened =
                                    LiveWindow.open(
                                            new ToldCommands(told -> {}, List.of(), () -> false),
                                            settings,
                                            WindowPlaces.none(),
                                            guessing,
                                            () -> {});
                            opened.show(SnapshotFixtures.high());
                            then.with(opened);
                            return opened;
                        });
        return window::close;
    }

    private void before(LiveWindow window, boolean someoneElse) {
        window.prepare(new NoPreparing(), BeforePresenterTest.facts(false, false));
        window.show(SnapshotFixtures.learning());
        if (someoneElse) {
            act(frame(), "before Esc");
        }
    }

    private static void press(JFrame frame, char letter) {
        act(frame, "typed " + letter);
    }

    private static void act(JFrame frame, String name) {
        javax.swing.Action action = frame.getRootPane().getActionMap().get(name);
        action.actionPerformed(
                new java.awt.event.ActionEvent(frame, 0, name, System.currentTimeMillis(), 0));
    }

    private Runnable strip() {
        StripWindow strip =
                Screens.onEdt(
                        () -> {
                            StripWindow opened = new StripWindow(settings);
                            LiveSnapshot high = SnapshotFixtures.high();
                            LiveView view = new LivePresenter(settings).present(high);
                            opened.show(Look.of(settings), view, Optional.empty(), true);
                            opened.setShown(true, true);
                            return opened;
                        });
        return strip::close;
    }

    private Runnable train(boolean reveal) {
        TrainLog log =
                new TrainLog(
                        List.of(
                                new Meant(0, 1180, RegulationState.USUAL),
                                new Meant(1180, 1600, RegulationState.HIGH)),
                        Look.of(settings).words);
        Screens.onEdt(
                () -> {
                    TrainWindow window = new TrainWindow(settings, log, () -> {}, () -> {});
                    Look.dressToolkit(settings.theme());
                    window.open();
                    log.mark('h', SessionTime.ofSeconds(1235));
                    window.show(SnapshotFixtures.high());
                    if (reveal) {
                        window.reveal();
                    }
                    return window;
                });
        return () -> {};
    }

    private Runnable client() {
        Pacer pacer = new Pacer(settings.pacer(), () -> 0);
        Screens.onEdt(
                () -> {
                    JFrame frame = new JFrame("Attune");
                    frame.setContentPane(
                            new ClientPane(
                                    Look.of(settings),
                                    "Feet on the floor, and a breath that is yours",
                                    pacer,
                                    true));
                    frame.setSize(1280, 800);
                    frame.setVisible(true);
                    pacer.start();
                    return frame;
                });
        return pacer::stop;
    }

    private Runnable setup(int page) {
        Screens.onEdt(
                () -> {
                    SetupWindow window =
                            SetupWindow.open(settings, wanted -> Optional.empty(), () -> {});
                    for (Component each : all(window.frame())) {
                        if (each instanceof JTabbedPane pages) {
                            pages.setSelectedIndex(page);
                        }
                    }
                    return window;
                });
        return () -> {};
    }

    private Runnable desk(List<String> pressed) {
        Locale language = settings.language().locale();
        PaperDesk paper = new PaperDesk();
        DeskWindow desk =
                Screens.onEdt(() -> DeskWindow.open(paper, paper, settings, language, () -> {}));
        java.util.ResourceBundle words =
                java.util.ResourceBundle.getBundle("org.attune.ui.desk.words", language);
        await(() -> shows(words.getString("people"), 2));
        pause();
        for (String each : pressed) {
            String said = words.getString(each);
            await(() -> shows(said, 1));
            pause();
            Screens.onEdt(
                    () -> {
                        button(said).doClick(0);
                        return each;
                    });
            pause();
        }
        if (pressed.equals(List.of("lock.now"))) {
            await(() -> shows(words.getString("lock.unlock"), 1));
        }
        return desk::close;
    }

    private static boolean shows(String words, int least) {
        return Screens.onEdt(
                () ->
                        all(front()).stream()
                                        .filter(Component::isShowing)
                                        .filter(each -> words.equals(said(each)))
                                        .count()
                                >= least);
    }

    private static String said(Component each) {
        return each instanceof AbstractButton button
                ? button.getText()
                : each instanceof javax.swing.JLabel label ? label.getText() : "";
    }

    private static AbstractButton button(String words) {
        return all(front()).stream()
                .filter(AbstractButton.class::isInstance)
                .map(AbstractButton.class::cast)
                .filter(each -> each.isShowing() && words.equals(each.getText()))
                .findFirst()
                .orElseThrow();
    }

    private interface Condition {
        boolean holds();
    }

    private static void await(Condition condition) {
        for (int i = 0; i < 600 && !condition.holds(); i++) {
            pause(20);
        }
        if (!condition.holds()) {
            throw new IllegalStateException("waited in vain");
        }
    }

    private static void pause() {
        pause(80);
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Runnable trend() {
        TrendWindow window =
                Screens.onEdt(
                        () ->
                                TrendWindow.open(
                                        TrendFixtures.asked(TrendFixtures.year(12)),
                                        settings,
                                        () -> {}));
        try {
            window.awaitDone();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        pause();
        return window::close;
    }

    private Runnable review() {
        ReviewSession session = saying.read();
        ReviewActions actions =
                new ReviewActions() {
                    @Override
                    public void playBack() {}

                    @Override
                    public Optional<ReviewSaying> saying() {
                        return Optional.of(saying);
                    }
                };
        ReviewWindow window =
                Screens.onEdt(
                        () -> ReviewWindow.open(session, Optional.of(actions), settings, () -> {}));
        await(() -> Screens.onEdt(() -> front().isFocused()));
        return window::close;
    }

    /** The same, and a key pressed in it. */
    private Runnable review(char letter) {
        Runnable close = review();
        Screens.onEdt(
                () -> {
                    press(frame(), letter);
                    return close;
                });
        return close;
    }

    /** All within {@code in}, outermost first. */
    static List<Component> all(Container in) {
        List<Component> all = new ArrayList<>();
        for (Component each : in.getComponents()) {
            all.add(each);
            if (each instanceof Container container) {
                all.addAll(all(container));
            }
        }
        return all;
    }

    static boolean anyFrame() {
        for (Frame frame : Frame.getFrames()) {
            if (frame.isShowing()) {
                return true;
            }
        }
        return false;
    }

    /** Asks for nothing. */
    private static final class NoPreparing implements PrepareCommands {
        @Override
        public void begin() {}

        @Override
        public void liveOnly() {}

        @Override
        public void earlierRange() {}

        @Override
        public void someoneElse(String code) {}
    }
}
