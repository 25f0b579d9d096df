package org.attune.export.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.attune.export.page.Surface.Lettering;
import org.attune.export.page.Surface.Pen;
import org.attune.regulation.Reason;
import org.attune.regulation.RegulationState;
import org.attune.review.Span;
import org.attune.review.Timeline;

/** The top of the page: whose it is, of when, and first of all how far it can be relied upon. */
final class PageHead {
    private final PageFrame frame;
    private final Surface on;
    private final PageWords words;

    PageHead(PageFrame frame) {
        this.frame = frame;
        on = frame.on();
        words = frame.words();
    }

    /** Draws it; returns how far down it reaches. */
    double draw() {
        on.text(PageFrame.LEFT, 56, Lettering.bold(16.5, PageFrame.INK), words.say("title"));
        whose(49);
        Instant from = frame.content().startedAt();
        Instant to = from.plusNanos(frame.content().durationNanos());
        on.text(
                PageFrame.LEFT,
                72,
                Lettering.plain(8, PageFrame.SOFT),
                words.say(
                        "subtitle",
                        words.day(from),
                        words.time(from),
                        until(from, to),
                        words.say("sensor." + sensor())));
        return quality(84);
    }

    /** That of a part: what part, and how much of it is known; returns how far down it reaches. */
    double drawPart() {
        on.text(PageFrame.LEFT, 46, Lettering.bold(15, PageFrame.INK), title());
        whose(42);
        Instant began = frame.content().startedAt();
        on.text(
                PageFrame.LEFT,
                60,
                Lettering.plain(8, PageFrame.SOFT),
                words.say(
                        "part.subtitle",
                        words.day(began),
                        words.time(began),
                        words.clock(frame.from()),
                        words.clock(frame.to()),
                        words.clock(frame.seconds()),
                        words.say("sensor." + sensor())));
        double known =
                frame.timeline().states().within(frame.from(), frame.to()).stream()
                        .filter(each -> each.what() != RegulationState.UNKNOWN)
                        .mapToDouble(Span::seconds)
                        .sum();
        double percent = Math.floor(100 * known / (frame.to() - frame.from()));
        on.text(
                PageFrame.LEFT,
                72,
                Lettering.bold(8, PageFrame.INK),
                words.say("part.quality", words.whole(percent)));
        return 74;
    }

    private String title() {
        boolean all = frame.from() <= 0 && frame.to() >= Math.floor(frame.seconds());
        return words.say(all ? "part.title.all" : "part.title");
    }

    private void whose(double y) {
        String code = frame.content().subject().identity().map(each -> each.code()).orElse("");
        String name = code.isEmpty() ? inFours(frame.content().subject().pseudonym()) : code;
        on.textTo(frame.right(), y, Lettering.bold(10.5, PageFrame.INK), name);
        String what = words.say(code.isEmpty() ? "pseudonym" : "code");
        on.textTo(frame.right(), y + 12, Lettering.plain(6.8, PageFrame.FAINT), what);
    }

    private String until(Instant from, Instant to) {
        String day = words.shortDay(to);
        return day.equals(words.shortDay(from)) ? words.time(to) : day + ", " + words.time(to);
    }

    private String sensor() {
        return frame.content().simulated() ? "simulated" : source();
    }

    private String source() {
        return frame.content().source().name().toLowerCase(Locale.ROOT);
    }

    /** Easier to compare by eye. */
    static String inFours(String pseudonym) {
        return pseudonym.replaceAll("(.{4})(?=.)", "$1 ");
    }

    private double quality(double top) {
        double width = frame.right() - PageFrame.LEFT - 20;
        List<String> first = frame.wrapped(sentence(), 8, width);
        List<String> second = frame.wrapped(care(), 7.2, width);
        double bottom = top + 7 + 11 * first.size() + 9.6 * second.size();
        on.box(PageFrame.LEFT, top, frame.right(), bottom, 0xf1, Pen.OFF);
        on.box(PageFrame.LEFT, top, PageFrame.LEFT + 2.6, bottom, 0x22, Pen.OFF);
        double x = PageFrame.LEFT + 10;
        double y = frame.lines(x, top + 11, Lettering.bold(8, PageFrame.INK), 11, first);
        frame.lines(x, y - 0.8, Lettering.plain(7.2, PageFrame.SOFT), 9.6, second);
        return bottom;
    }

    private String sentence() {
        return words.say(
                "quality",
                words.tenths(frame.figures().usablePercent().orElse(0)),
                words.clock(frame.seconds()),
                gaps());
    }

    private String gaps() {
        List<Span<Timeline.Gap>> gaps =
                frame.timeline().gaps().all().stream()
                        .filter(each -> !each.what().beginning())
                        .toList();
        if (gaps.isEmpty()) {
            return words.say("quality.none");
        }
        double seconds = gaps.stream().mapToDouble(Span::seconds).sum();
        String why = mostly(gaps);
        return gaps.size() == 1
                ? words.say("quality.one", words.lasting(seconds), why)
                : words.say(
                        "quality.many", Integer.toString(gaps.size()), words.lasting(seconds), why);
    }

    private String mostly(List<Span<Timeline.Gap>> gaps) {
        Map<String, Double> seconds = new LinkedHashMap<>();
        gaps.forEach(
                each -> seconds.merge(why(each.what().because()), each.seconds(), Double::sum));
        return seconds.entrySet().stream()
                .max(Comparator.comparingDouble(Map.Entry::getValue))
                .orElseThrow()
                .getKey();
    }

    /** What is known of the person themself is no part of a page. */
    private String why(Optional<Reason> because) {
        String key =
                because.map(each -> "gap." + each.code().name().toLowerCase(Locale.ROOT))
                        .filter(words::has)
                        .orElse("gap.other");
        return words.say(key);
    }

    private String care() {
        List<String> sentences = new ArrayList<>();
        double before =
                frame.timeline().gaps().all().stream()
                        .filter(each -> each.what().beginning())
                        .mapToDouble(Span::seconds)
                        .sum();
        if (before >= 1) {
            sentences.add(words.say("quality.before", words.lasting(before)));
        }
        sentences.add(words.say("quality.care"));
        badge(Timeline.Badge.TALKING, "quality.talking").ifPresent(sentences::add);
        badge(Timeline.Badge.MOVING, "quality.moving").ifPresent(sentences::add);
        if (!frame.content().provenance().closed() || frame.content().provenance().lost() > 0) {
            sentences.add(words.say("quality.incomplete"));
        }
        return String.join(" ", sentences);
    }

    private Optional<String> badge(Timeline.Badge badge, String key) {
        double seconds =
                frame.timeline().badges().all().stream()
                        .filter(each -> each.what() == badge)
                        .mapToDouble(Span::seconds)
                        .sum();
        return seconds < 30
                ? Optional.empty()
                : Optional.of(words.say(key, words.lasting(seconds)));
    }
}
