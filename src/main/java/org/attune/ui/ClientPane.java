package org.attune.ui;

import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.List;
import javax.swing.JPanel;
import org.attune.ui.breath.Pacer;
import org.attune.ui.breath.PacerPane;

/**
 * What a client may see: the breathing pacer and the therapist's own words. It is given nothing of
 * the session, so nothing of it can be seen here: no state, no trace, no number, no name. Confined
 * to the EDT.
 */
final class ClientPane extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final double WORDS = 26;

    private transient Look look;
    private final String words;
    private final PacerPane pacer;

    ClientPane(Look look, String words, Pacer pacer, boolean still) {
        this.look = look;
        this.words = words;
        this.pacer = new PacerPane(pacer, manner(look, still));
        setLayout(null);
        setOpaque(true);
        add(this.pacer);
        getAccessibleContext()
                .setAccessibleName(words.isEmpty() ? look.words.text("client.title") : words);
    }

    void show(Look newLook, boolean still) {
        look = newLook;
        pacer.show(manner(look, still));
        repaint();
    }

    private static PacerPane.Manner manner(Look look, boolean still) {
        return new PacerPane.Manner(
                look.palette.raised,
                look.palette.text3,
                look.palette.text,
                look.type.regular(WORDS),
                look.words.text("pacer.in"),
                look.words.text("pacer.out"),
                look.words.text("pacer.name"),
                still);
    }

    private List<String> lines() {
        return words.isBlank()
                ? List.of()
                : Look.wrap(getFontMetrics(font()), words.strip(), getWidth() * 0.8);
    }

    private Font font() {
        return look.type.regular(WORDS);
    }

    private double lineHeight() {
        return look.px(WORDS * 1.5);
    }

    @Override
    public void doLayout() {
        int foot = (int) Math.ceil(lines().size() * lineHeight() + look.px(48));
        int room = Math.max(0, Math.min(getWidth(), getHeight() - foot));
        int side = room * 3 / 4;
        int top = Math.max(0, (getHeight() - foot - side) / 2);
        pacer.setBounds((getWidth() - side) / 2, top, side, side);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Look.smooth(graphics);
        g.setColor(look.palette.ground);
        g.fillRect(0, 0, getWidth(), getHeight());
        List<String> lines = lines();
        double base = getHeight() - look.px(48) - (lines.size() - 1) * lineHeight();
        for (String line : lines) {
            look.writeCentred(g, line, font(), look.palette.text, getWidth() / 2.0, base);
            base += lineHeight();
        }
        g.dispose();
    }
}
