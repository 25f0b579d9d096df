package org.attune.ui.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Shares a few rows out among marks in the order of their times. Each has the first row with room.
 * Where a box would find none because of another's words, the words give way; a mark has no place
 * only where the boxes alone fill every row.
 */
final class MarkPlaces {
    /**
     * What a mark would have, pixels.
     *
     * @param x the middle of its box
     * @param box width of the box
     * @param words width of its words, which begin at the end of the box
     */
    record Wish(double x, double box, double words) {
        double left() {
            return x - box / 2;
        }

        double right() {
            return x + box / 2;
        }
    }

    /**
     * What it gets.
     *
     * @param row from 0, or -1 without any
     */
    record Place(int row, boolean worded) {
        static final Place NONE = new Place(-1, false);

        boolean found() {
            return row >= 0;
        }
    }

    private MarkPlaces() {}

    /**
     * @param wishes by ascending x
     * @param end where words have to end
     * @param apart between a mark and the next in its row, at least
     * @return one for each wish
     */
    static List<Place> of(List<Wish> wishes, int rows, double end, double apart) {
        List<Place> withWords = laid(wishes, rows, end, apart, true);
        if (withWords.stream().allMatch(Place::found)) {
            return withWords;
        }
        return worded(wishes, laid(wishes, rows, end, apart, false), rows, end, apart);
    }

    private static List<Place> laid(
            List<Wish> wishes, int rows, double end, double apart, boolean words) {
        double[] free = new double[rows];
        Arrays.fill(free, Double.NEGATIVE_INFINITY);
        List<Place> places = new ArrayList<>(wishes.size());
        for (Wish each : wishes) {
            int row = 0;
            while (row < rows && free[row] > each.left()) {
                row++;
            }
            if (row == rows) {
                places.add(Place.NONE);
                continue;
            }
            boolean worded = words && each.right() + each.words() <= end;
            places.add(new Place(row, worded));
            free[row] = each.right() + (worded ? each.words() : 0) + apart;
        }
        return places;
    }

    /** Gives words to those whose follower in the row leaves room for them. */
    private static List<Place> worded(
            List<Wish> wishes, List<Place> places, int rows, double end, double apart) {
        double[] next = new double[rows];
        Arrays.fill(next, end + apart);
        List<Place> worded = new ArrayList<>(places);
        for (int i = places.size() - 1; i >= 0; i--) {
            Wish wish = wishes.get(i);
            int row = places.get(i).row();
            if (row >= 0) {
                worded.set(i, new Place(row, wish.right() + wish.words() + apart <= next[row]));
                next[row] = wish.left();
            }
        }
        return worded;
    }
}
