package org.attune.ui.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.attune.review.Marks;
import org.attune.review.Timeline;
import org.attune.session.LaneId;
import org.attune.session.MarkKind;
import org.attune.session.Marker;
import org.attune.ui.KeySettings;

/** The lanes of a session as they are shown, and what is told of each person. One thread. */
final class LanePeople {
    private final ReviewSession session;
    private final ReviewFacts facts;
    private final List<ReviewView.Lane> people;
    private final Optional<ReviewView.Lane> therapist;
    private final Map<Integer, ReviewFacts.Told> told = new HashMap<>();

    LanePeople(ReviewSession session, ReviewWords words) {
        this.session = session;
        this.facts = new ReviewFacts(session, words);
        List<ReviewView.Lane> shown = new ArrayList<>();
        for (Timeline lane : session.timeline().lanes()) {
            if (!lane.isPrivate()) {
                shown.add(facts.lane(lane, shown.size()));
            }
        }
        this.people = List.copyOf(shown);
        this.therapist =
                session.timeline().lanes().stream()
                        .filter(Timeline::isPrivate)
                        .findFirst()
                        .map(lane -> facts.lane(lane, 0));
    }

    ReviewFacts facts() {
        return facts;
    }

    List<ReviewView.Lane> all() {
        return people;
    }

    Optional<ReviewView.Lane> therapist() {
        return therapist;
    }

    Optional<ReviewView.Lane> person(int number) {
        return number < people.size() ? Optional.of(people.get(number)) : Optional.empty();
    }

    /** Those whose lanes are seen, with the therapist's own or without. */
    List<LaneId> shown(boolean own) {
        return Stream.concat(people.stream(), therapist.stream().filter(lane -> own))
                .map(each -> each.timeline().lane())
                .toList();
    }

    /** Marks with a sign; the client's numbers have a lane of their own. */
    List<Marker> signed(boolean own) {
        return session.timeline().marks().standing().stream()
                .filter(each -> each.kind() != MarkKind.SUDS)
                .filter(each -> KeySettings.DEFAULT.sign(each).isPresent())
                .filter(each -> own || !Marks.isPrivate(each))
                .toList();
    }

    /** What is told of a person; worked out when it is first asked for. */
    ReviewFacts.Told told(int number) {
        return person(number)
                .map(lane -> told.computeIfAbsent(number, key -> facts.told(lane.timeline())))
                .orElse(ReviewFacts.Told.NOTHING);
    }

    /** The row of a person's highest rise; -1 where there was none. */
    int highest(int number) {
        double highest = Double.NEGATIVE_INFINITY;
        int row = -1;
        var episodes =
                person(number)
                        .flatMap(lane -> session.figures(lane.timeline().lane()))
                        .map(figures -> figures.episodes())
                        .orElse(List.of());
        for (int i = 0; i < episodes.size(); i++) {
            double above = episodes.get(i).peakAboveBpm().value().orElse(Double.NEGATIVE_INFINITY);
            if (above > highest) {
                highest = above;
                row = i;
            }
        }
        return row;
    }
}
