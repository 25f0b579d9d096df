package org.attune.ui.trend;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.attune.review.trend.Trend.Because;
import org.attune.review.trend.TrendSession;
import org.attune.sensor.SourceClass;
import org.attune.session.Session;
import org.jspecify.annotations.Nullable;

/** What is said of the sessions themselves, apart from their charts. Confined to one thread. */
final class TrendFacts {
    private final TrendKnown known;
    private final Optional<SourceClass> source;
    private final TrendWindowWords words;
    private final ZoneId zone;

    /**
     * @param source the class of sensor that is shown
     * @param zone in which days are told
     */
    TrendFacts(
            TrendKnown known, Optional<SourceClass> source, TrendWindowWords words, ZoneId zone) {
        this.known = known;
        this.source = source;
        this.words = words;
        this.zone = zone;
    }

    String nothing() {
        if (!known.begun()) {
            return words.of("opening");
        }
        return known.pending()
                ? words.of("pending", known.count(), known.sessions().size())
                : words.of("nothing", known.rules().leastSessions(), known.sessions().size());
    }

    String facts() {
        if (known.sessions().isEmpty()) {
            return known.begun() ? words.of("facts.none") : "";
        }
        String span =
                words.of(
                        "facts",
                        known.sessions().size(),
                        day(known.sessions().get(0)),
                        day(known.sessions().get(known.sessions().size() - 1)));
        String which =
                source.map(each -> " " + words.of("facts.source", words.source(each))).orElse("");
        return span
                + which
                + " "
                + words.of("facts.least", Math.round(known.rules().leastSeconds() / 60));
    }

    String terms() {
        if (known.pending() && known.begun()) {
            return words.of("pending", known.count(), known.sessions().size());
        }
        return known.sources().size() > 1
                ? words.of(
                        "other-source",
                        known.sources().stream()
                                .filter(each -> !source.equals(Optional.of(each)))
                                .map(words::source)
                                .collect(Collectors.joining(", ")))
                : "";
    }

    private String day(Session session) {
        return words.day(LocalDate.ofInstant(session.startedAt(), zone));
    }

    List<TrendView.Slot> slots() {
        List<TrendView.Slot> slots = new ArrayList<>();
        for (int i = 0; i < known.sessions().size(); i++) {
            @Nullable TrendSession figures = known.at(i);
            slots.add(
                    new TrendView.Slot(
                            i + 1,
                            day(known.sessions().get(i)),
                            figures == null ? words.of("slot.pending") : facts(figures),
                            figures == null));
        }
        return slots;
    }

    private String facts(TrendSession figures) {
        List<String> facts = new ArrayList<>();
        facts.add(figures.source().map(words::source).orElseGet(() -> words.of("slot.source")));
        double seconds = figures.whole().seconds();
        long usable = seconds > 0 ? Math.round(100 * figures.whole().shownSeconds() / seconds) : 0;
        facts.add(words.of("slot.usable", usable));
        figures.bandVersion().ifPresent(each -> facts.add(words.of("slot.band", each)));
        figures.flags().forEach(each -> facts.add(words.flag(each)));
        if (figures.phases().isEmpty()) {
            facts.add(words.of("slot.no-phase"));
        }
        if (figures.judgedAgain()) {
            facts.add(words.of("slot.again"));
        }
        if (known.isCorrected(figures)) {
            facts.add(words.of("slot.corrected"));
        }
        if (figures.incomplete()) {
            facts.add(words.of("slot.incomplete"));
        }
        return String.join(", ", facts);
    }

    List<TrendView.Break> breaks() {
        List<Integer> places = known.places();
        return known.trend().breaks().stream()
                .filter(each -> each.because() != Because.SOURCE_UNCLEAR)
                .filter(each -> ofShown(each.before()))
                .map(
                        each ->
                                new TrendView.Break(
                                        places.get(each.before()),
                                        words.of(
                                                each.because() == Because.FLAGS
                                                        ? "break.flags"
                                                        : "break.judging")))
                .toList();
    }

    /** A line of one class ends where that class is judged otherwise, and no other does. */
    private boolean ofShown(int session) {
        return known.trend().sessions().get(session).source().equals(source);
    }

    List<TrendView.BandSpan> bands() {
        List<TrendView.BandSpan> spans = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= known.sessions().size(); i++) {
            if (i == known.sessions().size() || !band(i).equals(band(from))) {
                OptionalInt version = band(from);
                if (known.at(from) != null) {
                    spans.add(
                            new TrendView.BandSpan(
                                    from,
                                    i - 1,
                                    version.isPresent()
                                            ? words.of("band", version.getAsInt())
                                            : words.of("band.today"),
                                    version.isPresent() ? "" + version.getAsInt() : "–"));
                }
                from = i;
            }
        }
        return spans;
    }

    private OptionalInt band(int at) {
        @Nullable TrendSession figures = known.at(at);
        return figures == null ? OptionalInt.of(-1) : figures.bandVersion();
    }
}
