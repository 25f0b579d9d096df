package org.attune.app;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.attune.config.AttuneSettings;
import org.attune.pipeline.Moment;
import org.attune.pipeline.SessionPipeline;
import org.attune.review.Annotations;
import org.attune.review.SessionTimeline;
import org.attune.review.Timeline;
import org.attune.review.dyad.Dyad;
import org.attune.review.dyad.DyadRules;
import org.attune.review.dyad.Pair;
import org.attune.sensor.SensorEvent;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.SessionId;
import org.attune.store.StoredSession;
import org.attune.store.Vault;
import org.attune.time.SessionTime;
import org.attune.ui.DisplaySettings;
import org.attune.ui.LiveScreen;
import org.attune.ui.review.ReviewActions;
import org.attune.ui.review.ReviewScreen;
import org.attune.ui.review.ReviewSession;
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

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "judges a file by a profile; of a session: as it would have been judged")
    @Nullable String profile;

    @Option(
            names = "--two",
            description = "each two people of a session side by side, beside chance; experimental")
    boolean two;

    @Option(
            names = "--what-if",
            paramLabel = "KEY=VALUE",
            description = {
                "as a session would have been judged by another threshold, beside as it was;",
                "such as high_above=2.5 or cues.budget=5; may be given several times"
            })
    List<String> whatIf = new ArrayList<>();

    @Option(names = "--headless", description = "words in the terminal instead of a window")
    boolean headless;

    @Option(
            names = "--client",
            paramLabel = "CODE",
            description = {
                "whose heart a file is of: page and pictures of it leave by their consent in the",
                "vault; for the window"
            })
    @Nullable String client;

    @Option(
            names = "--started",
            paramLabel = "WHEN",
            description = "with --client: when the file began, as for 'attune import'")
    @Nullable String started;

    @Option(
            names = "--speed",
            paramLabel = "X",
            description = "how fast the window plays back (default: 10)")
    double speed = 10;

    @Override
    int run() {
        if (what == null) {
            try (Vault vault = Vaults.open(this)) {
                SessionsCommand.list(vault, out(), err());
            }
            return ExitCode.DONE;
        }
        if (what.equals("-") || isFile(what)) {
            if (two) {
                throw new UsageException("--two needs a recorded session of two people");
            }
            if (!whatIf.isEmpty()) {
                throw new UsageException(
                        "--what-if needs a recorded session; of a file, --profile and --config say"
                                + " how it is judged");
            }
            if (client != null) {
                return ofTheirFile(what, new ClientCode(client));
            }
            ReviewedSession reviewed = ofFile(what);
            return windowed()
                    ? show(
                            ReviewReading.forWindow(reviewed, Optional.empty(), Annotations.NONE),
                            replay().map(each -> each::run))
                    : present(reviewed);
        }
        if (client != null) {
            throw new UsageException("whose a recorded session is the vault knows: no --client");
        }
        return ofSession(what);
    }

    private static boolean isFile(String name) {
        try {
            return Files.isRegularFile(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private boolean windowed() {
        return !json && !headless && LiveScreen.available();
    }

    /** In words, or as JSON. */
    private int present(ReviewedSession reviewed) {
        if (json) {
            out().println(Json.text(ReviewJson.of(reviewed)));
        } else {
            ReviewWords.lines(reviewed).forEach(out()::println);
        }
        return ExitCode.DONE;
    }

    /** In a window, until it is closed. */
    private int show(ReviewSession session, Optional<ReviewActions> actions) {
        DisplaySettings display = Wiring.settings(common, null).display();
        ReviewScreen.show(session, actions, display);
        return ExitCode.DONE;
    }

    /** Plays a file; what came by standard input is gone. */
    private Optional<Runnable> replay() {
        if ("-".equals(what)) {
            return Optional.empty();
        }
        String file = String.valueOf(what);
        return Optional.of(() -> playback().show(file, Wiring.settings(common, null), speed));
    }

    private Playback playback() {
        return new Playback(common, out(), err(), false);
    }

    private int ofSession(String name) {
        SessionId id;
        try {
            id = new SessionId(name);
        } catch (IllegalArgumentException e) {
            throw new UsageException("there is no such file, and no session is named so: " + name);
        }
        boolean asksWhatIf = profile != null || !whatIf.isEmpty();
        boolean windowed = windowed() && !asksWhatIf && !two;
        if (two && asksWhatIf) {
            throw new UsageException("--two and --what-if are two questions: ask one");
        }
        try (Vault vault = Vaults.open(this)) {
            // In the window the own lane is hidden until it is asked for.
            ReviewReading.Read read =
                    ReviewReading.read(
                            vault, id, own || windowed, each -> err().println("attune: " + each));
            // The vault stays open with the window: what is said in it is kept there.
            if (two) {
                return two(read);
            }
            if (asksWhatIf) {
                return whatIf(read);
            }
            return windowed
                    ? show(read.forWindow(), Optional.of(actions(vault, read)))
                    : present(read.reviewed());
        }
    }

    private ReviewActions actions(Vault vault, ReviewReading.Read read) {
        Runnable playBack =
                () ->
                        playback()
                                .show(
                                        read.stored(),
                                        read.people(),
                                        Wiring.settings(common, null),
                                        speed);
        return new SessionActions(common, vault, read, Optional.of(playBack));
    }

    private int two(ReviewReading.Read read) {
        List<Timeline> lanes = read.reviewed().timeline().lanes();
        if (lanes.size() < 2) {
            throw new UsageException(
                    "there are not two people here who agreed to review"
                            + (own ? "" : "; --own shows the therapist's own lane"));
        }
        DyadRules rules = Wiring.settings(common, null).dyad();
        List<Dyad> pairs =
                Pair.of(lanes.stream().map(Timeline::lane).toList()).stream()
                        .map(each -> SessionActions.between(read, each, rules))
                        .toList();
        if (json) {
            out().println(Json.text(DyadWords.json(read.reviewed(), pairs, rules)));
        } else {
            DyadWords.lines(read.reviewed(), pairs, rules).forEach(out()::println);
        }
        return ExitCode.DONE;
    }

    private int whatIf(ReviewReading.Read read) {
        WhatIfDesk.Judged answer =
                new WhatIfDesk(common, read.stored(), read.reviewed().timeline())
                        .judge(Optional.ofNullable(profile), whatIf);
        if (json) {
            out().println(Json.text(WhatIfWords.json(read.reviewed(), answer, whatIf)));
        } else {
            WhatIfWords.lines(read.reviewed(), answer, whatIf).forEach(out()::println);
        }
        return ExitCode.DONE;
    }

    /** A file whose person is known: what leaves of it leaves by their consent. */
    private int ofTheirFile(String file, ClientCode code) {
        if (!windowed() || file.equals("-")) {
            throw new UsageException("--client is for the window of a file: nothing else leaves");
        }
        AttuneSettings settings = Wiring.settings(common, profile);
        StoredSession opened = TheirFile.read(Path.of(file), code, started, settings);
        try (Vault vault = Vaults.open(this)) {
            ReviewedSession reviewed =
                    ReviewedSession.ofStored(
                            opened, opened.entry().session().participants(), Annotations.NONE);
            return show(
                    ReviewReading.forWindow(reviewed, Optional.empty(), Annotations.NONE),
                    replay().map(play -> TheirFile.actions(vault, opened, settings, play)));
        }
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
