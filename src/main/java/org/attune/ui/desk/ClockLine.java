package org.attune.ui.desk;

import java.awt.BorderLayout;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import org.attune.ui.BackgroundWork;
import org.attune.ui.FocusRing;
import org.attune.ui.Look;
import org.attune.ui.Typeface;

/**
 * Says above every page that the clock stands before what the vault knows, with the button that
 * confirms it; takes no room while the clock is right. Confined to the EDT.
 */
final class ClockLine extends JPanel {
    private static final long serialVersionUID = 1L;
    private final transient DeskActions actions;
    private final transient BackgroundWork work;
    private final transient DeskWords words;
    private final JTextArea line = new JTextArea();

    /**
     * @param confirmed called when the clock was confirmed
     */
    ClockLine(
            Look look,
            DeskWords words,
            DeskActions actions,
            BackgroundWork work,
            Runnable confirmed) {
        super(new BorderLayout(look.whole(24), 0));
        this.actions = actions;
        this.work = work;
        this.words = words;
        setBackground(look.palette.raised);
        setBorder(
                BorderFactory.createCompoundBorder(
                        BorderFactory.createMatteBorder(0, 0, 1, 0, look.palette.rule),
                        BorderFactory.createEmptyBorder(
                                look.whole(10), look.whole(40), look.whole(10), look.whole(40))));
        line.setEditable(false);
        line.setOpaque(false);
        line.setLineWrap(true);
        line.setWrapStyleWord(true);
        line.setFont(look.type.regular(Typeface.BODY));
        line.setForeground(look.palette.text);
        FocusRing.frame(look, line, line);
        add(line, BorderLayout.CENTER);
        PlainButton confirm = PlainButton.fitted(look, words.of("clock.confirm"));
        confirm.addActionListener(
                event -> work.act(words.of("working"), actions::acknowledgeClock, confirmed));
        JPanel side = new JPanel(new BorderLayout());
        side.setOpaque(false);
        side.add(confirm, BorderLayout.NORTH);
        add(side, BorderLayout.LINE_END);
        setVisible(false);
    }

    /** Looks whether it has something to say. */
    void refresh() {
        work.ask(actions::clockPutBack, this::show);
    }

    private void show(Optional<String> until) {
        until.ifPresent(
                when -> {
                    line.setText(words.of("clock.back", when));
                    line.getAccessibleContext().setAccessibleName(line.getText());
                    getAccessibleContext().setAccessibleName(line.getText());
                });
        setVisible(until.isPresent());
    }

    /** Says nothing until it has looked again. */
    void clear() {
        setVisible(false);
        line.setText("");
    }
}
