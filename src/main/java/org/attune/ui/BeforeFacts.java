package org.attune.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is known before a session begins, beside what the sensors say. Immutable, any thread.
 *
 * @param people clients and partners, in the order of the session; the therapist left out
 * @param liveOnlyToday whether nothing is to be recorded today, whatever was agreed
 * @param others the codes of those who could be here instead; empty where none can be chosen
 * @param settleSeconds how long a person settles before their range is learned
 * @param learnSeconds how long it is learned
 */
public record BeforeFacts(
        List<Person> people,
        boolean liveOnlyToday,
        List<String> others,
        double settleSeconds,
        double learnSeconds) {
    public BeforeFacts {
        people = List.copyOf(people);
        others = List.copyOf(others);
    }

    /**
     * One of them.
     *
     * @param code the pseudonym; empty for somebody unnamed
     * @param lastHere the day of the last recorded session, if there is one
     * @param sessions how many were recorded
     * @param agreed since when they agree to be recorded; empty when they do not
     * @param bound whether the sensor is one that was named, so that no other is picked
     * @param earlier the range of earlier sessions, if it may be used
     */
    public record Person(
            String code,
            Optional<LocalDate> lastHere,
            int sessions,
            Optional<LocalDate> agreed,
            boolean bound,
            Optional<Earlier> earlier) {
        /** Whether something of them will be kept. */
        boolean keeps() {
            return agreed.isPresent();
        }
    }

    /**
     * The range of earlier sessions.
     *
     * @param day when the therapist approved it
     * @param used whether the person is judged against it
     */
    public record Earlier(LocalDate day, boolean used) {}

    /** Whether somebody's beats will be kept. */
    public boolean keeps() {
        return !liveOnlyToday && people.stream().anyMatch(Person::keeps);
    }
}
