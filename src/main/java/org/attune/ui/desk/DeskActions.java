package org.attune.ui.desk;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.attune.ui.review.ReviewActions;
import org.attune.ui.review.ReviewSession;
import org.attune.ui.trend.TrendQuestions;

/**
 * What the desk window asks for. Called on a worker thread, one call at a time, and may take
 * seconds; what comes back is shown as it is. An {@link org.attune.AttuneException} or an {@link
 * IllegalArgumentException} is told in its own line.
 */
public interface DeskActions {
    /** The people the vault knows, by code. */
    List<Person> people();

    /** All that is kept about the terms with one person. */
    PersonFile person(String code);

    /**
     * The consent page for a person, who may be new, in a language. What would be handed to
     * somebody is asked only where it is said to whom: nobody agrees to "anyone".
     */
    ConsentPageText form(String code, Locale language, Named named);

    /** Enters what was agreed to; what was entered, in words. */
    String agree(String code, ConsentPageText form, Named named, ConsentPageText.Answer answer);

    /** Withdraws all consent; with {@code erase}, what is stored goes too. What was done. */
    String withdraw(String code, boolean erase);

    /** Writes the client's copy of what is agreed to into a folder; where it lies. */
    String receipt(String code, Path folder);

    /** Sets or lifts a legal hold. */
    String hold(String code, boolean set);

    /** Erases a person for good. */
    String erasePerson(String code);

    /** The recorded sessions, the newest first. */
    List<Stored> sessions();

    /** A session laid out for its review, of those who agreed to that. */
    ReviewSession review(String id);

    /** A person's sessions side by side, where they agreed to that. */
    TrendQuestions trends(String code);

    /** What can be done in the review of the session that was read last, by its name. */
    ReviewActions reviewing(String id);

    /** The way of sessions to those who supervise, and back. */
    SupervisionActions supervision();

    /** What has been kept long enough, and the page of a session. */
    ArchiveActions archive();

    /** Erases a session for good. */
    String eraseSession(String id);

    /** What can be chosen in an export. */
    Choices choices();

    /** What exactly would leave, or what is missing for it. */
    Leaving preview(Wish wish);

    /** Exports; what left and where it lies. */
    String export(Wish wish, Path target);

    /** Checks the vault; the first line is the verdict. */
    List<String> verify();

    /** Makes a backup and checks it. */
    String backUp(Path target);

    /** Replaces the passphrase; both arrays are overwritten. */
    String changePassphrase(char[] old, char[] fresh);

    /** What was done with the vault, the newest first. */
    List<String> journal();

    /** The process notes, which are kept and let out apart from all else. */
    NoteActions notes();

    /** Up to when the vault was used, in words, if the clock now shows less; empty if not. */
    Optional<String> clockPutBack();

    /** Enters that a person finds the clock right; what follows from it, in words. */
    String acknowledgeClock();

    /**
     * What is asked for, and who would be given something, by name; empty for nobody.
     *
     * @param about the heartbeat or the notes: never both on one page
     * @param supervisor who supervises
     * @param study which study
     */
    record Named(About about, String supervisor, String study) {
        /** What a page of consent is about. */
        public enum About {
            HEARTBEAT,
            NOTES
        }
    }

    /**
     * A person in the list.
     *
     * @param code the code
     * @param inForce what holds, in a few words
     */
    record Person(String code, String inForce) {}

    /**
     * The terms with one person.
     *
     * @param code the code
     * @param inForce each thing that is agreed to, and until when
     * @param history what was said when, the newest first
     * @param copies what has left, the newest first
     * @param held whether a legal hold forbids erasure
     */
    record PersonFile(
            String code,
            List<String> inForce,
            List<String> history,
            List<String> copies,
            boolean held) {
        public PersonFile {
            inForce = List.copyOf(inForce);
            history = List.copyOf(history);
            copies = List.copyOf(copies);
        }
    }

    /** How the recording of a session ended. */
    enum Ending {
        /** It is still going on. */
        RECORDING,
        /** As usual. */
        CLOSED,
        /** It broke off, and what there was until then was found again. */
        RECOVERED
    }

    /**
     * A recorded session.
     *
     * @param id its name
     * @param when begin, in the reader's own time
     * @param who codes of the people recorded
     * @param length in words
     * @param ending how its recording ended
     * @param lost moments known to be missing
     * @param problems what is damaged, in plain words; empty when nothing
     * @param tags words it was tagged with afterwards
     */
    record Stored(
            String id,
            String when,
            List<String> who,
            String length,
            Ending ending,
            long lost,
            List<String> problems,
            List<String> tags) {
        public Stored {
            who = List.copyOf(who);
            problems = List.copyOf(problems);
            tags = List.copyOf(tags);
        }

        /** Whether something of it is missing or damaged. */
        boolean isIncomplete() {
            return lost > 0 || !problems.isEmpty();
        }
    }

    /**
     * What can be chosen in an export, each by its code.
     *
     * @param formats such as {@code csv}
     * @param purposes such as {@code supervision}
     * @param identifiabilities such as {@code pseudonymised}
     */
    record Choices(List<String> formats, List<String> purposes, List<String> identifiabilities) {
        public Choices {
            formats = List.copyOf(formats);
            purposes = List.copyOf(purposes);
            identifiabilities = List.copyOf(identifiabilities);
        }
    }

    /**
     * What is to be exported.
     *
     * @param session the session
     * @param code whose lane of it
     * @param format of {@link Choices#formats}
     * @param purpose of {@link Choices#purposes}
     * @param recipient who is to have it
     * @param identifiability of {@link Choices#identifiabilities}
     * @param key an age recipient to seal it to; empty for none
     */
    record Wish(
            String session,
            String code,
            String format,
            String purpose,
            String recipient,
            String identifiability,
            String key) {}

    /**
     * What would leave.
     *
     * @param permitted whether consent allows it
     * @param lines if so, what leaves and what stays; if not, what is missing
     */
    record Leaving(boolean permitted, List<String> lines) {
        public Leaving {
            lines = List.copyOf(lines);
        }
    }
}
