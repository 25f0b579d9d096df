package org.attune.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.attune.consent.DataCategory;
import org.attune.consent.ExportFormat;
import org.attune.testkit.Rigs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExportPackageTest {
    /** RFC 8493, sections 2 and 3: declaration, complete, valid. */
    private static final String IS_A_BAG =
            """
            import hashlib, pathlib
            said = pathlib.Path('bagit.txt').read_bytes().decode('utf-8').splitlines()
            assert said == ['BagIt-Version: 1.0', 'Tag-File-Character-Encoding: UTF-8'], said
            def listed(name):
                lines = pathlib.Path(name).read_bytes().decode('utf-8').splitlines()
                return dict(reversed(line.split(maxsplit=1)) for line in lines)
            payload, tags = listed('manifest-sha256.txt'), listed('tagmanifest-sha256.txt')
            files = {p.as_posix() for p in pathlib.Path('data').rglob('*') if p.is_file()}
            assert files == set(payload), files ^ set(payload)
            assert 'manifest-sha256.txt' in tags and 'bagit.txt' in tags
            for path, sha in {**payload, **tags}.items():
                assert hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest() == sha, path
            """;

    @TempDir Path folder;
    private final ExportTable table = new ExportTable();

    @Test
    void aFolderHoldsDataAndWhatTheyAre() throws IOException {
        table.export(ExportFormat.BUNDLE, folder.resolve("out"));
        assertThat(files(folder.resolve("out")))
                .containsExactly(
                        "README.txt",
                        "bagit.txt",
                        "consent-receipt.json",
                        "data/csv/beats.csv",
                        "data/csv/gaps.csv",
                        "data/csv/marks.csv",
                        "data/csv/seconds.csv",
                        "data/rr/2026-11-22T14-03-07Z.txt",
                        "data/settings.txt",
                        "manifest-sha256.txt",
                        "metadata.json",
                        "tagmanifest-sha256.txt");
        assertThat(Files.readString(folder.resolve("out/metadata.json")))
                .contains("\"schema\" : \"attune-export/1\"")
                .contains("\"seq\" : 7")
                .contains("\"consent\" : \"g1\"");
        assertThat(files(folder)).allMatch(each -> each.startsWith("out/"));
    }

    @Test
    void nobodyButItsOwnerCanReadAnExport() throws IOException {
        Rigs.needThat(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"),
                "a file system with permissions");
        table.export(ExportFormat.CSV, folder.resolve("out"));
        try (Stream<Path> all = Files.walk(folder.resolve("out"))) {
            for (Path each : all.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                        .endsWith("------");
            }
        }
    }

    @Test
    void sha256sumFindsTheManifestsTrueAndAChangedByte() throws Exception {
        Rigs.need("sha256sum");
        table.export(ExportFormat.BUNDLE, folder.resolve("out"));
        List<String> check =
                List.of(
                        "sha256sum",
                        "--strict",
                        "-c",
                        "manifest-sha256.txt",
                        "tagmanifest-sha256.txt");
        assertThat(run(folder.resolve("out"), check).exitCode()).isZero();
        Path beats = folder.resolve("out/data/csv/beats.csv");
        byte[] bytes = Files.readAllBytes(beats);
        bytes[bytes.length / 2] ^= 1;
        Files.write(beats, bytes);
        assertThat(run(folder.resolve("out"), check).exitCode()).isNotZero();
    }

    @Test
    void aReaderOfTheStandardTakesThePackageForAWholeBag() throws Exception {
        Rigs.need("python3");
        table.export(ExportFormat.BUNDLE, folder.resolve("out"));
        List<String> check = List.of("python3", "-c", IS_A_BAG);
        ExportPackageTest.Ran ran = run(folder.resolve("out"), check);
        assertThat(ran.exitCode()).as(ran.out()).isZero();
        Files.writeString(folder.resolve("out/data/stray.txt"), "not of this bag");
        assertThat(run(folder.resolve("out"), check).exitCode()).isNotZero();
    }

    @Test
    void equalExportsAreEqualByteForByte() throws IOException {
        table.export(ExportFormat.BUNDLE, folder.resolve("a.zip"));
        new ExportTable().export(ExportFormat.BUNDLE, folder.resolve("b.zip"));
        assertThat(folder.resolve("a.zip")).hasSameBinaryContentAs(folder.resolve("b.zip"));
    }

    /** Has no room for any session, and finds out half-way. */
    private static final class NoRoom implements Exporter {
        @Override
        public String id() {
            return "edf";
        }

        @Override
        public String title() {
            return "no room";
        }

        @Override
        public String mediaType() {
            return "text/plain";
        }

        @Override
        public Set<DataCategory> needs() {
            return Set.of(DataCategory.RR);
        }

        @Override
        public Set<DataCategory> holds() {
            return Set.of();
        }

        @Override
        public void write(ExportGrant grant, ExportContent content, ExportTarget target) {
            target.add("half.edf", new byte[] {1});
            throw new UnwritableException("EDF cannot say that year; choose another format");
        }
    }

    @Test
    void aBundleHoldsWhatCanBeMadeAndSaysWhichFormatIsMissingAndWhy() throws IOException {
        List<Exporter> formats = List.of(new RrText(), new NoRoom());
        table.export(ExportFormat.BUNDLE, folder.resolve("a.zip"), formats);
        new ExportTable().export(ExportFormat.BUNDLE, folder.resolve("b.zip"), formats);
        assertThat(folder.resolve("a.zip")).hasSameBinaryContentAs(folder.resolve("b.zip"));

        table.export(ExportFormat.BUNDLE, folder.resolve("out"), formats);
        assertThat(files(folder.resolve("out")))
                .anyMatch(each -> each.contains("rr"))
                .noneMatch(each -> each.contains("edf"));
        assertThat(Files.readString(folder.resolve("out/README.txt")))
                .contains("Formats:    rr\nLeft out:   edf (EDF cannot say that year");
        assertThat(Files.readString(folder.resolve("out/metadata.json")))
                .contains("the format edf");
        assertThatThrownBy(() -> table.export(ExportFormat.EDF, folder.resolve("one"), formats))
                .as("asked for by itself, it is refused")
                .isInstanceOf(UnwritableException.class);
        assertThat(folder.resolve("one")).doesNotExist();
    }

    @Test
    void aFormatOfOneFileCanStandAloneWithItsDescriptionBesideIt() throws IOException {
        ExportDesk.Placed placed = table.export(ExportFormat.RR, folder.resolve("out.txt"));
        assertThat(files(folder)).containsExactly("out.txt", "out.txt.metadata.json");
        assertThat(placed.bytes()).isEqualTo(Files.size(folder.resolve("out.txt")));
        assertThatThrownBy(() -> table.export(ExportFormat.CSV, folder.resolve("out.csv")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("makes 4 files");
    }

    @Test
    void nothingIsWrittenOverAndNoFolderIsMade() throws IOException {
        Files.writeString(folder.resolve("taken.zip"), "mine");
        assertThatThrownBy(() -> table.export(ExportFormat.CSV, folder.resolve("taken.zip")))
                .isInstanceOf(ExportFailedException.class)
                .hasMessageContaining("exists already");
        assertThat(folder.resolve("taken.zip")).hasContent("mine");
        assertThatThrownBy(() -> table.export(ExportFormat.CSV, folder.resolve("no/where.zip")))
                .isInstanceOf(ExportFailedException.class)
                .hasMessageContaining("there is no folder");
        assertThat(files(folder)).containsExactly("taken.zip");
    }

    @Test
    void whatAgeSealsForARecipientOnlyTheirKeyOpensAndOnlyWhole() throws Exception {
        Rigs.need("age", "age-keygen");
        Path key = folder.resolve("key.txt");
        assertThat(run(folder, List.of("age-keygen", "-o", key.toString())).exitCode()).isZero();
        String recipient = run(folder, List.of("age-keygen", "-y", key.toString())).out().strip();
        Path sealed = folder.resolve("out.zip.age");
        table.desk()
                .export(
                        ExportTable.order(ExportTable.request(ExportFormat.BUNDLE)),
                        sealed,
                        Optional.of(new AgeSeal(recipient)));
        new ExportTable().export(ExportFormat.BUNDLE, folder.resolve("plain.zip"));
        assertThat(open(key, sealed, "opened.zip")).isZero();
        assertThat(folder.resolve("opened.zip"))
                .hasSameBinaryContentAs(folder.resolve("plain.zip"));

        byte[] bytes = Files.readAllBytes(sealed);
        for (int at : List.of(60, bytes.length / 2, bytes.length - 1)) {
            byte[] flipped = bytes.clone();
            flipped[at] ^= 1;
            Files.write(folder.resolve("flipped.age"), flipped);
            assertThat(open(key, folder.resolve("flipped.age"), "x.zip")).as("%s", at).isNotZero();
        }
        for (int length : List.of(bytes.length - 1, bytes.length / 2, 100)) {
            Files.write(folder.resolve("cut.age"), Arrays.copyOf(bytes, length));
            assertThat(open(key, folder.resolve("cut.age"), "x.zip")).isNotZero();
        }
    }

    @Test
    void aMistypedRecipientIsRefused() {
        for (String wrong :
                List.of(
                        "AGE-SECRET-KEY-1QQQ",
                        "age1" + "q".repeat(58),
                        "age1",
                        "",
                        "ssh-ed25519")) {
            assertThatThrownBy(() -> new AgeSeal(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("age-keygen");
        }
    }

    private int open(Path key, Path sealed, String out) throws Exception {
        return run(folder, List.of("age", "-d", "-i", key.toString(), "-o", out, sealed.toString()))
                .exitCode();
    }

    /** What a program left behind. */
    record Ran(int exitCode, String out) {}

    static Ran run(Path in, List<String> command) throws Exception {
        Path out = Files.createTempFile("ran", ".txt");
        Process process =
                new ProcessBuilder(new ArrayList<>(command))
                        .directory(in.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(out.toFile())
                        .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String said = Files.readString(out, StandardCharsets.UTF_8);
        Files.delete(out);
        return new Ran(process.exitValue(), said);
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(each -> folder.relativize(each).toString())
                    .sorted()
                    .toList();
        }
    }
}
