package org.attune.ui.desk;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Dimension;
import java.awt.Window;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.SwingUtilities;
import org.attune.ui.BackgroundWork;
import org.attune.ui.DisplaySettings;
import org.attune.ui.Look;
import org.attune.ui.WindowFrame;
import org.attune.ui.review.ReviewActions;
import org.attune.ui.review.ReviewSession;
import org.attune.ui.trend.TrendQuestions;
import org.jspecify.annotations.Nullable;

/**
 * The desk outside a session: people and their terms, recordings, what leaves, the vault. Pages in
 * one window, no dialog but the choice of a file. Confined to the EDT; what takes long is done
 * beside it.
 */
public final class DeskWindow {
    private static final String PEOPLE = "people";
    private static final String SESSIONS = "sessions";
    private static final String NOTES = "notes";
    private static final String SUPERVISION = "supervision";
    private static final String VAULT = "vault";
    private static final String EXPORT = "export";

    private final JFrame frame = new JFrame("Attune");
    private final Look look;
    private final DeskWords words;
    private final DeskActions actions;
    private final DeskLock lock;
    private final DeskGuard guard;
    private final BackgroundWork work;
    private final Runnable onClose;
    private final OpenedBeside beside;
    private final ConsentAsking asking;
    private final CardLayout cards = new CardLayout();
    private final JPanel content = new JPanel(new BorderLayout());
    private final JPanel stage = new JPanel(cards);
    private final JLabel foot;
    private final Map<String, DeskPage> pages = new LinkedHashMap<>();
    private final DeskSide side;
    private final ClockLine clock;
    private @Nullable LockPage locked;

    private DeskWindow(
            DeskActions actions,
            DeskLock lock,
            DisplaySettings settings,
            Locale language,
            Runnable onClose) {
        this.actions = actions;
        this.lock = lock;
        this.onClose = onClose;
        this.beside = new OpenedBeside(settings.withLanguage(DeskWords.spoken(language)));
        this.look = Look.of(settings);
        this.foot = DeskFrame.foot(look);
        this.words = DeskWords.in(language);
        this.work = new BackgroundWork("attune-desk", this::say, words.of("failed"));
        this.asking = new ConsentAsking(look, words, actions, work, language, new Stage());
        this.guard = new DeskGuard(lock, work::isBusy, this::shut);
        this.side =
                new DeskSide(
                        look,
                        words,
                        List.of(PEOPLE, SESSIONS, NOTES, SUPERVISION, VAULT),
                        page -> {
                            say("");
                            show(page);
                        },
                        () -> work.ask(lock::lock));
        this.clock = new ClockLine(look, words, actions, work, this::clockConfirmed);
    }

    /** Makes the pages, with nothing on them yet. */
    private void layOut() {
        pages.clear();
        stage.removeAll();
        put(PEOPLE, new PeoplePage(look, words, actions, work, asking::ask, this::openTrend));
        put(
                SESSIONS,
                new SessionsPage(look, words, actions, work, this::openExport, this::openReview));
        put(NOTES, new NotesPage(look, words, actions, work));
        put(SUPERVISION, new SupervisionPage(look, words, actions, work, this::openSupervised));
        put(VAULT, new VaultPage(look, words, actions, work));
    }

    private void put(String name, DeskPage page) {
        pages.put(name, page);
        stage.add(DeskFrame.scrolled(page, look), name);
    }

    /**
     * Opens the desk. Call on the EDT.
     *
     * @param language of the desk and of the consent page
     * @param onClose called once, on the EDT, when the window was closed
     */
    public static DeskWindow open(
            DeskActions actions,
            DeskLock lock,
            DisplaySettings settings,
            Locale language,
            Runnable onClose) {
        if (!SwingUtilities.isEventDispatchThread()) {
            throw new IllegalStateException("the window lives on the event dispatch thread");
        }
        Look.dressToolkit(settings.theme());
        DeskWindow window = new DeskWindow(actions, lock, settings, language, onClose);
        window.build();
        window.frame.setVisible(true);
        window.show(PEOPLE);
        window.guard.start();
        return window;
    }

    private void build() {
        layOut();
        content.setBackground(look.palette.ground);
        content.add(side, BorderLayout.LINE_START);
        JPanel middle = new JPanel(new BorderLayout());
        middle.setOpaque(false);
        middle.add(clock, BorderLayout.NORTH);
        middle.add(stage, BorderLayout.CENTER);
        content.add(middle, BorderLayout.CENTER);
        content.add(foot, BorderLayout.SOUTH);
        frame.setContentPane(content);
        WindowFrame.prepare(frame, look, new Dimension(900, 600), 1440, 900, this::leave);
    }

    private void leave() {
        close();
        onClose.run();
    }

    private void clockConfirmed() {
        clock.refresh();
        pages.values().stream().filter(DeskPage::isShowing).forEach(DeskPage::refresh);
    }

    private void show(String name) {
        side.select(name);
        clock.refresh();
        DeskPage page = pages.get(name);
        if (page != null) {
            page.refresh();
        }
        cards.show(stage, name);
    }

    private void openReview(ReviewSession session) {
        work.ask(
                () -> actions.reviewing(session.name()), can -> openReview(session, can, () -> {}));
    }

    private void openReview(ReviewSession session, ReviewActions can, Runnable then) {
        if (locked == null) { // it may have been locked while the session was read
            beside.review(session, can, then);
        }
    }

    private void openTrend(TrendQuestions questions) {
        if (locked == null) {
            beside.trend(questions);
        }
    }

    /** What was said of somebody else's session is written down when its window is closed. */
    private void openSupervised(SupervisionActions.Opened opened) {
        say(opened.note());
        openReview(
                opened.session(),
                opened.actions(),
                () ->
                        work.ask(
                                () -> opened.answer().write(),
                                where -> say(where.isEmpty() ? opened.note() : where)));
    }

    private void openExport(String session, String code) {
        ExportPage export = new ExportPage(look, words, actions, work, () -> show(SESSIONS));
        export.of(session, code);
        put(EXPORT, export);
        show(EXPORT);
    }

    /** The whole window for the page of one person. */
    private final class Stage implements ConsentAsking.Stage {
        @Override
        public void say(String line) {
            DeskWindow.this.say(line);
        }

        @Override
        public boolean isLocked() {
            return locked != null;
        }

        @Override
        public void fill(JScrollPane page) {
            frame.setContentPane(page);
            frame.validate();
        }

        @Override
        public void unfold() {
            DeskWindow.this.unfold();
        }

        @Override
        public void answered() {
            show(PEOPLE);
        }
    }

    /** The vault was locked: nothing of it stays on the screen, nor behind it. */
    private void shut() {
        for (Window each : frame.getOwnedWindows()) {
            each.dispose(); // the choice of a file
        }
        beside.close();
        foot.setText(" ");
        clock.clear();
        layOut();
        LockPage page = new LockPage(look, words, this::unlock);
        locked = page;
        frame.setContentPane(page);
        frame.validate();
        frame.repaint();
        page.await();
    }

    private void unlock(char[] passphrase) {
        work.ask(
                () -> {
                    lock.unlock(passphrase);
                    return true;
                },
                open -> reopen(),
                this::refused);
    }

    private void refused(String because) {
        if (locked != null) {
            locked.refused(because);
        }
    }

    private void reopen() {
        locked = null;
        lock.touch();
        show(PEOPLE);
        unfold();
    }

    /** The pages again, and the keyboard among them. */
    private void unfold() {
        frame.setContentPane(content);
        frame.validate();
        frame.repaint();
        side.focus();
    }

    private void say(String line) {
        LockPage page = locked;
        if (page != null) {
            if (line.equals(words.of("failed"))) {
                page.refused(line);
            }
            return; // What was done before it was locked is not told on the lock.
        }
        foot.setText(line.isEmpty() ? " " : line);
        foot.getAccessibleContext().setAccessibleDescription(line);
    }

    /** Waits until what was begun is done. Not on the EDT. */
    void awaitDone() throws InterruptedException {
        work.finish();
    }

    /** Closes the window; what is under way is finished. Call on the EDT; harmless twice. */
    public void close() {
        guard.stop();
        beside.close();
        work.close();
        frame.dispose();
    }
}
