package org.attune.ui;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.swing.JPanel;

/**
 * The page before the session: five lines in the order of doubt, and one key to begin. Nothing on
 * it blocks the beginning. Confined to the EDT.
 */
final class BeforePane extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final double WIDTH = 905;
    private static final double NEEDED_WIDTH = WIDTH + 48;
    private static final double NEEDED_HEIGHT = 880;
    private static final double LEFT = 268;

    private final transient Consumer<String> onKey;
    private final transient Map<String, Rectangle2D> buttons = new LinkedHashMap<>();
    private transient Look look;
    private transient BeforeView view;
    private transient ChoiceOfPerson choice = ChoiceOfPerson.CLOSED;
    private double left;
    private double top;

    /**
     * @param onKey told the key of a button that is clicked, as it is written on it
     */
    BeforePane(Look look, BeforeView view, Consumer<String> onKey) {
        this.look = look;
        this.view = view;
        this.onKey = onKey;
        setOpaque(true);
        addMouseListener(
                new MouseAdapter() {
                    @Override
                    public void mouseReleased(MouseEvent event) {
                        clicked(event.getX(), event.getY());
                    }
                });
    }

    void show(Look newLook, BeforeView newView, ChoiceOfPerson newChoice) {
        look = newLook;
        view = newView;
        choice = newChoice;
        getAccessibleContext().setAccessibleName(look.words.text("before.title"));
        getAccessibleContext()
                .setAccessibleDescription(
                        choice.open()
                                ? look.words.text("before.else.title") + " " + choice.selected()
                                : String.join(
                                        " ",
                                        view.who().spoken(),
                                        view.consent().spoken(),
                                        view.sensor().spoken(),
                                        view.contact().spoken(),
                                        view.range().spoken()));
        repaint();
    }

    private void clicked(double x, double y) {
        double scale = fit();
        buttons.forEach(
                (key, box) -> {
                    if (box.contains(x / scale, y / scale)) {
                        onKey.accept(key);
                    }
                });
    }

    /** A small window shows the whole page smaller; nothing is cut. */
    private double fit() {
        double wide = getWidth() / look.px(NEEDED_WIDTH);
        double high = getHeight() / look.px(NEEDED_HEIGHT);
        return Math.min(1, Math.min(wide, high));
    }

    private double x(double drawn) {
        return left + look.px(drawn - LEFT);
    }

    private double y(double drawn) {
        return top + look.px(drawn);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Look.smooth(graphics);
        g.setColor(look.palette.ground);
        g.fillRect(0, 0, getWidth(), getHeight());
        double fit = fit();
        g.scale(fit, fit);
        left = (getWidth() / fit - look.px(WIDTH)) / 2;
        top = Math.max(0, (getHeight() / fit - look.px(900)) / 2);
        buttons.clear();
        LiveWords words = look.words;
        look.write(
                g,
                words.text("before.title"),
                look.type.semibold(30),
                look.palette.text,
                x(LEFT),
                y(96));
        text(g, words.text("before.lead"), 15, look.palette.text2, LEFT, 121);
        g.setColor(look.palette.surface);
        Rectangle2D card = new Rectangle2D.Double(x(LEFT), y(162), look.px(WIDTH), look.px(580));
        g.fill(card);
        g.setColor(look.palette.rule);
        g.setStroke(new BasicStroke((float) look.px(1.2)));
        g.draw(card);
        if (choice.open()) {
            paintChoice(g); // Enter chooses here, and begins nothing.
        } else {
            paintLines(g);
            paintBegin(g);
        }
        text(g, words.limits(), Typeface.LABEL, look.palette.text3, LEFT, 865);
        g.dispose();
    }

    private void paintLines(Graphics2D g) {
        LiveWords words = look.words;
        for (double rule : new double[] {270, 374, 462, 602}) {
            g.setColor(look.palette.grid);
            g.draw(new Line2D.Double(x(300), y(rule), x(1140), y(rule)));
        }
        paintWho(g);
        paintLine(g, view.consent(), words.text("before.consent"), 306, 319);
        paintLine(g, view.sensor(), words.text("before.sensor"), 410, 0);
        paintLine(g, view.contact(), words.text("before.contact"), 498, 0);
        BeforeStrokes.paint(
                g, look, view.beats(), new Rectangle2D.Double(x(460), y(555), look.px(680), 0));
        Font note = look.type.regular(Typeface.NOTE);
        look.writeEnding(
                g,
                words.text("before.strokes"),
                note,
                look.palette.text3,
                x(1140),
                Look.baselineFor(g, note, y(584)));
        paintLine(
                g,
                view.range(),
                words.text("before.range"),
                638,
                view.progress().isEmpty() ? 660 : 691);
        view.progress().ifPresent(done -> paintProgress(g, done));
    }

    private void paintWho(Graphics2D g) {
        sign(g, view.who(), 198);
        text(g, look.words.text("before.who"), Typeface.BODY, look.palette.text2, 348, 198);
        double x = x(460);
        Font letters = look.type.semibold(20);
        for (int i = 0; i < view.chips().size(); i++) {
            double width = Math.max(look.px(61), Chip.width(g, look, view.chips().get(i), letters));
            g.setColor(look.palette.chip(i));
            g.setStroke(new BasicStroke((float) look.px(2)));
            g.draw(
                    new RoundRectangle2D.Double(
                            x, y(184), width, look.px(61), look.px(7), look.px(7)));
            double base = Look.baselineFor(g, letters, y(214.5));
            String code = view.chips().get(i);
            look.writeCentred(g, code, letters, look.palette.text, x + width / 2, base);
            x += width + look.px(12);
        }
        double drawn = LEFT + (x - left) / look.scale + 6;
        String name = view.simulated() ? look.words.simulated() : view.who().sentence();
        text(g, name, Typeface.STATE_COMPACT, look.palette.text, drawn, 200, true);
        text(g, view.who().note(), 15, look.palette.text2, drawn, 231);
        view.who().action().ifPresent(action -> button(g, action, 214));
    }

    private void paintLine(
            Graphics2D g, BeforeView.Line line, String name, double middle, double button) {
        sign(g, line, middle);
        text(g, name, Typeface.BODY, look.palette.text2, 348, middle);
        text(g, line.sentence(), 16.5, look.palette.text, 460, middle, true);
        text(g, line.note(), 15, look.palette.text2, 460, middle + 24);
        line.action().ifPresent(action -> button(g, action, button));
    }

    private void text(
            Graphics2D g, String words, double size, java.awt.Color ink, double x, double y) {
        text(g, words, size, ink, x, y, false);
    }

    private void text(
            Graphics2D g,
            String words,
            double size,
            java.awt.Color ink,
            double x,
            double y,
            boolean bold) {
        Font font = bold ? look.type.semibold(size) : look.type.regular(size);
        look.write(g, words, font, ink, x(x), Look.baselineFor(g, font, y(y)));
    }

    /** A filled disc with a tick, or a ring: part of it where something is learned. */
    private void sign(Graphics2D g, BeforeView.Line line, double middle) {
        boolean learns = line.equals(view.range());
        BeforeSign.paint(
                g, look, line.sign(), learns ? view.progress().orElse(0.0) : 0, x(313), y(middle));
    }

    private void button(Graphics2D g, BeforeView.Action action, double middle) {
        Rectangle2D box =
                new Rectangle2D.Double(x(968), y(middle - 19.5), look.px(172), look.px(39));
        g.setColor(look.palette.text3);
        g.setStroke(new BasicStroke((float) look.px(1.2)));
        g.draw(
                new RoundRectangle2D.Double(
                        box.getX(),
                        box.getY(),
                        box.getWidth(),
                        box.getHeight(),
                        look.px(8),
                        look.px(8)));
        Font font = look.type.regular(Typeface.BODY);
        Font key = look.type.regular(Typeface.LABEL);
        double base = Look.baselineFor(g, font, box.getCenterY());
        double right = box.getMaxX() - look.px(14);
        double words = look.writeEnding(g, action.key(), key, look.palette.text2, right, base);
        double from = box.getX() + look.px(14);
        String fitted = Look.fit(g, action.words(), font, words - from - look.px(6));
        look.write(g, fitted, font, look.palette.text, from, base);
        text(g, action.note(), Typeface.LABEL, look.palette.text3, 968, middle + 33);
        buttons.put(action.key(), box);
    }

    private void paintProgress(Graphics2D g, double done) {
        Rectangle2D bar = new Rectangle2D.Double(x(460), y(686), look.px(485), look.px(13));
        g.setColor(look.palette.text3);
        g.setStroke(new BasicStroke((float) look.px(1)));
        g.draw(bar);
        g.setColor(look.palette.ink(org.attune.regulation.RegulationState.USUAL));
        double inset = look.px(3);
        g.fill(
                new Rectangle2D.Double(
                        bar.getX() + inset,
                        bar.getY() + inset,
                        (bar.getWidth() - 2 * inset) * done,
                        bar.getHeight() - 2 * inset));
        double tick = bar.getX() + bar.getWidth() * view.settleShare();
        g.setColor(look.palette.text3);
        g.draw(new Line2D.Double(tick, y(682), tick, y(703)));
        text(g, view.settle(), Typeface.TICK, look.palette.text3, 460, 716);
        double learn = LEFT + (tick - left) / look.scale + 6;
        text(g, view.learn(), Typeface.TICK, look.palette.text3, learn, 716);
    }

    private void paintChoice(Graphics2D g) {
        LiveWords words = look.words;
        text(g, words.text("before.else.title"), 18, look.palette.text, 300, 198, true);
        text(g, words.text("before.else.hint"), Typeface.LABEL, look.palette.text3, 300, 224);
        double middle = 266;
        List<String> shown = choice.window(11);
        for (String code : shown) {
            boolean selected = code.equals(choice.selected());
            if (selected) {
                g.setColor(look.palette.focus);
                g.setStroke(new BasicStroke((float) look.px(2)));
                g.draw(
                        new RoundRectangle2D.Double(
                                x(300),
                                y(middle - 18),
                                look.px(840),
                                look.px(36),
                                look.px(8),
                                look.px(8)));
            }
            String name = code.isEmpty() ? words.text("before.else.unnamed") : code;
            text(g, name, Typeface.SENTENCE, look.palette.text, 320, middle, selected);
            middle += 41;
        }
    }

    private void paintBegin(Graphics2D g) {
        LiveWords words = look.words;
        Rectangle2D box = new Rectangle2D.Double(x(LEFT), y(774), look.px(240), look.px(49));
        g.setColor(look.palette.focus);
        g.fill(
                new RoundRectangle2D.Double(
                        box.getX(),
                        box.getY(),
                        box.getWidth(),
                        box.getHeight(),
                        look.px(8),
                        look.px(8)));
        Font font = look.type.semibold(Typeface.BODY);
        double base = Look.baselineFor(g, font, box.getCenterY());
        java.awt.Color ink = look.palette.surface;
        look.write(g, words.text("before.begin"), font, ink, box.getX() + look.px(14), base);
        Font key = look.type.regular(Typeface.LABEL);
        look.writeEnding(g, "Enter", key, ink, box.getMaxX() - look.px(14), base);
        text(g, words.text("before.then"), 15, look.palette.text2, 532, 798);
        buttons.put("Enter", box);
    }
}
