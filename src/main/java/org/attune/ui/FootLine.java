package org.attune.ui;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.JPanel;
import org.attune.live.RecordingStatus;

/** The line at the foot: consent, cues, the last mark with its undo, one key hint. On the EDT. */
final class FootLine extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final double HEIGHT = 52;

    private transient Look look;
    private transient LiveView view;
    private transient Optional<Confirmation> confirmation = Optional.empty();
    private boolean showsTherapist;
    private boolean hinted = true;

    FootLine(Look look, LiveView view) {
        this.look = look;
        this.view = view;
        setOpaque(true);
    }

    /** Names no key of a card: where there is none. */
    void withoutHint() {
        hinted = false;
    }

    static int height(Look look) {
        return look.whole(HEIGHT);
    }

    void show(
            Look newLook,
            LiveView newView,
            Optional<Confirmation> newConfirmation,
            boolean withTherapist) {
        look = newLook;
        view = newView;
        confirmation = newConfirmation;
        showsTherapist = withTherapist;
        getAccessibleContext()
                .setAccessibleName(
                        confirmation
                                .map(Confirmation::words)
                                .orElse(view.foot().recording() + ". " + view.foot().cues()));
        repaint();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Look.smooth(graphics);
        g.setColor(look.palette.surface);
        g.fillRect(0, 0, getWidth(), getHeight());
        g.setColor(look.palette.rule);
        g.setStroke(new BasicStroke((float) Math.max(1, look.px(1))));
        g.draw(new Line2D.Double(0, 0.5, getWidth(), 0.5));
        double middle = getHeight() / 2.0;
        double right = paintHint(g, middle);
        double x = paintRecording(g, middle, right);
        Font font = look.type.regular(Typeface.LABEL);
        double confirmWidth = confirmation.map(c -> confirmWidth(g, c)).orElse(0.0);
        double limit = right - look.px(24) - confirmWidth - (confirmWidth > 0 ? look.px(24) : 0);
        for (String words : asides()) {
            double width = Look.width(g, words, font);
            if (x + look.px(30) + width > limit) {
                break;
            }
            look.write(
                    g,
                    words,
                    font,
                    look.palette.text3,
                    x + look.px(30),
                    Look.baselineFor(g, font, middle));
            x += look.px(30) + width;
        }
        if (confirmation.isPresent()) {
            double from = Math.max(x + look.px(24), Math.min(look.px(700), limit));
            paintConfirmation(g, confirmation.get(), from, middle);
        }
        g.dispose();
    }

    private List<String> asides() {
        List<String> asides = new ArrayList<>();
        if (!view.foot().cues().isEmpty()) {
            asides.add(view.foot().cues());
        }
        if (view.therapist().isPresent() && !showsTherapist) {
            asides.add(look.words.text("foot.therapist"));
        }
        if (view.lanes().size() > 1) {
            asides.add(look.words.text("foot.several"));
        }
        return asides;
    }

    private double paintRecording(Graphics2D g, double middle, double right) {
        double radius = look.px(5);
        double centre = look.px(33);
        RecordingStatus.Kind kind = view.foot().kind();
        g.setColor(look.palette.text2);
        g.setStroke(new BasicStroke((float) look.px(1.8)));
        g.draw(new Ellipse2D.Double(centre - radius, middle - radius, 2 * radius, 2 * radius));
        double dot = look.px(2.2);
        switch (kind) {
            case RECORDING ->
                    g.fill(new Ellipse2D.Double(centre - dot, middle - dot, 2 * dot, 2 * dot));
            case INCOMPLETE ->
                    g.draw(
                            new Line2D.Double(
                                    centre, middle - look.px(2.4), centre, middle + look.px(1)));
            case WITHDRAWN ->
                    g.draw(
                            new Line2D.Double(
                                    centre - radius,
                                    middle + radius,
                                    centre + radius,
                                    middle - radius));
            case LIVE_ONLY -> {
                // An empty ring: nothing is kept.
            }
        }
        String words = view.foot().recording();
        if (kind == RecordingStatus.Kind.INCOMPLETE && !view.foot().recordingWhy().isBlank()) {
            words += ": " + view.foot().recordingWhy();
        }
        Font font = look.type.regular(Typeface.LABEL);
        double x = look.px(48);
        String fitted = Look.fit(g, words, font, right - x - look.px(24) - reserved(g));
        return look.write(
                g, fitted, font, look.palette.text2, x, Look.baselineFor(g, font, middle));
    }

    /** What the confirmation needs is not the recording's. */
    private double reserved(Graphics2D g) {
        return confirmation.map(each -> confirmWidth(g, each) + look.px(24)).orElse(0.0);
    }

    private double confirmWidth(Graphics2D g, Confirmation shown) {
        double words = Look.width(g, shown.words(), look.type.semibold(Typeface.LABEL));
        double hint =
                shown.undoable()
                        ? Look.width(
                                        g,
                                        look.words.text("undo.left", Confirmation.SECONDS),
                                        look.type.regular(Typeface.LABEL))
                                + look.px(36)
                        : 0;
        return words + hint + look.px(28);
    }

    private void paintConfirmation(Graphics2D g, Confirmation shown, double left, double middle) {
        double height = look.px(32);
        g.setColor(look.palette.raised);
        g.fill(
                new RoundRectangle2D.Double(
                        left,
                        middle - height / 2,
                        confirmWidth(g, shown),
                        height,
                        look.px(4),
                        look.px(4)));
        Font bold = look.type.semibold(Typeface.LABEL);
        double base = Look.baselineFor(g, bold, middle);
        double end =
                look.write(g, shown.words(), bold, look.palette.text, left + look.px(14), base);
        if (shown.undoable()) {
            look.write(
                    g,
                    look.words.text("undo.left", shown.secondsLeft(view.timeline().now())),
                    look.type.regular(Typeface.LABEL),
                    look.palette.text2,
                    end + look.px(36),
                    base);
        }
    }

    private double paintHint(Graphics2D g, double middle) {
        Font font = look.type.regular(Typeface.LABEL);
        Font key = look.type.semibold(Typeface.LABEL);
        double right = getWidth() - look.px(30);
        if (!hinted) {
            return right;
        }
        double words =
                look.writeEnding(
                        g,
                        look.words.text("foot.hint"),
                        font,
                        look.palette.text2,
                        right,
                        Look.baselineFor(g, font, middle));
        double box = Chip.width(g, look, look.words.key(Act.CARD), key);
        return Chip.paintEnding(
                g,
                look,
                look.words.key(Act.CARD),
                key,
                look.palette.text3,
                words - look.px(8),
                middle,
                box);
    }
}
