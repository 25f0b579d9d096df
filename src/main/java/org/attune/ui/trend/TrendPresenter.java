package org.attune.ui.trend;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.attune.review.trend.Trend;
import org.attune.review.trend.Trend.Because;
import org.attune.review.trend.TrendMeasure;
import org.attune.review.trend.TrendRules;
import org.attune.review.trend.TrendSession;
import org.attune.sensor.SourceClass;
import org.attune.session.Session;
import org.attune.session.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * Decides what the window shows: which charts of which class of sensor, which of them and which
 * session are chosen, and in which words. Knows no Swing. Confined to one thread.
 */
final class TrendPresenter {
    private final TrendWindowWords words;
    private final ZoneId zone;
    private final boolean pictures;
    private final Map<SessionId, TrendSession> known = new HashMap<>();
    private String code = "";
    private List<Session> sessions = List.of();
    private TrendRules rules = TrendRules.DEFAULT;
    private Set<SessionId> corrected = Set.of();
    private boolean begun;
    private Trend trend = Trend.of(List.of(), TrendRules.DEFAULT);
    private List<SourceClass> sources = List.of();
    private @Nullable SourceClass wanted;
    private int chosen;
    private OptionalInt slot = OptionalInt.empty();
    private boolean large;
    private boolean keyCard;
    private String said = "";

    /**
     * @param zone in which days are told
     * @param pictures whether pictures can be handed out
     */
    TrendPresenter(TrendWindowWords words, ZoneId zone, boolean pictures) {
        this.words = words;
        this.zone = zone;
        this.pictures = pictures;
    }

    void begin(TrendQuestions.Start start) {
        code = start.code();
        sessions = start.sessions();
        rules = start.rules();
        corrected = start.corrected();
        begun = true;
        start.known().forEach(each -> known.put(each.session().id(), each));
        lay();
    }

    /** One more session's figures. */
    void add(TrendSession figures) {
        known.put(figures.session().id(), figures);
        lay();
    }

    /** Nothing more will come: what has no figures by now was erased meanwhile. */
    void complete() {
        sessions = sessions.stream().filter(each -> known.containsKey(each.id())).toList();
        lay();
    }

    private void lay() {
        trend =
                Trend.of(
                        sessions.stream()
                                .filter(each -> known.containsKey(each.id()))
                                .map(each -> known.get(each.id()))
                                .toList(),
                        rules);
        Set<SourceClass> found = EnumSet.noneOf(SourceClass.class);
        trend.panels().forEach(panel -> panel.lines().forEach(line -> found.add(line.source())));
        sources = List.copyOf(found);
    }

    private boolean pending() {
        return !begun || known.size() < sessions.size();
    }

    /** The class of sensor that is shown: of the newest session, unless another is asked for. */
    Optional<SourceClass> source() {
        if (wanted != null && sources.contains(wanted)) {
            return Optional.of(wanted);
        }
        for (int i = trend.sessions().size() - 1; i >= 0; i--) {
            Optional<SourceClass> source = trend.sessions().get(i).source();
            if (source.isPresent() && sources.contains(source.get())) {
                return source;
            }
        }
        return Optional.empty();
    }

    void nextSource() {
        Optional<SourceClass> now = source();
        if (now.isPresent() && sources.size() > 1) {
            wanted = sources.get((sources.indexOf(now.get()) + 1) % sources.size());
            chosen = 0;
            large = false;
        }
    }

    /** Goes to the next chart in that direction, where there is one. */
    void step(int right, int down) {
        List<TrendView.Cell> cells = cells();
        if (cells.isEmpty()) {
            return;
        }
        TrendView.Cell from = cells.get(Math.min(chosen, cells.size() - 1));
        int best = -1;
        double nearest = Double.MAX_VALUE;
        for (int i = 0; i < cells.size(); i++) {
            int across = cells.get(i).column() - from.column();
            int along = cells.get(i).row() - from.row();
            boolean ahead = right != 0 ? across * right > 0 && along == 0 : along * down > 0;
            double distance = Math.abs(along) + Math.abs(across) * (right != 0 ? 1 : 0.1);
            if (ahead && distance < nearest) {
                nearest = distance;
                best = i;
            }
        }
        chosen = best < 0 ? chosen : best;
    }

    void choose(int cell) {
        chosen = cell;
    }

    void toggleLarge() {
        large = !large && !cells().isEmpty();
    }

    /** The session before, or after, the chosen one; the newest first. */
    void stepSession(int by) {
        if (!sessions.isEmpty()) {
            int last = sessions.size() - 1;
            int next = slot.isPresent() ? slot.getAsInt() + by : last;
            slot = OptionalInt.of(Math.max(0, Math.min(last, next)));
        }
    }

    void chooseSession(int at) {
        slot = at >= 0 && at < sessions.size() ? OptionalInt.of(at) : OptionalInt.empty();
    }

    void toggleKeys() {
        keyCard = !keyCard;
    }

    /** Closes what is open, the last first. */
    void closeOpen() {
        if (keyCard) {
            keyCard = false;
        } else if (large) {
            large = false;
        } else {
            slot = OptionalInt.empty();
            said = "";
        }
    }

    void say(String line) {
        said = line;
    }

    /** What a picture of what is seen would hold. */
    List<TrendMeasure> measuresSeen() {
        List<TrendView.Cell> cells = cells();
        if (large && !cells.isEmpty()) {
            return List.of(cells.get(Math.min(chosen, cells.size() - 1)).measure());
        }
        return cells.stream().map(TrendView.Cell::measure).distinct().toList();
    }

    private List<TrendView.Cell> cells() {
        return source().map(each -> laid(each).cells()).orElse(List.of());
    }

    private TrendCells laid(SourceClass source) {
        return new TrendCells(trend, source, places(), rules, words, pending());
    }

    /** The place of each session of the trend among all. */
    private List<Integer> places() {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < sessions.size(); i++) {
            if (known.containsKey(sessions.get(i).id())) {
                places.add(i);
            }
        }
        return places;
    }

    TrendView view() {
        List<TrendView.Cell> cells = cells();
        chosen = Math.max(0, Math.min(chosen, cells.size() - 1));
        return new TrendView(
                code,
                words.of("title"),
                facts(),
                terms(),
                slots(),
                breaks(),
                bands(),
                cells,
                chosen,
                slot,
                large && !cells.isEmpty(),
                cells.isEmpty() ? nothing() : "",
                said,
                words.of("limits"),
                keyCard,
                sources.size() > 1,
                pictures);
    }

    private String nothing() {
        if (!begun) {
            return words.of("opening");
        }
        return pending()
                ? words.of("pending", known.size(), sessions.size())
                : words.of("nothing", rules.leastSessions(), sessions.size());
    }

    private String facts() {
        if (sessions.isEmpty()) {
            return begun ? words.of("facts.none") : "";
        }
        String span =
                words.of(
                        "facts",
                        sessions.size(),
                        day(sessions.get(0)),
                        day(sessions.get(sessions.size() - 1)));
        String which =
                source().map(each -> " " + words.of("facts.source", words.source(each))).orElse("");
        return span + which + " " + words.of("facts.least", Math.round(rules.leastSeconds() / 60));
    }

    private String terms() {
        if (pending() && begun) {
            return words.of("pending", known.size(), sessions.size());
        }
        return sources.size() > 1
                ? words.of(
                        "other-source",
                        sources.stream()
                                .filter(each -> !source().equals(Optional.of(each)))
                                .map(words::source)
                                .collect(Collectors.joining(", ")))
                : "";
    }

    private String day(Session session) {
        return words.day(LocalDate.ofInstant(session.startedAt(), zone));
    }

    private List<TrendView.Slot> slots() {
        List<TrendView.Slot> slots = new ArrayList<>();
        for (int i = 0; i < sessions.size(); i++) {
            TrendSession figures = known.get(sessions.get(i).id());
            slots.add(
                    new TrendView.Slot(
                            i + 1,
                            day(sessions.get(i)),
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
        if (corrected.contains(figures.session().id())) {
            facts.add(words.of("slot.corrected"));
        }
        if (figures.incomplete()) {
            facts.add(words.of("slot.incomplete"));
        }
        return String.join(", ", facts);
    }

    private List<TrendView.Break> breaks() {
        List<Integer> places = places();
        return trend.breaks().stream()
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
        return trend.sessions().get(session).source().equals(source());
    }

    private List<TrendView.BandSpan> bands() {
        List<TrendView.BandSpan> spans = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= sessions.size(); i++) {
            if (i == sessions.size() || !band(i).equals(band(from))) {
                OptionalInt version = band(from);
                if (known.containsKey(sessions.get(from).id())) {
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
        TrendSession figures = known.get(sessions.get(at).id());
        return figures == null ? OptionalInt.of(-1) : figures.bandVersion();
    }
}
