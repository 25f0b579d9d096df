package org.attune.ui.trend;

import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.attune.ui.Look;
import org.attune.ui.Typeface;

/**
 * The sessions by number, with what is known of each: beside the charts as many as there is room
 * for, below them all. Confined to the EDT.
 */
final class SessionListPane extends TrendPane {
    private static final long serialVersionUID = 1L;
    private static final double WIDTH = 300;
    private static final double LEAST_COLUMN = 240;
    private static final double SMALL = 15.5;
    private static final double HEAD = 46;

    private transient List<Row> rows = List.of();

    /** A session where it stands in the list, pixels. */
    private record Row(int slot, double left, double top, double width, double height) {
        Row at(double newLeft, double newTop) {
            return new Row(slot, newLeft, newTop, width, height);
        }
    }

    /**
     * @param chosen is told which session was chosen
     */
    SessionListPane(Look look, TrendWindowWords words, TrendView view, IntConsumer chosen) {
        super(look, words, view);
        addMouseListener(
                new MouseAdapter() {
                    @Override
                    public void mousePressed(MouseEvent event) {
                        for (Row row : rows) {
                            boolean in =
                                    event.getX() >= row.left()
                                            && event.getX() < row.left() + row.width()
                                            && event.getY() >= row.top()
                                            && event.getY() < row.top() + row.height();
                            if (in) {
                                chosen.accept(row.slot());
                            }
                        }
                    }
                });
    }

    /** How wide it is beside the charts. */
    int besideWidth() {
        return look.whole(WIDTH);
    }

    /** In pixels, of a list below the charts so wide: all sessions. */
    int neededHeight(int width) {
        List<Row> all = below(width);
        double foot = look.px(HEAD);
        for (Row each : all) {
            foot = Math.max(foot, each.top() + each.height());
        }
        return (int) Math.ceil(foot + look.px(16));
    }

    @Override
    void tell() {
        name(
                words.of("sessions"),
                view.slot().isPresent()
                        ? facts(view.slots().get(view.slot().getAsInt()))
                        : String.valueOf(view.slots().size()));
    }

    static String facts(TrendView.Slot slot) {
        return slot.number() + ", " + slot.day() + ": " + slot.facts();
    }

    private boolean isBeside() {
        return getWidth() <= besideWidth();
    }

    private double top(int width) {
        return look.px(HEAD) + (keyBelow(width) ? look.px(LINE) : 0);
    }

    /** Whether the key has to stand under the heading. */
    private boolean keyBelow(int width) {
        int heading =
                getFontMetrics(look.type.semibold(Typeface.SENTENCE))
                        .stringWidth(words.of("sessions"));
        int key =
                getFontMetrics(look.type.regular(Typeface.NOTE))
                        .stringWidth(words.of("withheld.key"));
        return look.px(20 + 16 + EDGE) + heading + key > width;
    }

    /** The rows that fit: up to the newest, or about the chosen one. */
    private List<Row> beside() {
        double top = top(getWidth());
        double room = getHeight() - top - look.px(14);
        List<Row> all = new ArrayList<>();
        int last = view.slots().size() - 1;
        int end = view.slot().isPresent() ? Math.min(last, view.slot().getAsInt() + 3) : last;
        double high = 0;
        for (int i = end; i >= 0; i--) {
            Row row = row(i, getWidth());
            if (high + row.height() > room) {
                break;
            }
            high += row.height();
            all.add(0, row);
        }
        for (int i = end + 1; i <= last && !all.isEmpty(); i++) {
            Row row = row(i, getWidth());
            if (high + row.height() > room) {
                break;
            }
            high += row.height();
            all.add(row);
        }
        List<Row> placed = new ArrayList<>();
        for (Row each : all) {
            placed.add(each.at(0, top));
            top += each.height();
        }
        return placed;
    }

    /** All of them, side by side as far as there is room. */
    private List<Row> below(int width) {
        int columns = (int) Math.max(1, Math.floor(width / look.px(LEAST_COLUMN)));
        int wide = width / columns;
        List<Row> placed = new ArrayList<>();
        double top = top(width);
        for (int first = 0; first < view.slots().size(); first += columns) {
            double high = 0;
            for (int i = first; i < Math.min(view.slots().size(), first + columns); i++) {
                Row row = row(i, wide);
                placed.add(row.at((double) (i - first) * wide, top));
                high = Math.max(high, row.height());
            }
            top += high;
        }
        return placed;
    }

    private Row row(int slot, int width) {
        double lines = breaks(slot).size() + facts(slot, width).size();
        return new Row(slot, 0, 0, width, look.px(22 + SMALL * lines + 4));
    }

    private List<String> facts(int slot, double width) {
        return Look.wrap(
                getFontMetrics(look.type.regular(Typeface.TICK)),
                view.slots().get(slot).facts(),
                Math.max(look.px(80), width - look.px(EDGE + 54)));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Look.smooth(graphics);
        g.setColor(look.palette.ground);
        g.fillRect(0, 0, getWidth(), getHeight());
        g.setColor(look.palette.rule);
        int line = Math.max(1, look.whole(1));
        if (isBeside()) {
            g.fillRect(0, look.whole(16), line, getHeight() - look.whole(32));
        } else {
            g.fillRect(0, 0, getWidth(), line);
        }
        rows = isBeside() ? beside() : below(getWidth());
        double left = look.px(isBeside() ? 20 : EDGE);
        Font heading = look.type.semibold(Typeface.SENTENCE);
        look.write(g, words.of("sessions"), heading, look.palette.text, left, look.px(32));
        Font note = look.type.regular(Typeface.NOTE);
        String key = words.of("withheld.key");
        if (keyBelow(getWidth())) {
            look.write(g, key, note, look.palette.text3, left, look.px(32 + LINE));
        } else {
            double right = getWidth() - look.px(EDGE);
            look.writeEnding(g, key, note, look.palette.text3, right, look.px(32));
        }
        rows.forEach(row -> paint(g, row, row.left() + left));
        g.dispose();
    }

    private void paint(Graphics2D g, Row row, double left) {
        TrendView.Slot slot = view.slots().get(row.slot());
        if (view.slot().isPresent() && view.slot().getAsInt() == row.slot()) {
            double edge = row.left() + look.px(8);
            g.setColor(look.palette.raised);
            g.fill(
                    new Rectangle2D.Double(
                            edge, row.top(), row.width() - look.px(20), row.height()));
            g.setColor(look.palette.focus);
            g.fill(new Rectangle2D.Double(edge, row.top(), look.px(3), row.height()));
        }
        Font bold = look.type.semibold(Typeface.LABEL);
        Font small = look.type.regular(Typeface.TICK);
        double base = row.top() + look.px(17);
        for (String because : breaks(row.slot())) {
            look.write(g, "– " + because, small, look.palette.text, left, base);
            base += look.px(SMALL);
        }
        String number = String.valueOf(slot.number());
        look.writeEnding(g, number, bold, look.palette.text, left + look.px(20), base);
        double text = left + look.px(30);
        look.write(g, slot.day(), bold, look.palette.text, text, base);
        double y = base + look.px(SMALL);
        for (String line : facts(row.slot(), row.width())) {
            look.write(g, line, small, look.palette.text2, text, y);
            y += look.px(SMALL);
        }
    }

    /** Why lines end before a session. */
    private List<String> breaks(int slot) {
        return view.breaks().stream()
                .filter(each -> each.before() == slot)
                .map(TrendView.Break::because)
                .toList();
    }
}
