package org.attune.evaluate;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One source of a labelled recording, as plain data.
 *
 * @param dataSet the folder it lies in; sessions of exercise form a set of their own
 * @param name of the recording
 * @param source what {@code heart} holds
 * @param truth what is known of it
 * @param heart intervals in ms at the time of their end, or heart rates in bpm
 * @param activity movement, thousandths of g, about once a second
 */
public record Recording(
        String dataSet,
        String name,
        Source source,
        Truth truth,
        Series heart,
        Optional<Series> activity) {
    /** Recordings with fewer rows are left out. */
    public static final int LEAST_ROWS = 60;

    private static final String EXERCISE = "-exercise";
    private static final Pattern SESSION = Pattern.compile("^(stress|aerobic|anaerobic)-");

    /**
     * A recording of a folder: without any task but with exercise, it belongs to its sister set.
     */
    public static Recording of(
            String folder,
            String name,
            Source source,
            Truth truth,
            Series heart,
            Optional<Series> activity) {
        boolean exercise = truth.tasks().isEmpty() && !truth.physical().isEmpty();
        String dataSet = exercise ? folder + EXERCISE : folder;
        return new Recording(dataSet, name, source, truth, heart, activity);
    }

    /**
     * Whose recording it is: the name without the kind of session before it and the part after an
     * underscore. Intervals are taken over people, and folds never part a person.
     */
    public String person() {
        String folder =
                dataSet.endsWith(EXERCISE)
                        ? dataSet.substring(0, dataSet.length() - EXERCISE.length())
                        : dataSet;
        String bare = SESSION.matcher(name).replaceFirst("");
        int part = bare.indexOf('_');
        return folder + "/" + (part > 0 ? bare.substring(0, part) : bare);
    }
}
