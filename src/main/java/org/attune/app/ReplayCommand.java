package org.attune.app;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.attune.config.AttuneSettings;
import org.attune.pipeline.Moment;
import org.attune.pipeline.PipelineSettings;
import org.attune.pipeline.Replay;
import org.attune.pipeline.SessionPipeline;
import org.attune.session.LaneId;
import org.attune.session.MarkKind;
import org.attune.session.Marker;
import org.attune.session.Participant;
import org.attune.session.Session;
import org.attune.session.SessionId;
import org.attune.store.StoredSession;
import org.attune.store.Vault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A recording in the live display, or judged again and compared. */
@Command(
        name = "replay",
        description = {
            "Shows a recorded session, or a recording's file, in the live display.",
            "A session needs each person's consent to 'review'."
        })
final class ReplayCommand extends Subcommand {
    @Parameters(paramLabel = "SESSION|FILE", description = "a session's name, or a file")
    String what = "";

    @Option(names = "--speed", paramLabel = "X", description = "times faster (default: 1)")
    double speed = 1;

    @Option(names = "--headless", description = "lines in the terminal instead of a window")
    boolean headless;

    @Option(
            names = "--check",
            description =
                    "shows nothing; judges the session's inputs again and compares every moment"
                            + " (exit code 1 when one differs)")
    boolean check;

    @Override
    int run() {
        AttuneSettings settings = Wiring.settings(common, null);
        if (isFile()) {
            if (check) {
                throw new UsageException("--check needs a recorded session, not a file");
            }
            playback().show(what, settings, speed);
            return ExitCode.DONE;
        }
        if (check) {
            return compare(checked(), settings);
        }
        ReviewReading.Read read;
        try (Vault vault = Vaults.open(this)) {
            read =
                    ReviewReading.read(
                            vault,
                            session(),
                            true,
                            "replay",
                            each -> err().println("attune: " + each));
        }
        playback().show(read.stored(), read.people(), settings, speed);
        return ExitCode.DONE;
    }

    private Playback playback() {
        return new Playback(common, out(), err(), headless);
    }

    private boolean isFile() {
        try {
            return Files.isRegularFile(Path.of(what));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private SessionId session() {
        try {
            return new SessionId(what);
        } catch (IllegalArgumentException e) {
            throw new UsageException("there is no such file, and no session is named so: " + what);
        }
    }

    /** What is to be compared: an access, though nothing of it is shown. */
    private StoredSession checked() {
        SessionId id = session();
        try (Vault vault = Vaults.open(this)) {
            StoredSession stored = Vaults.session(vault, id);
            stored.entry()
                    .session()
                    .participants()
                    .forEach(each -> ReviewReading.viewed(vault, each.code(), id, "check"));
            return stored;
        }
    }

    private int compare(StoredSession stored, AttuneSettings settings) {
        Session session = stored.entry().session();
        if (!session.settingsFingerprint().equals(settings.fingerprint())) {
            err().println(
                            "attune: the session was judged under other settings;"
                                    + " give them with --config");
            return ExitCode.CHECK_FAILED;
        }
        if (!session.pipelineVersion().equals(SessionPipeline.VERSION)) {
            err().println(
                            "attune: the session was judged by pipeline version "
                                    + session.pipelineVersion()
                                    + ", this is "
                                    + SessionPipeline.VERSION);
            return ExitCode.CHECK_FAILED;
        }
        List<LaneId> lanes = session.participants().stream().map(Participant::lane).toList();
        List<Moment> log = stored.moments();
        Map<String, PipelineSettings> profiles = Profiles.all(common);
        Optional<String> unknown = unknownProfile(log, profiles);
        if (unknown.isPresent()) {
            err().println(
                            "attune: the session changed to profile "
                                    + unknown.get()
                                    + ", whose settings are others now; give them with --config");
            return ExitCode.CHECK_FAILED;
        }
        List<Moment> again =
                Replay.play(
                        log,
                        Wiring.pipeline(lanes, settings.pipeline(), Optional.empty(), profiles));
        int same = 0;
        while (same < Math.min(log.size(), again.size()) && log.get(same).equals(again.get(same))) {
            same++;
        }
        if (same == log.size() && same == again.size()) {
            out().println("identical: " + same + " moments");
            return ExitCode.DONE;
        }
        out().println(
                        "different: the first "
                                + same
                                + " moments are the same; recorded "
                                + log.size()
                                + ", judged again "
                                + again.size());
        return ExitCode.CHECK_FAILED;
    }

    /** A profile the session changed to and that cannot be had as it was, by its name. */
    private static Optional<String> unknownProfile(
            List<Moment> log, Map<String, PipelineSettings> profiles) {
        return log.stream()
                .filter(Moment.Marked.class::isInstance)
                .map(moment -> ((Moment.Marked) moment).marker())
                .filter(marker -> marker.kind() == MarkKind.PROFILE)
                .map(Marker::detail)
                .filter(detail -> !profiles.containsKey(detail))
                .map(detail -> detail.substring(0, detail.indexOf('@')))
                .findFirst();
    }
}
