package org.attune.ui.review;

import java.util.function.IntConsumer;
import javax.swing.JPanel;
import org.attune.ui.Look;

/** The whole of the window: head, lanes, side and foot. Confined to the EDT. */
final class ReviewPanel extends JPanel {
    private static final long serialVersionUID = 1L;

    private final HeadPane head;
    private final LanesPane lanes;
    private final OwnLanePane own;
    private final SidePane side;
    private final FootPane foot;
    private final KeyCardPane card;
    private transient Look look;

    /**
     * @param chosen is told which line of the list was chosen
     * @param turned is told what was turned in the panel of other settings
     * @param numberChosen is told which line of the panel of figures was chosen
     */
    ReviewPanel(
            Look look,
            ReviewWords words,
            ReviewView view,
            IntConsumer chosen,
            WhatIfPane.Turned turned,
            IntConsumer numberChosen) {
        this.look = look;
        head = new HeadPane(look, view);
        lanes = new LanesPane(look, words, view);
        own = new OwnLanePane(look, words, view, lanes);
        side = new SidePane(look, words, view, chosen, turned, numberChosen);
        foot = new FootPane(look, words, view);
        card = new KeyCardPane(look, words);
        setLayout(null);
        add(card);
        add(head);
        add(lanes);
        add(own);
        add(side);
        add(foot);
        show(look, words, view);
    }

    /** Whether card and foot name the keys for page and picture. */
    void offerPictures(boolean offered) {
        card.offerPictures(offered);
        foot.offerPictures(offered);
    }

    LanesPane lanes() {
        return lanes;
    }

    void show(Look newLook, ReviewWords words, ReviewView view) {
        look = newLook;
        setBackground(look.palette.ground);
        head.show(look, view);
        lanes.show(look, words, view);
        own.show(look, words, view);
        side.show(look, words, view);
        foot.show(look, words, view);
        card.show(look, words, view);
        doLayout();
        revalidate();
        repaint();
    }

    @Override
    public boolean isOptimizedDrawingEnabled() {
        return false; // the card lies over the lanes
    }

    @Override
    public void doLayout() {
        int width = getWidth();
        int height = getHeight();
        int top = head.neededHeight(width);
        int bottom = Math.max(top, height - foot.neededHeight(width));
        int right = width - side.neededWidth(width);
        int ownHeight = Math.min(own.neededHeight(), (bottom - top) / 2);
        head.setBounds(0, 0, width, top);
        foot.setBounds(0, bottom, width, height - bottom);
        lanes.setBounds(0, top, right, bottom - top - ownHeight);
        own.setBounds(0, bottom - ownHeight, right, ownHeight);
        side.setBounds(right, top, width - right, bottom - top);
        int cardWidth = Math.min(card.neededWidth(), width);
        int cardHeight = Math.min(card.neededHeight(), bottom - top);
        card.setBounds(
                (width - cardWidth) / 2,
                top + (bottom - top - cardHeight) / 2,
                cardWidth,
                cardHeight);
    }
}
