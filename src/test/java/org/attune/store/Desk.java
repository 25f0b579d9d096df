package org.attune.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.attune.beat.Beat;
import org.attune.beat.Verdict;
import org.attune.consent.ConsentEvent;
import org.attune.consent.ConsentLog;
import org.attune.consent.ConsentScope;
import org.attune.consent.RecordingAnswer;
import org.attune.consent.RecordingPermit;
import org.attune.hrv.HrvFeatures;
import org.attune.hrv.HrvReading;
import org.attune.hrv.HrvWindow;
import org.attune.pipeline.Moment;
import org.attune.regulation.ArousalEstimate;
import org.attune.regulation.Reason;
import org.attune.regulation.RegulationState;
import org.attune.sensor.RrInterval;
import org.attune.sensor.SensorEvent;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.Participant;
import org.attune.session.Session;
import org.attune.session.SessionId;
import org.attune.signal.Signal;
import org.attune.time.SessionTime;
import org.attune.time.WallClock;
import org.jspecify.annotations.Nullable;

/** What tests of the vault have on their desk: people, permits, sessions, and seconds of them. */
final class Desk {
    static final Instant TEN_O_CLOCK = Instant.parse("2026-11-23T10:00:00Z");
    static final WallClock CLOCK = () -> TEN_O_CLOCK;
    static final ClientCode ANNA = new ClientCode("K-Anna.Canary-7731");
    static final ClientCode BEN = new ClientCode("K-Ben.Canary-9042");
    static final String SETTINGS = "[dwell]\nrising_s = 8 # canary-settings-5518\n";

    /** Fast enough for a test, and gathering often. */
    static final RecorderPace FAST =
            new RecorderPace(Duration.ofMillis(5), 10, 16_384, 32 << 20, Duration.ofSeconds(2));

    private Desk() {}

    static char[] passphrase() {
        return "seven quiet herons".toCharArray();
    }

    static Vault create(Path folder) {
        return Vault.create(folder, passphrase(), VaultSettings.MINIMUM, CLOCK);
    }

    static Vault open(Path folder) {
        return Vault.open(folder, passphrase(), CLOCK);
    }

    static ConsentEvent given(ClientCode client, @Nullable Instant until) {
        return new ConsentEvent(
                client,
                ConsentEvent.Type.GIVEN,
                TEN_O_CLOCK.minusSeconds(600),
                EnumSet.of(ConsentScope.RECORD, ConsentScope.STORE),
                until,
                "paper canary-method-6620");
    }

    static RecordingPermit permit(ClientCode client, @Nullable Instant until) {
        RecordingAnswer answer =
                ConsentLog.of(client, List.of(given(client, until))).askToRecord(TEN_O_CLOCK);
        return ((RecordingAnswer.Permitted) answer).permit();
    }

    static Session session(String id) {
        return new Session(
                new SessionId(id),
                List.of(new Participant(LaneId.CLIENT, ANNA), new Participant(LaneId.PARTNER, BEN)),
                TEN_O_CLOCK,
                "fingerprint-1",
                "pipeline-1");
    }

    static Map<LaneId, RecordingPermit> bothPermits() {
        Map<LaneId, RecordingPermit> permits = new LinkedHashMap<>();
        permits.put(LaneId.CLIENT, permit(ANNA, null));
        permits.put(LaneId.PARTNER, permit(BEN, null));
        return permits;
    }

    /** Records a session of both from its beginning on. */
    static void recordCouple(Vault vault, String session, String settings, int seconds) {
        try (SessionRecorder recorder =
                vault.record(
                        session(session),
                        settings,
                        bothPermits(),
                        change -> {},
                        FAST,
                        order -> {})) {
            seconds(0, seconds).forEach(recorder::happened);
        }
    }

    static Map<LaneId, RecordingPermit> annasPermit() {
        return Map.of(LaneId.CLIENT, permit(ANNA, null));
    }

    /** One second of one lane's moments, no two seconds alike. */
    static List<Moment> second(LaneId lane, long number) {
        SessionTime at = new SessionTime(number * 1_000_000_000L);
        RrInterval interval = new RrInterval(800_000_000L + number * 1_237);
        return List.of(
                new Moment.Heard(lane, new SensorEvent.RrReceived(at, List.of(interval))),
                new Moment.Judged(at, lane, new Beat(number, at, interval, Verdict.NORMAL)),
                concluded(lane, at, number));
    }

    private static Moment concluded(LaneId lane, SessionTime at, long number) {
        HrvWindow window =
                new HrvWindow(
                        SessionTime.ZERO,
                        at,
                        new HrvFeatures(
                                OptionalDouble.of(800.125 + (double) number / 3),
                                OptionalDouble.of(801.0 + (double) number),
                                OptionalDouble.empty(),
                                OptionalDouble.of(42.0 / (double) (number + 1)),
                                OptionalDouble.empty()),
                        0.97,
                        0.01,
                        60);
        return new Moment.Concluded(
                lane,
                new HrvReading(
                        at, window, window, window, OptionalDouble.of(71 + (double) number / 7)),
                new ArousalEstimate(
                        at,
                        OptionalDouble.empty(),
                        RegulationState.LEARNING,
                        false,
                        0.5,
                        Optional.empty(),
                        List.of(new Reason(Reason.Code.LEARNING, (double) (number % 100))),
                        "test-1"),
                new Signal.Withheld(new Reason(Reason.Code.LEARNING, (double) (number % 100))));
    }

    /** Seconds {@code from} to {@code to}, exclusive, of both lanes, and how they end. */
    static List<Moment> seconds(long from, long to) {
        List<Moment> moments = new ArrayList<>();
        for (long number = from; number < to; number++) {
            moments.addAll(second(LaneId.CLIENT, number));
            moments.addAll(second(LaneId.PARTNER, number));
        }
        return moments;
    }

    /** Waits until what is asked becomes true; the test's own time-out is the limit. */
    static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("did not happen within 20 s");
            }
            Thread.onSpinWait();
        }
    }

    /** Copies a vault as it lies on the disk, whatever is going on in it. */
    static Path copy(Path folder, Path target) {
        try {
            Files.createDirectory(
                    target,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
            for (Path file : files(folder)) {
                if (!file.toString().endsWith("-shm")) {
                    Files.copy(
                            file,
                            target.resolve(file.getFileName()),
                            StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names of the files in {@code folder} that hold {@code needle}. */
    static List<String> filesHolding(Path folder, byte[] needle) {
        try {
            List<String> found = new ArrayList<>();
            // Latin-1 maps bytes to chars one to one, so that text search searches bytes.
            String text = new String(needle, StandardCharsets.ISO_8859_1);
            for (Path file : files(folder)) {
                byte[] bytes = Files.readAllBytes(file);
                if (new String(bytes, StandardCharsets.ISO_8859_1).contains(text)) {
                    found.add(file.getFileName().toString());
                }
            }
            return found;
        } catch (NoSuchFileException e) {
            // A log was folded into its database meanwhile, which may have been read before.
            return filesHolding(folder, needle);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Set<ConsentScope> recordAndStore() {
        return EnumSet.of(ConsentScope.RECORD, ConsentScope.STORE);
    }
}
