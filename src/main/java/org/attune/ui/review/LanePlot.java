package org.attune.ui.review;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.function.Consumer;
import org.attune.ui.Look;
import org.attune.ui.TracePlot;
import org.attune.ui.Typeface;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.data.xy.DefaultXYDataset;
import org.jfree.data.xy.XYDataset;

/**
 * A bare chart with a scale of numbers at its left and no box: the axes are the chart's, the line
 * is laid by whoever asks, from paths made once for each zoom. Confined to the EDT.
 */
final class LanePlot {
    private LanePlot() {}

    /** Draws the scale of {@code canvas} and, clipped to its area, what {@code lines} paints. */
    static void draw(
            Graphics2D g, Look look, Canvas canvas, double tick, Consumer<Graphics2D> lines) {
        XYPlot plot =
                TracePlot.bare(
                        one(canvas),
                        TracePlot.axis(canvas.window().from(), canvas.window().to()),
                        TracePlot.axis(canvas.lower(), canvas.upper()),
                        new Lines(lines));
        scale(g, look, canvas, tick);
        TracePlot.draw(g, plot, canvas.area());
    }

    /** The charts ask their renderer for nothing where there is no entry. */
    private static XYDataset one(Canvas canvas) {
        DefaultXYDataset dataset = new DefaultXYDataset();
        double middle = (canvas.lower() + canvas.upper()) / 2;
        dataset.addSeries("lines", new double[][] {{canvas.window().from()}, {middle}});
        return dataset;
    }

    /** The numbers of the axis, to the left of it. */
    private static void scale(Graphics2D g, Look look, Canvas canvas, double tick) {
        Font font = look.type.regular(Typeface.TICK);
        g.setStroke(new BasicStroke((float) look.px(1)));
        double x = canvas.area().getX();
        double free = Double.POSITIVE_INFINITY;
        for (double at = Math.ceil(canvas.lower() / tick) * tick;
                at <= canvas.upper();
                at += tick) {
            double y = canvas.y(at);
            g.setColor(look.palette.text3);
            g.draw(new Line2D.Double(x - look.px(6), y, x, y));
            if (y < free) {
                String number = tick < 1 ? look.words.tenths(at) : look.words.whole(at);
                double base = Look.baselineFor(g, font, y);
                look.writeEnding(g, number, font, look.palette.text3, x - look.px(11), base);
                free = y - look.px(15);
            }
        }
    }

    private static final class Lines extends AbstractXYItemRenderer {
        private static final long serialVersionUID = 1L;

        private final transient Consumer<Graphics2D> lines;

        Lines(Consumer<Graphics2D> lines) {
            this.lines = lines;
        }

        @Override
        public void drawItem(
                Graphics2D g,
                XYItemRendererState state,
                Rectangle2D dataArea,
                PlotRenderingInfo info,
                XYPlot plot,
                ValueAxis domainAxis,
                ValueAxis rangeAxis,
                XYDataset dataset,
                int series,
                int item,
                CrosshairState crosshairState,
                int pass) {
            lines.accept(g);
        }
    }
}
