package org.attune.ui;

import java.awt.Graphics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JPanel;
import org.attune.session.LaneId;

/**
 * The whole live display: for each person a head and charts, then what all share, then the foot
 * line. Paints only when it is shown something new. Confined to the EDT.
 */
final class LivePanel extends JPanel {
    private static final long serialVersionUID = 1L;

    /**
     * What the therapist chose to see.
     *
     * @param pressed how often a key was pressed so far, told on the key card alone
     */
    record Choices(
            boolean numbers,
            boolean therapist,
            boolean keyCard,
            boolean reduceMotion,
            int pressed) {
        Choices(boolean numbers, boolean therapist, boolean keyCard, boolean reduceMotion) {
            this(numbers, therapist, keyCard, reduceMotion, 0);
        }
    }

    private final transient List<Lane> lanes = new ArrayList<>();
    private final TimeFoot timeFoot;
    private final FootLine footLine;
    private final KeyCard keyCard;
    private final OwnLane ownLane;
    private final JComponent corner;
    private transient Look look;
    private transient LiveView view;

    /** One person's head and charts. */
    private record Lane(LaneId lane, HeadPane head, LaneChart chart) {}

    /**
     * @param corner stands beside marks and time, in the column of the labels
     */
    LivePanel(Look look, LiveView view, JComponent corner) {
        this.look = look;
        this.view = view;
        this.corner = corner;
        setLayout(null);
        setOpaque(true);
        keyCard = new KeyCard(look, view, false);
        keyCard.setVisible(false);
        add(keyCard);
        add(corner);
        timeFoot = new TimeFoot(look, view.timeline());
        add(timeFoot);
        footLine = new FootLine(look, view);
        add(footLine);
        ownLane = new OwnLane(look);
        add(ownLane);
        setFocusable(true); // Where the keyboard rests; Tab goes on to what can be read aloud.
        FocusRing.reading(timeFoot, () -> this.look);
        FocusRing.reading(footLine, () -> this.look);
        rebuildLanes();
    }

    /** Shows {@code newView}; one repaint. */
    void show(
            Look newLook, LiveView newView, Optional<Confirmation> confirmation, Choices choices) {
        look = newLook;
        view = newView;
        if (!sameLanes()) {
            rebuildLanes();
        }
        for (int i = 0; i < lanes.size(); i++) {
            Lane lane = lanes.get(i);
            LaneView shown = view.lanes().get(i);
            lane.head().show(look, view, shown, choices.reduceMotion());
            lane.chart().show(look, shown, view.timeline(), choices.numbers(), choices.therapist());
        }
        timeFoot.show(look, view.timeline(), choices.therapist());
        ownLane.show(look, view, choices.therapist());
        footLine.show(look, view, confirmation, choices.therapist());
        keyCard.show(look, view, choices.numbers(), choices.pressed());
        keyCard.setVisible(choices.keyCard());
        getAccessibleContext().setAccessibleName(view.title());
        doLayout();
        repaint();
    }

    private boolean sameLanes() {
        return lanes.stream()
                .map(Lane::lane)
                .toList()
                .equals(view.lanes().stream().map(LaneView::lane).toList());
    }

    private void rebuildLanes() {
        for (Lane lane : lanes) {
            lane.head().stopFading();
            remove(lane.head());
            remove(lane.chart());
        }
        lanes.clear();
        boolean compact = view.lanes().size() > 1;
        for (LaneView shown : view.lanes()) {
            HeadPane head = new HeadPane(look, view, shown, compact, lanes.isEmpty());
            LaneChart chart = new LaneChart(look, shown, view.timeline(), compact);
            FocusRing.reading(head, () -> this.look);
            FocusRing.reading(chart, () -> this.look);
            lanes.add(new Lane(shown.lane(), head, chart));
            add(head);
            add(chart);
        }
    }

    /** There is no card here. */
    void withoutCard() {
        footLine.withoutHint();
    }

    /** Ends what is still moving; called when the window closes. */
    void stop() {
        lanes.forEach(lane -> lane.head().stopFading());
    }

    /** The card lies over the charts. */
    @Override
    public boolean isOptimizedDrawingEnabled() {
        return false;
    }

    @Override
    public void doLayout() {
        int width = getWidth();
        int foot = FootLine.height(look);
        int own = ownLane.neededHeight();
        int shared = TimeFoot.height(look);
        int bottom = getHeight() - foot;
        footLine.setBounds(0, bottom, width, foot);
        ownLane.setVisible(own > 0);
        ownLane.setBounds(0, bottom - own, width, own);
        int people = Math.max(1, lanes.size());
        int heads = lanes.stream().mapToInt(lane -> lane.head().heightFor(width)).sum();
        int room = Math.max(0, bottom - own - shared - heads);
        int y = 0;
        int cardTop = 0;
        for (int i = 0; i < lanes.size(); i++) {
            Lane lane = lanes.get(i);
            int headHeight = lane.head().heightFor(width);
            lane.head().setBounds(0, y, width, headHeight);
            y += headHeight;
            cardTop = i == 0 ? y : cardTop;
            int height = room / people;
            lane.chart().setBounds(0, y, width, height);
            y += height;
        }
        timeFoot.setBounds(0, y, width, Math.max(0, bottom - own - y));
        int side = Math.min(look.whole(84), shared);
        int column = look.whole(TimeScale.LABELS_RIGHT);
        corner.setBounds(width - column + (column - side) / 2, y, side, side);
        if (keyCard.isVisible()) {
            placeCard(width, cardTop, bottom);
        }
    }

    /** Under the first head, where all of it has room there as large as asked for; else over it. */
    private void placeCard(int width, int under, int bottom) {
        int top = keyCard.neededHeight(width) > bottom - under ? 0 : under;
        keyCard.setBounds(0, top, width, keyCard.fitInto(width, bottom - top));
    }

    @Override
    protected void paintComponent(Graphics g) {
        g.setColor(look.palette.ground);
        g.fillRect(0, 0, getWidth(), getHeight());
    }
}
