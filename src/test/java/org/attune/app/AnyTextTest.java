package org.attune.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnyTextTest {
    private static final List<String> SEEDS =
            List.of(
                    "t_s\trr_ms\n0.8\t800\n1.6\t800\n2.41\t810\n3.2\t790\n4.0\t800\n",
                    "\uFEFFt_s;rr_ms\r\n0,8;800,5\r\n1,6;800,25\r\n2,4;810\r\n",
                    "0.8\n0.81\n0.79\n0.8\n0.8\n0.82\n0.8\n",
                    "800\n810\n790\n0.5\n800\n",
                    "1431353531.0, IBI\n10.53,0.78\n11.31,0.78\n",
                    "t_us,rr_us\n976563,976563\n2000000,976563\n",
                    "");
    private static final List<String> PIECES =
            List.of(
                    "NaN",
                    "0",
                    "-1",
                    "1e308",
                    "1e400",
                    "1e-300",
                    "999999999999",
                    "-0",
                    "Infinity",
                    "\n",
                    "\r",
                    "\r\n",
                    "\t",
                    ";",
                    ",",
                    "\"",
                    "#",
                    "\uFEFF",
                    "\u0000",
                    "é",
                    "800",
                    "t_s\trr_ms\n",
                    "0.000000001",
                    "86400000",
                    "2,5",
                    ".",
                    "e",
                    "+",
                    " ");
    private static final List<List<String>> COMMANDS =
            List.of(
                    List.of("beats"),
                    List.of("hrv"),
                    List.of("hrv", "--as-is", "--json"),
                    List.of("hrv", "--window", "60", "--step", "30"),
                    List.of("hrv", "--window", "5", "--step", "3600", "--json", "--as-is"));

    @TempDir Path folder;

    @Test
    void anyTextGivesValuesOrOneLineThatSaysWhatIsWrong() throws IOException {
        int good = 0;
        int refused = 0;
        for (int seed = 0; seed < 1_000; seed++) {
            Random random = new Random(seed);
            byte[] text = text(random);
            String file = Files.write(folder.resolve("any.tsv"), text).toString();
            List<String> command = new java.util.ArrayList<>(COMMANDS.get(seed % COMMANDS.size()));
            command.add(1, file);
            StringWriter out = new StringWriter();
            StringWriter err = new StringWriter();

            int code =
                    Main.run(
                            new PrintWriter(out),
                            new PrintWriter(err, true),
                            command.toArray(new String[0]));

            String where =
                    "seed "
                            + seed
                            + " "
                            + command
                            + ": "
                            + new String(text, StandardCharsets.UTF_8);
            if (code == ExitCode.DONE) {
                good++;
                assertThat(err.toString()).as(where).isEmpty();
                assertThat(out.toString()).as(where).isNotEmpty().doesNotContain("NaN", "Infinity");
            } else {
                refused++;
                assertThat(code).as(where).isEqualTo(ExitCode.USAGE);
                assertThat(err.toString().lines()).as(where).hasSize(1);
                assertThat(err.toString())
                        .as(where)
                        .startsWith("attune: ")
                        .doesNotContain("unexpected");
            }
        }
        assertThat(good).isGreaterThan(150);
        assertThat(refused).isGreaterThan(150);
    }

    private static byte[] text(Random random) {
        if (random.nextInt(5) == 0) {
            byte[] bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            return bytes;
        }
        StringBuilder text = new StringBuilder(SEEDS.get(random.nextInt(SEEDS.size())));
        for (int changes = random.nextInt(4); changes > 0; changes--) {
            int at = random.nextInt(text.length() + 1);
            switch (random.nextInt(3)) {
                case 0 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 1 -> text.setLength(at);
                default -> text.insert(at, text.substring(0, at));
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void intervalsWithoutEndOrOrderAreNamedByTheirLine() throws IOException {
        assertThat(refusal("800\n800\nNaN\n"))
                .isEqualTo("attune: line 3 of r.tsv is no interval: 'NaN'");
        assertThat(refusal("t_s\trr_ms\n2\t800\n1\t800\n"))
                .startsWith("attune: line 3 of r.tsv is not later");
        assertThat(refusal("t_s\trr_ms\n")).startsWith("attune: the recording holds no interval");
        assertThat(refusal("")).isEqualTo("attune: r.tsv is empty: a recording was expected");
    }

    private String refusal(String text) throws IOException {
        String file = Files.writeString(folder.resolve("r.tsv"), text).toString();
        StringWriter err = new StringWriter();
        int code =
                Main.run(
                        new PrintWriter(new StringWriter()),
                        new PrintWriter(err, true),
                        "hrv",
                        file);
        assertThat(code).isEqualTo(ExitCode.USAGE);
        return err.toString().strip();
    }
}
