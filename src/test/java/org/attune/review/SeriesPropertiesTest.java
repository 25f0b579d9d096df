package org.attune.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.attune.testkit.Hearts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesPropertiesTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void everyColumnTellsWhatFallsIntoIt(long seed) {
        Random random = Hearts.scrambled(seed);
        Series series = randomSeries(random, 1 + random.nextInt(900));
        for (int trial = 0; trial < 60; trial++) {
            double from = random.nextDouble() * series.size() - 5;
            double to = from + 1 + random.nextDouble() * series.size();
            Columns columns = new Columns(1 + random.nextInt(90));
            series.columns(from, to, columns);
            int before = -1;
            for (int column = 0; column < columns.width(); column++) {
                double step = (to - from) / columns.width();
                int begin = series.indexFrom(column == 0 ? from : from + column * step);
                int end = Math.max(begin, series.indexFrom(from + (column + 1) * step));
                List<Integer> real = real(series, begin, end);
                assertThat(columns.isEmpty(column)).isEqualTo(real.isEmpty());
                if (real.isEmpty()) {
                    continue;
                }
                int first = real.get(0);
                int last = real.get(real.size() - 1);
                assertThat(columns.first(column)).isEqualTo(series.value(first));
                assertThat(columns.last(column)).isEqualTo(series.value(last));
                assertThat(columns.min(column))
                        .isEqualTo(real.stream().mapToDouble(series::value).min().orElseThrow());
                assertThat(columns.max(column))
                        .isEqualTo(real.stream().mapToDouble(series::value).max().orElseThrow());
                assertThat(columns.isWhole(column)).isEqualTo(last - first + 1 == real.size());
                int previous = before < 0 ? first - 1 : before;
                boolean unbroken =
                        previous >= 0
                                && real(series, previous, first + 1).size() == first - previous + 1;
                assertThat(columns.isJoined(column)).as("column %d", column).isEqualTo(unbroken);
                before = last;
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void aDrawnLineKeepsEveryPeakAndIsDrawnOverNoHoleThatHasRoom(long seed) {
        Random random = Hearts.scrambled(seed);
        Series series = randomSeries(random, 5000);
        double end = series.second(series.size() - 1) + 1;
        for (int width : new int[] {10, 100, 3000}) {
            List<double[]> drawn = new ArrayList<>();
            series.draw(0, end, new Columns(width), pen(drawn));
            double highest = drawn.stream().mapToDouble(p -> p[1]).max().orElseThrow();
            double lowest = drawn.stream().mapToDouble(p -> p[1]).min().orElseThrow();
            assertThat(highest).isEqualTo(series.max(0, end).orElseThrow());
            assertThat(lowest).isEqualTo(series.min(0, end).orElseThrow());
            assertThat(drawn.size()).isLessThanOrEqualTo(Math.max(4 * width, series.size()));
        }
        List<double[]> single = new ArrayList<>();
        series.draw(0, end, new Columns(3000), pen(single));
        int runs = 0;
        for (int i = 0; i < series.size(); i++) {
            boolean real = !Double.isNaN(series.value(i));
            runs += real && (i == 0 || Double.isNaN(series.value(i - 1))) ? 1 : 0;
        }
        assertThat(single.stream().filter(point -> point[2] == 0).count()).isEqualTo(runs);
    }

    @Test
    void aLineEntersAndLeavesTheWindow() {
        Series series = Series.ofGrid(new double[] {1, 2, 3, 4, 5, 6, 7, 8});
        List<double[]> drawn = new ArrayList<>();
        series.draw(2.5, 4.5, new Columns(10), pen(drawn));
        assertThat(drawn.get(0)[0]).isEqualTo(2);
        assertThat(drawn.get(drawn.size() - 1)[0]).isEqualTo(5);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void spansInAWindowAreThoseThatTouchItCutByIt(long seed) {
        Random random = Hearts.scrambled(seed);
        List<Span<Integer>> all = new ArrayList<>();
        double at = 0;
        for (int i = 0; i < 200; i++) {
            double from = at + (random.nextBoolean() ? 0 : random.nextDouble());
            at = from + random.nextDouble() * 3;
            all.add(new Span<>(from, at, i));
        }
        Spans<Integer> spans = Spans.of(all);
        for (int trial = 0; trial < 200; trial++) {
            double from = random.nextDouble() * at;
            double to = from + random.nextDouble() * 20;
            List<Span<Integer>> expected =
                    all.stream()
                            .filter(span -> span.to() > from && span.from() < to)
                            .map(span -> span.clipped(from, to))
                            .toList();
            assertThat(spans.within(from, to)).isEqualTo(expected);
            assertThat(spans.at(from).map(Span::what))
                    .isEqualTo(
                            all.stream()
                                    .filter(span -> span.from() <= from && span.to() > from)
                                    .map(Span::what)
                                    .findFirst());
        }
    }

    private static Series.Pen pen(List<double[]> drawn) {
        return new Series.Pen() {
            @Override
            public void moveTo(double second, double value) {
                drawn.add(new double[] {second, value, 0});
            }

            @Override
            public void lineTo(double second, double value) {
                drawn.add(new double[] {second, value, 1});
            }
        };
    }

    private static Series randomSeries(Random random, int count) {
        double[] values = MinMaxPyramidPropertiesTest.randomValues(random, count);
        if (random.nextBoolean()) {
            return Series.ofGrid(values);
        }
        double[] seconds = new double[count];
        for (int i = 1; i < count; i++) {
            seconds[i] = seconds[i - 1] + random.nextDouble() * 1.6;
        }
        return Series.of(seconds, values);
    }

    private static List<Integer> real(Series series, int begin, int end) {
        List<Integer> found = new ArrayList<>();
        for (int i = begin; i < end; i++) {
            if (!Double.isNaN(series.value(i))) {
                found.add(i);
            }
        }
        return found;
    }
}
