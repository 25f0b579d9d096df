package org.attune.ui.review;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.attune.ui.Look;

/** What is chosen and what is asked about, drawn over the lanes. Confined to the EDT. */
record LanesFrames(Look look, ReviewView view, Canvas across, LanesLayout layout) {
    /** The two minutes that are opened at the side; not where they fill the chart. */
    void paintChosen(Graphics2D g) {
        if (view.inset().isEmpty() || view.person() >= layout.people().size()) {
            return;
        }
        ReviewView.Inset inset = view.inset().get();
        LanesLayout.Row row = layout.people().get(view.person()).rate();
        double left = across.bounded(inset.from());
        double right = across.bounded(inset.to());
        boolean inside = inset.to() > view.window().from() && inset.from() < view.window().to();
        if (inside && right - left < 0.9 * across.area().getWidth()) {
            g.setColor(look.palette.focus);
            g.setStroke(new BasicStroke((float) look.px(1.6)));
            g.draw(
                    new Rectangle2D.Double(
                            left,
                            row.top() - look.px(12),
                            Math.max(2, right - left),
                            row.height() + look.px(10)));
        }
    }

    void paintAsked(Graphics2D g) {
        view.why()
                .filter(why -> view.window().holds(why.second()))
                .ifPresent(
                        why -> {
                            double x = Math.floor(across.x(why.second())) + 0.5;
                            g.setColor(look.palette.focus);
                            g.setStroke(new BasicStroke((float) look.px(1.2)));
                            double top = layout.people().get(view.person()).ribbon().top();
                            g.draw(new Line2D.Double(x, top - look.px(4), x, layout.axisTop()));
                        });
    }
}
