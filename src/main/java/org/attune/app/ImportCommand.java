package org.attune.app;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.attune.config.AttuneSettings;
import org.attune.consent.RecordingAnswer;
import org.attune.consent.RecordingPermit;
import org.attune.pipeline.Moment;
import org.attune.pipeline.SessionPipeline;
import org.attune.sensor.SensorEvent;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.Participant;
import org.attune.session.Session;
import org.attune.session.SessionId;
import org.attune.store.RecorderStatus;
import org.attune.store.SessionEntry;
import org.attune.store.SessionRecorder;
import org.attune.store.Vault;
import org.attune.time.SessionTime;
import org.attune.time.WallClock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a recording made elsewhere into the vault, where its person agreed to that. */
@Command(
        name = "import",
        description = {
            "Takes a recording made elsewhere into the vault, judged as a live session would be.",
            "Reads RR text and tables (Elite HRV, Kubios, Polar, HRV Logger, Empatica), EDF+ with"
                    + " beats as annotations, and exports of Attune.",
            "It needs the consent to record and store, and is marked as imported."
        })
final class ImportCommand extends Subcommand {
    @Parameters(paramLabel = "FILE", description = "a file, an export's folder, or its zip")
    Path file = Path.of("");

    @Option(
            names = "--client",
            paramLabel = "CODE",
            required = true,
            description = "whose heart it is")
    String code = "";

    @Option(
            names = "--started",
            paramLabel = "WHEN",
            description =
                    "when it began, like 2026-11-20T14:00, in this computer's time zone unless it"
                            + " says another; needed where the file does not say it")
    @Nullable String started;

    @Option(names = "--profile", paramLabel = "NAME", description = "settings of a profile")
    @Nullable String profile;

    @Option(names = "--preview", description = "shows what would be kept; writes nothing")
    boolean preview;

    @Override
    int run() {
        ClientCode client = new ClientCode(code);
        ImportedFile imported = ImportedFile.read(file);
        AttuneSettings settings = Wiring.settings(common, profile);
        List<Moment> moments = judged(imported.events(), settings);
        Instant beganAt = beganAt(imported, started);
        describe(imported, moments, beganAt);
        if (preview) {
            out().println("nothing was written");
            return ExitCode.DONE;
        }
        Session session =
                new Session(
                        new SessionId(UUID.randomUUID().toString()),
                        List.of(new Participant(LaneId.CLIENT, client)),
                        beganAt,
                        settings.fingerprint(),
                        SessionPipeline.VERSION);
        try (Vault vault = Vaults.open(this)) {
            RecordingPermit permit = permit(vault, client);
            refuseTwice(vault, client, beganAt);
            record(vault, session, settings, permit, moments);
        }
        out().println("imported as " + session.id().value());
        return ExitCode.DONE;
    }

    /** What is concluded from it, of one person. */
    static List<Moment> judged(List<SensorEvent> events, AttuneSettings settings) {
        SessionPipeline pipeline = Wiring.pipeline(List.of(LaneId.CLIENT), settings.pipeline());
        List<Moment> moments = new ArrayList<>();
        SessionTime end = SessionTime.ZERO;
        for (SensorEvent event : events) {
            end = event.at();
            moments.addAll(pipeline.accept(LaneId.CLIENT, event));
        }
        moments.addAll(pipeline.end(end));
        return moments;
    }

    /**
     * When a file began.
     *
     * @param started as the user says it, where they do
     * @throws UsageException where neither says so
     */
    static Instant beganAt(ImportedFile imported, @Nullable String started) {
        if (started == null) {
            return imported.startedAt()
                    .orElseThrow(
                            () ->
                                    new UsageException(
                                            "the file does not say when it began: add --started,"
                                                    + " like --started 2026-11-20T14:00"));
        }
        try {
            return OffsetDateTime.parse(started).toInstant();
        } catch (DateTimeParseException withoutZone) {
            try {
                return LocalDateTime.parse(started).atZone(ZoneId.systemDefault()).toInstant();
            } catch (DateTimeParseException e) {
                throw new UsageException(
                        "--started is written like 2026-11-20T14:00, or with +01:00 after it: "
                                + started);
            }
        }
    }

    private void describe(ImportedFile imported, List<Moment> moments, Instant beganAt) {
        long beats = 0;
        long normal = 0;
        SessionTime last = SessionTime.ZERO;
        for (Moment moment : moments) {
            if (moment instanceof Moment.Judged judged) {
                beats++;
                normal += judged.beat().verdict() == org.attune.beat.Verdict.NORMAL ? 1 : 0;
                last = judged.beat().at();
            }
        }
        out().println("taken for  " + imported.kind());
        out().println("began      " + beganAt.atZone(ZoneId.systemDefault()).toOffsetDateTime());
        out().println("length     " + Numbers.text(last.toSeconds() / 60, 1) + " min");
        out().println(
                        beats == 0
                                ? "beats      none: heart rates only, no variability is shown"
                                : "beats      "
                                        + beats
                                        + ", "
                                        + Numbers.text(100.0 * normal / beats, 1)
                                        + " % judged normal");
    }

    private static RecordingPermit permit(Vault vault, ClientCode client) {
        RecordingAnswer answer = vault.consents().askToRecord(client, WallClock.system().now());
        return answer.match(
                permitted -> permitted.permit(),
                refused -> {
                    throw new ConsentRefusedException(
                            "not imported: "
                                    + String.join(", ", refused.missing())
                                    + "; see 'attune consent give --help'");
                });
    }

    private static void refuseTwice(Vault vault, ClientCode client, Instant beganAt) {
        for (SessionEntry entry : vault.archive().list().sessions()) {
            Session there = entry.session();
            if (there.startedAt().equals(beganAt)
                    && there.participants().stream().anyMatch(p -> p.code().equals(client))) {
                throw new UsageException(
                        "a session of that client that began then is already there: "
                                + there.id().value());
            }
        }
    }

    private static void record(
            Vault vault,
            Session session,
            AttuneSettings settings,
            RecordingPermit permit,
            List<Moment> moments) {
        SessionRecorder recorder =
                vault.record(
                        session,
                        settings.pipeline().toText(),
                        Map.of(LaneId.CLIENT, permit),
                        status -> {});
        try (recorder) {
            for (Moment moment : moments) {
                recorder.awaitRoom();
                recorder.happened(moment);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        RecorderStatus status = recorder.status();
        if (status.kind() != RecorderStatus.Kind.CLOSED) {
            throw new UsageException(
                    "not all of it was kept: "
                            + status.words()
                            + "; erase it with 'attune vault"
                            + " erase --session "
                            + session.id().value()
                            + "' and try again");
        }
    }
}
