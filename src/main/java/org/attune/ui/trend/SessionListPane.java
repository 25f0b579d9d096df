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

/** The sessions by number, with what is known of each. Confined to the EDT. */
final class SessionListPane extends TrendPane {
    private static final long serialVersionUID = 1L;
    private static final double WIDTH = 300;
    private static final double SMALL = 15.5;

    private transient List<Row> rows = List.of();

    /** A session where it stands in the list, pixels. */
    private record Row(int slot, double top, double height, List<String> facts) {}

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
                            if (event.getY() >= row.top()
                                    && event.getY() < row.top() + row.height()) {
                                chosen.accept(row.slot());
                            }
                        }
                    }
                });
    }

    int neededWidth(int width) {
        return Math.min(look.whole(WIDTH), width / 3);
    }

    @Override
    void tell() {
        name(
                words.of("sessions"),
                view.slot().isPresent()
                        ? facts(view.slots().get(view.slot().getAsInt()))
                        : String.valueOf(view.slots().size()));
    }

    private static String facts(TrendView.Slot slot) {
        return slot.number() + ", " + slot.day() + ": " + slot.facts();
    }

    /** The rows that fit: up to the newest, or about the chosen one. */
    private void lay() {
        double room = getHeight() - look.px(60);
        List<Row> all = new ArrayList<>();
        int last = view.slots().size() - 1;
        int end = view.slot().isPresent() ? Math.min(last, view.slot().getAsInt() + 3) : last;
        double high = 0;
        for (int i = end; i >= 0; i--) {
            Row row = row(i);
            if (high + row.height() > room) {
                break;
            }
            high += row.height();
            all.add(0, row);
        }
        for (int i = end + 1; i <= last && !all.isEmpty(); i++) {
            Row row = row(i);
            if (high + row.height() > room) {
                break;
            }
            high += row.height();
            all.add(row);
        }
        List<Row> placed = new ArrayList<>();
        double top = look.px(46);
        for (Row each : all) {
            placed.add(new Row(each.slot(), top, each.height(), each.facts()));
            top += each.height();
        }
        rows = placed;
    }

    private Row row(int slot) {
        List<String> facts =
                Look.wrap(
                        getFontMetrics(look.type.regular(Typeface.TICK)),
                        view.slots().get(slot).facts(),
                        Math.max(look.px(80), getWidth() - look.px(EDGE + 54)));
        double above = SMALL * breaks(slot).size();
        return new Row(slot, 0, look.px(22 + above + SMALL * facts.size() + 4), facts);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Look.smooth(graphics);
        g.setColor(look.palette.ground);
        g.fillRect(0, 0, getWidth(), getHeight());
        g.setColor(look.palette.rule);
        g.fillRect(0, look.whole(16), Math.max(1, look.whole(1)), getHeight() - look.whole(32));
        lay();
        double left = look.px(20);
        look.write(
                g,
                words.of("sessions"),
                look.type.semibold(Typeface.SENTENCE),
                look.palette.text,
                left,
                look.px(32));
        look.writeEnding(
                g,
                words.of("withheld.key"),
                look.type.regular(Typeface.NOTE),
                look.palette.text3,
                getWidth() - look.px(EDGE),
                look.px(32));
        rows.forEach(row -> paint(g, row, left));
        g.dispose();
    }

    private void paint(Graphics2D g, Row row, double left) {
        TrendView.Slot slot = view.slots().get(row.slot());
        if (view.slot().isPresent() && view.slot().getAsInt() == row.slot()) {
            g.setColor(look.palette.raised);
            g.fill(
                    new Rectangle2D.Double(
                            look.px(8), row.top(), getWidth() - look.px(20), row.height()));
            g.setColor(look.palette.focus);
            g.fill(new Rectangle2D.Double(look.px(8), row.top(), look.px(3), row.height()));
        }
        Font bold = look.type.semibold(Typeface.LABEL);
        Font small = look.type.regular(Typeface.TICK);
        double base = row.top() + look.px(17);
        for (String because : breaks(row.slot())) {
            look.write(g, "– " + because, small, look.palette.text, left, base);
            base += look.px(SMALL);
        }
        look.writeEnding(
                g,
                String.valueOf(slot.number()),
                bold,
                look.palette.text,
                left + look.px(20),
                base);
        double text = left + look.px(30);
        look.write(g, slot.day(), bold, look.palette.text, text, base);
        double y = base + look.px(SMALL);
        for (String line : row.facts()) {
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
