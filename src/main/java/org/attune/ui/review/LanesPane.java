package org.attune.ui.review;

import java.awt.BasicStroke;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.JPanel;
import org.attune.review.Timeline;
import org.attune.session.Marker;
import org.attune.ui.Look;
import org.attune.ui.Typeface;

/**
 * All lanes on one time axis. Says what is under a point; what is to be done there others decide.
 * Confined to the EDT.
 */
final class LanesPane extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final double LABELS_LEFT = 24;
    private static final double LEFT = 150;
    private static final double RIGHT = 20;

    private boolean byKey;
    private transient Look look;
    private transient ReviewWords words;
    private transient ReviewView view;
    private final transient List<LanePaths> paths = new ArrayList<>();
    private transient MarkRows marks;
    private transient Optional<Rectangle2D> selected = Optional.empty();
    private transient Optional<LanesLayout> laid = Optional.empty();

    LanesPane(Look look, ReviewWords words, ReviewView view) {
        this.look = look;
        this.words = words;
        this.view = view;
        this.marks = new MarkRows(look, words);
        setFocusable(true);
        setOpaque(true);
        addFocusListener(
                new FocusAdapter() {
                    @Override
                    public void focusGained(FocusEvent event) {
                        // A ring says where the keyboard is; who points knows already.
                        byKey = event.getCause().name().startsWith("TRAVERSAL");
                        repaint();
                    }

                    @Override
                    public void focusLost(FocusEvent event) {
                        repaint();
                    }
                });
        show(look, words, view);
    }

    void show(Look newLook, ReviewWords newWords, ReviewView newView) {
        if (newLook != look || newWords != words) {
            marks = new MarkRows(newLook, newWords);
        }
        look = newLook;
        words = newWords;
        view = newView;
        while (paths.size() < view.lanes().size()) {
            paths.add(new LanePaths());
        }
        getAccessibleContext()
                .setAccessibleName(
                        words.of(
                                "chart",
                                String.join(", ", view.head().codes()),
                                ReviewWords.clock(view.window().from()),
                                ReviewWords.clock(view.window().to())));
        getAccessibleContext()
                .setAccessibleDescription(
                        view.why().map(ReviewView.Why::words).orElse(words.of("chart.help")));
        repaint();
    }

    @Override
    public Dimension getMinimumSize() {
        return new Dimension(look.whole(300), look.whole(200));
    }

    /** Where the charts are, across the whole height. */
    Canvas across() {
        double left = look.px(LEFT);
        double width = Math.max(60, getWidth() - left - look.px(RIGHT));
        return new Canvas(view.window(), new Rectangle2D.Double(left, 0, width, getHeight()), 0, 1);
    }

    /** Whether a point lies on the charts, left and right of which only words are. */
    boolean isOnChart(double x) {
        Rectangle2D area = across().area();
        return x >= area.getMinX() && x <= area.getMaxX();
    }

    /** Whose ribbon of states is at a height. */
    Optional<Integer> ribbonAt(double y) {
        List<LanesLayout.Box> boxes = laid.map(LanesLayout::people).orElse(List.of());
        for (int i = 0; i < boxes.size(); i++) {
            LanesLayout.Row ribbon = boxes.get(i).ribbon();
            if (y >= ribbon.top() - look.px(6) && y <= ribbon.bottom() + look.px(6)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    Optional<Marker> markAt(double x, double y) {
        return marks.at(x, y);
    }

    /** Shows which stretch is being chosen, between two x. */
    void select(int from, int to) {
        Rectangle2D area = across().area();
        double left = Math.max(area.getMinX(), Math.min(from, to));
        double right = Math.min(area.getMaxX(), Math.max(from, to));
        selected =
                Optional.of(
                        new Rectangle2D.Double(
                                left, look.px(8), Math.max(1, right - left), getHeight()));
        repaint();
    }

    void selectNothing() {
        selected = Optional.empty();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Look.smooth(graphics);
        g.setColor(look.palette.ground);
        g.fillRect(0, 0, getWidth(), getHeight());
        LanesLayout layout = LanesLayout.of(getHeight(), view.lanes().size(), look);
        laid = Optional.of(layout);
        Canvas across = across();
        SharedLanes shared = new SharedLanes(look, words, view, across);
        marks.place(g, view, across, layout);
        double top = layout.people().stream().findFirst().map(b -> b.ribbon().top()).orElse(0.0);
        shared.paintGrid(g, top, layout.axisTop());
        for (int i = 0; i < view.lanes().size(); i++) {
            paintPerson(g, i, layout.people().get(i), across);
        }
        if (layout.suds().isShown()) {
            label(g, "lane.suds", layout.suds().top() + look.px(14), "lane.suds.note");
            shared.paintSuds(g, layout.suds());
        }
        if (layout.movement().isShown()) {
            paintMovement(g, layout.movement(), across);
        }
        double underRibbon = layout.people().isEmpty() ? 0 : top + look.px(25);
        marks.paintLines(g, view, across, underRibbon, layout.marks().bottom());
        for (int i = 0; i < view.lanes().size(); i++) {
            LanesLayout.Box box = layout.people().get(i);
            if (!view.artefacts()) { // there the beats themselves say what was wrong
                rate(view.lanes().get(i), across, box.rate()).paintGapWords(g);
            }
        }
        if (layout.suds().isShown()) {
            shared.paintQuestions(g, layout.suds());
        }
        label(g, "lane.marks", layout.marks().top() + look.px(LanesLayout.MARK_ROW / 2), "");
        marks.paint(g, view);
        label(g, "lane.phase", layout.phaseMiddle(), "");
        shared.paintPhases(g, layout.phaseMiddle());
        shared.paintAxis(g, layout.axisTop());
        paintChosen(g, layout, across);
        paintAsked(g, layout, across);
        selected.ifPresent(stretch -> paintSelected(g, stretch));
        paintFocus(g);
        g.dispose();
    }

    private void paintPerson(Graphics2D g, int number, LanesLayout.Box box, Canvas across) {
        ReviewView.Lane lane = view.lanes().get(number);
        boolean cued = lane.timeline().cues().all().stream().anyMatch(c -> c.what().isGiven());
        double middle = box.ribbon().top() + box.ribbon().height() / 2;
        if (view.lanes().size() == 1) {
            label(g, "lane.state", middle, "");
            if (cued) {
                note(g, "    " + words.of("lane.cue"), middle + look.px(17));
                g.setColor(look.palette.text);
                g.fill(StateLane.cue(look, look.px(LABELS_LEFT + 4), middle + look.px(20)));
            }
        } else {
            Font font = look.type.semibold(Typeface.LABEL);
            look.write(
                    g,
                    lane.code(),
                    font,
                    look.palette.text,
                    look.px(LABELS_LEFT),
                    Look.baselineFor(g, font, middle));
        }
        double foot = box.bottom();
        label(g, "lane.rate", box.rate().top() + look.px(10), "lane.rate.note");
        RateLane rate = rate(lane, across, box.rate());
        rate.paint(g, paths.get(number), view.artefacts());
        Canvas variationOn = canvas(across, box.variation(), lane.variation());
        if (box.variation().isShown()) {
            label(g, "lane.variation", box.variation().top() + look.px(10), "lane.variation.note");
            new VariationLane(look, words, lane, variationOn).paint(g, paths.get(number));
        }
        Timeline timeline = lane.timeline();
        RateLane.paintGaps(g, look, timeline, across, box.rate().top(), foot);
        double badges = view.lanes().size() == 1 ? foot + look.px(2) : foot - look.px(15);
        VariationLane.paintBadges(g, look, words, timeline, across, badges);
        if (view.lanes().size() == 1 || number == 0) {
            rate.paintBandWords(g);
        }
        Rectangle2D area = across.area();
        Rectangle2D ribbon =
                new Rectangle2D.Double(
                        area.getX(), box.ribbon().top(), area.getWidth(), box.ribbon().height());
        new StateLane(look, timeline, new Canvas(view.window(), ribbon, 0, 1)).paint(g);
        if (view.artefacts() && number == view.person()) {
            paintLeftOut(g, box.rate(), area);
        }
    }

    private void paintLeftOut(Graphics2D g, LanesLayout.Row row, Rectangle2D area) {
        Font font = look.type.regular(Typeface.TICK);
        double width = Look.width(g, view.artefactWords(), font);
        double x = area.getMaxX() - width - look.px(6);
        double base = row.top() + look.px(4);
        g.setColor(look.palette.ground);
        g.fill(
                new Rectangle2D.Double(
                        x - look.px(4), base - look.px(13), width + look.px(8), look.px(18)));
        look.write(g, view.artefactWords(), font, look.palette.text2, x, base);
    }

    private RateLane rate(ReviewView.Lane lane, Canvas across, LanesLayout.Row row) {
        return new RateLane(
                look,
                words,
                lane,
                canvas(across, row, view.artefacts() ? lane.beats() : lane.rate()));
    }

    private static Canvas canvas(Canvas across, LanesLayout.Row row, ReviewView.Axis axis) {
        Rectangle2D area = across.area();
        return Canvas.of(
                across.window(),
                new Rectangle2D.Double(area.getX(), row.top(), area.getWidth(), row.height()),
                axis);
    }

    private void paintMovement(Graphics2D g, LanesLayout.Row row, Canvas across) {
        label(g, "lane.movement", row.top() + row.height() / 2 + look.px(2), "");
        ReviewView.Lane lane = view.lanes().get(0);
        double end = lane.timeline().endSeconds() + 1;
        if (lane.timeline().movement().max(0, end).isEmpty()) {
            Font font = look.type.regular(Typeface.NOTE);
            look.write(
                    g,
                    words.of("lane.movement.none"),
                    font,
                    look.palette.text3,
                    across.area().getX(),
                    Look.baselineFor(g, font, row.top() + row.height() / 2 + look.px(2)));
            return;
        }
        double most = Math.max(60, lane.timeline().movement().max(0, end).orElse(60));
        Canvas canvas = canvas(across, row, new ReviewView.Axis(0, most, most));
        Graphics2D inside = (Graphics2D) g.create();
        inside.clip(canvas.area());
        inside.setColor(look.palette.hatch);
        inside.fill(paths.get(0).movement(lane.timeline(), canvas));
        inside.dispose();
    }

    /** The two minutes that are opened at the side; not where they fill the chart. */
    private void paintChosen(Graphics2D g, LanesLayout layout, Canvas across) {
        if (view.inset().isEmpty() || view.person() >= layout.people().size()) {
            return;
        }
        ReviewView.Inset inset = view.inset().get();
        LanesLayout.Row row = layout.people().get(view.person()).rate();
        double left = across.bounded(inset.from());
        double right = across.bounded(inset.to());
        boolean inside = inset.to() > view.window().from() && inset.from() < view.window().to();
        if (inside && right - left < 0.9 * across.area().getWidth()) {
            g.setColor(look.palette.focus);
            g.setStroke(new BasicStroke((float) look.px(1.6)));
            g.draw(
                    new Rectangle2D.Double(
                            left,
                            row.top() - look.px(12),
                            Math.max(2, right - left),
                            row.height() + look.px(10)));
        }
    }

    private void paintAsked(Graphics2D g, LanesLayout layout, Canvas across) {
        view.why()
                .filter(why -> view.window().holds(why.second()))
                .ifPresent(
                        why -> {
                            double x = Math.floor(across.x(why.second())) + 0.5;
                            g.setColor(look.palette.focus);
                            g.setStroke(new BasicStroke((float) look.px(1.2)));
                            double top = layout.people().get(view.person()).ribbon().top();
                            g.draw(new Line2D.Double(x, top - look.px(4), x, layout.axisTop()));
                        });
    }

    private void paintSelected(Graphics2D g, Rectangle2D stretch) {
        g.setColor(look.palette.focus);
        g.setStroke(new BasicStroke((float) look.px(1.6)));
        g.draw(stretch);
    }

    private void paintFocus(Graphics2D g) {
        if (isFocusOwner() && byKey) {
            g.setColor(look.palette.focus);
            g.setStroke(new BasicStroke((float) look.px(2)));
            double edge = look.px(4);
            g.draw(
                    new Rectangle2D.Double(
                            edge, edge, getWidth() - 2 * edge, getHeight() - 2 * edge));
        }
    }

    private void label(Graphics2D g, String key, double middle, String noteKey) {
        Font font = look.type.regular(Typeface.LABEL);
        double x = look.px(LABELS_LEFT);
        look.write(
                g,
                Look.fit(g, words.of(key), font, look.px(LEFT - LABELS_LEFT - 8)),
                font,
                look.palette.text2,
                x,
                Look.baselineFor(g, font, middle));
        if (!noteKey.isEmpty()) {
            note(g, words.of(noteKey), middle + look.px(17));
        }
    }

    private void note(Graphics2D g, String said, double middle) {
        Font font = look.type.regular(Typeface.NOTE);
        look.write(
                g,
                Look.fit(g, said, font, look.px(LEFT - LABELS_LEFT - 30)),
                font,
                look.palette.text3,
                look.px(LABELS_LEFT),
                Look.baselineFor(g, font, middle));
    }
}
