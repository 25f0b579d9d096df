package org.attune.app;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.attune.review.Annotation;
import org.attune.review.Said;
import org.attune.session.ClientCode;
import org.attune.session.Marker;
import org.attune.session.SessionId;
import org.attune.store.Vault;
import org.attune.time.SessionTime;
import org.attune.ui.review.ReviewSaying;
import org.attune.ui.review.ReviewSession;

/** What is said in the review window, kept in the vault. Confined to the window's worker. */
final class WindowSaying implements ReviewSaying {
    private final Vault vault;
    private final SessionId session;
    private final ClientCode client;
    private final Annotating annotating;
    private final Deque<String> said = new ArrayDeque<>();
    private ReviewReading.Read read;

    WindowSaying(Vault vault, ReviewReading.Read read) {
        this.vault = vault;
        this.session = read.stored().entry().session().id();
        this.client = Annotating.whose(read.people());
        this.annotating = new Annotating(vault, session, client);
        this.read = read;
    }

    private ReviewSession say(Said what) {
        Annotation kept = annotating.say(what);
        said.push(kept.id());
        return again();
    }

    private ReviewSession again() {
        read = read.with(annotating.now());
        return read.forWindow();
    }

    @Override
    public ReviewSession move(Marker stands, SessionTime to) {
        return say(new Said.Moved(read.annotations().asSet(stands), to));
    }

    @Override
    public ReviewSession comment(SessionTime from, SessionTime to, String text) {
        return say(new Said.Comment(from, to, text));
    }

    @Override
    public ReviewSession summarise(String text) {
        return say(new Said.Summary(text));
    }

    @Override
    public ReviewSession note(String text) {
        Notes.add(vault, client, Optional.of(session), text);
        return read.forWindow();
    }

    @Override
    public ReviewSession add(Marker mark) {
        return say(new Said.Added(mark));
    }

    @Override
    public ReviewSession tag(String word) {
        return say(new Said.Tag(word));
    }

    @Override
    public ReviewSession share(Annotation comment) {
        return say(
                read.annotations()
                        .sharing(comment)
                        .<Said>map(each -> new Said.TakenBack(each.id()))
                        .orElseGet(() -> new Said.Shared(comment.id())));
    }

    @Override
    public ReviewSession takeBackLast() {
        if (said.isEmpty()) {
            throw new UsageException("nothing was said in this window that could be taken back");
        }
        Annotation unused = annotating.say(new Said.TakenBack(said.peek()));
        said.pop();
        return again();
    }
}
