package org.attune.ui;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.attune.live.LaneSnapshot;
import org.attune.live.LiveSnapshot;
import org.attune.pipeline.Moment;
import org.attune.regulation.Reason;
import org.attune.regulation.RegulationState;
import org.attune.sensor.SensorDescription;
import org.attune.session.Role;

/**
 * Chooses the words of the page before the session, five lines in the order of doubt. With several
 * people the sensor, the contact and the range are those of whoever is furthest from ready. Pure,
 * any thread.
 */
public final class BeforePresenter {
    /** From this long on, contact is called steady; seconds. */
    static final double STEADY_SECONDS = 10;

    private final LiveWords words;
    private final Locale locale;

    /**
     * @param language in which it is said
     */
    public BeforePresenter(Locale language) {
        this.words = LiveWords.in(language);
        this.locale = language;
    }

    /** The same facts as lines, for a terminal: who, consent, sensor, range. */
    public List<String> lines(BeforeFacts facts, LiveSnapshot snapshot) {
        BeforeView view = present(facts, snapshot);
        return List.of(
                line("before.who", view.who()),
                line("before.consent", view.consent()),
                line("before.sensor", view.sensor()),
                line("before.range", view.range()));
    }

    private String line(String name, BeforeView.Line line) {
        String note = line.note().isEmpty() ? "" : " " + line.note();
        return words.text("before.line", words.text(name), line.sentence() + note);
    }

    BeforeView present(BeforeFacts facts, LiveSnapshot snapshot) {
        List<LaneSnapshot> lanes =
                snapshot.lanes().stream()
                        .filter(lane -> lane.participant().lane().role() != Role.THERAPIST)
                        .toList();
        int last = last(lanes);
        LaneSnapshot lane = lanes.get(last);
        BeforeFacts.Person person = facts.people().get(last);
        String whose = lanes.size() > 1 ? name(person) + ": " : "";
        Standing standing = Standing.of(snapshot, lane);
        double now = snapshot.now().toSeconds();
        boolean learning = standing.state() == RegulationState.LEARNING;
        return new BeforeView(
                facts.people().stream().map(this::name).toList(),
                snapshot.simulated(),
                who(facts),
                consent(facts),
                sensor(lane, person, whose),
                contact(lane, standing, whose),
                lane.hearing().beats().stream().map(beat -> now - beat.toSeconds()).toList(),
                range(facts, person, standing, whose),
                learning ? Optional.of(standing.progress()) : Optional.empty(),
                facts.settleSeconds() / (facts.settleSeconds() + facts.learnSeconds()),
                words.text("before.settle", words.duration(facts.settleSeconds())),
                words.text("before.learn", words.duration(facts.learnSeconds())));
    }

    /** Whoever was in contact for the shortest time. */
    private static int last(List<LaneSnapshot> lanes) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < lanes.size(); i++) {
            order.add(i);
        }
        return order.stream().min(Comparator.comparingDouble(i -> steady(lanes.get(i)))).orElse(0);
    }

    private String name(BeforeFacts.Person person) {
        return person.code().isEmpty() ? words.text("before.unnamed") : person.code();
    }

    private BeforeView.Line who(BeforeFacts facts) {
        String names = facts.people().stream().map(this::name).collect(Collectors.joining(", "));
        BeforeFacts.Person first = facts.people().get(0);
        String note = "";
        if (first.code().isEmpty()) {
            note = words.text("before.unnamed.note");
        } else if (facts.people().size() == 1) {
            note =
                    first.lastHere()
                            .map(day -> lastHere(day, first))
                            .orElse(words.text("before.new"));
        }
        Optional<BeforeView.Action> someoneElse =
                facts.others().isEmpty() || facts.people().size() > 1
                        ? Optional.empty()
                        : action("before.else", "Esc", "");
        return new BeforeView.Line(BeforeView.Sign.DONE, names, note, someoneElse);
    }

    private String lastHere(LocalDate day, BeforeFacts.Person person) {
        String when = words.text("before.last", date("date.day", day));
        return when
                + " "
                + (person.sessions() == 1
                        ? words.text("before.sessions.one")
                        : words.text("before.sessions.many", person.sessions()));
    }

    private BeforeView.Line consent(BeforeFacts facts) {
        List<BeforeFacts.Person> agreed =
                facts.people().stream().filter(BeforeFacts.Person::keeps).toList();
        if (agreed.isEmpty()) {
            return done(words.text("before.live"), words.text("before.live.note"));
        }
        if (facts.liveOnlyToday()) {
            return new BeforeView.Line(
                    BeforeView.Sign.DONE,
                    words.text("before.live.today"),
                    words.text("before.live.today.note"),
                    action("before.keep.again", "L", ""));
        }
        String since = date("date.short", agreed.get(0).agreed().orElseThrow());
        boolean all = agreed.size() == facts.people().size();
        String whom = agreed.stream().map(this::name).collect(Collectors.joining(", "));
        return new BeforeView.Line(
                BeforeView.Sign.DONE,
                all ? words.text("before.keep") : words.text("before.keep.some", whom),
                words.text("before.keep.note", since),
                action("before.live.only", "L", ""));
    }

    private BeforeView.Line sensor(LaneSnapshot lane, BeforeFacts.Person person, String whose) {
        SensorDescription sensor = lane.sensor();
        if (sensor.simulated()) {
            return done(whose + words.text("before.simulated"), words.text("simulated.why"));
        }
        if (lane.hearing().linkedAt().isEmpty()) {
            String looking = words.text("before.looking", sensor.name());
            return pending(whose + looking, words.text("before.looking.note"));
        }
        String found = words.whole(lane.hearing().linkedAt().orElseThrow().toSeconds());
        List<String> notes = new ArrayList<>();
        lane.batteryPercent().ifPresent(p -> notes.add(words.text("before.battery", p)));
        if (person.bound()) {
            notes.add(words.text("before.bound"));
        }
        return done(
                whose + words.text("before.found", sensor.name(), found), String.join(" ", notes));
    }

    private BeforeView.Line contact(LaneSnapshot lane, Standing standing, String whose) {
        double steady = steady(lane);
        String moisten = words.text("before.moisten");
        if (steady >= STEADY_SECONDS) {
            return done(whose + words.text("before.steady", words.duration(steady)), moisten);
        }
        String because =
                standing.state() == RegulationState.UNKNOWN
                        ? ReasonWords.unknown(words, standing.unknownBecause())
                        : words.text("reason.listening");
        return pending(whose + words.text("before.unsteady", because), moisten);
    }

    /** For how long beats came without a break, seconds. */
    static double steady(LaneSnapshot lane) {
        List<Moment.Concluded> history = lane.history();
        int first = history.size();
        while (first > 0 && !broken(history.get(first - 1))) {
            first--;
        }
        return first == history.size()
                ? 0
                : history.get(history.size() - 1).at().toSeconds()
                        - history.get(first).at().toSeconds();
    }

    private static boolean broken(Moment.Concluded concluded) {
        if (Standing.stateOf(concluded) != RegulationState.UNKNOWN) {
            return false;
        }
        return switch (Standing.unknownBecause(concluded).code()) {
            case STARTING,
                    SENSOR_SILENT,
                    LINK_LOST,
                    CONTACT_LOST,
                    SENSOR_REPEATS,
                    TOO_FEW_BEATS,
                    FAULT ->
                    true;
            default -> false;
        };
    }

    private BeforeView.Line range(
            BeforeFacts facts, BeforeFacts.Person person, Standing standing, String whose) {
        Optional<BeforeView.Action> action =
                facts.people().size() > 1
                        ? Optional.empty()
                        : person.earlier().flatMap(this::rangeAction);
        boolean unusable = standing.figure(Reason.Code.EARLIER_UNUSABLE).isPresent();
        if (!unusable && person.earlier().map(BeforeFacts.Earlier::used).orElse(false)) {
            String day = date("date.short", person.earlier().orElseThrow().day());
            return new BeforeView.Line(
                    BeforeView.Sign.DONE,
                    whose + words.text("before.earlier", day),
                    words.text("before.earlier.note"),
                    action);
        }
        return switch (standing.state()) {
            case UNKNOWN ->
                    new BeforeView.Line(
                            BeforeView.Sign.PENDING,
                            whose + words.text("before.range.waiting"),
                            words.text(
                                    "before.range.waiting.note",
                                    words.duration(facts.settleSeconds() + facts.learnSeconds())),
                            action);
            case LEARNING -> {
                double whole = facts.settleSeconds() + facts.learnSeconds();
                double left = Math.ceil((1 - standing.progress()) * whole / 10) * 10;
                yield new BeforeView.Line(
                        BeforeView.Sign.PENDING,
                        whose + words.text("sentence.learning"),
                        words.text("before.range.note", words.duration(left)),
                        action);
            }
            default ->
                    new BeforeView.Line(
                            BeforeView.Sign.DONE,
                            whose + words.text("before.range.ready"),
                            standing.figure(Reason.Code.DRAWN_TO_EARLIER).isPresent()
                                    ? words.text("before.range.drawn")
                                    : "",
                            action);
        };
    }

    private Optional<BeforeView.Action> rangeAction(BeforeFacts.Earlier earlier) {
        return earlier.used()
                ? action("before.today", "B", "")
                : action(
                        "before.use",
                        "B",
                        words.text("before.use.of", date("date.short", earlier.day())));
    }

    private Optional<BeforeView.Action> action(String key, String letter, String note) {
        return Optional.of(new BeforeView.Action(words.text(key), letter, note));
    }

    private static BeforeView.Line done(String sentence, String note) {
        return new BeforeView.Line(BeforeView.Sign.DONE, sentence, note, Optional.empty());
    }

    private static BeforeView.Line pending(String sentence, String note) {
        return new BeforeView.Line(BeforeView.Sign.PENDING, sentence, note, Optional.empty());
    }

    private String date(String pattern, LocalDate day) {
        return DateTimeFormatter.ofPattern(words.text(pattern), locale).format(day);
    }
}
