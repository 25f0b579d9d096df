package org.attune.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.attune.consent.DataCategory;
import org.attune.export.ExportContent.Gap;
import org.attune.export.ExportContent.Interval;
import org.attune.export.ExportContent.Mark;
import org.attune.export.ExportContent.Second;
import org.attune.pipeline.Moment;
import org.attune.regulation.RegulationState;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.MarkKind;
import org.attune.session.Participant;
import org.attune.session.Session;
import org.attune.session.SessionId;
import org.junit.jupiter.api.Test;

final class ExportContentTest {
    private final RecordedLane lane = ExportFixtures.lane();
    private final ExportContent content = ExportFixtures.content();

    @Test
    void everyJudgedBeatIsThereAtItsTimeAndAsReported() {
        List<Moment.Judged> judged =
                lane.moments().stream()
                        .filter(Moment.Judged.class::isInstance)
                        .map(Moment.Judged.class::cast)
                        .toList();
        assertThat(content.intervals()).hasSameSizeAs(judged).hasSizeGreaterThan(500);
        for (int i = 0; i < judged.size(); i++) {
            Interval interval = content.intervals().get(i);
            assertThat(interval.beatNanos()).isEqualTo(judged.get(i).beat().at().nanos());
            assertThat(interval.durationNanos()).isEqualTo(judged.get(i).beat().interval().nanos());
            assertThat(interval.verdict()).contains(judged.get(i).beat().verdict());
        }
    }

    @Test
    void aGapLiesBetweenTwoSegmentsAndNowhereElse() {
        List<Interval> intervals = content.intervals();
        assertThat(intervals.get(0).segment()).isEqualTo(1);
        int gap = 0;
        for (int i = 1; i < intervals.size(); i++) {
            int step = intervals.get(i).segment() - intervals.get(i - 1).segment();
            assertThat(step).isBetween(0, 1);
            if (step == 1) {
                assertThat(content.gaps().get(gap).fromNanos())
                        .isEqualTo(intervals.get(i - 1).beatNanos());
                gap++;
            }
        }
        assertThat(content.gaps()).hasSize(gap);
        assertThat(content.gaps())
                .extracting(Gap::cause)
                .contains(Gap.Cause.LINK_LOST, Gap.Cause.CONTACT_LOST, Gap.Cause.NOT_HEARD);
        assertThat(content.gaps()).allMatch(each -> each.toNanos() >= each.fromNanos());
    }

    @Test
    void aNumberWithheldOnTheScreenIsAbsent() {
        List<Moment.Concluded> concluded =
                lane.moments().stream()
                        .filter(Moment.Concluded.class::isInstance)
                        .map(Moment.Concluded.class::cast)
                        .toList();
        assertThat(content.seconds()).hasSameSizeAs(concluded);
        int withheld = 0;
        for (int i = 0; i < concluded.size(); i++) {
            Second second = content.seconds().get(i);
            if (concluded.get(i).estimate().state() == RegulationState.UNKNOWN) {
                withheld++;
                assertThat(second.bpm()).isEmpty();
                assertThat(second.level()).isEmpty();
                assertThat(second.rmssdMillis()).isEmpty();
                assertThat(second.pace()).isEmpty();
            }
            if (concluded.get(i).reading().variability().coverage() < 0.5) {
                assertThat(second.rmssdMillis()).isEmpty();
            }
        }
        assertThat(withheld).isBetween(20, concluded.size() - 100);
        assertThat(content.seconds()).anyMatch(each -> each.level().isPresent());
        assertThat(content.seconds()).anyMatch(each -> each.rmssdMillis().isPresent());
    }

    @Test
    void whatWasNotGrantedIsAbsent() {
        for (DataCategory only : DataCategory.values()) {
            ExportContent cut = ExportFixtures.content(Set.of(only));
            assertThat(!cut.intervals().isEmpty()).isEqualTo(only == DataCategory.RR);
            assertThat(cut.intervals()).allMatch(each -> each.verdict().isEmpty());
            assertThat(cut.seconds().stream().anyMatch(each -> each.bpm().isPresent()))
                    .isEqualTo(only == DataCategory.HR);
            assertThat(cut.seconds().stream().anyMatch(each -> each.state().isPresent()))
                    .isEqualTo(only == DataCategory.ESTIMATES);
            assertThat(!cut.sensors().isEmpty()).isEqualTo(only == DataCategory.DEVICE);
            assertThat(cut.provenance().settings().isPresent())
                    .isEqualTo(only == DataCategory.PACING_SETTINGS);
            assertThat(cut.subject().identity().isPresent())
                    .isEqualTo(only == DataCategory.IDENTITY);
            assertThat(cut.marks().stream().anyMatch(each -> each.text().isPresent()))
                    .isEqualTo(only == DataCategory.NOTES);
        }
        assertThat(ExportFixtures.content(Set.of(DataCategory.HR)).seconds())
                .allMatch(each -> each.rmssdMillis().equals(OptionalDouble.empty()));
    }

    @Test
    void aMarkTakenBackAndWhatTheTherapistFeltNeverLeave() {
        ExportContent all = ExportFixtures.content(EnumSet.allOf(DataCategory.class));
        assertThat(all.marks())
                .extracting(Mark::kind)
                .contains(MarkKind.SOMATIC, MarkKind.SUDS, MarkKind.SET, MarkKind.PHASE)
                .doesNotContain(MarkKind.FELT, MarkKind.UNDO, MarkKind.GROUND);
    }

    @Test
    void aDetailThatHasNotTheFormOfItsKindIsFreeText() {
        Mark marked = only(content, MarkKind.VERBAL);
        assertThat(marked.detail()).isEmpty();
        assertThat(marked.text()).isEmpty();
        assertThat(only(content, MarkKind.SUDS).detail()).isEqualTo("7");
    }

    @Test
    void whatWasSeenInAClientDoesNotLeaveWithThePartner() {
        Session couple =
                new Session(
                        new SessionId("s"),
                        List.of(
                                new Participant(LaneId.CLIENT, new ClientCode("A")),
                                new Participant(LaneId.PARTNER, new ClientCode("B"))),
                        ExportFixtures.START,
                        "f",
                        "3");
        for (LaneId whose : List.of(LaneId.CLIENT, LaneId.PARTNER)) {
            RecordedLane part =
                    new RecordedLane(
                            couple,
                            whose,
                            lane.person(),
                            lane.moments(),
                            lane.recording(),
                            lane.settingsText(),
                            lane.policyId(),
                            lane.softwareVersion());
            ExportContent cut =
                    ExportContent.of(
                            part,
                            ExportFixtures.PHYSIOLOGY,
                            ExportFixtures.pseudonyms("recipient"));
            assertThat(cut.marks())
                    .extracting(Mark::kind)
                    .contains(MarkKind.PHASE)
                    .doesNotContain(MarkKind.SUDS, MarkKind.SOMATIC);
            assertThat(cut.intervals().isEmpty()).isEqualTo(whose.equals(LaneId.PARTNER));
        }
    }

    @Test
    void noWordOfACanaryIsInWhatAFormatIsGiven() {
        String all = content.toString();
        for (String canary : ExportFixtures.CANARIES) {
            assertThat(all).doesNotContain(canary);
        }
        assertThat(content.sensors()).extracting(each -> each.model()).containsOnly("Polar H10");
    }

    private static Mark only(ExportContent content, MarkKind kind) {
        List<Mark> found = content.marks().stream().filter(each -> each.kind() == kind).toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
