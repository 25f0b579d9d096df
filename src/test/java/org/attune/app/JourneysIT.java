package org.attune.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.attune.testkit.NoKeys;
import org.attune.testkit.VirtualScreen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole sessions in the real window, in simulated time, each read back from the vault by the
 * commands a user has: what was pressed is what is kept, and nothing else had to be.
 */
@Tag("gui")
@ExtendWith(NoKeys.class)
class JourneysIT {
    @TempDir Path home;
    private InProcess attune = new InProcess(List.of());

    JourneysIT() {}

    @BeforeEach
    void twoPeopleHaveAgreed() throws IOException {
        Path passphrase = home.resolve("passphrase");
        Files.writeString(passphrase, AttuneProcess.PASSPHRASE);
        attune = InProcess.with(home.resolve("vault"), passphrase);
        tell("vault", "init");
        tell("consent", "give", "K-07", "--choice", "live,keep");
        tell("consent", "give", "K-08", "--choice", "live,keep");
    }

    private void tell(String... arguments) {
        assertThat(attune.done(arguments)).isNotEmpty();
    }

    private List<String> journey(String which) throws Exception {
        return VirtualScreen.run(JourneyRun.class, home.toString(), which);
    }

    /** The one session there is, closed as it should be, every moment as it would be judged now. */
    private String kept() {
        List<String> rows = attune.done("sessions").lines().toList();
        assertThat(rows).hasSize(2);
        assertThat(rows.get(1)).contains("closed");
        String id = rows.get(1).split("\t", 2)[0];
        tell("replay", id, "--check");
        return attune.done("review", id, "--json").replaceAll("\\s+", " ");
    }

    @Test
    void aSessionOfOneGoesByWithNothingPressedButItsMarks() throws Exception {
        List<String> told = journey("solo");

        assertThat(told)
                .as("what was seen and pressed")
                .containsExactly(
                        "pressed F3 at 480",
                        "seen client RISING at 620",
                        "pressed S at 620",
                        "seen client SETTLING at 810",
                        "pressed W at 810",
                        "seen client UNKNOWN at 970",
                        "seen client QUIET at 1120",
                        "pressed G at 1120",
                        "ended, keys pressed 4");
        String kept = kept();
        assertThat(kept).contains("\"end_s\" : 1440.0", "\"closed\" : true");
        assertThat(kept)
                .containsSubsequence(
                        "\"kind\" : \"slow\", \"at_s\" : 620.0",
                        "\"kind\" : \"ground\", \"at_s\" : 1120.0");
        assertThat(kept)
                .contains("\"from_s\" : 960.0, \"to_s\" : 992.0, \"because\" : \"strap contact\"");
    }

    @Test
    void ofACoupleOneStrapIsLostAndFoundAndTheOtherGoesOn() throws Exception {
        List<String> told = journey("couple");

        assertThat(told)
                .containsExactly(
                        "seen partner USUAL at 370",
                        "seen partner UNKNOWN at 610",
                        "meanwhile client HIGH",
                        "seen partner USUAL at 630",
                        "seen client HIGH at 640",
                        "pressed P at 640",
                        "seen client SETTLING at 820",
                        "ended, keys pressed 1");
        String kept = kept();
        String client = kept.substring(kept.indexOf("\"client\""), kept.indexOf("\"partner\""));
        String partner = kept.substring(kept.indexOf("\"partner\""));
        assertThat(client)
                .contains("\"kind\" : \"pause\", \"at_s\" : 640.0")
                .doesNotContain("connection to the sensor lost");
        assertThat(partner)
                .containsSubsequence(
                        "\"from_s\" : 600.0, \"to_s\" : 628.0, \"because\" : \"connection to the"
                                + " sensor lost\"",
                        "\"from_s\" : 900.0, \"to_s\" : 998.0, \"because\" : \"connection to the"
                                + " sensor lost\"");
    }
}
