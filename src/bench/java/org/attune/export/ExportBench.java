package org.attune.export;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.attune.consent.ConsentLog;
import org.attune.consent.ConsentScope;
import org.attune.consent.DataCategory;
import org.attune.consent.ExportAnswer;
import org.attune.consent.ExportFormat;
import org.attune.consent.ExportRequest;
import org.attune.consent.Identifiability;
import org.attune.consent.Purpose;
import org.attune.consent.Recipient;
import org.attune.export.bids.BidsExporter;
import org.attune.export.edf.EdfExporter;
import org.attune.export.fhir.FhirExporter;
import org.attune.export.omh.OmhExporter;
import org.attune.pipeline.Moment;
import org.attune.pipeline.PipelineSettings;
import org.attune.pipeline.SessionPipeline;
import org.attune.regulation.PersonalBandEstimator;
import org.attune.sensor.RrInterval;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SourceClass;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.Participant;
import org.attune.session.Session;
import org.attune.session.SessionId;
import org.attune.signal.CalmCues;
import org.attune.time.SessionTime;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** An hour of one person, cut, written in a format and packed into an archive in memory. */
@State(Scope.Thread)
@BenchmarkMode({Mode.SingleShotTime, Mode.AverageTime})
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
@SuppressWarnings("NullAway.Init") // filled by @Setup
public class ExportBench {
    private static final Instant START = Instant.parse("2026-11-22T14:03:07Z");
    private static final ClientCode CLIENT = new ClientCode("K-07");
    private static final List<Exporter> ALL =
            List.of(
                    new CsvTables(),
                    new RrText(),
                    new EdfExporter(),
                    new BidsExporter(),
                    new FhirExporter(),
                    new OmhExporter());

    @Param({"csv", "rr", "edf", "bids", "fhir", "omh"})
    public String format;

    private RecordedLane lane;
    private ExportGrant grant;
    private Exporter exporter;

    /** Lives through the hour. */
    @Setup
    public void live() {
        PipelineSettings settings = PipelineSettings.DEFAULT;
        SessionPipeline pipeline =
                new SessionPipeline(
                        List.of(LaneId.CLIENT),
                        settings,
                        () -> new PersonalBandEstimator(settings.regulation()),
                        () -> new CalmCues(settings.cues()));
        SensorDescription strap =
                new SensorDescription("Polar H10", "ble:", SourceClass.ECG, Set.of());
        List<Moment> moments =
                new ArrayList<>(
                        pipeline.accept(
                                LaneId.CLIENT, new SensorEvent.Linked(SessionTime.ZERO, strap)));
        long at = 0;
        for (int beat = 0; at < 3600L * 1_000_000_000; beat++) {
            RrInterval interval = RrInterval.ofTicks1024(820 + (beat * 37) % 60);
            at += interval.nanos();
            moments.addAll(
                    pipeline.accept(
                            LaneId.CLIENT,
                            new SensorEvent.RrReceived(new SessionTime(at), List.of(interval))));
        }
        Session session =
                new Session(
                        new SessionId("s"),
                        List.of(new Participant(LaneId.CLIENT, CLIENT)),
                        START,
                        "f",
                        SessionPipeline.VERSION);
        lane =
                new RecordedLane(
                        session,
                        LaneId.CLIENT,
                        new ExportContent.Identity(
                                CLIENT.value(), Optional.empty(), Optional.empty()),
                        moments,
                        new RecordedLane.Recording(true, 0, 0),
                        settings.toText(),
                        Optional.empty(),
                        "0");
        grant = new ExportGrant(((ExportAnswer.Permitted) answer()).permit());
        exporter = ALL.stream().filter(each -> each.id().equals(format)).findFirst().orElseThrow();
    }

    private static ExportAnswer answer() {
        ExportRequest request =
                new ExportRequest(
                        CLIENT,
                        ConsentScope.EXPORT,
                        EnumSet.complementOf(
                                EnumSet.of(
                                        DataCategory.NOTES,
                                        DataCategory.IDENTITY,
                                        DataCategory.REPORT)),
                        Purpose.ACCESS,
                        new Recipient(CLIENT.value(), Recipient.Kind.SELF, "self"),
                        ExportFormat.BUNDLE,
                        Identifiability.PSEUDONYMISED,
                        START,
                        START.plusSeconds(3600));
        return ConsentLog.of(CLIENT, List.of()).askToExport(request, START);
    }

    /** The bytes of the archive. */
    @Benchmark
    public byte[] hour() {
        Pseudonyms pseudonyms =
                new KeyedPseudonyms(
                        new byte[32], grant.request().recipient(), grant.request().purpose());
        ExportContent content = ExportContent.of(lane, grant.categories(), pseudonyms);
        ExportTarget target = new ExportTarget();
        exporter.write(grant, content, target);
        return ZipBytes.of("export", new TreeMap<>(target.files()));
    }
}
