package org.attune.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.attune.ui.review.MarkPlaces.Place;
import org.attune.ui.review.MarkPlaces.Wish;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

final class MarkPlacesTest {
    private static final double APART = 8;

    @Test
    void withRoomEachHasItsWordsInTheFirstRow() {
        assertThat(MarkPlaces.of(List.of(wish(20), wish(120), wish(220)), 2, 300, APART))
                .containsOnly(new Place(0, true));
    }

    @Test
    void whereWordsWouldMeetANextBoxTheNextGoesARowDown() {
        assertThat(MarkPlaces.of(List.of(wish(20), wish(60)), 2, 300, APART))
                .containsExactly(new Place(0, true), new Place(1, true));
    }

    @Test
    void wordsGiveWayBeforeABoxDoes() {
        assertThat(MarkPlaces.of(List.of(wish(20), wish(60), wish(200)), 1, 300, APART))
                .containsExactly(new Place(0, false), new Place(0, true), new Place(0, true));
    }

    @Test
    void wordsNeverRunOverTheEnd() {
        assertThat(MarkPlaces.of(List.of(wish(20), wish(280)), 1, 300, APART))
                .containsExactly(new Place(0, true), new Place(0, false));
    }

    @RepeatedTest(50)
    void nothingMeetsAndNoneIsLeftOutForWhomThereIsRoom(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int rows = 1 + random.nextInt(3);
        List<Wish> wishes = new ArrayList<>();
        for (int i = random.nextInt(40); i >= 0; i--) {
            double box = 17 + random.nextInt(10);
            wishes.add(new Wish(random.nextDouble() * 600, box, 20 + random.nextInt(80)));
        }
        wishes.sort(Comparator.comparingDouble(Wish::x));
        double end = 630;
        double[] words = new double[rows];
        double[] boxes = new double[rows];
        Arrays.fill(words, Double.NEGATIVE_INFINITY);
        Arrays.fill(boxes, Double.NEGATIVE_INFINITY);
        List<Place> places = MarkPlaces.of(wishes, rows, end, APART);
        for (int i = 0; i < wishes.size(); i++) {
            Wish wish = wishes.get(i);
            Place place = places.get(i);
            if (!place.found()) {
                for (double right : boxes) {
                    assertThat(wish.left()).isLessThan(right + APART);
                }
                continue;
            }
            assertThat(wish.left()).isGreaterThanOrEqualTo(words[place.row()]);
            boxes[place.row()] = wish.right();
            words[place.row()] = wish.right() + (place.worded() ? wish.words() + APART : APART);
            assertThat(wish.right() + (place.worded() ? wish.words() : 0))
                    .isLessThanOrEqualTo(Math.max(end, wish.right()));
        }
    }

    private static Wish wish(double x) {
        return new Wish(x, 20, 50);
    }
}
