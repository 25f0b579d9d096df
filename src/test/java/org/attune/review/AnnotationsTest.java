package org.attune.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.attune.pipeline.Moment;
import org.attune.pipeline.PipelineSettings;
import org.attune.pipeline.Replay;
import org.attune.session.LaneId;
import org.attune.session.MarkKind;
import org.attune.session.Marker;
import org.attune.testkit.Hearts;
import org.attune.testkit.SessionHarness;
import org.attune.time.SessionTime;
import org.junit.jupiter.api.Test;

final class AnnotationsTest {
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

    private static Annotation said(int number, String author, Said said) {
        return new Annotation(
                String.format(java.util.Locale.ROOT, "%032x", number),
                author,
                NOON.plusSeconds(number),
                said);
    }

    private static Marker mark(double second, MarkKind kind) {
        return Marker.of(SessionTime.ofSeconds(second), kind);
    }

    private static Said.Moved moved(Marker mark, double to) {
        return new Said.Moved(mark, SessionTime.ofSeconds(to));
    }

    private static List<Marker> marks(List<Moment> log) {
        return SessionTimeline.of(List.of(LaneId.CLIENT), log).marks().standing();
    }

    @Test
    void aCorrectedMarkStandsWhereItBelongsAndTheLogIsAsItWas() {
        Marker slow = mark(100, MarkKind.SLOW);
        List<Moment> log =
                List.of(
                        new Moment.Marked(slow),
                        new Moment.Marked(mark(120, MarkKind.GROUND)),
                        new Moment.Ended(SessionTime.ofSeconds(200)));
        Annotations now = Annotations.of(List.of(said(1, "", moved(slow, 130))));
        assertThat(marks(now.over(log)))
                .containsExactly(mark(120, MarkKind.GROUND), mark(130, MarkKind.SLOW));
        assertThat(marks(log)).containsExactly(slow, mark(120, MarkKind.GROUND));
        assertThat(now.corrections())
                .singleElement()
                .satisfies(
                        each -> {
                            assertThat(each.set()).isEqualTo(slow);
                            assertThat(each.by().at()).isEqualTo(NOON.plusSeconds(1));
                        });
        assertThat(now.asSet(mark(130, MarkKind.SLOW))).isEqualTo(slow);
        assertThat(now.remarks()).containsExactly("1 mark stands at a corrected time");
    }

    @Test
    void theNewestWordOnAMarkStandsAndTakingItBackRestoresTheOneBefore() {
        Marker slow = mark(100, MarkKind.SLOW);
        List<Moment> log = List.of(new Moment.Marked(slow));
        List<Annotation> said = new ArrayList<>();
        said.add(said(1, "", moved(slow, 90)));
        said.add(said(2, "", moved(slow, 80)));
        assertThat(marks(Annotations.of(said).over(log))).containsExactly(mark(80, MarkKind.SLOW));
        said.add(said(3, "", new Said.TakenBack(said.get(1).id())));
        assertThat(marks(Annotations.of(said).over(log))).containsExactly(mark(90, MarkKind.SLOW));
        said.add(said(4, "", new Said.TakenBack(said.get(0).id())));
        assertThat(marks(Annotations.of(said).over(log))).containsExactly(slow);
    }

    @Test
    void whatOthersSayOfAMarkIsASuggestionAndOnlyItsAuthorTakesSomethingBack() {
        Marker slow = mark(100, MarkKind.SLOW);
        Annotation own = said(1, "", moved(slow, 90));
        Annotations now =
                Annotations.of(
                        List.of(
                                own,
                                said(2, "lindqvist", moved(slow, 40)),
                                said(3, "lindqvist", new Said.Added(mark(5, MarkKind.PAUSE))),
                                said(4, "lindqvist", new Said.TakenBack(own.id()))));
        assertThat(marks(now.over(List.of(new Moment.Marked(slow)))))
                .containsExactly(mark(90, MarkKind.SLOW));
        assertThat(now.suggestions()).hasSize(2);
    }

    @Test
    void anAddedMarkCanBeMovedAndTakenBack() {
        Annotation added = said(1, "", new Said.Added(mark(30, MarkKind.GROUND)));
        List<Annotation> said = new ArrayList<>(List.of(added));
        said.add(said(2, "", moved(mark(30, MarkKind.GROUND), 33)));
        Annotations now = Annotations.of(said);
        assertThat(marks(now.over(List.of()))).containsExactly(mark(33, MarkKind.GROUND));
        assertThat(now.additionOf(mark(33, MarkKind.GROUND))).contains(added);
        said.add(said(3, "", new Said.TakenBack(added.id())));
        assertThat(marks(Annotations.of(said).over(List.of()))).isEmpty();
    }

    @Test
    void inWhateverOrderAndHoweverOftenTheyArriveTheSameStands() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Annotation> all = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Marker mark = mark(random.nextInt(5), MarkKind.SLOW);
            String author = random.nextBoolean() ? "" : "b";
            all.add(
                    said(
                            i,
                            author,
                            switch (random.nextInt(4)) {
                                case 0 -> moved(mark, random.nextInt(100));
                                case 1 -> new Said.Added(mark);
                                case 2 -> new Said.Tag("t" + random.nextInt(3));
                                default ->
                                        new Said.TakenBack(
                                                said(random.nextInt(60), "", new Said.Tag("x"))
                                                        .id());
                            }));
        }
        Annotations expected = Annotations.of(all);
        List<Annotation> again = new ArrayList<>(all);
        again.addAll(all);
        for (int round = 0; round < 20; round++) {
            Collections.shuffle(again, random);
            assertThat(Annotations.of(again)).as("seed " + seed).isEqualTo(expected);
        }
    }

    @Test
    void aMarkThatChangesWhatWasConcludedCannotBeMoved() {
        Marker profile = new Marker(SessionTime.ZERO, MarkKind.PROFILE, "emdr@0123456789abcdef");
        assertThatThrownBy(() -> moved(profile, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSessionIsReplayedBitForBitWhateverWasSaidOfIt() {
        List<Moment> log =
                SessionHarness.with(Hearts.following(t -> 70))
                        .runFor(Duration.ofSeconds(60))
                        .mark(MarkKind.SLOW, "")
                        .runFor(Duration.ofSeconds(60))
                        .end()
                        .moments();
        Marker slow = marks(log).get(0);
        List<Moment> shown = Annotations.of(List.of(said(1, "", moved(slow, 10)))).over(log);
        assertThat(marks(shown)).containsExactly(mark(10, MarkKind.SLOW));
        assertThat(shown).hasSameSizeAs(log);
        assertThat(log.stream().filter(Moment::isInput).toList()).contains(new Moment.Marked(slow));
        assertThat(
                        Replay.play(
                                log,
                                SessionHarness.pipeline(PipelineSettings.DEFAULT, LaneId.CLIENT)))
                .isEqualTo(log);
    }
}
