package org.attune.export.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Codes of LOINC are those of a table that was checked by hand, and no others. */
final class FhirCodeTest {
    private static final Path TABLE = Path.of("src/test/resources/org/attune/export/loinc.tsv");

    @Test
    void everyLoincCodeIsInTheTableUnderItsName() throws IOException {
        Map<String, String> table = new TreeMap<>();
        for (String line : Files.readAllLines(TABLE)) {
            if (!line.startsWith("#")) {
                String[] cells = line.split("\t");
                table.put(cells[0], cells[1]);
            }
        }
        Map<String, String> written = new TreeMap<>();
        for (FhirCode code : FhirCode.values()) {
            if (code.system().equals("http://loinc.org")) {
                written.put(code.code(), code.display());
            }
        }
        assertThat(written).isEqualTo(table);
    }

    @Test
    void everyLoincCodeEndsWithItsCheckDigit() {
        for (FhirCode code : FhirCode.values()) {
            if (code.system().equals("http://loinc.org")) {
                String[] parts = code.code().split("-");
                assertThat(checkDigit(parts[0])).isEqualTo(Integer.parseInt(parts[1]));
            }
        }
        assertThat(checkDigit("80405")).isNotEqualTo(7);
    }

    /** Modulus 10, as LOINC's users' guide defines it. */
    private static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? 2 * digit : digit;
            sum += weighed / 10 + weighed % 10;
        }
        return (10 - sum % 10) % 10;
    }

    @Test
    void whatLoincDoesNotKnowIsOursBySystemToo() {
        assertThat(List.of(FhirCode.RMSSD, FhirCode.HEART_RATE_SERIES))
                .allMatch(each -> each.system().startsWith(FhirCode.OWN));
    }
}
