package org.attune.export.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.attune.export.ExportContent;
import org.attune.export.page.Surface.Lettering;
import org.attune.review.ReviewFigures;
import org.attune.review.Timeline;

/**
 * What every part of a page needs: where it draws, what it shows, in which words, and where the
 * page's edges are.
 *
 * @param part what of the session is shown, on a sheet across; empty for the whole, on one upright
 */
record PageFrame(
        Surface on, ExportContent content, PageWords words, PageWish wish, Optional<Part> part) {
    static final int INK = 0x11;
    static final int SOFT = 0x44;
    static final int FAINT = 0x6b;
    static final double LEFT = 46;

    /** Stands at what cannot be recomputed from an export; explained at the foot. */
    static final String BEYOND = "°";

    /** Where the labels of lanes end and the time axis begins. */
    static final double AXIS = 77;

    /** The same, drawn elsewhere. */
    PageFrame on(Surface other) {
        return new PageFrame(other, content, words, wish, part);
    }

    double right() {
        return (part.isPresent() ? wish.paper().height : wish.paper().width) - LEFT;
    }

    double bottom() {
        return part.isPresent() ? wish.paper().width : wish.paper().height;
    }

    boolean isForClient() {
        return wish.reader() == PageWish.Reader.CLIENT;
    }

    Timeline timeline() {
        return content.reviewed().orElseThrow().timeline();
    }

    ReviewFigures figures() {
        return content.reviewed().orElseThrow().figures();
    }

    /** Length of the session, seconds; at least one. */
    double seconds() {
        return Math.max(1, Math.max(timeline().endSeconds(), timeline().lastSecond()));
    }

    /** Where the time axis begins, session seconds. */
    double from() {
        return part.map(Part::from).orElse(0.0);
    }

    /** Where it ends. */
    double to() {
        return part.map(Part::to).orElse(seconds());
    }

    /** Whether a second is shown. */
    boolean shows(double second) {
        return second >= from() && second <= to();
    }

    void heading(double x, double y, String key) {
        heading(x, y, key, "");
    }

    /**
     * @param sign that stands after it
     */
    void heading(double x, double y, String key, String sign) {
        on.text(x, y, Lettering.bold(9, INK), words.say(key) + sign);
    }

    List<String> wrapped(String text, double size, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (line.length() > 0 && on.width(line + " " + word, size, false) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** Draws lines down from y; returns where the next would stand. */
    double lines(double x, double y, Lettering type, double step, List<String> lines) {
        double at = y;
        for (String line : lines) {
            on.text(x, at, type, line);
            at += step;
        }
        return at;
    }
}
