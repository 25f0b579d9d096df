package org.attune.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.attune.live.SessionCommands;
import org.attune.session.MarkKind;
import org.attune.session.Phase;
import org.junit.jupiter.api.Test;

class TerminalKeysTest {
    private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
    private final PipedOutputStream hand = new PipedOutputStream();
    private final TerminalDisplay display;

    TerminalKeysTest() throws IOException {
        display =
                new TerminalDisplay(
                        new PrintWriter(new StringWriter()),
                        new PipedInputStream(hand),
                        Locale.ENGLISH);
        display.open(new Told(), () -> asked.add("closed"));
    }

    /** What the keys ask of a session. */
    private final class Told implements SessionCommands {
        @Override
        public void mark(MarkKind kind) {
            asked.add("mark " + kind);
        }

        @Override
        public void mark(MarkKind kind, String detail) {
            asked.add("mark " + kind + " " + detail);
        }

        @Override
        public void undo() {
            asked.add("undo");
        }

        @Override
        public void phase(Phase phase) {
            asked.add("phase " + phase);
        }

        @Override
        public void snooze(Duration duration) {
            asked.add("snooze " + duration);
        }

        @Override
        public List<String> profiles() {
            return List.of();
        }

        @Override
        public void withdraw() {
            asked.add("withdraw");
        }

        @Override
        public boolean delete() {
            return asked.add("delete");
        }
    }

    private void type(String keys) throws IOException {
        hand.write(keys.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        hand.flush();
    }

    private String next() throws InterruptedException {
        return String.valueOf(asked.poll(20, TimeUnit.SECONDS));
    }

    @Test
    void lettersAreAskedOfTheSessionInTheOrderTyped() throws Exception {
        type("s\n6\nk\nd\nu\nq\n");
        assertThat(List.of(next(), next(), next(), next(), next(), next()))
                .containsExactly(
                        "mark SLOW", "mark SUDS 6", "withdraw", "delete", "undo", "closed");
    }

    @Test
    void whatIsTypedAfterTheEndIsAskedOfNobody() throws Exception {
        type("u");
        assertThat(next()).isEqualTo("undo");
        display.close();
        type("kd");
        hand.close();
        assertThat(asked.poll(1, TimeUnit.SECONDS)).isNull();
    }
}
