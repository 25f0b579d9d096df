package org.attune.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.attune.config.SettingsLoader;
import org.attune.pipeline.Moment;
import org.attune.pipeline.PipelineSettings;
import org.attune.pipeline.SessionPipeline;
import org.attune.review.Annotation;
import org.attune.review.Said;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.MarkKind;
import org.attune.session.Marker;
import org.attune.session.Participant;
import org.attune.session.Session;
import org.attune.session.SessionId;
import org.attune.store.Vault;
import org.attune.testkit.Hearts;
import org.attune.testkit.NoKeys;
import org.attune.testkit.SessionHarness;
import org.attune.testkit.VirtualScreen;
import org.attune.time.SessionTime;
import org.attune.time.WallClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A recorded session in the review window that the command opens, gone through by keys: what was
 * said there is what is kept. Then the same by a supervisor, in a vault of their own, and back.
 */
@Tag("gui")
@ExtendWith(NoKeys.class)
class ReviewJourneyIT {
    private static final ClientCode CLIENT = new ClientCode("K-07");
    private static final ClientCode PARTNER = new ClientCode("K-08");
    private static final SessionId SESSION = new SessionId("s-1");
    @TempDir Path home;
    private InProcess therapist = new InProcess(List.of());

    @BeforeEach
    void aCoupleWasRecorded() throws IOException {
        VaultWithYes.make(home, new CommonOptions(), CLIENT, PARTNER);
        therapist = InProcess.with(home.resolve("vault"), home.resolve("passphrase"));
        try (Vault vault = vault()) {
            Session session =
                    new Session(
                            SESSION,
                            List.of(
                                    new Participant(LaneId.CLIENT, CLIENT),
                                    new Participant(LaneId.PARTNER, PARTNER)),
                            Instant.parse("2026-11-22T10:00:00Z"),
                            SettingsLoader.defaults().fingerprint(),
                            SessionPipeline.VERSION);
            RecordedLog.keep(
                    vault,
                    session,
                    PipelineSettings.DEFAULT.toText(),
                    Map.of(LaneId.CLIENT, CLIENT, LaneId.PARTNER, PARTNER),
                    together());
        }
        therapist.done("consent", "give", "K-07", "--scope", "review");
        therapist.done("consent", "give", "K-08", "--scope", "review");
    }

    private static List<Moment> together() {
        SessionPipeline pipeline =
                SessionHarness.pipeline(PipelineSettings.DEFAULT, LaneId.CLIENT, LaneId.PARTNER);
        List<Moment> log = new ArrayList<>();
        boolean marked = false;
        for (Moment each :
                SessionHarness.with(Hearts.steady(70)).runFor(Duration.ofMinutes(5)).moments()) {
            if (each instanceof Moment.Heard heard) {
                if (!marked && heard.at().toSeconds() >= 200) {
                    marked = true;
                    log.addAll(pipeline.mark(Marker.of(SessionTime.ofSeconds(200), MarkKind.SLOW)));
                }
                log.addAll(pipeline.accept(LaneId.CLIENT, heard.event()));
                log.addAll(pipeline.accept(LaneId.PARTNER, heard.event()));
            }
        }
        log.addAll(pipeline.end(SessionTime.ofSeconds(300)));
        return log;
    }

    private Vault vault() {
        return Vault.open(
                home.resolve("vault"), AttuneProcess.PASSPHRASE.toCharArray(), WallClock.system());
    }

    private static List<String> journey(String which, Path home, String... command)
            throws Exception {
        List<String> words = new ArrayList<>(List.of(which, home.toString()));
        words.addAll(List.of(command));
        words.addAll(InProcess.with(home.resolve("vault"), home.resolve("passphrase")).common());
        return VirtualScreen.run(ReviewJourneyRun.class, words.toArray(String[]::new));
    }

    @Test
    void whatIsSaidByKeyAndByDragIsKept() throws Exception {
        therapist.done("consent", "give", "K-07", "--scope", "report");
        String json = therapist.done("review", "s-1", "--json");
        List<String> told = journey("therapist", home, "review", "s-1");

        assertThatItShowsTheFiguresOf(json, told);
        assertThat(told)
                .filteredOn(line -> !line.startsWith("in numbers"))
                .noneMatch(line -> line.contains("never "))
                .contains("ended with 0");
        assertThat(told)
                .containsSubsequence(
                        "two minutes: from 2:20 to 4:20",
                        "picture: printed: ",
                        "refused: no consent to 'report'",
                        "moved: stands there now",
                        "what if: Every conclusion is the same.",
                        "two people: Two people, experimental",
                        "marked: Kept: the mark");
        assertThat(Files.readString(home.resolve("seen.svg")))
                .contains("Shown: 2:20 to 4:20 of 5:00")
                .doesNotContain("K-07", "K-08");
        assertThat(home.resolve("other.png")).doesNotExist();
        List<Annotation> kept;
        try (Vault vault = vault()) {
            kept = vault.annotations().of(SESSION);
        }
        assertThat(kept).hasSize(4).allMatch(Annotation::isOwn);
        Marker slow = Marker.of(SessionTime.ofSeconds(200), MarkKind.SLOW);
        assertThat(kept.get(0).said()).isEqualTo(new Said.Moved(slow, SessionTime.ofSeconds(202)));
        Said.Comment moment = (Said.Comment) kept.get(1).said();
        Said.Comment span = (Said.Comment) kept.get(2).said();
        assertThat(moment.text()).isEqualTo("ok");
        assertThat(moment.to()).isEqualTo(moment.from());
        assertThat(span.text()).isEqualTo("fuss");
        assertThat(span.to()).isGreaterThan(span.from());
        assertThat(((Said.Added) kept.get(3).said()).mark().kind()).isEqualTo(MarkKind.GROUND);
    }

    /** The panel of figures and {@code review --json} are of one mind, withheld ones too. */
    private static void assertThatItShowsTheFiguresOf(String json, List<String> told)
            throws IOException {
        JsonNode lane = new ObjectMapper().readTree(json).get("lanes").get("client");
        JsonNode shift = lane.get("shift");
        JsonNode slow = lane.get("responses").get(0);
        assertThat(told)
                .filteredOn(line -> line.startsWith("in numbers: "))
                .singleElement()
                .asString()
                .contains("Start and end. Quiet stretch at the start: " + bpm(shift, "start_bpm"))
                .contains("; Last two minutes: " + bpm(shift, "end_bpm") + "; ")
                .contains("; Calmest of settling: –, " + withheld(shift, "rest_bpm") + "; ")
                .contains("First rise: –, " + withheld(lane, "first_rise_s") + "; Time above: ")
                .contains("; Up and back, full cycles: –, " + withheld(lane, "pendulations"))
                .contains(
                        String.format(
                                Locale.ROOT,
                                "3:20 slow: %.0f bpm, %d and %d beats",
                                slow.get("change_bpm").asDouble(),
                                slow.get("beats_before").asInt(),
                                slow.get("beats_after").asInt()));
    }

    private static String bpm(JsonNode of, String name) {
        return of.get(name).isNull()
                ? "–, " + withheld(of, name)
                : String.format(Locale.ROOT, "%.0f bpm", of.get(name).asDouble());
    }

    private static String withheld(JsonNode of, String name) {
        assertThat(of.get(name).isNull()).as(name).isTrue();
        return of.get(name + "_withheld").asText();
    }

    @Test
    void aSupervisorCommentsInTheWindowAndTheAnswerIsMerged() throws Exception {
        therapist.done(
                "consent",
                "give",
                "K-07",
                "--scope",
                "supervision",
                "--category",
                "rr,hr,markers,estimates",
                "--purpose",
                "supervision",
                "--recipient",
                "supervisor:lindqvist=Dr B. Lindqvist");
        String sent = home.resolve("s.zip").toString();
        therapist.done("supervise", "send", "s-1", "--to", "Dr B. Lindqvist", "--out", sent);
        Path other = Files.createDirectory(home.resolve("b"));
        VaultWithYes.make(other, new CommonOptions());

        List<String> told = journey("supervisor", other, "supervise", "open", sent);

        String answer = home.resolve("s-answer.txt").toString();
        assertThat(told)
                .noneMatch(line -> line.contains("never "))
                .contains("nothing is asked: LanesPane", "answer of 1 word: " + answer)
                .contains("ended with 0");
        assertThat(therapist.done("supervise", "merge", answer))
                .startsWith("session s-1: 1 new word of lindqvist")
                .contains("hm");
    }
}
