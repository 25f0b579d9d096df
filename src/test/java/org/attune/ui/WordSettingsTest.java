package org.attune.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import org.attune.live.LiveSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The therapist's own words for what is said: where they stand, and what they cannot do. */
final class WordSettingsTest {
    private static final DisplaySettings PLAIN =
            DisplaySettings.DEFAULT.withLanguage(DisplaySettings.Language.EN);

    private static LaneView lane(DisplaySettings settings, LiveSnapshot snapshot) {
        return new LivePresenter(settings).present(snapshot).lanes().get(0);
    }

    private static DisplaySettings with(Saying saying, String words) {
        return PLAIN.withWords(WordSettings.NONE.with(saying, words));
    }

    @Test
    void ownWordsStandInPanelStripAndTerminalAlike() {
        LiveSnapshot high = SnapshotFixtures.high();
        DisplaySettings settings =
                PLAIN.withWords(
                        new WordSettings(
                                Map.of(
                                        Saying.CLIMBING,
                                        "much going on",
                                        Saying.EASE,
                                        "wait 20 s")));

        LaneView lane = lane(settings, high);

        assertThat(lane.strip()).isEqualTo("much going on");
        assertThat(lane.sentence()).startsWith("much going on. wait 20 s.");
        assertThat(LiveWords.of(settings).line(high, high.lanes().get(0)))
                .endsWith("High: much going on. wait 20 s.");
        assertThat(lane.why()).isEqualTo(lane(PLAIN, high).why());
    }

    @Test
    void thatNothingIsKnownIsNeverWordedAway() {
        LiveSnapshot unknown = SnapshotFixtures.unknown();
        DisplaySettings settings = PLAIN;
        for (Saying each : Saying.values()) {
            settings = settings.withWords(settings.words().with(each, "all is well"));
        }
        assertThat(lane(settings, unknown).strip()).isEqualTo(lane(PLAIN, unknown).strip());
        assertThat(lane(settings, unknown).sentence()).isEqualTo(lane(PLAIN, unknown).sentence());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u001b[31mb",
                "a\nb",
                "a\u0000",
                "\u202eabc",
                "a\u2066b",
                "a\u200bb",
                "a\u2028b",
                "\ud800",
                "a\u009b1m"
            })
    void whatIsNotSeenIsRefusedEverywhere(String words) {
        assertThatThrownBy(() -> with(Saying.USUAL, words))
                .hasMessageContaining("must be plain words on one line: usual=");
        assertThatThrownBy(() -> PLAIN.withClientWords(words))
                .hasMessageContaining("must be plain words on one line: clientWords=");
    }

    @Test
    void tagsAreLettersLikeAnyOther() {
        LaneView lane =
                lane(with(Saying.CLIMBING, "<html><b>x</b>{0}{key:undo}"), SnapshotFixtures.high());
        assertThat(lane.strip()).isEqualTo("<html><b>x</b>{0}{key:undo}");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.75, 1, 1.5, 2, 2.5})
    void theStripNeverCutsThem(double scale) {
        for (String words : List.of("W".repeat(39), "room to slow down together, once again:")) {
            for (DisplaySettings.Edge edge :
                    List.of(DisplaySettings.Edge.BOTTOM, DisplaySettings.Edge.LEFT)) {
                int length = edge.upright() ? 768 : 1366;
                DisplaySettings settings = PLAIN.withScale(scale).withStripEdge(edge);
                BufferedImage one = strip(settings, words + "x", length);
                BufferedImage other = strip(settings, words + "z", length);
                // The last character is there: another one makes another picture.
                assertThat(Pixels.same(one, other))
                        .as("%s at %s, %s", words, scale, edge)
                        .isFalse();
            }
        }
    }

    private static BufferedImage strip(DisplaySettings settings, String words, int length) {
        return Screens.strip(
                SnapshotFixtures.high(),
                settings.withWords(WordSettings.NONE.with(Saying.CLIMBING, words)),
                length);
    }
}
