package org.attune.ui.trend;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.attune.ui.Look;
import org.attune.ui.Typeface;

/** All charts: a row for each measure, a column for each phase, one order of sessions. */
final class TrendGridPane extends TrendPane {
    private static final long serialVersionUID = 1L;
    private static final double LABELS = 118;
    private static final double HEAD = 52;
    private static final double GAP = 10;

    /** What a hand at the mouse chooses. */
    interface Chosen {
        void chose(int cell, int session, boolean twice);
    }

    private final transient Chosen chosen;
    private final transient List<CellPane> panes = new ArrayList<>();

    TrendGridPane(Look look, TrendWindowWords words, TrendView view, Chosen chosen) {
        super(look, words, view);
        this.chosen = chosen;
        setFocusable(true);
    }

    @Override
    void show(Look newLook, TrendWindowWords newWords, TrendView newView) {
        while (panes.size() > newView.cells().size()) {
            remove(panes.remove(panes.size() - 1));
        }
        for (int i = 0; i < newView.cells().size(); i++) {
            if (i < panes.size()) {
                panes.get(i).show(newLook, newWords, newView, i);
            } else {
                CellPane pane = new CellPane(newLook, newWords, newView, i);
                pane.addMouseListener(new Mouse(pane, i));
                panes.add(pane);
                add(pane);
            }
        }
        super.show(newLook, newWords, newView);
        doLayout();
    }

    private final class Mouse extends MouseAdapter {
        private final CellPane pane;
        private final int index;

        Mouse(CellPane pane, int index) {
            this.pane = pane;
            this.index = index;
        }

        @Override
        public void mousePressed(MouseEvent event) {
            chosen.chose(index, pane.slotAt(event.getX()), event.getClickCount() == 2);
        }
    }

    @Override
    void tell() {
        name(
                view.title(),
                view.chosenCell()
                        .map(each -> each.says() + " " + each.tells())
                        .orElse(view.nothing()));
    }

    /** The columns that hold anything, in order. */
    private List<Integer> columns() {
        return view.cells().stream().map(TrendView.Cell::column).distinct().sorted().toList();
    }

    private List<Integer> rows() {
        return view.cells().stream().map(TrendView.Cell::row).distinct().sorted().toList();
    }

    private double columnLeft(int at) {
        return look.px(EDGE + LABELS) + at * (columnWidth() + look.px(GAP));
    }

    private double columnWidth() {
        int count = Math.max(1, view.large() ? 1 : columns().size());
        double room = getWidth() - look.px(EDGE + LABELS) - (count - 1) * look.px(GAP);
        // One alone would be drawn out beyond reading.
        return Math.min(room / count, view.large() ? room : look.px(420));
    }

    @Override
    public void doLayout() {
        List<Integer> columns = columns();
        List<Integer> rows = rows();
        double high = getHeight() - look.px(HEAD + 8);
        double row = high / Math.max(1, rows.size());
        for (int i = 0; i < panes.size(); i++) {
            TrendView.Cell cell = view.cells().get(i);
            CellPane pane = panes.get(i);
            pane.setVisible(!view.large() || i == view.chosen());
            int left =
                    (int) Math.round(columnLeft(view.large() ? 0 : columns.indexOf(cell.column())));
            int top = look.whole(HEAD);
            if (view.large()) {
                pane.setBounds(left, top, (int) columnWidth(), (int) high);
            } else {
                int at = rows.indexOf(cell.row());
                pane.setBounds(
                        left,
                        (int) Math.round(top + at * row),
                        (int) columnWidth(),
                        (int) Math.round(row - look.px(6)));
            }
        }
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Look.smooth(graphics);
        g.setColor(look.palette.ground);
        g.fillRect(0, 0, getWidth(), getHeight());
        if (!view.nothing().isEmpty()) {
            write(
                    g,
                    lines(view.nothing(), getWidth() - look.px(2 * EDGE)),
                    look.palette.text,
                    look.px(EDGE),
                    look.px(48));
        } else {
            columnHeads(g);
            rowLabels(g);
        }
        g.dispose();
    }

    private void columnHeads(Graphics2D g) {
        List<Integer> columns = columns();
        Font font = look.type.semibold(Typeface.LABEL);
        for (int i = 0; i < (view.large() ? 1 : columns.size()); i++) {
            int column = columns.get(i);
            double left = columnLeft(i) + look.px(36);
            if (!view.large()) {
                look.write(g, head(column), font, look.palette.text, left, look.px(20));
            }
            paneIn(column).ifPresent(pane -> bandLane(g, pane));
        }
        look.write(
                g,
                words.of("band.lane"),
                look.type.regular(Typeface.LABEL),
                look.palette.text2,
                look.px(EDGE),
                look.px(40));
    }

    private String head(int column) {
        return view.cells().stream()
                .filter(each -> each.column() == column && each.row() <= 3)
                .findFirst()
                .map(each -> words.part(each.phase()))
                .orElse("");
    }

    private Optional<CellPane> paneIn(int column) {
        for (int i = 0; i < panes.size(); i++) {
            if (view.large() ? i == view.chosen() : view.cells().get(i).column() == column) {
                return Optional.of(panes.get(i));
            }
        }
        return Optional.empty();
    }

    /** Which version of the range held over which sessions. */
    private void bandLane(Graphics2D g, CellPane pane) {
        Font font = look.type.regular(Typeface.NOTE);
        double y = look.px(44);
        g.setStroke(new BasicStroke((float) look.px(1.2)));
        for (TrendView.BandSpan each : view.bands()) {
            double from = pane.getX() + pane.x(each.from() - 0.5) + look.px(1.5);
            double to = pane.getX() + pane.x(each.to() + 0.5) - look.px(1.5);
            g.setColor(look.palette.bandEdge);
            g.draw(new Line2D.Double(from, y, to, y));
            g.draw(new Line2D.Double(from, y - look.px(4), from, y));
            g.draw(new Line2D.Double(to, y - look.px(4), to, y));
            boolean room = Look.width(g, each.words(), font) + look.px(6) < to - from;
            String said = room ? each.words() : each.shortly();
            if (Look.width(g, said, font) <= to - from) {
                look.writeCentred(
                        g, said, font, look.palette.text2, (from + to) / 2, y - look.px(4));
            }
        }
    }

    private void rowLabels(Graphics2D g) {
        Font font = look.type.semibold(Typeface.LABEL);
        Font small = look.type.regular(Typeface.TICK);
        for (int i = 0; i < panes.size(); i++) {
            TrendView.Cell cell = view.cells().get(i);
            boolean first = view.large() ? i == view.chosen() : firstOfRow(i);
            if (first && cell.row() <= 3) {
                double top = panes.get(i).getY();
                look.write(
                        g,
                        words.measure(cell.measure()),
                        font,
                        look.palette.text,
                        look.px(EDGE),
                        top + look.px(32));
                look.write(
                        g,
                        Look.fit(g, words.unit(cell.measure()), small, look.px(LABELS)),
                        small,
                        look.palette.text2,
                        look.px(EDGE),
                        top + look.px(49));
            }
        }
    }

    private boolean firstOfRow(int index) {
        int row = view.cells().get(index).row();
        for (int i = 0; i < index; i++) {
            if (view.cells().get(i).row() == row) {
                return false;
            }
        }
        return true;
    }
}
