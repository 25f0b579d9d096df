package org.attune.ui.desk;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.awt.Rectangle;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.Scrollable;
import org.attune.ui.FocusRing;
import org.attune.ui.Look;
import org.attune.ui.Paragraph;
import org.attune.ui.Typeface;

/**
 * What the pages of the desk have in common: a title, one sentence, a body, and how words, lists
 * and forms are set. Confined to the EDT.
 */
abstract class DeskPage extends JPanel implements Scrollable {
    private static final long serialVersionUID = 1L;
    final transient Look look;
    final transient DeskWords words;

    DeskPage(Look look, DeskWords words, String titleKey) {
        super(new BorderLayout(0, look.whole(20)));
        this.look = look;
        this.words = words;
        setBackground(look.palette.ground);
        setBorder(
                BorderFactory.createEmptyBorder(
                        look.whole(32), look.whole(40), look.whole(24), look.whole(40)));
        JPanel head = clear(new BorderLayout(0, look.whole(6)));
        JLabel title = label(words.of(titleKey), look.type.semibold(26));
        title.setForeground(look.palette.text);
        head.add(title, BorderLayout.NORTH);
        head.add(Paragraph.of(look, words.of(titleKey + ".lead")), BorderLayout.CENTER);
        add(head, BorderLayout.NORTH);
        getAccessibleContext().setAccessibleName(words.of(titleKey));
    }

    /** Called each time the page comes to the front. */
    abstract void refresh();

    /** As wide as there is room, and scrolled only upright. */
    @Override
    public final boolean getScrollableTracksViewportWidth() {
        return true;
    }

    @Override
    public final boolean getScrollableTracksViewportHeight() {
        return getParent() == null || getParent().getHeight() >= getPreferredSize().height;
    }

    @Override
    public final Dimension getPreferredScrollableViewportSize() {
        return getPreferredSize();
    }

    @Override
    public final int getScrollableUnitIncrement(Rectangle visible, int axis, int direction) {
        return look.whole(24);
    }

    @Override
    public final int getScrollableBlockIncrement(Rectangle visible, int axis, int direction) {
        return visible.height - look.whole(24);
    }

    /** Two halves of the page: side by side, or where that is too narrow, one below the other. */
    final JPanel halves(JComponent first, JComponent second) {
        JPanel halves = clear(new Columns(look.whole(32), look.whole(400)));
        halves.add(first);
        halves.add(second);
        return halves;
    }

    final JPanel clear(java.awt.LayoutManager layout) {
        JPanel panel = new JPanel(layout);
        panel.setOpaque(false);
        return panel;
    }

    private static JLabel label(String text, java.awt.Font font) {
        JLabel label = new JLabel(text);
        label.setFont(font);
        return label;
    }

    /** A heading within the page. */
    final JLabel section(String text) {
        JLabel label = label(text, look.type.semibold(Typeface.SENTENCE));
        label.setForeground(look.palette.text);
        return label;
    }

    /** A sentence beside what matters. */
    final JLabel quiet(String text) {
        JLabel label = label(text, look.type.regular(Typeface.BODY));
        label.setForeground(look.palette.text2);
        return label;
    }

    /** Text to be read, which can be marked and copied. */
    final JTextArea prose(String accessibleName) {
        JTextArea area = new JTextArea();
        area.setEditable(false);
        area.setLineWrap(true);
        area.setWrapStyleWord(true);
        area.setFont(look.type.regular(Typeface.BODY));
        area.setForeground(look.palette.text);
        area.setBackground(look.palette.surface);
        area.setBorder(
                BorderFactory.createEmptyBorder(
                        look.whole(10), look.whole(14), look.whole(10), look.whole(14)));
        area.getAccessibleContext().setAccessibleName(accessibleName);
        return area;
    }

    static void fill(JTextArea area, List<String> lines) {
        area.setText(String.join("\n", lines));
        area.setCaretPosition(0);
    }

    /** Text below its heading. */
    final JPanel titled(String key, JTextArea area) {
        JPanel panel = clear(new BorderLayout(0, look.whole(6)));
        panel.add(section(words.of(key)), BorderLayout.NORTH);
        panel.add(framed(area), BorderLayout.CENTER);
        return panel;
    }

    final JScrollPane framed(JComponent inner) {
        JScrollPane pane = new JScrollPane(inner);
        FocusRing.frame(look, pane, inner);
        pane.setPreferredSize(new Dimension(look.whole(200), look.whole(110)));
        pane.getViewport().setBackground(look.palette.surface);
        return pane;
    }

    final PlainButton button(String key, Runnable action) {
        PlainButton button = PlainButton.fitted(look, words.of(key));
        button.addActionListener(event -> action.run());
        return button;
    }

    final JPanel row(Component... parts) {
        JPanel row = clear(new ButtonRow(look.whole(12), look.whole(4)));
        for (Component part : parts) {
            row.add(part);
        }
        return row;
    }

    final Form form() {
        return new Form();
    }

    /** A form of labelled fields, one below the other. */
    final class Form {
        private final JPanel panel = clear(new GridBagLayout());
        private int line;

        Form field(String key, JComponent field) {
            JLabel label = quiet(words.of(key));
            label.setLabelFor(field);
            field.setFont(look.type.regular(Typeface.BODY));
            field.getAccessibleContext().setAccessibleName(words.of(key));
            Insets gap = new Insets(look.whole(4), 0, look.whole(4), look.whole(16));
            panel.add(
                    label,
                    new GridBagConstraints(
                            0,
                            line,
                            1,
                            1,
                            0,
                            0,
                            GridBagConstraints.LINE_START,
                            GridBagConstraints.NONE,
                            gap,
                            0,
                            0));
            panel.add(
                    field,
                    new GridBagConstraints(
                            1,
                            line,
                            1,
                            1,
                            1,
                            0,
                            GridBagConstraints.LINE_START,
                            GridBagConstraints.HORIZONTAL,
                            new Insets(look.whole(4), 0, look.whole(4), 0),
                            0,
                            look.whole(8)));
            line++;
            return this;
        }

        JPanel done() {
            return panel;
        }
    }
}
