package org.attune.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The program within the test's own process: to start one for each command would take minutes.
 * Nothing may be typed meanwhile, see {@link org.attune.testkit.NoKeys}.
 *
 * @param common what stands at the end of each command line
 */
record InProcess(List<String> common) {
    /** With a vault and the file of its passphrase. */
    static InProcess with(Path vault, Path passphrase) {
        return new InProcess(
                List.of("--vault", vault.toString(), "--passphrase-file", passphrase.toString()));
    }

    /** Runs a command with nothing but what it is given. */
    static AttuneProcess.Result run(String... arguments) {
        return new InProcess(List.of()).attune(arguments);
    }

    /** Runs a command. */
    AttuneProcess.Result attune(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(common);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode =
                Main.run(
                        new PrintWriter(out),
                        new PrintWriter(err, true),
                        all.toArray(String[]::new));
        return new AttuneProcess.Result(exitCode, out.toString(), err.toString());
    }

    /** Runs a command that must succeed; what it said. */
    String done(String... arguments) {
        AttuneProcess.Result result = attune(arguments);
        if (result.exitCode() != ExitCode.DONE) {
            throw new AssertionError(
                    String.join(" ", arguments) + "\n" + result.out() + result.err());
        }
        return result.out();
    }

    /** Runs a command that must be refused in one plain line which holds {@code words}. */
    void refused(int exitCode, String words, String... arguments) {
        AttuneProcess.Result result = attune(arguments);
        boolean plain = result.err().lines().count() == 1 && result.err().startsWith("attune: ");
        if (result.exitCode() != exitCode || !plain || !result.err().contains(words)) {
            throw new AssertionError(
                    String.join(" ", arguments)
                            + "\nexit code "
                            + result.exitCode()
                            + "\n"
                            + result.out()
                            + result.err());
        }
    }
}
