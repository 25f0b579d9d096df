package org.attune.ui.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.attune.regulation.RegulationState;
import org.attune.review.Timeline;
import org.attune.review.WhatIf;
import org.attune.session.LaneId;
import org.attune.ui.review.WhatIfQuestions.Answer;
import org.attune.ui.review.WhatIfQuestions.Wish;

/**
 * The panel of "what if": a profile, a few thresholds, and what would have become of the session.
 * Knows nothing of windows. Confined to one thread.
 */
public final class WhatIfPresenter {
    /**
     * A setting that can be turned.
     *
     * @param key with its section
     * @param step by how much at a time
     * @param digits decimals it is shown with
     */
    public record Knob(String key, double step, int digits) {}

    /** What can be turned: from what is shown to what is told. */
    public static final List<Knob> KNOBS =
            List.of(
                    new Knob("states.rising_above", 0.1, 1),
                    new Knob("states.rising_dwell_seconds", 5, 0),
                    new Knob("states.high_above", 0.25, 2),
                    new Knob("states.high_least_bpm", 1, 0),
                    new Knob("states.high_dwell_seconds", 5, 0),
                    new Knob("cues.refractory_seconds", 60, 0),
                    new Knob("cues.budget", 1, 0));

    private static final RegulationState[] TIMES = {
        RegulationState.USUAL,
        RegulationState.RISING,
        RegulationState.HIGH,
        RegulationState.SETTLING,
        RegulationState.QUIET
    };

    private final WhatIfQuestions questions;
    private final ReviewWords words;
    private final Map<String, Double> changes = new HashMap<>();
    private String profile = "";
    private boolean open;
    private int row;
    private Wish answered = Wish.NONE;
    private Optional<Answer> answer = Optional.empty();
    private String refused = "";

    WhatIfPresenter(WhatIfQuestions questions, ReviewWords words) {
        this.questions = questions;
        this.words = words;
    }

    boolean isOpen() {
        return open;
    }

    /** Opens or closes it; what was turned stays turned. */
    void toggle() {
        open = !open;
    }

    /** The row of the profile is the first. */
    void choose(int chosen) {
        row = Math.max(0, Math.min(KNOBS.size(), chosen));
    }

    void stepRow(int by) {
        choose(row + by);
    }

    /** Turns what is chosen, one step down or up. */
    void turn(int by) {
        refused = "";
        if (row == 0) {
            List<String> all = new ArrayList<>(List.of(""));
            all.addAll(questions.profiles());
            profile = all.get(Math.floorMod(all.indexOf(profile) + by, all.size()));
            changes.clear();
            return;
        }
        Knob knob = KNOBS.get(row - 1);
        value(knob)
                .ifPresent(
                        now -> {
                            double grid = 1000; // no 1.2000000000000002
                            double turned = Math.rint((now + by * knob.step()) * grid) / grid;
                            changes.put(knob.key(), Math.max(0, turned));
                        });
    }

    /** What it was turned to, else what it stands at; empty before the first answer. */
    private Optional<Double> value(Knob knob) {
        return Optional.ofNullable(changes.get(knob.key()))
                .or(
                        () ->
                                answer.flatMap(
                                        each ->
                                                Optional.ofNullable(
                                                        each.values().get(knob.key()))));
    }

    /** Turns everything back. */
    void reset() {
        changes.clear();
        profile = "";
        refused = "";
    }

    Wish wish() {
        return new Wish(profile, changes);
    }

    void answered(Wish asked, Answer given) {
        if (asked.equals(wish())) { // a later turn is answered by a later answer
            answer = Optional.of(given);
            answered = asked;
            refused = "";
        }
    }

    /** Said why not; what was turned too far is turned back to what was last answered. */
    void refused(Wish asked, String why) {
        if (asked.equals(wish())) {
            refused = why;
            profile = answered.profile();
            changes.clear();
            changes.putAll(answered.changes());
        }
    }

    /** What is seen of it; empty while it is closed. */
    Optional<View> view(Optional<LaneId> person) {
        if (!open) {
            return Optional.empty();
        }
        List<Row> rows = new ArrayList<>();
        String asWas = words.of("whatif.as-was");
        rows.add(
                new Row(
                        words.of("whatif.profile", questions.begunWith()),
                        profile.isEmpty() ? asWas : profile,
                        !profile.isEmpty()));
        for (Knob knob : KNOBS) {
            String form = "%." + knob.digits() + "f";
            String shown =
                    value(knob)
                            .map(value -> String.format(Locale.ROOT, form, value))
                            .orElse(ReviewView.WITHHELD);
            rows.add(
                    new Row(
                            words.of("whatif." + knob.key()),
                            shown,
                            changes.containsKey(knob.key())));
        }
        Optional<WhatIf.Lane> lane =
                person.flatMap(id -> answer.flatMap(each -> each.compared().lane(id)));
        List<String> remarks =
                refused.isEmpty()
                        ? answer.map(Answer::remarks).orElse(List.of())
                        : List.of(refused);
        return Optional.of(
                new View(
                        rows,
                        row,
                        lane.map(this::cues).orElse(words.of("whatif.working")),
                        lane.map(this::times).orElse(List.of()),
                        remarks,
                        answer.map(Answer::compared)));
    }

    private String cues(WhatIf.Lane lane) {
        String said = words.of("whatif.cues", times(lane.cuesWould()), times(lane.cuesWere()));
        if (lane.identical()) {
            return said + " " + words.of("whatif.identical");
        }
        double seconds = lane.changes().seconds();
        return said
                + " "
                + (seconds == 0
                        ? words.of("whatif.same-states")
                        : words.of("whatif.other-states", ReviewWords.clock(seconds)));
    }

    private String times(List<WhatIf.Cue> cues) {
        return switch (cues.size()) {
            case 0 -> words.of("whatif.never");
            case 1 -> words.of("whatif.once", ReviewWords.clock(cues.get(0).second()));
            case 2 ->
                    words.of(
                            "whatif.twice",
                            ReviewWords.clock(cues.get(0).second()),
                            ReviewWords.clock(cues.get(1).second()));
            default -> words.of("whatif.times", cues.size());
        };
    }

    private List<Time> times(WhatIf.Lane lane) {
        List<Time> times = new ArrayList<>();
        for (RegulationState state : TIMES) {
            double was = lane.was().summary().secondsIn(state);
            double would = lane.would().summary().secondsIn(state);
            if (was > 0 || would > 0) {
                times.add(new Time(state, ReviewWords.clock(would), ReviewWords.clock(was)));
            }
        }
        return times;
    }

    /** One thing that can be turned. */
    record Row(String name, String value, boolean turned) {}

    /** How long a state would have held, and held. */
    record Time(RegulationState state, String would, String was) {}

    /**
     * The panel.
     *
     * @param cues how often it would have cued, and had
     * @param compared empty until the first answer
     */
    record View(
            List<Row> rows,
            int chosen,
            String cues,
            List<Time> times,
            List<String> remarks,
            Optional<WhatIf> compared) {
        boolean answered() {
            return compared.isPresent();
        }

        Optional<Timeline> would(LaneId lane) {
            return compared.flatMap(each -> each.lane(lane)).map(WhatIf.Lane::would);
        }
    }
}
