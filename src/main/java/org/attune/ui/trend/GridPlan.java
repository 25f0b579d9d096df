package org.attune.ui.trend;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import org.attune.ui.Look;

/**
 * Where each chart stands: as many columns side by side as can be read, the others below them; the
 * names of rows beside the charts where there is room, else above them. In pixels of the grid.
 * Immutable.
 */
final class GridPlan {
    private static final double GAP = 10;
    private static final double LEAST_WIDTH = 150;
    private static final double LEAST_HEIGHT = 106;
    private static final double LEAST_ALONE = 260;
    private static final double FOOT = 8;

    /** One alone would be drawn out beyond reading. */
    private static final double MOST_WIDTH = 420;

    /** A line of words over a row. */
    static final double NAME = 22;

    private final Look look;
    private final TrendView view;
    private final List<Integer> columns;
    private final boolean beside;
    private final int abreast;
    private final double left;
    private final double columnWidth;
    private final List<Block> blocks = new ArrayList<>();
    private final double least;
    private final int rows;

    /** Columns side by side, and the rows that they have. */
    private record Block(List<Integer> columns, List<Integer> rows) {}

    /**
     * @param labels how wide the names of rows are, pixels
     * @param width of the grid
     */
    GridPlan(Look look, TrendView view, double labels, int width) {
        this.look = look;
        this.view = view;
        this.columns =
                view.large()
                        ? List.of(view.cells().get(view.chosen()).column())
                        : view.cells().stream()
                                .map(TrendView.Cell::column)
                                .distinct()
                                .sorted()
                                .toList();
        double gap = look.px(GAP);
        int count = Math.max(1, columns.size());
        double room = width - look.px(TrendPane.EDGE) - labels;
        beside = (room - (count - 1) * gap) / count >= look.px(LEAST_WIDTH);
        left = look.px(TrendPane.EDGE) + (beside ? labels : 0);
        room = beside ? room : width - look.px(2 * TrendPane.EDGE);
        int fitting = (int) ((room + gap) / (look.px(LEAST_WIDTH) + gap));
        abreast = beside ? count : Math.max(1, Math.min(count, fitting));
        double each = (room - (abreast - 1) * gap) / abreast;
        columnWidth = view.large() ? each : Math.min(each, look.px(MOST_WIDTH));
        for (int from = 0; from < columns.size(); from += abreast) {
            add(columns.subList(from, Math.min(columns.size(), from + abreast)));
        }
        rows = blocks.stream().mapToInt(block -> block.rows().size()).sum();
        least = look.px(view.large() ? LEAST_ALONE : LEAST_HEIGHT);
    }

    private void add(List<Integer> of) {
        List<Integer> found =
                view.cells().stream()
                        .filter(cell -> shown(cell) && of.contains(cell.column()))
                        .map(TrendView.Cell::row)
                        .distinct()
                        .sorted()
                        .toList();
        blocks.add(new Block(of, found));
    }

    private boolean shown(TrendView.Cell cell) {
        return !view.large() || cell.equals(view.cells().get(view.chosen()));
    }

    /** Whether names of rows stand beside the charts; else above them. */
    boolean beside() {
        return beside;
    }

    double columnWidth() {
        return columnWidth;
    }

    /** What stands over the columns of a block. */
    double head() {
        return look.px(beside ? 52 : 68);
    }

    /** What stands over a row. */
    double name(int row) {
        return beside && row <= TrendGridPane.LAST_NAMED ? 0 : look.px(NAME);
    }

    private double fixed() {
        double all = look.px(FOOT);
        for (Block block : blocks) {
            all += head();
            for (int row : block.rows()) {
                all += name(row);
            }
        }
        return all;
    }

    /** How high it is with charts as low as can be read. */
    int neededHeight() {
        return (int) Math.ceil(fixed() + rows * least);
    }

    /** The first chart of each block of columns: over them stand the heads. */
    List<Integer> firstColumns() {
        return blocks.stream().map(block -> block.columns().get(0)).toList();
    }

    double columnLeft(int column) {
        int at = Math.max(0, columns.indexOf(column));
        return left + at % abreast * (columnWidth + look.px(GAP));
    }

    /**
     * Where the heads of the columns of a column's block begin.
     *
     * @param height of the grid
     */
    double blockTop(int column, int height) {
        double top = 0;
        for (Block block : blocks) {
            if (block.columns().contains(column)) {
                return top;
            }
            top += head() + rowsHeight(block, height);
        }
        return top;
    }

    private double rowsHeight(Block block, int height) {
        double high = 0;
        for (int row : block.rows()) {
            high += name(row) + rowHeight(height);
        }
        return high;
    }

    private double rowHeight(int height) {
        return Math.max(least, (height - fixed()) / Math.max(1, rows));
    }

    /**
     * Where a chart stands, without the name above it.
     *
     * @param height of the grid
     */
    Rectangle place(TrendView.Cell cell, int height) {
        double top = blockTop(cell.column(), height) + head();
        for (Block block : blocks) {
            if (block.columns().contains(cell.column())) {
                for (int row : block.rows()) {
                    top += row <= cell.row() ? name(row) : 0;
                    top += row < cell.row() ? rowHeight(height) : 0;
                }
            }
        }
        return new Rectangle(
                (int) Math.round(columnLeft(cell.column())),
                (int) Math.round(top),
                (int) columnWidth,
                (int) Math.round(rowHeight(height) - look.px(6)));
    }
}
