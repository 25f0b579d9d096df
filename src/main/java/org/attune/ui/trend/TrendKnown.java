package org.attune.ui.trend;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.attune.review.trend.Trend;
import org.attune.review.trend.TrendRules;
import org.attune.review.trend.TrendSession;
import org.attune.sensor.SourceClass;
import org.attune.session.Session;
import org.attune.session.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * What has come of a person's sessions so far, and the trend of it: figures come one by one, in any
 * order. Confined to one thread.
 */
final class TrendKnown {
    private final Map<SessionId, TrendSession> figures = new HashMap<>();
    private String code = "";
    private List<Session> sessions = List.of();
    private TrendRules rules = TrendRules.DEFAULT;
    private Set<SessionId> corrected = Set.of();
    private boolean begun;
    private Trend trend = Trend.of(List.of(), TrendRules.DEFAULT);
    private List<SourceClass> sources = List.of();

    void begin(TrendQuestions.Start start) {
        code = start.code();
        sessions = start.sessions();
        rules = start.rules();
        corrected = start.corrected();
        begun = true;
        start.known().forEach(each -> figures.put(each.session().id(), each));
        lay();
    }

    /** One more session's figures. */
    void add(TrendSession found) {
        figures.put(found.session().id(), found);
        lay();
    }

    /** Nothing more will come: what has no figures by now was erased meanwhile. */
    void complete() {
        sessions = sessions.stream().filter(each -> figures.containsKey(each.id())).toList();
        lay();
    }

    private void lay() {
        trend =
                Trend.of(
                        sessions.stream()
                                .filter(each -> figures.containsKey(each.id()))
                                .map(each -> figures.get(each.id()))
                                .toList(),
                        rules);
        Set<SourceClass> found = EnumSet.noneOf(SourceClass.class);
        trend.panels().forEach(panel -> panel.lines().forEach(line -> found.add(line.source())));
        sources = List.copyOf(found);
    }

    String code() {
        return code;
    }

    /** All sessions, oldest first, whether or not they have figures yet. */
    List<Session> sessions() {
        return sessions;
    }

    TrendRules rules() {
        return rules;
    }

    /** Of the sessions that have figures. */
    Trend trend() {
        return trend;
    }

    /** The classes of sensors that have lines. */
    List<SourceClass> sources() {
        return sources;
    }

    boolean begun() {
        return begun;
    }

    boolean pending() {
        return !begun || figures.size() < sessions.size();
    }

    /** How many sessions have figures. */
    int count() {
        return figures.size();
    }

    /** The figures of the session at that place, where they have come. */
    @Nullable TrendSession at(int place) {
        return figures.get(sessions.get(place).id());
    }

    boolean isCorrected(TrendSession session) {
        return corrected.contains(session.session().id());
    }

    /** The class of sensor of the newest session that is in a line. */
    Optional<SourceClass> newestSource() {
        for (int i = trend.sessions().size() - 1; i >= 0; i--) {
            Optional<SourceClass> source = trend.sessions().get(i).source();
            if (source.isPresent() && sources.contains(source.get())) {
                return source;
            }
        }
        return Optional.empty();
    }

    /** The place of each session of the trend among all. */
    List<Integer> places() {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < sessions.size(); i++) {
            if (at(i) != null) {
                places.add(i);
            }
        }
        return places;
    }
}
