package org.attune.ui.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.attune.review.dyad.AgainstChance;
import org.attune.review.dyad.Dyad;
import org.attune.review.dyad.Pair;
import org.attune.session.LaneId;

/**
 * The panel of two people: each figure beside what chance gives, and no score of them. Knows
 * nothing of windows. Confined to one thread.
 */
final class TwoPresenter {
    private final ReviewSession session;
    private final ReviewWords words;
    private final Map<Pair, Dyad> found = new HashMap<>();
    private boolean open;
    private int chosen;
    private String refused = "";

    TwoPresenter(ReviewSession session, ReviewWords words) {
        this.session = session;
        this.words = words;
    }

    boolean isOpen() {
        return open;
    }

    void toggle() {
        open = !open;
    }

    /** The pair that is asked about; empty where there are no two. */
    Optional<Pair> pair(List<LaneId> shown) {
        List<Pair> pairs = Pair.of(shown);
        return pairs.isEmpty()
                ? Optional.empty()
                : Optional.of(pairs.get(Math.floorMod(chosen, pairs.size())));
    }

    void step(int by) {
        chosen += by;
        refused = "";
    }

    void answered(Pair pair, Dyad answer) {
        found.put(pair, answer);
        refused = "";
    }

    void refused(String why) {
        refused = why;
    }

    /** What is seen of it; empty while it is closed. */
    Optional<View> view(List<LaneId> shown) {
        if (!open) {
            return Optional.empty();
        }
        Optional<Pair> pair = pair(shown);
        Optional<Dyad> dyad = pair.flatMap(each -> Optional.ofNullable(found.get(each)));
        String who =
                pair.map(each -> words.of("two.pair", code(each.first()), code(each.second())))
                        .orElse(words.of("two.nobody"));
        String said =
                dyad.map(this::said)
                        .orElse(
                                pair.isEmpty()
                                        ? ""
                                        : refused.isEmpty() ? words.of("two.working") : refused);
        return Optional.of(
                new View(
                        who,
                        Pair.of(shown).size() > 1,
                        pair.map(each -> code(each.first())).orElse(""),
                        pair.map(each -> code(each.second())).orElse(""),
                        dyad.filter(Dyad.Measured.class::isInstance)
                                .map(Dyad.Measured.class::cast)
                                .map(this::measured),
                        said));
    }

    private String code(LaneId lane) {
        return session.code(lane);
    }

    private String said(Dyad dyad) {
        if (dyad instanceof Dyad.Blank blank) {
            return switch (blank.because()) {
                case ONE_SIDE_SILENT -> words.of("two.silent");
                case FLAGS -> words.of("two.flags");
                case TOO_LITTLE_TIME ->
                        words.of(
                                "two.too-little",
                                ReviewWords.clock(blank.neededSeconds()),
                                ReviewWords.clock(blank.usableSeconds()));
            };
        }
        Dyad.Measured found = (Dyad.Measured) dyad;
        return switch (found.lead()) {
            case FIRST -> words.of("two.lead", code(found.first()));
            case SECOND -> words.of("two.lead", code(found.second()));
            case NEITHER -> words.of("two.lead.none");
            case NOT_JUDGED -> words.of("two.lead.not-judged");
        };
    }

    private Figures measured(Dyad.Measured found) {
        List<Row> rows = new ArrayList<>();
        rows.add(row("two.absolute", found, found.absolute()));
        rows.add(row("two.signed", found, found.signed()));
        rows.add(row("two.peak", found, found.peak()));
        found.concordance().ifPresent(each -> rows.add(row("two.concordance", found, each)));
        return new Figures(rows, found.profile(), found.peak().chanceHigh());
    }

    private Row row(String key, Dyad.Measured found, AgainstChance measure) {
        boolean beyond = found.beyondChance(measure);
        return new Row(words.of(key), measure, words.of(beyond ? "two.beyond" : "two.as-chance"));
    }

    /** One measure beside its chance level. */
    record Row(String name, AgainstChance measure, String verdict) {}

    /**
     * What was found.
     *
     * @param chanceReach how far the farthest of all lags goes by chance, either way
     */
    record Figures(List<Row> rows, List<Dyad.LagPoint> profile, double chanceReach) {}

    /**
     * The panel.
     *
     * @param several whether there are more pairs to choose from
     * @param said who went ahead, or why nothing is said
     */
    record View(
            String who,
            boolean several,
            String first,
            String second,
            Optional<Figures> figures,
            String said) {}
}
