package org.attune.ui.review;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.attune.regulation.RegulationState;
import org.attune.session.Marker;

/**
 * The figures of one person's session in words, part by part. Immutable.
 *
 * @param chosen which of all rows is chosen; empty for none
 */
record NumbersView(List<Part> parts, OptionalInt chosen) {
    /**
     * What belongs together.
     *
     * @param note what is to be known of all of it; empty for nothing
     */
    record Part(String title, String note, List<Row> rows) {}

    /**
     * One figure.
     *
     * @param state of whose sign it bears
     * @param clock when it was; empty for the whole session
     * @param value a dash where it is withheld; empty for what is said in words alone
     * @param beside on what it rests; empty for nothing
     * @param note why it is withheld, or how it is to be read; empty for nothing
     * @param place where in the session it is
     */
    record Row(
            Optional<RegulationState> state,
            String clock,
            String name,
            String value,
            String beside,
            String note,
            Optional<Place> place) {
        /** A figure of the whole session. */
        static Row of(String name, String value) {
            return new Row(Optional.empty(), "", name, value, "", "", Optional.empty());
        }

        Row with(RegulationState sign) {
            return new Row(Optional.of(sign), clock, name, value, beside, note, place);
        }

        Row resting(String on) {
            return new Row(state, clock, name, value, on, note, place);
        }

        Row noted(String what) {
            return new Row(state, clock, name, value, beside, what, place);
        }

        Row at(String when, Place where) {
            return new Row(state, when, name, value, beside, note, Optional.of(where));
        }

        /** All of it in one line, for those who hear it. */
        String told() {
            String what = (clock + " " + name).strip();
            String figure = value.isEmpty() ? what : what + ": " + value;
            return String.join(
                    ", ", Stream.of(figure, beside, note).filter(each -> !each.isEmpty()).toList());
        }
    }

    /**
     * Where something is.
     *
     * @param from session seconds
     * @param to the same for an instant
     * @param mark the mark it is of
     * @param what it is, in words
     */
    record Place(double from, double to, Optional<Marker> mark, String what) {}

    List<Row> rows() {
        return parts.stream().flatMap(part -> part.rows().stream()).toList();
    }

    Optional<Row> chosenRow() {
        return chosen.isPresent() ? Optional.of(rows().get(chosen.getAsInt())) : Optional.empty();
    }
}
