package org.attune.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.attune.pipeline.Moment;
import org.attune.sensor.SensorEvent;
import org.attune.session.SessionId;
import org.attune.store.PlainForms;
import org.attune.store.StoredSession;
import org.attune.store.Vault;
import org.attune.time.WallClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From an empty folder over recordings, one of them killed, to a backup and exports: nothing said,
 * measured or secret is to be read anywhere the program may write.
 */
class CanaryIT {
    private static final String CODE = "Kanarie-7731-Quillfeather";
    private static final String NAME = "Zephyrine Quillfeather-Canary";
    private static final String WITNESS = "Ottoline Wigglesworth-Canary";
    private static final String NOTE = "seven quiet herons at the canal";
    private static final String SECRET = AttuneProcess.PASSPHRASE;
    private static final int BEATS = 110;

    @TempDir Path home;
    @TempDir Path outside;

    /** Sub-millisecond digits, so that no other number is taken for one of them. */
    private final List<Long> pattern =
            new Random(4471)
                    .ints(BEATS, 7_800_001, 8_900_000)
                    .mapToObj(each -> each * 100L + (each % 10 == 0 ? 100L : 0L))
                    .toList();

    @Test
    void nothingIsToBeReadAnywhereAfterAWholeDayWithAKill() throws Exception {
        for (String folder : List.of("tmp", "run", "exports", "backups")) {
            Files.createDirectories(home.resolve(folder));
        }
        Files.write(outside.resolve("beats.txt"), text());
        done("", "vault", "init");
        agree();
        done(NOTE, "notes", "add", CODE);

        String session = recorded(done("7\nw\n", live(20, "--client", CODE, "--record")));
        StoredSession stored = stored(session);
        CanarySearch said = new CanarySearch();
        said.text("code", CODE);
        CanarySearch secret = secrets(new CanarySearch());
        beats(secret, stored);
        theSearchFindsEachKind(secret, stored);

        killedWhileRecording(said, secret);
        assertThat(done("", "vault", "verify")).contains("recovered").contains("sound: ");
        done("", "vault", "backup", "--to", home.resolve("backups").toString());
        nothingIn(secret, home);
        export(session, "csv", "csv");
        export(session, "bundle", "own.zip");
        liveOnlyLeavesNoFile();

        nothingIn(secret, written());
        nothingIn(said, writtenButTheScreen());
        CanarySearch person = secrets(new CanarySearch());
        person.text("code", CODE);
        nothingIn(person, home.resolve("exports"));
    }

    private void agree() {
        String[] choices = {"record,store,notes-store", "export"};
        for (String scopes : choices) {
            List<String> give = new ArrayList<>(List.of("consent", "give", CODE));
            give.addAll(List.of("--scope", scopes, "--method", "verbal", "--witness", WITNESS));
            give.addAll(List.of("--grantor", "representative", "--grantor-name", NAME));
            give.addAll(List.of("--authority", "by power of attorney 4471-canary"));
            if (scopes.equals("export")) {
                give.addAll(
                        List.of("--category", "rr,hr,device,markers,estimates,pacing-settings"));
                give.addAll(List.of("--purpose", "access", "--recipient", "self:own=" + NAME));
            }
            done("", give.toArray(String[]::new));
        }
    }

    private static CanarySearch secrets(CanarySearch search) {
        search.text("name", NAME);
        search.text("witness", WITNESS);
        search.text("note", NOTE);
        search.text("authority", "attorney 4471-canary");
        search.text("passphrase", SECRET);
        return search;
    }

    private void beats(CanarySearch search, StoredSession stored) {
        List<Long> heard = new ArrayList<>();
        for (Moment moment : stored.moments()) {
            if (moment instanceof Moment.Heard each
                    && each.event() instanceof SensorEvent.RrReceived rr) {
                rr.intervals().forEach(interval -> heard.add(interval.nanos()));
            }
        }
        assertThat(heard).as("the pattern was recorded").hasSizeGreaterThan(4);
        assertThat(pattern.subList(0, heard.size())).isEqualTo(heard);
        assertThat(stored.moments()).hasAtLeastOneElementOfType(Moment.Marked.class);
        search.intervals("beats", pattern);
        PlainForms.pieces(stored).forEach(piece -> search.bytes("form", piece));
    }

    /** Planted, each is found; in a zip and in the store's own packed parts, too. */
    private void theSearchFindsEachKind(CanarySearch search, StoredSession stored)
            throws IOException {
        Map<String, byte[]> planted = new TreeMap<>();
        planted.put("name", NAME.getBytes(StandardCharsets.UTF_16LE));
        planted.put("witness", WITNESS.getBytes(StandardCharsets.UTF_16BE));
        planted.put("note", NOTE.getBytes(StandardCharsets.UTF_8));
        planted.put("passphrase", SECRET.getBytes(StandardCharsets.UTF_8));
        planted.put("beats", String.join("\n", text()).getBytes(StandardCharsets.UTF_8));
        planted.put("form", PlainForms.part(1, stored));
        for (Map.Entry<String, byte[]> each : planted.entrySet()) {
            assertThat(planted(search, each.getValue())).as("plain").contains(each.getKey());
            Path zip = outside.resolve("planted");
            try (OutputStream out = Files.newOutputStream(zip);
                    ZipOutputStream zipped = new ZipOutputStream(out)) {
                zipped.putNextEntry(new ZipEntry("entry"));
                zipped.write(
                        "what stands before it, long enough to be no chance. "
                                .getBytes(StandardCharsets.UTF_8));
                zipped.write(each.getValue());
            }
            assertThat(planted(search, Files.readAllBytes(zip))).as("zip").contains(each.getKey());
        }
        for (int form = 1; form <= 3; form++) {
            assertThat(planted(search, PlainForms.part(form, stored))).contains("form");
        }
    }

    private String planted(CanarySearch search, byte[] bytes) throws IOException {
        Path folder = Files.createDirectories(outside.resolve("plants"));
        Files.write(folder.resolve("file"), bytes);
        return String.join(" ", search.in(folder));
    }

    private void killedWhileRecording(CanarySearch said, CanarySearch secret)
            throws IOException, InterruptedException {
        try (AttuneProcess live = start(live(4, "--client", CODE, "--record"))) {
            live.type("7\n");
            Path log = home.resolve("data/attune/vault/vault.db-wal");
            live.awaitOutput("marked");
            nothingIn(said, live.toldByJava());
            long seen = written(log);
            for (int i = 0, commits = 0; i < 600 && commits < 2; i++) {
                Thread.sleep(50);
                commits += written(log) == seen ? 0 : 1;
                seen = written(log);
            }
            live.kill();
            assertThat(live.await().exitCode()).isEqualTo(137);
            nothingIn(said, live.toldByJava());
        }
        nothingIn(secret, written());
    }

    private static long written(Path log) throws IOException {
        return Files.exists(log) ? Files.getLastModifiedTime(log).toMillis() : 0;
    }

    private void export(String session, String format, String name) {
        String out = home.resolve("exports").resolve(name).toString();
        String[] export = {
            "export",
            session,
            "--format",
            format,
            "--purpose",
            "access",
            "--recipient",
            "self:own",
            "--out",
            out
        };
        assertThat(done("", export)).startsWith("exported: ");
    }

    private void liveOnlyLeavesNoFile() throws IOException {
        Map<Path, ByteBuffer> before = files();
        assertThat(done("7\n", live(20))).contains("Nothing is recorded").contains("marked");
        assertThat(files()).isEqualTo(before);
    }

    /** All but the terminal's, byte for byte. */
    private Map<Path, ByteBuffer> files() throws IOException {
        Map<Path, ByteBuffer> files = new HashMap<>();
        for (Path file : all()) {
            if (!file.getFileName().toString().matches("(out|err)[0-9]+\\.txt")) {
                files.put(file, ByteBuffer.wrap(Files.readAllBytes(file)));
            }
        }
        return files;
    }

    private List<Path> all() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** Everything but what was let out. */
    private Path[] written() throws IOException {
        Path exports = home.resolve("exports");
        return all().stream().filter(file -> !file.startsWith(exports)).toArray(Path[]::new);
    }

    /** A client's code is shown on the screen to whoever typed it, and nowhere else. */
    private Path[] writtenButTheScreen() throws IOException {
        return Stream.of(written())
                .filter(file -> !file.getFileName().toString().matches("out[0-9]+\\.txt"))
                .toArray(Path[]::new);
    }

    private static void nothingIn(CanarySearch search, Path... roots) throws IOException {
        assertThat(search.in(roots)).isEmpty();
    }

    private List<String> text() {
        return pattern.stream()
                .map(each -> String.format(Locale.ROOT, "%.4f", each / 1e6))
                .toList();
    }

    private StoredSession stored(String session) {
        try (Vault vault =
                Vault.open(
                        home.resolve("data/attune/vault"),
                        SECRET.toCharArray(),
                        WallClock.system())) {
            return vault.archive().read(new SessionId(session)).orElseThrow();
        }
    }

    private static String recorded(String out) {
        return out.lines()
                .filter(line -> line.startsWith("recorded as "))
                .findFirst()
                .orElseThrow(() -> new AssertionError(out))
                .substring(12);
    }

    private String[] live(int speed, String... more) {
        List<String> all = new ArrayList<>(List.of("live", "--headless"));
        all.addAll(
                List.of("--sensor", "replay:" + outside.resolve("beats.txt") + "?speed=" + speed));
        all.addAll(List.of("--for", speed < 20 ? "10m" : "80s"));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private AttuneProcess start(String... arguments) {
        Map<String, String> environment = new HashMap<>(AttuneProcess.unlocked());
        for (String each : List.of("CONFIG_HOME", "CACHE_HOME", "STATE_HOME", "RUNTIME_DIR")) {
            environment.put("XDG_" + each, home.resolve("run").toString());
        }
        environment.put("TMPDIR", home.resolve("tmp").toString());
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--debug");
        return AttuneProcess.start(
                home,
                environment,
                List.of(
                        "-Djava.io.tmpdir=" + home.resolve("tmp"),
                        "-Duser.home=" + home,
                        "-XX:ErrorFile=" + home.resolve("crash.log")),
                all.toArray(String[]::new));
    }

    private String done(String typed, String... arguments) {
        try (AttuneProcess attune = start(arguments)) {
            attune.type(typed);
            if (!arguments[0].equals("live")) {
                attune.closeInput();
            }
            AttuneProcess.Result result = attune.await();
            assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
            return result.out();
        }
    }
}
