package org.attune.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.attune.consent.DataCategory;
import org.attune.export.bids.BidsExporter;
import org.attune.export.edf.EdfExporter;
import org.attune.export.fhir.FhirExporter;
import org.attune.export.omh.OmhExporter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every format that others define. */
final class FormatsPropertiesTest {
    private static final Pattern BASE64 = Pattern.compile("\"data\" : \"([A-Za-z0-9+/=]{8,})\"");

    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
    }

    static List<Exporter> formats() {
        return List.of(
                new EdfExporter(), new BidsExporter(), new FhirExporter(), new OmhExporter());
    }

    @ParameterizedTest
    @CsvSource({
        "tr-TR, Europe/Istanbul",
        "ar-EG-u-nu-arab, Asia/Kathmandu",
        "de-DE, Pacific/Apia",
        "th-TH-u-ca-buddhist-nu-thai, America/St_Johns",
        "ja-JP-u-ca-japanese, UTC"
    })
    void theSameContentGivesTheSameBytesWhereverItIsWritten(String tag, String zoneId) {
        List<ExportContent> contents =
                List.of(ExportFixtures.content(), RandomContents.of(5), RandomContents.of(6));
        List<byte[]> here = allBytes(contents);
        Locale.setDefault(Locale.forLanguageTag(tag));
        TimeZone.setDefault(TimeZone.getTimeZone(zoneId));
        List<byte[]> there = allBytes(contents);
        assertThat(there).hasSameSizeAs(here);
        for (int i = 0; i < here.size(); i++) {
            assertThat(Arrays.equals(there.get(i), here.get(i))).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void noNameAndNoNoteIsInAnyByte(Exporter format) {
        ExportContent noted = RandomContents.of(3); // Its marks carry a note as text.
        assertThat(noted.marks()).anyMatch(each -> each.text().isPresent());
        ExportContent all = ExportFixtures.content(EnumSet.allOf(DataCategory.class));
        List<ExportContent> contents = List.of(ExportFixtures.content(), all, noted);
        for (ExportContent content : contents) {
            for (byte[] bytes : files(format, content).values()) {
                String text = readable(bytes);
                for (String canary : ExportFixtures.CANARIES) {
                    assertThat(text).doesNotContainIgnoringCase(canary);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aSessionOfNothingIsWrittenAllTheSame(Exporter format) {
        ExportContent nothing = ExportFixtures.content(Set.of());
        assertThat(files(format, nothing)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void whatAFormatNeedsAndHoldsIsPhysiologyWithoutNamesOrNotes(Exporter format) {
        assertThat(format.needs()).contains(DataCategory.RR);
        assertThat(format.holds())
                .doesNotContain(DataCategory.IDENTITY, DataCategory.NOTES)
                .doesNotContainAnyElementsOf(format.needs());
    }

    @Test
    void idsAreThoseOfTheCommandLine() {
        assertThat(formats())
                .extracting(Exporter::id)
                .containsExactly("edf", "bids", "fhir", "omh");
    }

    private static List<byte[]> allBytes(List<ExportContent> contents) {
        List<byte[]> all = new ArrayList<>();
        for (ExportContent content : contents) {
            formats().forEach(format -> all.addAll(files(format, content).values()));
        }
        return all;
    }

    private static SortedMap<String, byte[]> files(Exporter format, ExportContent content) {
        ExportTarget target = new ExportTarget();
        format.write(ExportFixtures.grant(), content, target);
        return target.files();
    }

    /** The bytes as text, and what is in Base64 beside it; nothing else is packed. */
    private static String readable(byte[] bytes) {
        StringBuilder text = new StringBuilder(new String(bytes, StandardCharsets.UTF_8));
        Matcher packed = BASE64.matcher(text.toString());
        while (packed.find()) {
            byte[] data = Base64.getDecoder().decode(packed.group(1));
            text.append('\n').append(new String(data, StandardCharsets.UTF_8));
        }
        return text.toString();
    }
}
