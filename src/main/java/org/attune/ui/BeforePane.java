package org.attune.ui;

import java.awt.BasicStroke;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JPanel;
import javax.swing.LayoutFocusTraversalPolicy;

/**
 * The page before the session: five lines in the order of doubt, and one key to begin. Nothing on
 * it blocks the beginning. Confined to the EDT.
 */
final class BeforePane extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final double WIDTH = 905;
    private static final double NEEDED_WIDTH = WIDTH + 48;
    private static final double NEEDED_HEIGHT = 880;
    private static final double SIDE_WIDTH = 172;
    private static final double SIDE_HEIGHT = 39;

    private final BeforeButton begin;
    private final BeforeButton someoneElse;
    private final BeforeButton consent;
    private final BeforeButton range;
    private transient Look look;
    private transient BeforeView view;
    private transient ChoiceOfPerson choice = ChoiceOfPerson.CLOSED;

    /**
     * @param onKey told the key of a button that is pressed, as it is written on it
     */
    BeforePane(Look look, BeforeView view, Consumer<String> onKey) {
        this.look = look;
        this.view = view;
        setLayout(null);
        setOpaque(true);
        someoneElse = button(false, "Esc", onKey);
        consent = button(false, "L", onKey);
        range = button(false, "B", onKey);
        begin = button(true, "Enter", onKey);
        setFocusTraversalPolicyProvider(true);
        setFocusTraversalPolicy(new BeginFirst(begin));
    }

    /** The keyboard stands at the beginning, and goes down the page from there. */
    private static final class BeginFirst extends LayoutFocusTraversalPolicy {
        private static final long serialVersionUID = 1L;

        BeginFirst(Component begin) {
            setComparator(
                    Comparator.<Component, Boolean>comparing(BeforeButton.class::isInstance)
                            .thenComparing(each -> each != begin)
                            .thenComparing(Component::getY));
        }
    }

    private BeforeButton button(boolean primary, String key, Consumer<String> onKey) {
        BeforeButton button = new BeforeButton(look, primary, () -> onKey.accept(key));
        add(button);
        return button;
    }

    void show(Look newLook, BeforeView newView, ChoiceOfPerson newChoice) {
        boolean closes = choice.open() && !newChoice.open();
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
        offer(someoneElse, view.who().action());
        offer(consent, view.consent().action());
        offer(range, view.range().action());
        begin.show(look, look.words.text("before.begin"), "Enter");
        begin.setVisible(!choice.open()); // Enter chooses there, and begins nothing.
        if (closes) {
            begin.requestFocusInWindow();
        }
        doLayout();
        repaint();
    }

    private void offer(BeforeButton button, Optional<BeforeView.Action> action) {
        action.ifPresent(offered -> button.show(look, offered.words(), offered.key()));
        button.setVisible(action.isPresent() && !choice.open());
    }

    /** A small window shows the whole page smaller; nothing is cut. */
    private double fit() {
        double wide = getWidth() / look.px(NEEDED_WIDTH);
        double high = getHeight() / look.px(NEEDED_HEIGHT);
        return Math.min(1, Math.min(wide, high));
    }

    private BeforeSheet sheet() {
        double fit = fit();
        return new BeforeSheet(
                look,
                (getWidth() / fit - look.px(WIDTH)) / 2,
                Math.max(0, (getHeight() / fit - look.px(900)) / 2));
    }

    @Override
    public void doLayout() {
        if (getWidth() <= 0 || getHeight() <= 0) {
            return;
        }
        BeforeSheet sheet = sheet();
        place(sheet, someoneElse, BeforeButton.WHO);
        place(sheet, consent, BeforeButton.CONSENT);
        place(sheet, range, BeforeButton.range(view));
        begin.place(sheet.box(BeforeSheet.LEFT, 774, 240, 49), fit());
    }

    private void place(BeforeSheet sheet, BeforeButton button, double middle) {
        double top = middle - SIDE_HEIGHT / 2;
        button.place(sheet.box(BeforeButton.LEFT, top, SIDE_WIDTH, SIDE_HEIGHT), fit());
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Look.smooth(graphics);
        g.setColor(look.palette.ground);
        g.fillRect(0, 0, getWidth(), getHeight());
        g.scale(fit(), fit());
        BeforeSheet sheet = sheet();
        LiveWords words = look.words;
        look.write(
                g,
                words.text("before.title"),
                look.type.semibold(30),
                look.palette.text,
                sheet.x(BeforeSheet.LEFT),
                sheet.y(96));
        sheet.text(g, words.text("before.lead"), 15, look.palette.text2, BeforeSheet.LEFT, 121);
        Rectangle2D card = sheet.box(BeforeSheet.LEFT, 162, WIDTH, 580);
        g.setColor(look.palette.surface);
        g.fill(card);
        g.setColor(look.palette.rule);
        g.setStroke(new BasicStroke((float) look.px(1.2)));
        g.draw(card);
        if (choice.open()) {
            BeforeLines.paint(g, sheet, choice);
        } else {
            new BeforeLines(g, sheet, view).paint();
            sheet.text(g, words.text("before.then"), 15, look.palette.text2, 532, 798);
        }
        double foot = 865;
        sheet.text(g, words.limits(), Typeface.LABEL, look.palette.text3, BeforeSheet.LEFT, foot);
        g.dispose();
    }
}
