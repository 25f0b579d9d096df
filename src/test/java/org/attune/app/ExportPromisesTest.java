package org.attune.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.attune.consent.DataCategory;
import org.attune.consent.ExportFormat;
import org.attune.export.ExportFixtures;
import org.attune.export.ExportTable;
import org.attune.export.Exporter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promises 14, 15 and 23, held over every format that is wired. */
final class ExportPromisesTest {
    private static final List<Locale> LOCALES =
            List.of(
                    Locale.forLanguageTag("tr-TR"),
                    Locale.forLanguageTag("ar-EG-u-nu-arab"),
                    Locale.forLanguageTag("th-TH-u-ca-buddhist-nu-thai"),
                    Locale.GERMANY);

    /** The session falls into the night of a change of clocks in the second and third. */
    private static final List<String> ZONES =
            List.of("Asia/Kathmandu", "Europe/Berlin", "America/St_Johns", "Pacific/Apia");

    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();
    @TempDir Path folder;

    @AfterEach
    void theMachineIsAsItWas() {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
    }

    @Test
    void promise14TheTextOfANoteIsInNoFormat() throws IOException {
        for (Map.Entry<String, byte[]> each : everything().entrySet()) {
            assertThat(holds(each.getValue(), ExportFixtures.NOTE)).as(each.getKey()).isFalse();
            assertThat(holds(each.getValue(), "canary-note")).as(each.getKey()).isFalse();
        }
    }

    @Test
    void promise14NotesLeaveByThemselvesOrNotAtAll() {
        ExportTable table = new ExportTable();
        assertThat(table.opens(ExportFormat.CSV, DataCategory.NOTES, DataCategory.RR)).isFalse();
        assertThat(table.opens(ExportFormat.CSV, DataCategory.NOTES)).isFalse();
        assertThat(table.opens(ExportFormat.CSV, DataCategory.RR)).isTrue();
    }

    @Test
    void promise15APseudonymisedExportHasNothingOfThePersonOrTheMachine() throws IOException {
        List<String> canaries = new ArrayList<>(ExportFixtures.CANARIES);
        canaries.add("canary-5150");
        canaries.add(System.getProperty("user.home"));
        canaries.add(folder.toString());
        canaries.add(InetAddress.getLocalHost().getHostName());
        String user = System.getProperty("user.name");
        if (user.length() > 4) { // "root" is a word of XML
            canaries.add(user);
        }
        Map<String, byte[]> all = everything();
        assertThat(all).hasSizeGreaterThan(10);
        for (Map.Entry<String, byte[]> each : all.entrySet()) {
            for (String canary : canaries) {
                assertThat(canary.length() > 3 && holds(each.getValue(), canary))
                        .as("%s in %s", canary, each.getKey())
                        .isFalse();
            }
        }
    }

    @Test
    void theSearchForCanariesFindsOneInAnArchive() throws IOException {
        ExportTable table = new ExportTable();
        table.identified();
        table.export(ExportFormat.CSV, folder.resolve("named.zip"), Wiring.EXPORTERS);
        boolean found = false;
        for (byte[] each :
                inflated("named.zip", Files.readAllBytes(folder.resolve("named.zip"))).values()) {
            found |= holds(each, ExportFixtures.CODE) && holds(each, ExportFixtures.NAME);
        }
        assertThat(found).isTrue();
    }

    @Test
    void promise23TheSameSessionGivesTheSameBytesInEveryLocaleAndTimeZone() throws IOException {
        byte[] here = exported("here.zip");
        for (Locale each : LOCALES) {
            for (String where : ZONES) {
                Locale.setDefault(each);
                TimeZone.setDefault(TimeZone.getTimeZone(where));
                assertThat(Arrays.equals(exported("there.zip"), here))
                        .as("%s %s", each, where)
                        .isTrue();
                Files.delete(folder.resolve("there.zip"));
            }
        }
    }

    private byte[] exported(String name) throws IOException {
        Path path = folder.resolve(name);
        new ExportTable().export(ExportFormat.BUNDLE, path, Wiring.EXPORTERS);
        return Files.readAllBytes(path);
    }

    /** Every byte of every format, archives and compressed files opened. */
    private Map<String, byte[]> everything() throws IOException {
        Map<String, byte[]> all = inflated("bundle.zip", exported("bundle.zip"));
        for (Exporter exporter : Wiring.EXPORTERS) {
            ExportFormat format = ExportFormat.ofCode(exporter.id()).orElseThrow();
            Path path = folder.resolve(exporter.id() + ".zip");
            new ExportTable().export(format, path, Wiring.EXPORTERS);
            all.putAll(inflated(exporter.id() + ".zip", Files.readAllBytes(path)));
        }
        return all;
    }

    private static Map<String, byte[]> inflated(String name, byte[] archive) throws IOException {
        Map<String, byte[]> all = new TreeMap<>();
        all.put(name, archive);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readAllBytes();
                all.put(name + "!" + entry.getName(), bytes);
                if (entry.getName().endsWith(".gz")) {
                    all.put(
                            name + "!" + entry.getName() + "!",
                            new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes());
                }
            }
        }
        return all;
    }

    private static boolean holds(byte[] bytes, String canary) {
        String latin = new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        String needle = canary.toLowerCase(Locale.ROOT);
        return Optional.of(needle.getBytes(StandardCharsets.UTF_8))
                        .map(each -> new String(each, StandardCharsets.ISO_8859_1))
                        .filter(latin::contains)
                        .isPresent()
                || latin.contains(
                        new String(
                                needle.getBytes(StandardCharsets.UTF_16LE),
                                StandardCharsets.ISO_8859_1));
    }
}
