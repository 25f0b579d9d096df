package org.attune.ui;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.Insets;
import java.util.Optional;
import java.util.function.Function;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTabbedPane;

/**
 * Two pages, keys and own words, and what stands in the way of saving them in one line. No dialog:
 * closing with something unsaved asks by that line, and closes the second time. Confined to the
 * EDT.
 */
final class SetupWindow {
    private final Look look;
    private final SetupDraft draft;
    private final Function<DisplaySettings, Optional<String>> save;
    private final Runnable onClose;
    private final JFrame frame;
    private final JLabel status = new JLabel(" ");
    private final JButton saves;
    private final KeysPage keys;
    private boolean unsaved;
    private boolean warned;

    private SetupWindow(
            DisplaySettings settings,
            Function<DisplaySettings, Optional<String>> save,
            Runnable onClose) {
        this.look = Look.of(settings);
        this.draft = new SetupDraft(settings);
        this.save = save;
        this.onClose = onClose;
        this.frame = new JFrame(look.words.text("setup.title"));
        this.saves = button("setup.save", this::save);
        this.keys = new KeysPage(look, draft, this::changed);
    }

    /** Opens it; {@code onClose} is called once. */
    static SetupWindow open(
            DisplaySettings settings,
            Function<DisplaySettings, Optional<String>> save,
            Runnable onClose) {
        Look.dressToolkit(settings.theme());
        SetupWindow window = new SetupWindow(settings, save, onClose);
        window.open();
        return window;
    }

    JFrame frame() {
        return frame;
    }

    private void open() {
        JTabbedPane pages = new JTabbedPane();
        pages.setUI(new RingedTabs(look));
        pages.getAccessibleContext().setAccessibleName(look.words.text("setup.title"));
        pages.setFont(look.type.regular(Typeface.BODY));
        pages.addTab(look.words.text("setup.keys"), scrolled(keys));
        pages.addTab(
                look.words.text("setup.words"),
                scrolled(new WordsPage(look, draft, this::changed)));
        frame.setContentPane(new JPanel(new BorderLayout()));
        frame.add(pages, BorderLayout.CENTER);
        frame.add(foot(), BorderLayout.SOUTH);
        WindowFrame.prepare(frame, look, new Dimension(640, 420), 1160, 860, this::close);
        saves.setEnabled(false);
        frame.setVisible(true);
    }

    private static JComponent scrolled(JComponent page) {
        JScrollPane pane = new JScrollPane(page);
        pane.setBorder(BorderFactory.createEmptyBorder());
        pane.getVerticalScrollBar().setUnitIncrement(24);
        pane.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        pane.getVerticalScrollBar().setFocusable(false);
        pane.getViewport().setFocusable(false);
        pane.setFocusable(false);
        return pane;
    }

    private JComponent foot() {
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING, look.whole(12), 0));
        buttons.setBorder(
                BorderFactory.createEmptyBorder(look.whole(8), 0, look.whole(12), look.whole(20)));
        buttons.add(button("setup.delivered", this::asDelivered));
        buttons.add(saves);
        buttons.add(button("setup.close", this::close));
        status.putClientProperty("html.disable", true);
        status.setFont(look.type.regular(Typeface.LABEL));
        status.setBorder(
                BorderFactory.createEmptyBorder(look.whole(8), look.whole(32), 0, look.whole(32)));
        JPanel foot = new JPanel(new BorderLayout());
        foot.add(status, BorderLayout.NORTH);
        foot.add(buttons, BorderLayout.SOUTH);
        return foot;
    }

    private JButton button(String words, Runnable action) {
        JButton button = new JButton(look.words.text(words));
        Font font = look.type.semibold(Typeface.BODY);
        button.setFont(font);
        button.setMargin(new Insets(look.whole(8), look.whole(16), look.whole(8), look.whole(16)));
        button.addActionListener(event -> action.run());
        return button;
    }

    private void asDelivered() {
        draft.keysAsDelivered();
        keys.refresh();
        changed();
    }

    private void changed() {
        unsaved = true;
        warned = false;
        Optional<String> fault = draft.fault(look.words);
        say(fault.orElse(" "));
        saves.setEnabled(fault.isEmpty());
    }

    private void save() {
        Optional<DisplaySettings> wanted = draft.settings();
        if (wanted.isEmpty()) {
            return;
        }
        Optional<String> wrong = save.apply(wanted.get());
        unsaved = wrong.isPresent();
        saves.setEnabled(unsaved);
        say(wrong.orElseGet(() -> look.words.text("setup.saved")));
    }

    private void say(String words) {
        status.setText(words);
        status.getAccessibleContext().setAccessibleName(words);
        status.setToolTipText(null);
    }

    private void close() {
        if (unsaved && !warned) {
            warned = true;
            say(look.words.text("setup.unsaved"));
            return;
        }
        frame.dispose();
        onClose.run();
    }
}
