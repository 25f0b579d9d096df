package org.attune.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.attune.consent.ExportFormat;
import org.attune.export.page.PageWish.Language;
import org.attune.export.page.PageWish.Paper;
import org.attune.export.page.PageWish.Reader;
import org.junit.jupiter.api.Test;

final class SessionPageIT {
    @Test
    void aDayIsOnePage() throws Exception {
        ExportContent day = PageSessions.day();
        byte[] pdf =
                SessionPageTest.page(
                        day, ExportFormat.PDF, Paper.LETTER, Reader.THERAPIST, Language.EN);
        assertThat(SessionPageTest.text(pdf)).contains("page 1 of 1", "24:00:00", "0 h");
        assertThat(pdf).hasSizeLessThan(500_000);
    }
}
