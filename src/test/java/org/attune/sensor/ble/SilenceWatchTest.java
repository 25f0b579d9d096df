package org.attune.sensor.ble;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.attune.sensor.ble.SilenceWatch.Step;
import org.junit.jupiter.api.Test;

class SilenceWatchTest {
    private long now;
    private long notifications;
    private boolean contactLost;
    private final SilenceWatch watch =
            new SilenceWatch(() -> now * 1_000_000_000L, Duration.ofSeconds(8));

    /** What is done in so many seconds, with the second in which it is done. */
    private List<String> live(int seconds) {
        List<String> done = new ArrayList<>();
        for (int i = 0; i < seconds; i++) {
            now++;
            Step step = watch.look(notifications, contactLost);
            if (step != Step.WAIT) {
                done.add(now + " " + step);
            }
            if (step == Step.LINK_AGAIN) {
                watch.givenUp();
                watch.linked(notifications);
            }
        }
        return done;
    }

    @Test
    void aStrapThatSpeaksIsLeftAlone() {
        watch.linked(0);
        for (int i = 0; i < 100; i++) {
            notifications++;
            assertThat(live(5)).isEmpty();
        }
    }

    @Test
    void aSilentOneIsAskedThenLinkedAnewEachTimeAfterTwiceAsLong() {
        watch.linked(0);

        assertThat(live(110))
                .filteredOn(each -> !each.endsWith("CHECK"))
                .containsExactly(
                        "8 ASK_AGAIN",
                        "16 LINK_AGAIN",
                        "32 ASK_AGAIN",
                        "48 LINK_AGAIN",
                        "80 ASK_AGAIN");
    }

    @Test
    void theLongestWaitIsTwoMinutes() {
        watch.linked(0);
        List<String> day = live(24 * 3600);

        assertThat(day).filteredOn(each -> each.endsWith("LINK_AGAIN")).hasSizeBetween(355, 365);
    }

    @Test
    void oneWordAndItIsBorneNoLongerThanAtFirst() {
        watch.linked(0);
        live(60);
        notifications++;
        long heardAt = now + 1;

        assertThat(live(9)).containsExactly((heardAt + 8) + " ASK_AGAIN");
    }

    @Test
    void whoHasLostContactMayBeSilentAndIsOnlyAskedAfter() {
        watch.linked(0);
        contactLost = true;

        assertThat(live(40)).containsExactly("15 CHECK", "30 CHECK");
    }
}
