package org.attune.ui;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import javax.swing.JPanel;
import org.jspecify.annotations.Nullable;

/**
 * The question, the keys that answer it, and what was answered; at the foot what the session says
 * of itself, as always. No state, no trace, no number. Confined to the EDT.
 */
final class GuessPane extends JPanel {
    private static final long serialVersionUID = 1L;

    private transient Look look;
    private transient List<String> lines = List.of();
    private transient Optional<String> unknown = Optional.empty();
    private @Nullable FootLine foot;
    private @Nullable KeyCard card;

    GuessPane(Look look) {
        super(new BorderLayout());
        this.look = look;
        setOpaque(true);
    }

    void show(
            Look newLook,
            LiveView view,
            Optional<String> nothingKnown,
            Optional<Confirmation> confirmation,
            TrainLog log,
            OptionalInt cardPressed) {
        look = newLook;
        unknown = nothingKnown;
        lines = log.guessed();
        FootLine line = foot;
        if (line == null) {
            line = new FootLine(newLook, view);
            foot = line;
            add(line, BorderLayout.SOUTH);
        }
        line.setPreferredSize(new Dimension(1, FootLine.height(newLook)));
        line.show(newLook, view, confirmation, false);
        showCard(view, cardPressed);
        getAccessibleContext().setAccessibleName(question());
        getAccessibleContext().setAccessibleDescription(unknown.orElse(""));
        revalidate();
        repaint();
    }

    /**
     * @param pressed how often a key was pressed; empty while the card is closed
     */
    private void showCard(LiveView view, OptionalInt pressed) {
        KeyCard shown = card;
        if (shown == null) {
            shown = new KeyCard(look, view, true);
            card = shown;
            add(shown, BorderLayout.CENTER, 0);
        }
        shown.setVisible(pressed.isPresent());
        pressed.ifPresent(count -> Objects.requireNonNull(card).show(look, view, false, count));
    }

    /** The card lies over the question. */
    @Override
    public boolean isOptimizedDrawingEnabled() {
        return false;
    }

    @Override
    public void doLayout() {
        super.doLayout();
        KeyCard shown = card;
        if (shown != null && shown.isVisible()) {
            int room = getHeight() - FootLine.height(look);
            shown.setBounds(0, 0, getWidth(), shown.fitInto(getWidth(), room));
        }
    }

    private String question() {
        return look.words.text("guess.question");
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Look.smooth(graphics);
        g.setColor(look.palette.ground);
        g.fillRect(0, 0, getWidth(), getHeight());
        double left = look.px(48);
        double room = getWidth() - 2 * left;
        double y = look.px(72);
        y = paragraph(g, question(), look.type.semibold(Typeface.STATE_COMPACT), left, y, room, 40);
        y = paragraph(g, keys(), look.type.regular(Typeface.SENTENCE), left, y, room, 26);
        if (unknown.isPresent()) {
            Font loud = look.type.semibold(Typeface.SENTENCE);
            y = paragraph(g, unknown.get(), loud, left, y + look.px(12), room, 26);
        }
        y += look.px(16);
        for (int i = lines.size() - 1; i >= 0 && y < getHeight() - look.px(80); i--) {
            Font body = look.type.regular(Typeface.BODY);
            look.write(g, lines.get(i), body, look.palette.text2, left, y);
            y += look.px(24);
        }
        g.dispose();
    }

    private String keys() {
        return look.words.text("guess.keys");
    }

    private double paragraph(
            Graphics2D g,
            String words,
            Font font,
            double left,
            double top,
            double room,
            double row) {
        double y = top;
        for (String line : Look.wrap(g.getFontMetrics(font), words, room)) {
            look.write(g, line, font, look.palette.text, left, y);
            y += look.px(row);
        }
        return y;
    }
}
