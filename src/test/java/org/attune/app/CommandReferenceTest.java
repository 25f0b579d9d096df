package org.attune.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The command reference says what the program takes. The text of it is made here and written to
 * target/commands.md: copy it from there.
 */
final class CommandReferenceTest {
    private static final Path REFERENCE = Path.of("src/site/markdown/commands.md");
    private static final Set<String> OF_ALL =
            Set.of("--config", "--vault", "--passphrase-file", "--debug", "--help", "--version");

    private static final String HEAD =
            """
            # Commands

            `java -jar attune.jar COMMAND`. Human text goes to standard output, errors in one line to standard error: what happened and what to do. Exit codes: 0 done, 1 a check or comparison did not hold, 2 usage or bad input, 3 sensor, 4 vault, 5 refused by consent, 6 configuration. Numbers in machine output have a dot and no grouping; what is absent is an empty cell or `null`.

            Every command takes `--config FILE`, `--vault DIR`, `--passphrase-file FILE`, `--debug` and `--help`; the passphrase is asked for, or taken from that file or from `ATTUNE_PASSPHRASE`. What the numbers mean is told in [figures of a session](review.md), [the numbers of a review](review-numbers.md) and [metrics](hrv-metrics.md); what may leave, in [export](export.md).
            """;

    private static List<CommandSpec> commands() {
        List<CommandSpec> all = new ArrayList<>();
        gather(AttuneCommand.lineFor(), all);
        return all;
    }

    private static void gather(CommandLine line, List<CommandSpec> into) {
        for (CommandLine each : line.getSubcommands().values()) {
            into.add(each.getCommandSpec());
            gather(each, into);
        }
    }

    private static String reference() {
        StringBuilder text = new StringBuilder(HEAD);
        for (CommandSpec each : commands()) {
            String name = each.qualifiedName(" ").replaceFirst("^attune ", "");
            text.append("\n## ").append(name);
            for (PositionalParamSpec one : each.positionalParameters()) {
                boolean may = one.arity().min() == 0;
                text.append(may ? " [" : " ").append(one.paramLabel()).append(may ? "]" : "");
            }
            text.append("\n\n").append(words(each.usageMessage().description())).append("\n");
            StringBuilder rows = new StringBuilder();
            for (OptionSpec option : each.options()) {
                if (!option.hidden() && !OF_ALL.contains(option.longestName())) {
                    boolean value = option.arity().max() > 0;
                    rows.append("| `")
                            .append(String.join("`, `", option.names()))
                            .append(value ? " " + option.paramLabel() : "")
                            .append("` | ")
                            .append(words(defaults(option)))
                            .append(" |\n");
                }
            }
            if (!rows.isEmpty()) {
                text.append("\n| option | |\n|---|---|\n").append(rows);
            }
        }
        return text.toString();
    }

    private static String[] defaults(OptionSpec option) {
        String standard = String.valueOf(option.defaultValue());
        return java.util.Arrays.stream(option.description())
                .map(line -> line.replace("${DEFAULT-VALUE}", standard).replace("%n", " "))
                .toArray(String[]::new);
    }

    private static String words(String[] lines) {
        return String.join(" ", lines).replace("|", "\\|").replace("%%", "%");
    }

    @Test
    void everyCommandStandsInItAndNoOptionThatDoesNotExist() throws IOException {
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/commands.md"), reference());
        String written = Files.readString(REFERENCE);
        Set<String> options = new TreeSet<>(OF_ALL);
        for (CommandSpec each : commands()) {
            String name = each.qualifiedName(" ").replaceFirst("^attune ", "");
            assertThat(written).containsPattern("(?m)^## " + Pattern.quote(name) + "( |$)");
            each.options().forEach(option -> options.addAll(List.of(option.names())));
        }
        Matcher named = Pattern.compile("(?m)^\\| `(--[a-z-]+)").matcher(written);
        List<String> unknown = new ArrayList<>();
        int count = 0;
        while (named.find()) {
            count++;
            if (!options.contains(named.group(1))) {
                unknown.add(named.group(1));
            }
        }
        assertThat(unknown).as("documented, and not there").isEmpty();
        assertThat(count).isGreaterThan(100);
    }
}
