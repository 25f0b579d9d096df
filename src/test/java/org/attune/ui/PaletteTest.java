package org.attune.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.data.Offset;
import org.attune.regulation.RegulationState;
import org.junit.jupiter.api.Test;

class PaletteTest {
    private static final List<Palette> ALL = List.of(Palette.DARK, Palette.LIGHT, Palette.DIM);

    @Test
    void contrastIsThatOfTheGuideline() {
        assertThat(Palette.contrast(Color.BLACK, Color.WHITE)).isEqualTo(21, Offset.offset(1e-9));
        assertThat(Palette.contrast(Color.WHITE, Color.WHITE)).isEqualTo(1, Offset.offset(1e-9));
        // The two bright hues that may not be ink on white.
        assertThat(Palette.contrast(new Color(0xE69F00), Color.WHITE))
                .isEqualTo(2.25, Offset.offset(0.01));
        assertThat(Palette.contrast(new Color(0x56B4E9), Color.WHITE))
                .isEqualTo(2.31, Offset.offset(0.01));
    }

    @Test
    void wordsReadOnEveryGround() {
        SoftAssertions softly = new SoftAssertions();
        for (Palette palette : ALL) {
            for (Color ground : List.of(palette.ground, palette.surface)) {
                for (Color words : List.of(palette.text, palette.text2, palette.text3)) {
                    softly.assertThat(Palette.contrast(words, ground))
                            .as("%s %s on %s", palette, words, ground)
                            .isGreaterThanOrEqualTo(4.45);
                }
            }
            softly.assertThat(Palette.contrast(palette.text, palette.raised)).isGreaterThan(4.5);
            softly.assertThat(Palette.contrast(palette.text2, palette.raised)).isGreaterThan(4.5);
        }
        softly.assertAll();
    }

    @Test
    void shapesAreSeenOnEveryGround() {
        SoftAssertions softly = new SoftAssertions();
        for (Palette palette : ALL) {
            for (Color shape :
                    List.of(palette.data, palette.bandEdge, palette.hatch, palette.focus)) {
                softly.assertThat(Palette.contrast(shape, palette.ground))
                        .as("%s %s", palette, shape)
                        .isGreaterThanOrEqualTo(2.99);
            }
            for (RegulationState state : RegulationState.values()) {
                softly.assertThat(Palette.contrast(palette.ink(state), palette.surface))
                        .as("%s ink of %s", palette, state)
                        .isGreaterThanOrEqualTo(3);
                softly.assertThat(Palette.contrast(palette.onFill(state), palette.fill(state)))
                        .as("%s glyph on %s", palette, state)
                        .isGreaterThanOrEqualTo(StateTile.filled(state) ? 4.5 : 3);
            }
        }
        softly.assertAll();
    }

    @Test
    void chipsAreSeenAndAreNoStateColour() {
        for (Palette palette : ALL) {
            for (int lane = 0; lane < 4; lane++) {
                Color chip = palette.chip(lane);
                assertThat(Palette.contrast(chip, palette.surface)).isGreaterThanOrEqualTo(3);
                for (RegulationState state : RegulationState.values()) {
                    assertThat(chip).isNotEqualTo(palette.ink(state));
                    assertThat(chip).isNotEqualTo(palette.fill(state));
                }
            }
        }
    }
}
