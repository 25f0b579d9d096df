package org.attune.ui;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JPanel;
import org.attune.time.SessionTime;
import org.attune.ui.trainee.Guess;
import org.attune.ui.trainee.Meant;

/**
 * What was meant, what was shown and what was marked, on one time line with the trace; below it
 * where they lie apart, in seconds. Confined to the EDT.
 */
final class RevealPane extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final double RIBBON = 24;
    private static final double MARGIN_BPM = 2;

    private final transient Look look;
    private final transient LiveView view;
    private final transient LaneView lane;
    private final transient TrainLog log;
    private final transient List<String> lines;

    RevealPane(Look look, LiveView view, TrainLog log, SessionTime until) {
        this.look = look;
        this.view = view;
        this.lane = view.lanes().get(0);
        this.log = log;
        this.lines = log.differences(until);
        setOpaque(true);
        getAccessibleContext().setAccessibleName(log.text("title"));
        getAccessibleContext().setAccessibleDescription(String.join(" ", lines));
    }

    private List<LaneView.Run> meant() {
        List<LaneView.Run> runs = new ArrayList<>();
        double end = view.timeline().now();
        for (Meant each : log.meant()) {
            if (each.from() < end) {
                runs.add(new LaneView.Run(each.state(), each.from(), Math.min(end, each.to()), ""));
            }
        }
        return runs;
    }

    private List<LaneView.Run> marked() {
        List<LaneView.Run> runs = new ArrayList<>();
        List<Guess> guesses = log.guesses();
        for (int i = 0; i < guesses.size(); i++) {
            double to = i + 1 < guesses.size() ? guesses.get(i + 1).at() : view.timeline().now();
            runs.add(new LaneView.Run(guesses.get(i).state(), guesses.get(i).at(), to, ""));
        }
        return runs;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Look.smooth(graphics);
        g.setColor(look.palette.ground);
        g.fillRect(0, 0, getWidth(), getHeight());
        double left = look.px(24);
        Font title = look.type.semibold(Typeface.STATE_COMPACT);
        double y = wrapped(g, log.text("title"), title, look.palette.text, look.px(48), 34);
        Font small = look.type.regular(Typeface.BODY);
        y = wrapped(g, log.text("limits"), small, look.palette.text2, y - look.px(6), 22);
        TimeScale time =
                new TimeScale(
                        Math.max(0, view.timeline().from()),
                        view.timeline().now(),
                        look.px(TimeScale.LABELS_LEFT),
                        getWidth() - look.px(48));
        y += look.px(10);
        if (log.knowsWhatWasMeant()) {
            y = ribbon(g, "train.meant", meant(), time, y);
        }
        y = ribbon(g, "train.shown", lane.charts().states(), time, y);
        y = ribbon(g, "train.yours", marked(), time, y);
        double height = Math.max(look.px(80), (getHeight() - y) * 0.42);
        trace(g, time, y, height);
        minutes(g, time, y + height + look.px(18));
        list(g, left, y + height + look.px(52));
        g.dispose();
    }

    /** Writes in lines that fit; where the next would stand. */
    private double wrapped(
            Graphics2D g, String said, Font font, Color colour, double top, double line) {
        double base = top;
        double room = getWidth() - look.px(48);
        for (String words : Look.wrap(g.getFontMetrics(font), said, room)) {
            look.write(g, words, font, colour, look.px(24), base);
            base += look.px(line);
        }
        return base;
    }

    private double ribbon(
            Graphics2D g, String label, List<LaneView.Run> runs, TimeScale time, double y) {
        Font font = look.type.regular(Typeface.LABEL);
        double middle = y + look.px(RIBBON) / 2;
        double base = Look.baselineFor(g, font, middle);
        look.write(g, words(label), font, look.palette.text2, look.px(24), base);
        Ribbon.paint(g, look, runs, time, y, look.px(RIBBON));
        return y + look.px(RIBBON + 12);
    }

    private void trace(Graphics2D g, TimeScale time, double top, double height) {
        Trace rate = lane.charts().rate();
        LaneView.Axis axis = holding(lane.charts().axis(), rate);
        Graphics2D inside = (Graphics2D) g.create();
        inside.clip(new Rectangle2D.Double(time.left(), top, time.right() - time.left(), height));
        lane.charts()
                .band()
                .ifPresent(
                        band -> {
                            double upper = y(band.upper(), axis, top, height);
                            double lower = y(band.lower(), axis, top, height);
                            inside.setColor(look.palette.band);
                            inside.fill(
                                    new Rectangle2D.Double(
                                            time.left(),
                                            upper,
                                            time.right() - time.left(),
                                            lower - upper));
                        });
        Path2D line = new Path2D.Double();
        boolean pen = false;
        for (int i = 0; i < rate.size(); i++) {
            double value = rate.value(i);
            if (!Double.isFinite(value)) {
                pen = false;
                continue;
            }
            double x = time.bounded(rate.second(i));
            double at = y(value, axis, top, height);
            if (pen) {
                line.lineTo(x, at);
            } else {
                line.moveTo(x, at);
            }
            pen = true;
        }
        inside.setColor(look.palette.data);
        inside.setStroke(new BasicStroke((float) look.px(1.4)));
        inside.draw(line);
        inside.dispose();
        Font font = look.type.regular(Typeface.LABEL);
        double base = Look.baselineFor(g, font, top + look.px(12));
        look.write(g, words("chart.rate"), font, look.palette.text2, look.px(24), base);
    }

    /**
     * Live, the axis stays where it is; looking back, a line cut at the top would pass for a gap.
     */
    static LaneView.Axis holding(LaneView.Axis live, Trace rate) {
        double lower = live.lower();
        double upper = live.upper();
        for (int i = 0; i < rate.size(); i++) {
            if (Double.isFinite(rate.value(i))) {
                lower = Math.min(lower, rate.value(i) - MARGIN_BPM);
                upper = Math.max(upper, rate.value(i) + MARGIN_BPM);
            }
        }
        return new LaneView.Axis(lower, upper);
    }

    private static double y(double value, LaneView.Axis axis, double top, double height) {
        return top + height * (axis.upper() - value) / (axis.upper() - axis.lower());
    }

    private void minutes(Graphics2D g, TimeScale time, double base) {
        Font font = look.type.regular(Typeface.TICK);
        int step = view.timeline().now() > 900 ? 5 : 1;
        for (int minute = 0; minute * 60 <= view.timeline().now(); minute += step) {
            double x = time.bounded(minute * 60);
            g.setColor(look.palette.rule);
            g.draw(new Line2D.Double(x, base - look.px(16), x, base - look.px(11)));
            String words = Integer.toString(minute);
            look.writeCentred(g, words, font, look.palette.text3, x, base);
        }
    }

    private void list(Graphics2D g, double left, double top) {
        Font font = look.type.regular(Typeface.BODY);
        FontMetrics metrics = g.getFontMetrics(font);
        double row = look.px(23);
        int rows = Math.max(1, (int) ((getHeight() - top - look.px(12)) / row));
        double widest = 0;
        double x = left;
        double base = top;
        for (int i = 0; i < lines.size(); i++) {
            if (i > 0 && i % rows == 0) {
                x += widest + look.px(40);
                base = top;
                widest = 0;
            }
            look.write(g, lines.get(i), font, look.palette.text, x, base);
            widest = Math.max(widest, metrics.stringWidth(lines.get(i)));
            base += row;
        }
    }

    private String words(String key) {
        return look.words.text(key);
    }
}
