package org.attune.ui;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.ActionEvent;
import java.awt.geom.Rectangle2D;
import javax.swing.AbstractAction;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.KeyStroke;

/**
 * What a key does on the page before the session, for a mouse and for who goes by Tab: the words,
 * and the key at its right. Confined to the EDT.
 */
final class BeforeButton extends JButton {
    private static final long serialVersionUID = 1L;

    /** Where the drawing has those at the right, and the middles of each. */
    static final double LEFT = 968;

    static final double WHO = 214;
    static final double CONSENT = 319;

    /** Room for the ring of the focus around it, at 100 %. */
    private static final double RING = 5;

    private final boolean primary;
    private transient Look look;
    private String key = "";
    private double fit = 1;

    /**
     * @param primary whether it is the one that begins
     */
    BeforeButton(Look look, boolean primary, Runnable pressed) {
        this.look = look;
        this.primary = primary;
        setContentAreaFilled(false);
        setBorder(null);
        setFocusPainted(false);
        setOpaque(false);
        addActionListener(event -> pressed.run());
        // Where the keyboard is, Enter does what stands there, not what it does elsewhere.
        getInputMap(JComponent.WHEN_FOCUSED).put(KeyStroke.getKeyStroke("ENTER"), "press");
        getActionMap()
                .put(
                        "press",
                        new AbstractAction() {
                            private static final long serialVersionUID = 1L;

                            @Override
                            public void actionPerformed(ActionEvent event) {
                                doClick(0);
                            }
                        });
    }

    /** The middle of the one beside the range: under the progress, where there is one. */
    static double range(BeforeView view) {
        return view.progress().isEmpty() ? 660 : 691;
    }

    void show(Look newLook, String words, String newKey) {
        look = newLook;
        setText(words);
        key = newKey;
        getAccessibleContext().setAccessibleName(words + ", " + newKey);
    }

    /**
     * Stands where the sheet has it.
     *
     * @param shrunk by how much the page is smaller than drawn, at most 1
     */
    void place(Rectangle2D box, double shrunk) {
        fit = shrunk;
        double ring = look.px(RING);
        setBounds(
                (int) Math.floor((box.getX() - ring) * fit),
                (int) Math.floor((box.getY() - ring) * fit),
                (int) Math.ceil((box.getWidth() + 2 * ring) * fit) + 1,
                (int) Math.ceil((box.getHeight() + 2 * ring) * fit) + 1);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Look.smooth(graphics);
        g.scale(fit, fit);
        double ring = look.px(RING);
        double round = look.px(8);
        Rectangle2D box =
                new Rectangle2D.Double(
                        ring,
                        ring,
                        getWidth() / fit - 2 * ring - 1,
                        getHeight() / fit - 2 * ring - 1);
        if (isFocusOwner()) {
            double stroke = look.px(2);
            g.setColor(look.palette.focus);
            g.setStroke(new BasicStroke((float) stroke));
            double out = ring - stroke / 2;
            Rectangle2D around =
                    new Rectangle2D.Double(
                            box.getX() - out,
                            box.getY() - out,
                            box.getWidth() + 2 * out,
                            box.getHeight() + 2 * out);
            g.draw(BeforeSheet.rounded(around, round + 2 * out));
        }
        if (primary) {
            g.setColor(look.palette.focus);
            g.fill(BeforeSheet.rounded(box, round));
        } else {
            g.setColor(look.palette.text3);
            g.setStroke(new BasicStroke((float) look.px(1.2)));
            g.draw(BeforeSheet.rounded(box, round));
        }
        paintWords(g, box);
        g.dispose();
    }

    private void paintWords(Graphics2D g, Rectangle2D box) {
        Palette palette = look.palette;
        Font font = primary ? look.type.semibold(Typeface.BODY) : look.type.regular(Typeface.BODY);
        Font small = look.type.regular(Typeface.LABEL);
        Color ink = primary ? palette.surface : palette.text;
        Color keyInk = primary ? palette.surface : palette.text2;
        double base = Look.baselineFor(g, font, box.getCenterY());
        double right = box.getMaxX() - look.px(14);
        double end = look.writeEnding(g, key, small, keyInk, right, base);
        double from = box.getX() + look.px(14);
        String fitted = Look.fit(g, getText(), font, end - from - look.px(6));
        look.write(g, fitted, font, ink, from, base);
    }
}
