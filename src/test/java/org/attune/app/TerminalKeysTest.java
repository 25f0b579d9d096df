package org.attune.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.attune.testkit.ToldCommands;
import org.attune.ui.Act;
import org.attune.ui.DisplaySettings;
import org.attune.ui.KeySettings;
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
                        DisplaySettings.DEFAULT
                                .withLanguage(DisplaySettings.Language.EN)
                                .withKeys(KeySettings.DEFAULT.with(Act.GROUND, "Ä")));
        display.open(
                new ToldCommands(asked::add, List.of(), () -> asked.add("delete")),
                () -> asked.add("closed"));
    }

    private void type(String keys) throws IOException {
        hand.write(keys.getBytes(java.nio.charset.StandardCharsets.UTF_8));
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
    void keysOfTheTherapistsOwnAreHeededAndTheirFormerOnesNot() throws Exception {
        type("gä+xm\nm\nb");
        assertThat(List.of(next(), next(), next(), next(), next(), next()))
                .containsExactly(
                        "mark GROUND",
                        "mark SUDS 10",
                        "mark SUDS 10",
                        "mark SET BEGIN",
                        "mark SET END",
                        "mark BREATHE");
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
