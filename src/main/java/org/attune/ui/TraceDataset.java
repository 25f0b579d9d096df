package org.attune.ui;

import org.jfree.data.DomainOrder;
import org.jfree.data.xy.AbstractXYDataset;

/** A {@link Trace} as the charts read it: one series, seconds against values. */
final class TraceDataset extends AbstractXYDataset {
    private static final long serialVersionUID = 1L;

    private final transient Trace trace;

    TraceDataset(Trace trace) {
        this.trace = trace;
    }

    Trace trace() {
        return trace;
    }

    @Override
    public DomainOrder getDomainOrder() {
        return DomainOrder.ASCENDING;
    }

    @Override
    public int getSeriesCount() {
        return 1;
    }

    @Override
    public Comparable<?> getSeriesKey(int series) {
        return "trace";
    }

    @Override
    public int getItemCount(int series) {
        return trace.size();
    }

    @Override
    public Number getX(int series, int item) {
        return trace.second(item);
    }

    @Override
    public Number getY(int series, int item) {
        return trace.value(item);
    }

    @Override
    public double getXValue(int series, int item) {
        return trace.second(item);
    }

    @Override
    public double getYValue(int series, int item) {
        return trace.value(item);
    }
}
