package org.attune.ui.trend;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.attune.review.trend.TrendMeasure;
import org.attune.review.trend.TrendSession;
import org.attune.sensor.SourceClass;
import org.jspecify.annotations.Nullable;

/**
 * Decides what the window shows: which charts of which class of sensor, which of them and which
 * session are chosen, and in which words. Knows no Swing. Confined to one thread.
 */
final class TrendPresenter {
    private final TrendWindowWords words;
    private final ZoneId zone;
    private final boolean pictures;
    private final TrendKnown known = new TrendKnown();
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
        known.begin(start);
    }

    /** One more session's figures. */
    void add(TrendSession figures) {
        known.add(figures);
    }

    /** Nothing more will come: what has no figures by now was erased meanwhile. */
    void complete() {
        known.complete();
    }

    /** The class of sensor that is shown: of the newest session, unless another is asked for. */
    Optional<SourceClass> source() {
        if (wanted != null && known.sources().contains(wanted)) {
            return Optional.of(wanted);
        }
        return known.newestSource();
    }

    void nextSource() {
        Optional<SourceClass> now = source();
        if (now.isPresent() && known.sources().size() > 1) {
            wanted =
                    known.sources()
                            .get((known.sources().indexOf(now.get()) + 1) % known.sources().size());
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
        if (!known.sessions().isEmpty()) {
            int last = known.sessions().size() - 1;
            int next = slot.isPresent() ? slot.getAsInt() + by : last;
            slot = OptionalInt.of(Math.max(0, Math.min(last, next)));
        }
    }

    void chooseSession(int at) {
        slot = at >= 0 && at < known.sessions().size() ? OptionalInt.of(at) : OptionalInt.empty();
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
        return new TrendCells(
                known.trend(), source, known.places(), known.rules(), words, known.pending());
    }

    TrendView view() {
        List<TrendView.Cell> cells = cells();
        chosen = Math.max(0, Math.min(chosen, cells.size() - 1));
        TrendFacts facts = new TrendFacts(known, source(), words, zone);
        return new TrendView(
                known.code(),
                words.of("title"),
                facts.facts(),
                facts.terms(),
                facts.slots(),
                facts.breaks(),
                facts.bands(),
                cells,
                chosen,
                slot,
                large && !cells.isEmpty(),
                cells.isEmpty() ? facts.nothing() : "",
                said,
                words.of("limits"),
                keyCard,
                known.sources().size() > 1,
                pictures);
    }
}
