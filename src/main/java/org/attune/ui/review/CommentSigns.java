package org.attune.ui.review;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import org.attune.ui.Look;

/** Where something was said of the session: a small sign, with a line where it is of a span. */
final class CommentSigns {
    private CommentSigns() {}

    /**
     * @param y middle of the signs, pixels
     */
    static void paint(Graphics2D g, Look look, ReviewView view, Canvas canvas, double y) {
        view.span().ifPresent(span -> paintSpan(g, look, span, view.window(), canvas, y));
        for (ReviewView.Remark each : view.comments()) {
            double from = each.from();
            double to = each.to();
            if (to < view.window().from() || from > view.window().to()) {
                continue;
            }
            boolean chosen = view.chosenComment().filter(each::equals).isPresent();
            g.setColor(chosen ? look.palette.focus : look.palette.text2);
            g.setStroke(new BasicStroke((float) look.px(chosen ? 2 : 1.2)));
            if (to > from) {
                double left = canvas.x(Math.max(from, view.window().from()));
                double right = canvas.x(Math.min(to, view.window().to()));
                g.draw(new Line2D.Double(left, y + look.px(6), right, y + look.px(6)));
            }
            if (view.window().holds(from)) {
                Path2D sign = sign(look, canvas.x(from), y);
                g.setColor(look.palette.surface);
                g.fill(sign);
                g.setColor(chosen ? look.palette.focus : look.palette.text2);
                g.draw(sign);
            }
        }
    }

    /** The span that is spoken of, between two edges. */
    private static void paintSpan(
            Graphics2D g,
            Look look,
            ReviewView.Stretch span,
            TimeWindow window,
            Canvas canvas,
            double y) {
        g.setColor(look.palette.focus);
        g.setStroke(new BasicStroke((float) look.px(2)));
        for (double edge : new double[] {span.from(), span.to()}) {
            if (window.holds(edge)) {
                double x = canvas.x(edge);
                g.draw(new Line2D.Double(x, y - look.px(7), x, y + look.px(7)));
            }
        }
        double left = canvas.x(Math.max(span.from(), window.from()));
        double right = canvas.x(Math.min(span.to(), window.to()));
        if (right > left) {
            g.draw(new Line2D.Double(left, y, right, y));
        }
    }

    /** A speech balloon whose tail points at the moment. */
    private static Path2D sign(Look look, double x, double y) {
        double half = look.px(6);
        Path2D sign = new Path2D.Double();
        sign.moveTo(x, y + look.px(6));
        sign.lineTo(x, y + look.px(2));
        sign.lineTo(x - half / 3, y + look.px(2));
        sign.lineTo(x - half / 3, y - look.px(6));
        sign.lineTo(x + 2 * half, y - look.px(6));
        sign.lineTo(x + 2 * half, y + look.px(2));
        sign.lineTo(x + half / 2, y + look.px(2));
        sign.closePath();
        return sign;
    }
}
