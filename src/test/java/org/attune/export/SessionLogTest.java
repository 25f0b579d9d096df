package org.attune.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.attune.consent.DataCategory;
import org.attune.pipeline.Moment;
import org.attune.regulation.ArousalEstimate;
import org.attune.regulation.Background;
import org.attune.regulation.Reason;
import org.attune.review.Annotation;
import org.attune.review.Said;
import org.attune.review.SessionTimeline;
import org.attune.sensor.SensorEvent;
import org.attune.session.ClientFlag;
import org.attune.session.LaneId;
import org.attune.session.MarkKind;
import org.attune.session.Marker;
import org.attune.signal.Signal;
import org.attune.time.SessionTime;
import org.junit.jupiter.api.Test;

/** What of a session is let out to be reviewed, and what is not. */
final class SessionLogTest {
    private static final Set<DataCategory> AGREED =
            EnumSet.of(
                    DataCategory.RR, DataCategory.HR, DataCategory.MARKERS, DataCategory.ESTIMATES);
    private static final Annotation WORD =
            new Annotation(
                    "0".repeat(32),
                    "therapist",
                    Instant.EPOCH,
                    new Said.Comment(SessionTime.ZERO, SessionTime.ZERO, "shared"));

    private static List<Moment> told() {
        List<Moment> moments = new ArrayList<>();
        moments.add(
                new Moment.Prepared(
                        SessionTime.ZERO,
                        LaneId.CLIENT,
                        new Background(
                                Set.of(ClientFlag.PACEMAKER),
                                Optional.empty(),
                                Background.Reference.TODAY)));
        for (Moment each : ExportFixtures.lane().moments()) {
            moments.add(each);
            if (moments.size() == 50) {
                moments.add(
                        new Moment.Heard(
                                LaneId.CLIENT, new SensorEvent.MotionReceived(each.at(), 7)));
            }
        }
        moments.replaceAll(SessionLogTest::withAFlag);
        return moments;
    }

    /** As if a pacemaker were known: it says so in every second. */
    private static Moment withAFlag(Moment moment) {
        if (!(moment instanceof Moment.Concluded was)) {
            return moment;
        }
        ArousalEstimate estimate = was.estimate();
        List<Reason> reasons = new ArrayList<>(estimate.reasons());
        reasons.add(Reason.of(Reason.Code.BLUNTED));
        return new Moment.Concluded(
                was.lane(),
                was.reading(),
                new ArousalEstimate(
                        estimate.at(),
                        estimate.level(),
                        estimate.state(),
                        estimate.raised(),
                        estimate.confidence(),
                        estimate.baseline(),
                        estimate.at().toSeconds() > 60
                                ? reasons
                                : List.of(Reason.of(Reason.Code.PACED)),
                        estimate.estimatorId()),
                estimate.at().toSeconds() > 60
                        ? was.signal()
                        : new Signal.Withheld(Reason.of(Reason.Code.PACED)));
    }

    private static ExportContent.Shared shared() {
        RecordedLane lane = ExportFixtures.lane(told()).sharing(List.of(WORD));
        return ExportContent.of(lane, AGREED, ExportFixtures.pseudonyms("recipient"))
                .shared()
                .orElseThrow();
    }

    @Test
    void neitherNamesNorFlagsNorPrivateMarksNorMovementLeave() {
        List<Moment> moments = shared().moments();
        String all = moments.toString();
        ExportFixtures.CANARIES.forEach(canary -> assertThat(all).doesNotContain(canary));
        assertThat(all).doesNotContain("PACED", "BLUNTED", "FELT", "MotionReceived", "Prepared");
        assertThat(moments)
                .filteredOn(Moment.Concluded.class::isInstance)
                .first()
                .extracting(each -> ((Moment.Concluded) each).estimate().reasons())
                .isEqualTo(List.of(Reason.of(Reason.Code.NOT_TOLD)));
    }

    @Test
    void whatTheTherapistSawIsSeenSecondBySecond() {
        SessionTimeline there =
                SessionTimeline.of(List.of(LaneId.CLIENT), ExportFixtures.lane().moments());
        SessionTimeline here = SessionTimeline.of(List.of(LaneId.CLIENT), shared().moments());
        assertThat(here.closed()).isTrue();
        assertThat(here.lanes().get(0).lastSecond()).isEqualTo(there.lanes().get(0).lastSecond());
        for (int second = 1; second <= here.lanes().get(0).lastSecond(); second++) {
            assertThat(here.lanes().get(0).state(second))
                    .as("second %d", second)
                    .isEqualTo(there.lanes().get(0).state(second));
        }
        assertThat(here.marks().standing())
                .extracting(Marker::kind)
                .contains(MarkKind.SOMATIC, MarkKind.SUDS, MarkKind.SET)
                .doesNotContain(MarkKind.GROUND, MarkKind.FELT);
    }

    @Test
    void itIsWrittenOnlyWhereTheSessionIsToBeReviewedAndItsSheetIsReadAgain() {
        SessionLog format = new SessionLog(moments -> new byte[moments.size()], Optional.empty());
        ExportTarget none = new ExportTarget();
        format.write(ExportFixtures.grant(AGREED), ExportFixtures.content(AGREED), none);
        assertThat(none.files()).isEmpty();

        RecordedLane lane = ExportFixtures.lane(told()).sharing(List.of(WORD));
        ExportContent content =
                ExportContent.of(
                        lane,
                        AGREED,
                        new KeyedPseudonyms(
                                new byte[32],
                                ExportFixtures.grant(AGREED).request().recipient(),
                                org.attune.consent.Purpose.SUPERVISION));
        ExportTarget target = new ExportTarget();
        format.write(ExportFixtures.grant(AGREED), content, target);
        assertThat(target.files().keySet()).containsExactly(SessionLog.SHEET, SessionLog.LOG);
        byte[] sheet = target.file(SessionLog.SHEET);
        SharedSession read = SharedSession.read(sheet);
        assertThat(read.words()).containsExactly(WORD);
        assertThat(read.startedAt()).isEqualTo(ExportFixtures.START);
        assertThat(read.toBytes()).isEqualTo(sheet);
        assertThat(new String(sheet, StandardCharsets.UTF_8))
                .doesNotContain("session-canary")
                .contains("\"lane\" : \"client\"");
    }
}
