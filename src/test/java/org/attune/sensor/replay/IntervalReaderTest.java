package org.attune.sensor.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class IntervalReaderTest {
    private static IntervalReader reader(String text) {
        return IntervalReader.open(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "x.tsv", () -> {});
    }

    private static List<Double> millis(IntervalReader reader) {
        List<Double> all = new ArrayList<>();
        for (TimedInterval next = reader.next(); next != null; next = reader.next()) {
            all.add(next.interval().toMillis());
        }
        return all;
    }

    @Test
    void theUnitIsDecidedByTheFirstNineAndHeld() {
        assertThat(millis(reader("0.8\n0.8\n15\n0.8\n0.8\n0.8\n800\n")))
                .containsExactly(800.0, 800.0, 15_000.0, 800.0, 800.0, 800.0, 800_000.0);
        assertThat(millis(reader("5\n800\n800\n5\n800\n800\n800\n0.8\n")))
                .containsExactly(5.0, 800.0, 800.0, 5.0, 800.0, 800.0, 800.0, 0.8);
    }

    @Test
    void itIsTheMiddleOfTheFirstNineWhateverTheirOrder() {
        assertThat(millis(reader("0.8\n0.8\n0.8\n0.8\n800\n800\n800\n800\n800\n")).get(0))
                .isEqualTo(0.8);
        assertThat(millis(reader("800\n800\n800\n800\n0.8\n0.8\n0.8\n0.8\n0.8\n")).get(8))
                .isEqualTo(800);
        assertThat(millis(reader("0.8\n800\n"))).containsExactly(0.8, 800.0);
    }

    @Test
    void whatStandsBeforeALineThatCannotBeReadHasBeenGiven() {
        IntervalReader reader = reader("800\n".repeat(20) + "x\n");
        for (int i = 0; i < 20; i++) {
            assertThat(reader.next()).isNotNull();
        }
        assertThatThrownBy(reader::next)
                .isInstanceOf(RecordingFileException.class)
                .hasMessage("line 21 of x.tsv is no interval: 'x'");
    }

    @Test
    void aHoleInTimeIsSeen() {
        IntervalReader reader = reader("t_s\trr_ms\n1\t800\n1.8\t800\n4\t800\n");
        TimedInterval one = Objects.requireNonNull(reader.next());
        TimedInterval two = Objects.requireNonNull(reader.next());
        TimedInterval three = Objects.requireNonNull(reader.next());
        assertThat(IntervalReader.isHole(one.at(), two)).isFalse();
        assertThat(IntervalReader.isHole(two.at(), three)).isTrue();
    }

    @Test
    void beforeItWaitsItSaysSo() {
        Pieces pieces = new Pieces("80", "0\n810\n820\n83", "0\r\n840\n", "850\n86");
        List<Integer> givenWhenWaiting = new ArrayList<>();
        int[] given = new int[1];
        IntervalReader reader =
                IntervalReader.open(pieces, "x", () -> givenWhenWaiting.add(given[0]));
        while (reader.next() != null) {
            given[0]++;
        }
        assertThat(given[0]).isEqualTo(7);
        // Five must agree; then each piece is used up before the next, or the end, is waited for.
        assertThat(givenWhenWaiting).containsExactly(0, 0, 0, 5, 6, 7);
    }

    /** What arrives in pieces: nothing is there until it is waited for. */
    private static final class Pieces extends InputStream {
        private final Deque<byte[]> pieces = new ArrayDeque<>();

        Pieces(String... texts) {
            for (String text : texts) {
                pieces.add(text.getBytes(StandardCharsets.UTF_8));
            }
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            byte[] piece = pieces.poll();
            if (piece == null) {
                return -1;
            }
            System.arraycopy(piece, 0, into, offset, piece.length);
            return piece.length;
        }

        @Override
        public int available() {
            return 0;
        }
    }
}
