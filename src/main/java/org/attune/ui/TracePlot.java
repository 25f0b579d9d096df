package org.attune.ui;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYDataset;

/**
 * A bare chart: no box, no labels, no grid of its own, fixed axes, drawn into an exact rectangle.
 */
public final class TracePlot {
    private TracePlot() {}

    static XYPlot of(Trace trace, TimeScale time, LaneView.Axis range, RunRenderer renderer) {
        return bare(
                new TraceDataset(trace.thinned(time.secondsPerPixel())),
                axis(time.from(), time.now()),
                axis(range.lower(), range.upper()),
                renderer);
    }

    /** A chart of {@code dataset} with nothing but what {@code renderer} draws. */
    public static XYPlot bare(
            XYDataset dataset, NumberAxis across, NumberAxis up, XYItemRenderer renderer) {
        XYPlot plot = new XYPlot(dataset, across, up, renderer);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setOutlineVisible(false);
        plot.setBackgroundAlpha(0);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        return plot;
    }

    static void draw(Graphics2D g, XYPlot plot, TimeScale time, double top, double height) {
        draw(g, plot, new Rectangle2D.Double(time.left(), top, time.width(), height));
    }

    /** Draws {@code plot} into exactly {@code area}. */
    public static void draw(Graphics2D g, XYPlot plot, Rectangle2D area) {
        Graphics2D own = (Graphics2D) g.create();
        plot.draw(own, area, null, null, null);
        own.dispose();
    }

    /** A fixed axis that is not seen. */
    public static NumberAxis axis(double lower, double upper) {
        NumberAxis axis = new NumberAxis();
        axis.setAutoRange(false);
        axis.setRange(lower, upper);
        axis.setVisible(false);
        return axis;
    }
}
