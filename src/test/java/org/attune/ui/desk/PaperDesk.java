package org.attune.ui.desk;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.attune.review.ReviewFigures;
import org.attune.review.SessionTimeline;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.Participant;
import org.attune.testkit.Hearts;
import org.attune.testkit.SessionHarness;
import org.attune.ui.review.ReviewActions;
import org.attune.ui.review.ReviewSession;
import org.attune.ui.trend.TrendFixtures;
import org.attune.ui.trend.TrendQuestions;

/** A desk of paper: tells what it was asked, and answers as a small practice would. */
public final class PaperDesk implements DeskActions, DeskLock, NoteActions, ArchiveActions {
    private final List<String> told = new ArrayList<>();
    private final List<Person> people =
            new ArrayList<>(
                    List.of(
                            new Person("K-07", "shown live, kept, supervised"),
                            new Person("M-12", "shown live only"),
                            new Person("S-03", "nothing in force")));
    private final List<Written> notes =
            new ArrayList<>(
                    List.of(
                            new Written(
                                    "24 Nov 2026 14:52",
                                    "session of 24 Nov 2026 14:00",
                                    "Long silence after the third question. Ask about the move.")));
    private final List<ArchiveActions.Due> due =
            new ArrayList<>(
                    List.of(
                            new ArchiveActions.Due("S-03", "", "", "31 Dec 2025 23:59", true),
                            new ArchiveActions.Due(
                                    "M-12", "z9", "3 Oct 2016 09:00", "3 Oct 2026 09:00", false)));
    private boolean clockRight;
    private boolean held;
    private boolean locked;
    private int touches;

    synchronized List<String> told() {
        return List.copyOf(told);
    }

    private synchronized String tell(String line) {
        told.add(line);
        return line;
    }

    @Override
    public synchronized List<Person> people() {
        return List.copyOf(people);
    }

    @Override
    public PersonFile person(String code) {
        return new PersonFile(
                code,
                List.of(
                        "Shown during sessions, no end",
                        "Kept on this computer until 22 Nov 2027",
                        "Shown to Dr B. Lindqvist, without the name"),
                List.of(
                        "22 Nov 2026 14:02  agreed, signed on screen: shown, kept",
                        "22 Nov 2026 14:03  agreed: supervision",
                        "3 Oct 2026 09:10  refused: study"),
                List.of("24 Nov 2026  csv of 22 Nov to Dr B. Lindqvist, supervision"),
                held);
    }

    @Override
    public ConsentPageText form(String code, Locale language, Named named) {
        tell("form " + code + " " + named.supervisor());
        return DeskForms.english();
    }

    @Override
    public synchronized String agree(
            String code, ConsentPageText form, Named named, ConsentPageText.Answer answer) {
        people.add(new Person(code, String.join(", ", answer.agreed())));
        return tell(
                "agreed "
                        + code
                        + " "
                        + form.foot()
                        + " "
                        + answer.agreed().stream().sorted().toList());
    }

    @Override
    public String withdraw(String code, boolean erase) {
        return tell("withdrawn " + code + (erase ? ", deleted" : ", kept"));
    }

    @Override
    public String receipt(String code, Path folder) {
        return tell("receipt " + code);
    }

    @Override
    public String hold(String code, boolean set) {
        held = set;
        return tell((set ? "held " : "free ") + code);
    }

    @Override
    public String erasePerson(String code) {
        return tell("erased " + code);
    }

    @Override
    public List<Stored> sessions() {
        return List.of(
                stored("a2", "25 Nov 2026 16:00", List.of("K-07", "M-12"), Ending.CLOSED, 214),
                new Stored(
                        "a1",
                        "24 Nov 2026 14:00",
                        List.of("K-07"),
                        "50 min",
                        Ending.CLOSED,
                        0,
                        List.of(),
                        List.of("grief")),
                stored("a0", "17 Nov 2026 14:00", List.of("K-07"), Ending.RECOVERED, 0));
    }

    private static Stored stored(
            String id, String when, List<String> who, Ending ending, long lost) {
        return new Stored(id, when, who, "31 min", ending, lost, List.of(), List.of());
    }

    @Override
    public ArchiveActions archive() {
        return this;
    }

    @Override
    public synchronized List<ArchiveActions.Due> due() {
        return List.copyOf(due);
    }

    /** Nothing is due any more. */
    synchronized void settle() {
        due.clear();
    }

    @Override
    public synchronized String keep(
            ArchiveActions.Due kept, ArchiveActions.Reason reason, LocalDate until) {
        due.remove(kept);
        return tell("kept " + kept.code() + " " + kept.session() + " " + reason + " " + until);
    }

    @Override
    public synchronized String erase(ArchiveActions.Due erased) {
        due.remove(erased);
        return tell("erased due " + erased.code() + " " + erased.session());
    }

    @Override
    public String report(String session, String code, Locale language, Path file) {
        return tell("report " + session + " " + code + " " + language + " " + file);
    }

    @Override
    public TrendQuestions trends(String code) {
        return TrendFixtures.asked(TrendFixtures.year(4));
    }

    @Override
    public ReviewSession review(String id) {
        tell("review " + id);
        SessionTimeline timeline =
                SessionTimeline.of(
                        List.of(LaneId.CLIENT),
                        SessionHarness.with(Hearts.steady(70))
                                .runFor(Duration.ofMinutes(1))
                                .end()
                                .moments());
        return new ReviewSession(
                id,
                Optional.of(LocalDate.of(2026, 11, 24)),
                List.of(new Participant(LaneId.CLIENT, new ClientCode("K-07"))),
                timeline,
                List.of(ReviewFigures.of(timeline.lanes().get(0))),
                Optional.empty());
    }

    @Override
    public String eraseSession(String id) {
        return tell("erased session " + id);
    }

    @Override
    public Choices choices() {
        return new Choices(
                List.of("csv", "rr", "bundle"),
                List.of("supervision", "research"),
                List.of("pseudonymised", "identified"));
    }

    @Override
    public Leaving preview(Wish wish) {
        return Set.of("Dr B. Lindqvist").contains(wish.recipient())
                ? new Leaving(
                        true,
                        List.of(
                                "beats.csv, 3,512 beats",
                                "session.csv, 3,000 seconds: rate, state, pace",
                                "marks.csv, 7 marks without words",
                                "under the name P-4F21, to Dr B. Lindqvist, for supervision",
                                "stays here: notes, the private marks, the strap's serial number"))
                : new Leaving(
                        false,
                        List.of("no consent names \"" + wish.recipient() + "\" as recipient"));
    }

    @Override
    public String export(Wish wish, Path target) {
        return tell("exported " + wish.format());
    }

    @Override
    public List<String> verify() {
        tell("verified");
        return List.of("sound: 3 people, 2 sessions, 5,112 sealed parts", "journal: 41 entries");
    }

    @Override
    public String backUp(Path target) {
        return tell("backed up");
    }

    @Override
    public String changePassphrase(char[] old, char[] fresh) {
        return tell("changed " + old.length + " " + fresh.length);
    }

    @Override
    public List<String> journal() {
        return List.of("24 Nov 2026 15:12  export allowed", "24 Nov 2026 14:51  recording closed");
    }

    @Override
    public ReviewActions reviewing(String id) {
        return () -> tell("played " + id);
    }

    @Override
    public SupervisionActions supervision() {
        return new SupervisionActions() {
            @Override
            public Leaving preview(SupervisionActions.Wish wish) {
                return new Leaving(
                        wish.supervisor().equals("Dr B. Lindqvist"),
                        List.of("session.log, for " + wish.supervisor()));
            }

            @Override
            public String send(SupervisionActions.Wish wish, Path target) {
                tell("sent " + wish.session() + " of " + wish.code() + " to " + target);
                return "written: " + target;
            }

            @Override
            public Opened open(Path file, String identity) {
                tell("opened " + file);
                return new Opened(
                        review("s-1"), reviewing("s-1"), "may be seen today", () -> "answered");
            }

            @Override
            public List<String> merge(Path file, String identity) {
                tell("merged " + file);
                return List.of("session s-1: 1 new word");
            }
        };
    }

    @Override
    public NoteActions notes() {
        return this;
    }

    @Override
    public synchronized List<Written> read(String code, String session) {
        tell("notes of " + code + " " + session);
        return List.copyOf(notes);
    }

    @Override
    public synchronized String keep(String code, String session, String text) {
        notes.add(new Written("24 Nov 2026 15:20", "", text));
        return tell("kept a note on " + code + " " + session);
    }

    @Override
    public Leaving preview(NoteActions.NotesWish wish) {
        return wish.recipient().equals("Dr B. Lindqvist")
                ? new Leaving(true, List.of("Process notes on " + wish.code(), "the very text"))
                : new Leaving(false, List.of("no consent to notes-export"));
    }

    @Override
    public String export(NoteActions.NotesWish wish, Path target) {
        return tell("notes left");
    }

    @Override
    public synchronized Optional<String> clockPutBack() {
        return clockRight ? Optional.empty() : Optional.of("30 Nov 2026 09:00");
    }

    @Override
    public synchronized String acknowledgeClock() {
        clockRight = true;
        return tell("the clock is confirmed");
    }

    /** How often somebody was there. */
    synchronized int touches() {
        return touches;
    }

    @Override
    public synchronized boolean isLocked() {
        return locked;
    }

    @Override
    public synchronized void touch() {
        touches++;
    }

    @Override
    public synchronized void lock() {
        locked = true;
    }

    @Override
    public synchronized void unlock(char[] passphrase) {
        if (!String.valueOf(passphrase).equals("the right one")) {
            throw new IllegalArgumentException("the passphrase is wrong");
        }
        locked = false;
        touches = 0;
    }
}
