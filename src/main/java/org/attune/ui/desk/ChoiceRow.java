package org.attune.ui.desk;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import javax.swing.JPanel;
import org.attune.ui.Look;
import org.attune.ui.Typeface;

/** One choice: a box to tick, what it is, what happens, until when. Confined to the EDT. */
final class ChoiceRow extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final double TEXT_LEFT = 76;
    private static final double HINT_ROOM = 170;
    private static final double LINE = 20;

    private transient Look look;
    private final transient ConsentPageText.Choice choice;
    private final String needs;
    private final TickBox box;

    ChoiceRow(Look look, ConsentPageText.Choice choice, String needs, Runnable changed) {
        super(new BorderLayout());
        this.look = look;
        this.choice = choice;
        this.needs = needs;
        this.box =
                TickBox.large(
                        look, choice.heading() + ". " + choice.what() + " " + choice.until() + ".");
        setLayout(null);
        getAccessibleContext().setAccessibleName(choice.heading());
        setOpaque(false);
        add(box);
        box.addActionListener(event -> changed.run());
        addMouseListener(
                new MouseAdapter() {
                    @Override
                    public void mouseClicked(MouseEvent event) {
                        box.requestFocusInWindow();
                        box.doClick();
                    }
                });
    }

    ConsentPageText.Choice choice() {
        return choice;
    }

    TickBox box() {
        return box;
    }

    boolean isTicked() {
        return box.isSelected();
    }

    /** Can be ticked only while what it needs is; loses its tick with it. */
    void allow(boolean allowed) {
        box.setEnabled(allowed);
        if (!allowed) {
            box.setSelected(false);
        }
        repaint();
    }

    void show(Look newLook) {
        look = newLook;
        box.show(newLook);
    }

    /** The height it needs at {@code width}, pixels. */
    int neededHeight(int width) {
        return look.whole(50 + LINE * lines(width).size() + 20);
    }

    private List<String> lines(int width) {
        FontMetrics metrics = getFontMetrics(look.type.regular(Typeface.BODY));
        return Look.wrap(metrics, choice.what(), width - look.px(TEXT_LEFT + 24));
    }

    @Override
    public void doLayout() {
        Dimension size = box.getPreferredSize();
        box.setBounds(new Rectangle(look.whole(20), look.whole(16), size.width, size.height));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Look.smooth(graphics);
        double x = look.px(TEXT_LEFT);
        double y = look.px(33);
        Font heading = look.type.semibold(18);
        double room = getWidth() - x - look.px(24 + (needs.isEmpty() ? 0 : HINT_ROOM));
        look.write(
                g, Look.fit(g, choice.heading(), heading, room), heading, look.palette.text, x, y);
        Font note = look.type.regular(Typeface.LABEL);
        look.writeEnding(g, needs, note, look.palette.text3, getWidth() - look.px(24), y - 2);
        Font body = look.type.regular(Typeface.BODY);
        y += look.px(4);
        for (String line : lines(getWidth())) {
            y += look.px(LINE);
            look.write(g, line, body, look.palette.text2, x, y);
        }
        look.write(g, choice.until(), note, look.palette.text3, x, y + look.px(20));
        g.dispose();
    }
}
