package org.attune.export;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.attune.consent.ConsentLog;
import org.attune.consent.ConsentScope;
import org.attune.consent.DataCategory;
import org.attune.consent.ExportAnswer;
import org.attune.consent.ExportFormat;
import org.attune.consent.ExportPermit;
import org.attune.consent.ExportRequest;
import org.attune.consent.Identifiability;
import org.attune.consent.Purpose;
import org.attune.consent.Recipient;
import org.attune.pipeline.Moment;
import org.attune.pipeline.PipelineSettings;
import org.attune.pipeline.SessionPipeline;
import org.attune.sensor.Capability;
import org.attune.sensor.Contact;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SourceClass;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.MarkKind;
import org.attune.session.Marker;
import org.attune.session.Participant;
import org.attune.session.Phase;
import org.attune.session.Session;
import org.attune.session.SessionId;
import org.attune.signal.CalmCues;
import org.attune.testkit.Hearts;
import org.attune.testkit.SessionHarness;

/** Sessions for tests of the formats, full of words that must never leave. */
public final class ExportFixtures {
    public static final String CODE = "K-Canary-7731";
    public static final String NAME = "Rosalind Canary-Zwicky";
    static final LocalDate BORN = LocalDate.of(1979, 3, 17);
    static final String SERIAL = "9C4F51E2";
    static final String HOME = "/home/canary-user-4471/straps";
    public static final String NOTE = "canary-note-8812 she spoke of her brother";
    static final String PROFILE = "canary-profile-3306";

    /** Whatever must be in no pseudonymised export, in any encoding. */
    public static final List<String> CANARIES =
            List.of(
                    CODE,
                    NAME,
                    "Zwicky",
                    BORN.toString(),
                    SERIAL,
                    HOME,
                    "canary-user",
                    "canary-note",
                    PROFILE);

    static final Instant START = Instant.parse("2026-11-22T14:03:07.250Z");

    /** Everything that may leave without a name and without notes. */
    public static final Set<DataCategory> PHYSIOLOGY =
            EnumSet.complementOf(
                    EnumSet.of(DataCategory.IDENTITY, DataCategory.NOTES, DataCategory.REPORT));

    private ExportFixtures() {}

    /**
     * Ten minutes of one person: settled, climbing, with two gaps (a silent strap, a lost link),
     * artefacts, every kind of mark, and one mark taken back.
     */
    public static ExportContent content() {
        return ExportContent.of(lane(), PHYSIOLOGY, pseudonyms("recipient"));
    }

    /** The same cut to these categories. */
    public static ExportContent content(Set<DataCategory> granted) {
        return ExportContent.of(lane(), granted, pseudonyms("recipient"));
    }

    /** A session of that length without gaps, at about 66 beats a minute. */
    public static ExportContent steady(Duration length) {
        SessionHarness harness = SessionHarness.with(Hearts.steady(66)).linked();
        return ExportContent.of(
                lane(harness.runFor(length).end().moments()), PHYSIOLOGY, pseudonyms("recipient"));
    }

    /** A grant for all of {@link #PHYSIOLOGY}. */
    public static ExportGrant grant() {
        return grant(PHYSIOLOGY);
    }

    /** A grant for these categories. */
    public static ExportGrant grant(Set<DataCategory> categories) {
        return new ExportGrant(permit(categories));
    }

    /** A person's own copy needs no consent, so anybody can have such a permit. */
    private static ExportPermit permit(Set<DataCategory> categories) {
        ClientCode client = new ClientCode(CODE);
        ExportRequest request =
                new ExportRequest(
                        client,
                        ConsentScope.EXPORT,
                        categories,
                        Purpose.ACCESS,
                        new Recipient(CODE, Recipient.Kind.SELF, "the person"),
                        ExportFormat.BUNDLE,
                        categories.contains(DataCategory.IDENTITY)
                                ? Identifiability.IDENTIFIED
                                : Identifiability.PSEUDONYMISED,
                        START,
                        START.plusSeconds(3600));
        ExportAnswer answer = ConsentLog.of(client, List.of()).askToExport(request, START);
        return ((ExportAnswer.Permitted) answer).permit();
    }

    /** As a vault with the key of {@link ExportTable} has them. */
    static Pseudonyms pseudonyms(String recipient) {
        return new KeyedPseudonyms(
                ExportTable.KEY,
                new Recipient(recipient, Recipient.Kind.OTHER, recipient),
                Purpose.ACCESS);
    }

    static RecordedLane lane() {
        return lane(moments());
    }

    static RecordedLane lane(List<Moment> moments) {
        Session session =
                new Session(
                        new SessionId("session-canary-5150"),
                        List.of(new Participant(LaneId.CLIENT, new ClientCode(CODE))),
                        START,
                        "f00dfeed",
                        SessionPipeline.VERSION);
        return new RecordedLane(
                session,
                LaneId.CLIENT,
                new ExportContent.Identity(CODE, Optional.of(NAME), Optional.of(BORN)),
                moments,
                new RecordedLane.Recording(true, 0, 0),
                PipelineSettings.DEFAULT.toText(),
                Optional.of(CalmCues.ID),
                "0.1.0");
    }

    private static List<Moment> moments() {
        DoubleUnaryOperator rate =
                second -> 64 + 22 * Math.max(0, Math.min(1, (second - 300) / 90));
        SessionHarness harness = SessionHarness.with(Hearts.following(rate).seeded(11));
        harness.phase(Phase.ARRIVE)
                .runFor(Duration.ofSeconds(120))
                .phase(Phase.WORK)
                .mark(MarkKind.SOMATIC, "")
                .runFor(Duration.ofSeconds(60))
                .silence(Duration.ofSeconds(12))
                .runFor(Duration.ofSeconds(90))
                .mark(MarkKind.SUDS, "7")
                .mark(MarkKind.VERBAL, NOTE)
                .mark(MarkKind.FELT, NOTE)
                .runFor(Duration.ofSeconds(20))
                .mark(MarkKind.GROUND, "");
        harness.mark(
                        MarkKind.UNDO,
                        Long.toString(
                                harness.moments().get(harness.moments().size() - 1).at().nanos()))
                .runFor(Duration.ofSeconds(60))
                .deliver(Duration.ofSeconds(4), SessionHarness.Delivery.GARBAGE)
                .runFor(Duration.ofSeconds(40))
                .linkLost()
                .silence(Duration.ofSeconds(20));
        harness.linked()
                .runFor(Duration.ofSeconds(120))
                .mark(MarkKind.SET, "BEGIN")
                .runFor(Duration.ofSeconds(30))
                .mark(MarkKind.SET, "END")
                .contact(Contact.LOST)
                .silence(Duration.ofSeconds(8))
                .contact(Contact.GOOD)
                .phase(Phase.SETTLE)
                .runFor(Duration.ofSeconds(36))
                .end();
        List<Moment> moments = new ArrayList<>(harness.moments());
        moments.replaceAll(ExportFixtures::behindAStrap);
        moments.add(
                new Moment.Marked(
                        new Marker(
                                harness.now(), MarkKind.PROFILE, PROFILE + "@0123456789abcdef")));
        return moments;
    }

    private static Moment behindAStrap(Moment moment) {
        return moment instanceof Moment.Heard heard
                        && heard.event() instanceof SensorEvent.Linked linked
                ? new Moment.Heard(heard.lane(), new SensorEvent.Linked(linked.at(), strap()))
                : moment;
    }

    private static SensorDescription strap() {
        return new SensorDescription(
                "Polar H10 " + SERIAL,
                "replay:" + HOME + "/" + SERIAL + ".tsv",
                SourceClass.ECG,
                Set.of(Capability.RR, Capability.CONTACT));
    }
}
