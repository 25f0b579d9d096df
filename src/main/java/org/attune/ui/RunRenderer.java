package org.attune.ui;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.data.xy.XYDataset;

/**
 * Draws a trace run by run: a run ends at a hole, and nothing is drawn across one. The renderers
 * that come with the charts bridge holes with their fills, so each kind of trace brings a {@link
 * Brush} instead.
 */
final class RunRenderer extends AbstractXYItemRenderer {
    private static final long serialVersionUID = 1L;

    private final transient Brush brush;

    RunRenderer(Brush brush) {
        this.brush = brush;
    }

    /** How one run is painted. */
    interface Brush {
        /**
         * Paints one unbroken run.
         *
         * @param points of the run in pixels, left to right
         * @param first index of the first point in {@code trace}
         */
        void paint(Graphics2D g, List<Point2D> points, Trace trace, int first, Canvas canvas);
    }

    /** Where the run is painted. */
    record Canvas(Rectangle2D area, ValueAxis axis, XYPlot plot) {
        /** The y of {@code value}, pixels. */
        double y(double value) {
            return axis.valueToJava2D(value, area, plot.getRangeAxisEdge());
        }
    }

    @Override
    public XYItemRendererState initialise(
            Graphics2D g,
            Rectangle2D dataArea,
            XYPlot plot,
            XYDataset dataset,
            PlotRenderingInfo info) {
        XYItemRendererState state = super.initialise(g, dataArea, plot, dataset, info);
        state.setProcessVisibleItemsOnly(false);
        return state;
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
        if (item != 0 || !(dataset instanceof TraceDataset traces)) {
            return;
        }
        Trace trace = traces.trace();
        Canvas canvas = new Canvas(dataArea, rangeAxis, plot);
        int i = 0;
        while (i < trace.size()) {
            int first = i;
            List<Point2D> points = new ArrayList<>();
            while (i < trace.size() && !trace.hole(i)) {
                double x =
                        domainAxis.valueToJava2D(
                                trace.second(i), dataArea, plot.getDomainAxisEdge());
                points.add(new Point2D.Double(x, canvas.y(trace.value(i))));
                i++;
            }
            if (!points.isEmpty()) {
                brush.paint(g, points, trace, first, canvas);
            }
            i = Math.max(i, first + 1);
        }
    }

    /** The line through {@code points}; a lone point becomes a short stroke. */
    static Path2D line(List<Point2D> points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points.get(0).getX(), points.get(0).getY());
        for (Point2D point : points.subList(1, points.size())) {
            path.lineTo(point.getX(), point.getY());
        }
        if (points.size() == 1) {
            path.lineTo(points.get(0).getX() + 0.5, points.get(0).getY());
        }
        return path;
    }

    /** The area between {@code points} and the horizontal at {@code foot}. */
    static Path2D areaTo(List<Point2D> points, double foot) {
        Path2D path = line(points);
        path.lineTo(points.get(points.size() - 1).getX(), foot);
        path.lineTo(points.get(0).getX(), foot);
        path.closePath();
        return path;
    }
}
