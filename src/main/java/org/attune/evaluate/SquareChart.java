package org.attune.evaluate;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeriesCollection;

/** Shares against shares, with the diagonal. */
final class SquareChart {
    private SquareChart() {}

    static JFreeChart of(String title, String across, String up, XYSeriesCollection data) {
        XYLineAndShapeRenderer lines = new XYLineAndShapeRenderer(true, false);
        lines.setDrawSeriesLineAsPath(true); // else every piece of a dashed line begins anew
        XYPlot plot = new XYPlot(data, axis(across), axis(up), lines);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setDomainGridlinePaint(Color.LIGHT_GRAY);
        plot.setRangeGridlinePaint(Color.LIGHT_GRAY);
        plot.setInsets(new RectangleInsets(4, 8, 4, 16));
        plot.addAnnotation(
                new XYLineAnnotation(0, 0, 1, 1, new BasicStroke(1), new Color(0x77, 0x77, 0x77)));
        JFreeChart chart =
                new JFreeChart(title, new Font(Font.SANS_SERIF, Font.BOLD, 14), plot, true);
        chart.setBackgroundPaint(Color.WHITE);
        LegendTitle legend = chart.getLegend();
        legend.setPosition(RectangleEdge.RIGHT);
        legend.setItemFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        if (data.getSeriesCount() == 1) {
            legend.setPosition(RectangleEdge.BOTTOM);
        }
        return chart;
    }

    private static NumberAxis axis(String label) {
        NumberAxis axis = new NumberAxis(label);
        axis.setRange(0, 1);
        axis.setLabelFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        return axis;
    }
}
