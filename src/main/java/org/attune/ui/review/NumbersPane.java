package org.attune.ui.review;

import java.awt.Cursor;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attune.ui.Look;
import org.attune.ui.Typeface;

/**
 * All that is worked out of a session, a row each; those that are of a moment lead there. What does
 * not fit is scrolled to, by whole rows. Confined to the EDT.
 */
final class NumbersPane extends ListPane {
    private static final long serialVersionUID = 1L;
    private static final double HEAD = 34;
    private static final double FOOT = 24;
    private static final int WHEEL = 2;

    private int first;
    private int brought = -1;

    NumbersPane(Look look, ReviewWords words, ReviewView view, IntConsumer chosen) {
        super(look, words, view, chosen);
        MouseAdapter mouse =
                new MouseAdapter() {
                    @Override
                    public void mouseMoved(MouseEvent event) {
                        int cursor = leads(event.getY()) ? Cursor.HAND_CURSOR : 0;
                        setCursor(Cursor.getPredefinedCursor(cursor));
                    }

                    @Override
                    public void mouseWheelMoved(MouseWheelEvent event) {
                        first += WHEEL * (int) Math.signum(event.getPreciseWheelRotation());
                        repaint();
                    }
                };
        addMouseMotionListener(mouse);
        addMouseWheelListener(mouse);
    }

    private boolean leads(int y) {
        int row = rowAt(y);
        return row >= 0
                && view.numbers()
                        .filter(all -> all.rows().get(row).place().isPresent())
                        .isPresent();
    }

    @Override
    void leave(ReviewView next) {
        if (view.numbers().isEmpty() || next.person() != view.person()) {
            first = 0;
            brought = -1;
        }
    }

    @Override
    void tell() {
        getAccessibleContext().setAccessibleName(words.of("numbers"));
        getAccessibleContext()
                .setAccessibleDescription(
                        view.numbers()
                                .map(
                                        all ->
                                                all.chosenRow()
                                                        .map(NumbersView.Row::told)
                                                        .orElseGet(() -> told(all)))
                                .orElse(""));
    }

    private static String told(NumbersView all) {
        return all.parts().stream().map(NumbersPane::told).collect(Collectors.joining(" "));
    }

    private static String told(NumbersView.Part part) {
        String rows =
                part.rows().stream().map(NumbersView.Row::told).collect(Collectors.joining("; "));
        return Stream.of(part.title() + ".", part.note(), rows.isEmpty() ? "" : rows + ".")
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** The lines from head to foot, as they are laid out now. */
    private List<NumberLine> lines() {
        List<NumberLine> lines = new ArrayList<>();
        NumberLines maker = new NumberLines(look, this, getWidth());
        view.numbers().ifPresent(all -> lines.addAll(maker.of(all)));
        return lines;
    }

    /** How far down lines can reach. */
    private double foot(List<NumberLine> lines) {
        double all = lines.stream().mapToDouble(NumberLine::height).sum();
        boolean fits = look.px(HEAD) + all <= getHeight();
        return getHeight() - (fits ? 0 : look.px(FOOT));
    }

    /** The line after the last that is seen whole, and does not only announce. */
    private int end(List<NumberLine> lines, int from) {
        double y = look.px(HEAD);
        double foot = foot(lines);
        int end = from;
        while (end < lines.size() && y + lines.get(end).height() <= foot) {
            y += lines.get(end).height();
            end++;
        }
        int least = Math.min(from + 1, lines.size());
        while (end < lines.size() && end > least && lines.get(end - 1).row() < 0) {
            end--; // no title without what it is of
        }
        return Math.max(end, least);
    }

    @Override
    int rowAt(int y) {
        List<NumberLine> lines = lines();
        double top = look.px(HEAD);
        for (int i = first; i < end(lines, first); i++) {
            if (y >= top && y < top + lines.get(i).height()) {
                return lines.get(i).row();
            }
            top += lines.get(i).height();
        }
        return -1;
    }

    /** Scrolls no farther than there is something, and to what was chosen since. */
    private void scroll(List<NumberLine> lines) {
        int chosen = view.numbers().map(all -> all.chosen().orElse(-1)).orElse(-1);
        if (chosen != brought) {
            brought = chosen;
            bring(lines, chosen);
        }
        first = Math.max(0, first);
        while (first > 0 && end(lines, first - 1) == lines.size()) {
            first--;
        }
    }

    private void bring(List<NumberLine> lines, int chosen) {
        int at = 0;
        while (at < lines.size() && lines.get(at).row() != chosen) {
            at++;
        }
        if (chosen < 0 || at == lines.size()) {
            return;
        }
        int begin = at;
        while (begin > 0 && lines.get(begin - 1).row() < 0) {
            begin--; // with the title above
        }
        first = Math.min(first, begin);
        while (end(lines, first) <= at) {
            first++;
        }
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Look.smooth(graphics);
        g.setColor(look.palette.ground);
        g.fillRect(0, 0, getWidth(), getHeight());
        double left = look.px(NumberLines.INDENT);
        Font title = look.type.semibold(SidePane.TITLE);
        look.write(g, words.of("numbers"), title, look.palette.text, left, look.px(18));
        List<NumberLine> lines = lines();
        scroll(lines);
        int end = end(lines, first);
        double y = look.px(HEAD);
        for (int i = first; i < end; i++) {
            NumberLine line = lines.get(i);
            if (line.row() >= 0 && line.row() == brought) {
                paintChosen(g, y, line.height());
            }
            line.paint().at(g, y);
            y += line.height();
        }
        paintMore(g, rows(lines.subList(0, first)), rows(lines.subList(end, lines.size())));
        paintFocus(g);
        g.dispose();
    }

    private static long rows(List<NumberLine> lines) {
        return lines.stream().filter(line -> line.row() >= 0).count();
    }

    private void paintMore(Graphics2D g, long above, long below) {
        String said =
                above > 0 && below > 0
                        ? words.of("numbers.more", above, below)
                        : above > 0
                                ? words.of("numbers.more-above", above)
                                : below > 0 ? words.of("rose.more", below) : "";
        Font note = look.type.regular(Typeface.NOTE);
        look.write(
                g,
                said,
                note,
                look.palette.text3,
                look.px(NumberLines.INDENT),
                getHeight() - look.px(8));
    }

    /**
     * Something as high as it is, painted from a height down.
     *
     * @param row which of the figures it is; -1 for words between them
     */
    record NumberLine(int row, double height, Paint paint) {
        /** How it is painted. */
        interface Paint {
            void at(Graphics2D g, double top);
        }
    }
}
