package org.attune.app;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.attune.export.AgeSeal;
import org.attune.export.AnswerFile;
import org.attune.review.Annotation;
import org.attune.review.Annotations;
import org.attune.review.Said;
import org.attune.session.Marker;
import org.attune.store.Vault;
import org.attune.time.SessionTime;
import org.attune.ui.review.ReviewSaying;
import org.attune.ui.review.ReviewSession;

/**
 * What a supervisor says of a session of another vault: held in memory, until it is written into
 * the answer. Any thread: the window says, and whoever closed it writes.
 */
final class SupervisorSaying implements ReviewSaying {
    private final Vault vault;
    private final SupervisedSession session;
    private final List<Annotation> fresh = new ArrayList<>();
    private final Deque<String> said = new ArrayDeque<>();
    private ReviewReading.Read read;

    SupervisorSaying(Vault vault, SupervisedSession session) {
        this.vault = vault;
        this.session = session;
        this.read = session.read();
    }

    /** The session with what was said of it. */
    synchronized ReviewReading.Read read() {
        return read;
    }

    /** How much was said that is in no answer yet. */
    synchronized int unsent() {
        return fresh.size();
    }

    synchronized Annotation say(Said what) {
        Annotation annotation = Annotating.fresh(what);
        fresh.add(annotation);
        List<Annotation> all = new ArrayList<>(session.sheet().words());
        all.addAll(fresh);
        read = read.with(Annotations.of(all));
        return annotation;
    }

    /**
     * Writes what was said into a new file, sealed where that is wished for.
     *
     * @param key an age recipient; where none is given, the one the session names
     */
    synchronized void answer(Path file, Optional<String> key) {
        String sha256 =
                new AnswerFile(session.sheet().session(), fresh)
                        .write(file, key.or(session.sheet()::answerTo).map(AgeSeal::new));
        session.answered(vault, sha256, fresh.size());
        fresh.clear();
        said.clear();
    }

    private synchronized ReviewSession shown(Said what) {
        said.push(say(what).id());
        return read.forWindow();
    }

    @Override
    public synchronized ReviewSession move(Marker stands, SessionTime to) {
        return shown(new Said.Moved(read.annotations().asSet(stands), to));
    }

    @Override
    public ReviewSession comment(SessionTime from, SessionTime to, String text) {
        return shown(new Said.Comment(from, to, text));
    }

    @Override
    public ReviewSession summarise(String text) {
        throw ofTheTherapist();
    }

    @Override
    public ReviewSession note(String text) {
        throw ofTheTherapist();
    }

    private static UsageException ofTheTherapist() {
        return new UsageException(
                "summary, tags and process notes are the therapist's own: say it in a comment");
    }

    @Override
    public ReviewSession add(Marker mark) {
        return shown(new Said.Added(mark));
    }

    @Override
    public ReviewSession tag(String word) {
        throw ofTheTherapist();
    }

    @Override
    public ReviewSession share(Annotation comment) {
        throw ofTheTherapist();
    }

    @Override
    public boolean supervises() {
        return true;
    }

    @Override
    public synchronized ReviewSession takeBackLast() {
        if (said.isEmpty()) {
            throw new UsageException("nothing was said in this window that could be taken back");
        }
        Annotation unused = say(new Said.TakenBack(said.pop()));
        return read.forWindow();
    }
}
