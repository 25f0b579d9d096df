package org.attune.ui.review;

import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.function.IntConsumer;
import javax.swing.JPanel;
import org.attune.ui.Look;

/** Where it rose, how long each state held, and the two minutes around what is chosen. */
final class SidePane extends JPanel {
    static final double TITLE = 15;

    private static final long serialVersionUID = 1L;
    private static final double WIDTH = 396;
    private static final double NARROW = 300;
    private static final double INSET_LEAST = 190;

    private final EpisodeList rose;
    private final StateTimesPane times;
    private final InsetPane inset;
    private final WhatIfPane whatIf;
    private final TwoPane two;
    private final NumbersPane numbers;
    private transient Look look;

    SidePane(
            Look look,
            ReviewWords words,
            ReviewView view,
            IntConsumer chosen,
            WhatIfPane.Turned turned,
            IntConsumer numberChosen) {
        this.look = look;
        rose = new EpisodeList(look, words, view, chosen);
        times = new StateTimesPane(look, words, view);
        inset = new InsetPane(look, words, view);
        whatIf = new WhatIfPane(look, words, view, turned);
        two = new TwoPane(look, words, view);
        numbers = new NumbersPane(look, words, view, numberChosen);
        setLayout(null);
        setOpaque(true);
        add(rose);
        add(times);
        add(inset);
        add(whatIf);
        add(two);
        add(numbers);
    }

    void show(Look newLook, ReviewWords words, ReviewView view) {
        look = newLook;
        rose.show(look, words, view);
        times.show(look, words, view);
        inset.show(look, words, view);
        whatIf.show(look, words, view);
        two.show(look, words, view);
        numbers.show(look, words, view);
        numbers.setVisible(view.numbers().isPresent());
        two.setVisible(view.two().isPresent());
        boolean asks =
                view.whatIf().isPresent() || view.two().isPresent() || view.numbers().isPresent();
        whatIf.setVisible(view.whatIf().isPresent() && view.two().isEmpty());
        rose.setVisible(!asks);
        times.setVisible(!asks);
        inset.setVisible(!asks);
        revalidate();
        repaint();
    }

    /** How wide, in pixels, of a window so wide; the charts keep more than half. */
    int neededWidth(int window) {
        int wanted = look.whole(window / look.scale < 1100 ? NARROW : WIDTH);
        return Math.min(wanted, (int) (window * 0.42));
    }

    @Override
    public void doLayout() {
        int left = look.whole(22);
        int width = Math.max(0, getWidth() - left - look.whole(24));
        int top = look.whole(16);
        two.setBounds(left, top, width, Math.max(0, getHeight() - top));
        numbers.setBounds(left, top, width, Math.max(0, getHeight() - top));
        whatIf.setBounds(left, top, width, Math.max(0, getHeight() - top));
        int room = getHeight() - top - look.whole(8);
        // The list names the moment, so it stays longest; then how long, then how it looked.
        int timesHeight = times.neededHeight();
        timesHeight = room >= timesHeight + rose.leastHeight() ? timesHeight : 0;
        int least = look.whole(INSET_LEAST);
        boolean withInset = timesHeight > 0 && room >= timesHeight + rose.leastHeight() + least;
        int forRose = room - timesHeight - (withInset ? least : 0);
        int roseHeight = Math.max(0, Math.min(rose.neededHeight(), forRose));
        rose.setBounds(left, top, width, roseHeight);
        times.setBounds(left, top + roseHeight, width, timesHeight);
        int under = top + roseHeight + timesHeight;
        inset.setBounds(left, under, width, withInset ? Math.max(0, getHeight() - under) : 0);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Look.smooth(graphics);
        g.setColor(look.palette.ground);
        g.fillRect(0, 0, getWidth(), getHeight());
        g.setColor(look.palette.rule);
        int edge = look.whole(24);
        g.fillRect(0, edge, Math.max(1, look.whole(1)), getHeight() - 2 * edge);
        g.dispose();
    }
}
