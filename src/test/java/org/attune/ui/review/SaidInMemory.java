package org.attune.ui.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.attune.pipeline.Moment;
import org.attune.review.Annotation;
import org.attune.review.Annotations;
import org.attune.review.Said;
import org.attune.session.LaneId;
import org.attune.session.Marker;
import org.attune.time.SessionTime;

/** Keeps what is said of the simulated session as long as the program runs, and tells of it. */
public final class SaidInMemory implements ReviewSaying {
    private final List<Moment> moments = ReviewFixtures.twoHearts();
    private final List<Annotation> said = new ArrayList<>();
    private final Consumer<String> told;

    public SaidInMemory(Consumer<String> told) {
        this.told = told;
    }

    public ReviewSession read() {
        Annotations now = Annotations.of(said);
        ReviewSession read =
                ReviewFixtures.read(List.of(LaneId.CLIENT, LaneId.THERAPIST), now.over(moments));
        return new ReviewSession(
                read.name(),
                read.date(),
                read.people(),
                read.timeline(),
                read.figures(),
                read.kept(),
                now);
    }

    ReviewSession say(String author, Said what) {
        String id = String.format(Locale.ROOT, "%032x", said.size());
        said.add(new Annotation(id, author, Instant.EPOCH.plusSeconds(said.size()), what));
        return read();
    }

    @Override
    public ReviewSession move(Marker stands, SessionTime to) {
        told.accept("moved " + stands.kind() + " to " + to.toSeconds());
        return say("", new Said.Moved(Annotations.of(said).asSet(stands), to));
    }

    @Override
    public ReviewSession comment(SessionTime from, SessionTime to, String text) {
        told.accept("commented " + from.toSeconds() + " to " + to.toSeconds() + " " + text);
        return say("", new Said.Comment(from, to, text));
    }

    @Override
    public ReviewSession summarise(String text) {
        told.accept("summarised " + text);
        return say("", new Said.Summary(text));
    }

    @Override
    public ReviewSession note(String text) {
        told.accept("noted " + text);
        return read();
    }

    @Override
    public ReviewSession add(Marker mark) {
        told.accept("added " + mark.kind() + " at " + mark.at().toSeconds());
        return say("", new Said.Added(mark));
    }

    @Override
    public ReviewSession tag(String word) {
        told.accept("tagged " + word);
        return say("", new Said.Tag(word));
    }

    @Override
    public ReviewSession share(Annotation comment) {
        told.accept("shared");
        return say("", new Said.Shared(comment.id()));
    }

    @Override
    public ReviewSession takeBackLast() {
        told.accept("took back");
        return say("", new Said.TakenBack(said.get(said.size() - 1).id()));
    }
}
