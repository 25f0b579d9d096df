package org.attune.beat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.attune.testkit.Hearts;
import org.junit.jupiter.api.Test;

class SortedWindowTest {
    @Test
    void quantilesAreThoseOfTheSortedWindowAlsoWithTies() {
        for (long seed = 0; seed < 100; seed++) {
            Random random = Hearts.scrambled(seed);
            int capacity = 1 + random.nextInt(12);
            SortedWindow window = new SortedWindow(capacity);
            Deque<Double> last = new ArrayDeque<>();
            for (int i = 0; i < 200; i++) {
                double value = random.nextInt(10);
                window.add(value);
                last.addLast(value);
                if (last.size() > capacity) {
                    last.removeFirst();
                }
                double[] sorted = last.stream().mapToDouble(x -> x).sorted().toArray();
                int half = sorted.length / 2;
                double median =
                        sorted.length % 2 == 1
                                ? sorted[half]
                                : (sorted[half - 1] + sorted[half]) / 2;
                assertThat(window.size()).isEqualTo(sorted.length);
                assertThat(window.median()).as("seed %d", seed).isEqualTo(median);
                assertThat(window.quantile(0)).isEqualTo(sorted[0]);
                assertThat(window.quantile(1)).isEqualTo(sorted[sorted.length - 1]);
            }
        }
    }
}
