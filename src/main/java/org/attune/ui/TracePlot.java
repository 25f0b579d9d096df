package org.attune.ui;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;

/**
 * A bare chart: no box, no labels, no grid of its own, fixed axes, drawn into an exact rectangle.
 */
final class TracePlot {
    private TracePlot() {}

    static XYPlot of(Trace trace, TimeScale time, LaneView.Axis range, RunRenderer renderer) {
        XYPlot plot =
                new XYPlot(
                        new TraceDataset(trace.thinned(time.secondsPerPixel())),
                        axis(time.from(), time.now()),
                        axis(range.lower(), range.upper()),
                        renderer);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setOutlineVisible(false);
        plot.setBackgroundAlpha(0);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        return plot;
    }

    static void draw(Graphics2D g, XYPlot plot, TimeScale time, double top, double height) {
        Graphics2D own = (Graphics2D) g.create();
        plot.draw(
                own,
                new Rectangle2D.Double(time.left(), top, time.width(), height),
                null,
                null,
                null);
        own.dispose();
    }

    private static NumberAxis axis(double lower, double upper) {
        NumberAxis axis = new NumberAxis();
        axis.setAutoRange(false);
        axis.setRange(lower, upper);
        axis.setVisible(false);
        return axis;
    }
}
