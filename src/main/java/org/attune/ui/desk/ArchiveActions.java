package org.attune.ui.desk;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * What the archive asks for beside the list of sessions: what has been kept long enough, and the
 * page of a session. On the worker thread, with refusals as {@link DeskActions} has them.
 */
public interface ArchiveActions {
    /** What has been kept for as long as was agreed, the longest due first. */
    List<Due> due();

    /**
     * Keeps it longer; what was entered, in words.
     *
     * @param until the last day, which is still to come
     */
    String keep(Due due, Reason reason, LocalDate until);

    /** Erases it for good, and nothing that is another person's; what was done, in words. */
    String erase(Due due);

    /**
     * Makes the page of one person's session, where they agreed to that.
     *
     * @param file named .pdf, .svg or .png; there is none yet
     * @return where it lies
     */
    String report(String session, String code, Locale language, Path file);

    /** Why something is kept although its time is over. */
    enum Reason {
        TREATMENT,
        WISH,
        LAW,
        CLAIM;

        /** Its place in the words. */
        String key() {
            return "due.reason." + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Something whose time is over.
     *
     * @param code whose it is
     * @param session which session; empty for all there is of the person
     * @param began when that session began, in the reader's own time; empty likewise
     * @param since since when it is due, in the reader's own time
     * @param held whether a legal hold forbids erasure
     */
    record Due(String code, String session, String began, String since, boolean held) {
        boolean ofPerson() {
            return session.isEmpty();
        }
    }
}
