package org.attune.ui.review;

import java.awt.BasicStroke;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.JPanel;
import org.attune.session.Marker;
import org.attune.ui.Look;

/**
 * All lanes on one time axis. Says what is under a point; what is to be done there others decide.
 * Confined to the EDT.
 */
final class LanesPane extends JPanel {
    private static final long serialVersionUID = 1L;
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
        double left = look.px(LaneNames.LEFT);
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
        LanesLayout layout =
                LanesLayout.of(
                        getHeight(),
                        view.lanes().size(),
                        view.whatIf().filter(each -> each.answered()).isPresent(),
                        look);
        laid = Optional.of(layout);
        Canvas across = across();
        LaneNames names = new LaneNames(look, words);
        PersonLane person = new PersonLane(look, words, view, across, paths, names);
        SharedLanes shared = new SharedLanes(look, words, view, across);
        marks.place(g, view, across, layout);
        double top = layout.people().stream().findFirst().map(b -> b.ribbon().top()).orElse(0.0);
        shared.paintGrid(g, top, layout.axisTop());
        for (int i = 0; i < view.lanes().size(); i++) {
            person.paint(g, i, layout.people().get(i));
        }
        if (layout.suds().isShown()) {
            names.label(g, "lane.suds", layout.suds().top() + look.px(14), "lane.suds.note");
            shared.paintSuds(g, layout.suds());
        }
        if (layout.movement().isShown()) {
            person.paintMovement(g, layout.movement());
        }
        double underRibbon =
                layout.people().stream()
                        .findFirst()
                        .map(each -> each.would().isShown() ? each.would() : each.ribbon())
                        .map(each -> each.bottom() + look.px(3))
                        .orElse(0.0);
        marks.paintLines(g, underRibbon);
        for (int i = 0; i < view.lanes().size(); i++) {
            LanesLayout.Box box = layout.people().get(i);
            if (!view.artefacts()) { // there the beats themselves say what was wrong
                person.rate(view.lanes().get(i), box.rate()).paintGapWords(g);
            }
        }
        if (layout.suds().isShown()) {
            shared.paintQuestions(g, layout.suds());
        }
        names.label(g, "lane.marks", layout.marks().top() + look.px(LanesLayout.MARK_ROW / 2), "");
        marks.paint(g, view, layout.marks().bottom());
        names.label(g, "lane.phase", layout.phaseMiddle(), "");
        shared.paintPhases(g, layout.phaseMiddle());
        CommentSigns.paint(g, look, view, across, layout.marks().top() - look.px(7));
        shared.paintAxis(g, layout.axisTop());
        LanesFrames frames = new LanesFrames(look, view, across, layout);
        frames.paintChosen(g);
        frames.paintAsked(g);
        selected.ifPresent(stretch -> paintSelected(g, stretch));
        paintFocus(g);
        g.dispose();
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
}
