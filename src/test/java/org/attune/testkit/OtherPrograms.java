package org.attune.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs of others, asked about what was written. */
public final class OtherPrograms {
    private OtherPrograms() {}

    /** What {@code command} says, errors included, once it ended well, which it must. */
    public static String said(String... command) throws IOException, InterruptedException {
        return said(List.of(command));
    }

    /** The same. */
    public static String said(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }
}
