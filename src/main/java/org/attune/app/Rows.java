package org.attune.app;

import java.io.PrintWriter;

/**
 * Results that leave row by row, while more are still being made: gathered as long as there is
 * input to work on, sent before waiting for more. Whoever can no longer be written to ends the
 * command, however long its input. Confined to one thread.
 */
final class Rows {
    private static final int MOST_UNSENT = 10_000;

    private final PrintWriter out;
    private int unsent;

    Rows(PrintWriter out) {
        this.out = out;
    }

    /** One row, or several lines that belong together. */
    void add(String text) {
        out.print(text);
        out.print('\n');
        if (++unsent >= MOST_UNSENT) {
            send();
        }
    }

    /**
     * Sends what was gathered.
     *
     * @throws OutputLostException when nobody takes it
     */
    void send() {
        unsent = 0;
        if (out.checkError()) {
            throw new OutputLostException();
        }
    }
}
