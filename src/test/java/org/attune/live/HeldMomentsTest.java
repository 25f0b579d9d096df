package org.attune.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.attune.pipeline.Moment;
import org.attune.session.MarkKind;
import org.attune.session.Marker;
import org.attune.time.SessionTime;
import org.junit.jupiter.api.Test;

class HeldMomentsTest {
    private final HeldMoments held = new HeldMoments();
    private final List<Moment> taken = new ArrayList<>();

    private static Moment moment(int second) {
        return new Moment.Marked(Marker.of(SessionTime.ofSeconds(second), MarkKind.SLOW));
    }

    @Test
    void nothingIsHandedOnBeforeItIsReleased() throws InterruptedException {
        held.happened(moment(1));
        held.happened(moment(2));
        assertThat(taken).isEmpty();

        held.release(List.of(taken::add), () -> {});
        held.happened(moment(3));

        assertThat(taken).containsExactly(moment(1), moment(2), moment(3));
    }

    @Test
    void whatIsDroppedIsNeverHandedToAnybody() throws InterruptedException {
        held.happened(moment(1));
        held.drop();
        held.happened(moment(2));
        held.release(List.of(taken::add), () -> {});

        assertThat(taken).isEmpty();
    }

    @Test
    void whatHappensWhileItIsHandedOverFollowsInOrderAndNothingIsLost() throws Exception {
        int all = 20_000;
        Thread pipeline =
                new Thread(() -> IntStream.range(0, all).forEach(i -> held.happened(moment(i))));
        pipeline.start();
        held.release(List.of(taken::add), () -> {});
        pipeline.join();

        assertThat(taken)
                .containsExactlyElementsOf(
                        IntStream.range(0, all).mapToObj(HeldMomentsTest::moment).toList());
    }
}
