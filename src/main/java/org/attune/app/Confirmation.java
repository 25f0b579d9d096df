package org.attune.app;

import java.io.Console;

/** Asks before something that cannot be undone. */
final class Confirmation {
    private Confirmation() {}

    /**
     * Returns when the user means it.
     *
     * @param what what is about to be done, in plain words
     * @param said whether the command line says so already
     * @throws UsageException when the user does not, or there is nobody to ask
     */
    // Java 22 to 24 give a console even where there is no terminal; it then reads standard input,
    // which is as good.
    @SuppressWarnings("SystemConsoleNull")
    static void ask(String what, boolean said) {
        if (said) {
            return;
        }
        Console console = System.console();
        if (console == null) {
            throw new UsageException(what + ": add --yes if that is meant");
        }
        String answer = console.readLine("%s. It cannot be undone. Type 'erase' to go on: ", what);
        if (answer == null || !answer.strip().equals("erase")) {
            throw new UsageException("nothing was erased");
        }
    }
}
