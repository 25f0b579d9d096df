package org.attune.ui.review;

import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import javax.swing.SwingUtilities;

/**
 * What the mouse asks of the lanes: the wheel zooms where it points, a drag moves in time, a drag
 * with Shift sees that stretch, one with Control chooses the span that is spoken of, one of a mark
 * corrects when it was, a click on a mark opens it, one on the ribbon asks why. Confined to the
 * EDT.
 */
final class ReviewMouse extends MouseAdapter {
    /** A press that moves less is a click, pixels. */
    private static final int STILL = 3;

    private final LanesPane lanes;
    private final ReviewPresenter presenter;
    private final ReviewSight sight;
    private final ReviewSayings sayings;
    private final Runnable refresh;
    private double movedTo;
    private int pressedAt;
    private double pressedSecond;
    private double pressedFrom;
    private boolean stretching;
    private boolean spanning;
    private boolean dragged;
    private boolean onMark;

    ReviewMouse(
            LanesPane lanes, ReviewPresenter presenter, ReviewSayings sayings, Runnable refresh) {
        this.sayings = sayings;
        this.lanes = lanes;
        this.presenter = presenter;
        this.sight = presenter.sight();
        this.refresh = refresh;
    }

    void install() {
        lanes.addMouseListener(this);
        lanes.addMouseMotionListener(this);
        lanes.addMouseWheelListener(this);
    }

    @Override
    public void mouseWheelMoved(MouseWheelEvent event) {
        int steps = (int) -Math.signum(event.getPreciseWheelRotation());
        if (event.isShiftDown()) {
            sight.pan(-0.1 * steps);
        } else {
            sight.zoom(steps, lanes.across().second(event.getX()));
        }
        refresh.run();
    }

    @Override
    public void mousePressed(MouseEvent event) {
        lanes.requestFocusInWindow();
        Canvas across = lanes.across();
        pressedAt = event.getX();
        pressedSecond = across.second(event.getX());
        pressedFrom = across.window().from();
        stretching = event.isShiftDown();
        spanning = event.isControlDown() && sayings.arePossible() && !stretching;
        dragged = false;
        var mark = lanes.markAt(event.getX(), event.getY());
        onMark = mark.isPresent() && sayings.arePossible() && !stretching && !spanning;
        if (onMark) {
            sight.chooseMark(mark.get());
            movedTo = pressedSecond;
        }
    }

    @Override
    public void mouseDragged(MouseEvent event) {
        if (!SwingUtilities.isLeftMouseButton(event)
                || (!dragged && Math.abs(event.getX() - pressedAt) < STILL)) {
            return;
        }
        dragged = true;
        Canvas across = lanes.across();
        if (onMark) {
            double now = across.second(event.getX());
            sayings.nudge(now - movedTo);
            movedTo = now;
        } else if (stretching || spanning) {
            lanes.select(pressedAt, event.getX());
        } else {
            double perPixel = across.window().seconds() / across.area().getWidth();
            sight.beginAt(pressedFrom - (event.getX() - pressedAt) * perPixel);
            refresh.run();
        }
    }

    @Override
    public void mouseReleased(MouseEvent event) {
        lanes.selectNothing();
        if (dragged) {
            if (onMark) {
                boolean unused = sayings.keepMove();
            } else if (spanning) {
                presenter.spoken().span(pressedSecond, lanes.across().second(event.getX()));
            } else if (stretching) {
                sight.stretch(pressedSecond, lanes.across().second(event.getX()));
            }
        } else {
            clicked(event);
        }
        refresh.run();
    }

    private void clicked(MouseEvent event) {
        var mark = lanes.markAt(event.getX(), event.getY());
        var ribbon = lanes.ribbonAt(event.getY());
        if (mark.isPresent()) {
            sight.chooseMark(mark.get());
        } else if (ribbon.isPresent() && lanes.isOnChart(event.getX())) {
            sight.askWhyOf(ribbon.get(), lanes.across().second(event.getX()));
        }
    }

    @Override
    public void mouseMoved(MouseEvent event) {
        boolean on = lanes.isOnChart(event.getX());
        sight.point(on ? lanes.across().second(event.getX()) : -1);
    }

    @Override
    public void mouseExited(MouseEvent event) {
        sight.point(-1);
    }
}
