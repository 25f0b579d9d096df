package org.attune.app;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.attune.consent.ConsentScope;
import org.attune.pipeline.Moment;
import org.attune.pipeline.SessionPipeline;
import org.attune.review.SessionTimeline;
import org.attune.sensor.SensorEvent;
import org.attune.session.LaneId;
import org.attune.session.Participant;
import org.attune.session.Role;
import org.attune.session.SessionId;
import org.attune.store.StoredSession;
import org.attune.store.Vault;
import org.attune.time.SessionTime;
import org.attune.time.WallClock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A finished session in figures; without a session, what there is to review. */
@Command(
        name = "review",
        description = {
            "Tells what became of a recorded session, or of a recording's file.",
            "Without either, lists the sessions. Needs each person's consent to 'review'."
        })
final class ReviewCommand extends Subcommand {
    @Parameters(
            paramLabel = "SESSION|FILE",
            arity = "0..1",
            description = "a session's name, or a file; - is standard input")
    @Nullable String what;

    @Option(names = "--json", description = "JSON with every figure instead of words")
    boolean json;

    @Option(names = "--own", description = "the therapist's own lane too; it is private")
    boolean own;

    @Option(names = "--profile", paramLabel = "NAME", description = "judges a file by a profile")
    @Nullable String profile;

    @Override
    int run() {
        if (what == null) {
            try (Vault vault = Vaults.open(this)) {
                SessionsCommand.list(vault, out(), err());
            }
            return ExitCode.DONE;
        }
        if (what.equals("-") || isFile(what)) {
            return present(ofFile(what));
        }
        if (profile != null) {
            throw new UsageException("a recorded session keeps what it was judged by: --profile");
        }
        return present(ofSession(what));
    }

    private static boolean isFile(String name) {
        try {
            return Files.isRegularFile(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** The one place a review is shown: in words, or as JSON. */
    private int present(ReviewedSession reviewed) {
        if (json) {
            out().println(Json.text(ReviewJson.of(reviewed)));
        } else {
            ReviewWords.lines(reviewed).forEach(out()::println);
        }
        return ExitCode.DONE;
    }

    private ReviewedSession ofSession(String name) {
        SessionId id;
        try {
            id = new SessionId(name);
        } catch (IllegalArgumentException e) {
            throw new UsageException("there is no such file, and no session is named so: " + name);
        }
        try (Vault vault = Vaults.open(this)) {
            StoredSession stored =
                    vault.archive()
                            .read(id)
                            .orElseThrow(
                                    () ->
                                            new UsageException(
                                                    "the vault holds no session of that name;"
                                                            + " 'attune sessions' lists them"));
            List<LaneId> lanes = agreed(vault, stored.entry().session().participants());
            return ReviewedSession.ofStored(stored, SessionTimeline.of(lanes, stored.moments()));
        }
    }

    /** Whoever did not agree is not there; where nobody did, nothing is shown. */
    private List<LaneId> agreed(Vault vault, List<Participant> people) {
        Instant now = WallClock.system().now();
        List<LaneId> lanes = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Participant person : people) {
            if (person.lane().role() == Role.THERAPIST && !own) {
                continue;
            }
            List<String> lacking =
                    vault.consents().log(person.code()).missing(List.of(ConsentScope.REVIEW), now);
            if (lacking.isEmpty()) {
                lanes.add(person.lane());
            } else {
                missing.add(person.lane() + ": " + String.join(", ", lacking));
            }
        }
        if (lanes.isEmpty()) {
            ClientCommand.OfOne.refuse("not reviewed", missing);
            throw new UsageException("there is only the therapist's own lane; --own shows it");
        }
        missing.forEach(each -> err().println("attune: left out, " + each));
        return lanes;
    }

    private ReviewedSession ofFile(String file) {
        List<SensorEvent> events = Recordings.eventsOfAnyKind(file);
        SessionPipeline pipeline =
                Wiring.pipeline(
                        List.of(LaneId.CLIENT), Wiring.settings(common, profile).pipeline());
        SessionTimeline.Reader reader = new SessionTimeline.Reader(List.of(LaneId.CLIENT));
        SessionTime end = SessionTime.ZERO;
        for (SensorEvent event : events) {
            end = event.at();
            pipeline.accept(LaneId.CLIENT, event).forEach(reader::add);
        }
        long grid = SessionPipeline.GRID_NANOS;
        // The step that covers the last beat.
        List<Moment> last = pipeline.end(new SessionTime((end.nanos() + grid - 1) / grid * grid));
        last.forEach(reader::add);
        return ReviewedSession.ofFile(file, reader.read());
    }
}
