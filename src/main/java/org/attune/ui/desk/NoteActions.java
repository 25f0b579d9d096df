package org.attune.ui.desk;

import java.nio.file.Path;
import java.util.List;

/**
 * What the page of process notes asks for. Called as {@link DeskActions} are. That notes were read
 * is entered in the journal, so they are asked for only when somebody wants to see them.
 */
public interface NoteActions {
    /**
     * The notes on a person, the oldest first.
     *
     * @param session only those of this session; empty for all
     */
    List<Written> read(String code, String session);

    /**
     * Keeps a note, where there is consent to that; what was done.
     *
     * @param session of which session; empty for one of the person
     */
    String keep(String code, String session, String text);

    /** The very text that would leave, or what is missing for it. */
    DeskActions.Leaving preview(NotesWish wish);

    /** Exports; what left and where it lies. */
    String export(NotesWish wish, Path target);

    /**
     * A note.
     *
     * @param when it was written, in the reader's own time
     * @param session of which session, in words; empty for one of the person
     * @param text as it was written
     */
    record Written(String when, String session, String text) {
        @Override
        public String toString() {
            return "Written[redacted]";
        }
    }

    /**
     * Which notes are to leave.
     *
     * @param code on whom
     * @param session only those of this session; empty for all
     * @param purpose of {@link DeskActions.Choices#purposes}
     * @param recipient who is to have them
     * @param key an age recipient to seal them to; empty for none
     */
    record NotesWish(String code, String session, String purpose, String recipient, String key) {}
}
