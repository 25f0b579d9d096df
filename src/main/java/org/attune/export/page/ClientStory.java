package org.attune.export.page;

import java.util.ArrayList;
import java.util.List;
import org.attune.export.page.Surface.Lettering;
import org.attune.review.Figure;
import org.attune.review.Marks;
import org.attune.review.ReviewFigures;

/** The few figures for the person themself, in sentences. A figure that is blank is not told. */
final class ClientStory {
    private final PageFrame frame;
    private final PageWords words;

    ClientStory(PageFrame frame) {
        this.frame = frame;
        words = frame.words();
    }

    /** Draws it; returns how far down it reaches. */
    double draw(double top, double width) {
        frame.heading(PageFrame.LEFT, top, "said");
        double y = top + 15;
        for (String sentence : sentences()) {
            List<String> lines = frame.wrapped(sentence, 8.4, width);
            y = frame.lines(PageFrame.LEFT, y, Lettering.plain(8.4, 0x22), 11.4, lines) + 4;
        }
        return y - 15;
    }

    private List<String> sentences() {
        ReviewFigures figures = frame.figures();
        List<String> all = new ArrayList<>();
        all.add(rises(figures));
        figures.dose()
                .secondsAbove()
                .value()
                .ifPresent(
                        seconds -> {
                            if (seconds > 0) {
                                all.add(words.say("said.above", words.lasting(seconds)));
                            }
                        });
        figures.pendulations()
                .value()
                .ifPresent(
                        times -> {
                            if (times > 0) {
                                all.add(
                                        words.say(
                                                times == 1 ? "said.back.once" : "said.back",
                                                words.whole(times)));
                            }
                        });
        ends(figures, all);
        List<Marks.Suds> own = frame.timeline().marks().suds();
        if (own.size() > 1) {
            all.add(words.say("said.own", number(own.get(0)), number(own.get(own.size() - 1))));
        }
        if (!figures.episodes().isEmpty()) {
            all.add(words.say("said.rise"));
        }
        return all;
    }

    private String rises(ReviewFigures figures) {
        int times = figures.episodes().size();
        if (times == 0) {
            boolean known = figures.dose().secondsAbove().isKnown();
            return words.say(known ? "said.none" : "said.unknown");
        }
        String first = words.whole(Math.floor(figures.episodes().get(0).onsetSecond() / 60));
        return times == 1
                ? words.say("said.once", first)
                : words.say("said.times", Integer.toString(times), first);
    }

    private void ends(ReviewFigures figures, List<String> all) {
        Figure start = figures.shift().startBpm();
        Figure end = figures.shift().endBpm();
        if (start.isKnown() && end.isKnown()) {
            all.add(words.say("said.ends", rate(start), rate(end)));
        } else if (start.isKnown()) {
            all.add(words.say("said.start", rate(start)));
        } else if (end.isKnown()) {
            all.add(words.say("said.end", rate(end)));
        }
    }

    private String rate(Figure figure) {
        return words.whole(PageWords.value(figure));
    }

    private static String number(Marks.Suds suds) {
        return Integer.toString(suds.value());
    }
}
