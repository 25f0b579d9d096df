package org.attune.ui.trend;

import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.attune.ui.Look;
import org.attune.ui.Typeface;

/** All charts: a row for each measure, a column for each phase, one order of sessions. */
final class TrendGridPane extends TrendPane {
    private static final long serialVersionUID = 1L;
    private static final double LABELS = 118;

    /** Rows up to this one have a name for all their charts; below, each chart has its own. */
    static final int LAST_NAMED = 3;

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
            chosen.chose(index, pane.plot().slotAt(event.getX()), event.getClickCount() == 2);
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

    private GridPlan plan(int width) {
        return new GridPlan(look, view, labels(), width);
    }

    /** How wide the names of the rows are. */
    private double labels() {
        double wide = look.px(LABELS);
        for (TrendView.Cell cell : view.cells()) {
            if (cell.row() <= LAST_NAMED) {
                wide = Math.max(wide, nameFont(words.measure(cell.measure())) + look.px(8));
                int unit =
                        getFontMetrics(look.type.regular(Typeface.TICK))
                                .stringWidth(words.unit(cell.measure()));
                wide = Math.max(wide, unit + look.px(8));
            }
        }
        return wide;
    }

    private int nameFont(String name) {
        return getFontMetrics(look.type.semibold(Typeface.LABEL)).stringWidth(name);
    }

    /** In pixels, of a grid so wide: charts as low as can be read. */
    int neededHeight(int width) {
        return view.nothing().isEmpty()
                ? plan(width).neededHeight()
                : look.whole(64 + LINE * nothing(width).size());
    }

    private List<String> nothing(int width) {
        return lines(view.nothing(), width - look.px(2 * EDGE));
    }

    /** Where the chosen chart stands, with its name; empty where there is none. */
    Optional<Rectangle> chosenPlace() {
        return view.chosenCell()
                .map(
                        cell -> {
                            Rectangle place = plan(getWidth()).place(cell, getHeight());
                            int above = (int) plan(getWidth()).name(cell.row());
                            int top = place.y - above;
                            return new Rectangle(place.x, top, place.width, place.height + above);
                        });
    }

    @Override
    public void doLayout() {
        if (panes.isEmpty()) {
            return;
        }
        GridPlan plan = plan(getWidth());
        for (int i = 0; i < panes.size(); i++) {
            boolean seen = !view.large() || i == view.chosen();
            panes.get(i).setVisible(seen);
            if (seen) {
                panes.get(i).setBounds(plan.place(view.cells().get(i), getHeight()));
            }
        }
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Look.smooth(graphics);
        g.setColor(look.palette.ground);
        g.fillRect(0, 0, getWidth(), getHeight());
        if (!view.nothing().isEmpty()) {
            write(g, nothing(getWidth()), look.palette.text, look.px(EDGE), look.px(48));
        } else {
            GridPlan plan = plan(getWidth());
            columnHeads(g, plan);
            names(g, plan);
        }
        g.dispose();
    }

    private void columnHeads(Graphics2D g, GridPlan plan) {
        Font font = look.type.semibold(Typeface.LABEL);
        List<Integer> headed = new ArrayList<>();
        for (int i = 0; i < panes.size(); i++) {
            int column = view.cells().get(i).column();
            if (!panes.get(i).isVisible() || headed.contains(column)) {
                continue;
            }
            headed.add(column);
            double top = plan.blockTop(column, getHeight());
            if (!view.large()) {
                double left = plan.columnLeft(column) + look.px(36);
                look.write(g, head(column), font, look.palette.text, left, top + look.px(20));
            }
            versions(g, panes.get(i), top + plan.head() - look.px(8));
        }
        Font label = look.type.regular(Typeface.LABEL);
        for (int column : plan.firstColumns()) {
            double base = plan.blockTop(column, getHeight()) + look.px(40);
            look.write(g, words.of("band.lane"), label, look.palette.text2, look.px(EDGE), base);
        }
    }

    private String head(int column) {
        return view.cells().stream()
                .filter(each -> each.column() == column && each.row() <= LAST_NAMED)
                .findFirst()
                .map(each -> words.part(each.phase()))
                .orElse("");
    }

    /** Which version of the range held over which sessions. */
    private void versions(Graphics2D g, CellPane pane, double y) {
        Font font = look.type.regular(Typeface.NOTE);
        CellPlot plot = pane.plot();
        for (TrendView.BandSpan each : view.bands()) {
            double from = pane.getX() + plot.x(each.from() - 0.5) + look.px(1.5);
            double to = pane.getX() + plot.x(each.to() + 0.5) - look.px(1.5);
            g.setColor(look.palette.bandEdge);
            CrispLine.level(g, look, 1, y, from, to);
            CrispLine.upright(g, look, 1, from, y - look.px(4), y);
            CrispLine.upright(g, look, 1, to, y - look.px(4), y);
            boolean room = Look.width(g, each.words(), font) + look.px(6) < to - from;
            String said = room ? each.words() : each.shortly();
            if (Look.width(g, said, font) <= to - from) {
                double middle = (from + to) / 2;
                double base = y - look.px(4);
                look.writeCentred(g, said, font, look.palette.text2, middle, base);
            }
        }
    }

    private void names(Graphics2D g, GridPlan plan) {
        for (int i = 0; i < panes.size(); i++) {
            TrendView.Cell cell = view.cells().get(i);
            Rectangle place = panes.get(i).getBounds();
            if (!panes.get(i).isVisible()) {
                continue;
            }
            boolean first = place.x == (int) Math.round(plan.columnLeft(columns(plan, cell)));
            if (cell.row() > LAST_NAMED) {
                own(g, cell, place, plan);
            } else if (first && plan.beside()) {
                beside(g, cell, place.y);
            } else if (first) {
                above(g, cell, place.y);
            }
        }
    }

    /** The first of the columns that a chart stands among. */
    private int columns(GridPlan plan, TrendView.Cell cell) {
        double top = plan.blockTop(cell.column(), getHeight());
        return plan.firstColumns().stream()
                .filter(each -> plan.blockTop(each, getHeight()) == top)
                .findFirst()
                .orElse(cell.column());
    }

    private void beside(Graphics2D g, TrendView.Cell cell, double top) {
        Font font = look.type.semibold(Typeface.LABEL);
        Font small = look.type.regular(Typeface.TICK);
        double left = look.px(EDGE);
        look.write(
                g, words.measure(cell.measure()), font, look.palette.text, left, top + look.px(32));
        look.write(
                g, words.unit(cell.measure()), small, look.palette.text2, left, top + look.px(49));
    }

    private void above(Graphics2D g, TrendView.Cell cell, double top) {
        Font font = look.type.semibold(Typeface.LABEL);
        Font small = look.type.regular(Typeface.TICK);
        double base = top - look.px(6);
        String name = words.measure(cell.measure());
        double end = look.write(g, name, font, look.palette.text, look.px(EDGE), base);
        String unit = words.unit(cell.measure());
        look.write(g, unit, small, look.palette.text2, end + look.px(10), base);
    }

    private void own(Graphics2D g, TrendView.Cell cell, Rectangle place, GridPlan plan) {
        Font font = look.type.regular(Typeface.TICK);
        String name = words.measure(cell.measure());
        String whole = name + ", " + words.unit(cell.measure());
        double left = place.x + look.px(plan.beside() ? 36 : 0);
        double room = place.x + plan.columnWidth() - left;
        String shown = Look.width(g, whole, font) <= room ? whole : name;
        look.write(g, shown, font, look.palette.text2, left, place.y - look.px(6));
    }
}
