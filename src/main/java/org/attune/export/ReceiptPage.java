package org.attune.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.attune.consent.ConsentForm;
import org.attune.consent.ConsentRecord;
import org.jspecify.annotations.Nullable;

/** The receipt as one printed page, A4, in the language of its form. */
public final class ReceiptPage {
    private static final double LABEL_X = 62;
    private static final double VALUE_X = 178;
    private static final double RIGHT = 533;
    private final ConsentReceipt receipt;
    private final ConsentForm form;

    private ReceiptPage(ConsentReceipt receipt) {
        this.receipt = receipt;
        this.form = receipt.form();
    }

    /**
     * The page as PDF.
     *
     * @param signed the same receipt as JSON: its key and signature stand on the page, and it is
     *     attached to it
     * @param sign signs with the key of {@code signed}
     */
    public static byte[] write(
            ConsentReceipt receipt, ReceiptJson.Signed signed, UnaryOperator<byte[]> sign) {
        ReceiptPage page = new ReceiptPage(receipt);
        // What does not fit is set smaller, never cut off or carried over: it is one page.
        for (double scale = 1; scale > 0.5; scale -= 0.06) {
            byte[] bytes = page.at(scale, signed);
            if (bytes != null) {
                return ReceiptPdf.sealed(bytes, signed.publicKey(), sign);
            }
        }
        throw new IllegalArgumentException("the receipt does not fit on one page");
    }

    private byte @Nullable [] at(double scale, ReceiptJson.Signed signed) {
        try (PDDocument document = new PDDocument()) {
            describe(document);
            try (Sheet sheet = new Sheet(document, scale)) {
                head(sheet);
                rows(sheet);
                if (sheet.y() < foot(sheet, signed)) {
                    return null;
                }
            }
            return ReceiptPdf.withAttachment(document, signed, receipt.issuedAt());
        } catch (IOException e) {
            throw new UncheckedIOException("a page in memory cannot be written", e);
        }
    }

    private void describe(PDDocument document) {
        PDDocumentInformation about = document.getDocumentInformation();
        about.setTitle(form.word("title"));
        about.setCreator("Attune");
        Calendar issued = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        issued.setTimeInMillis(receipt.issuedAt().toEpochMilli());
        about.setCreationDate(issued);
        document.getDocumentCatalog().setLanguage(form.language());
    }

    private void head(Sheet sheet) throws IOException {
        sheet.down(26);
        sheet.text(LABEL_X, 24, Sheet.Ink.TEXT, form.word("title"));
        sheet.textToRight(RIGHT, 10, Sheet.Ink.FAINT, receipt.day(receipt.issuedAt()));
        sheet.down(20);
        sheet.text(LABEL_X, 11, Sheet.Ink.SOFT, form.word("yours"));
        sheet.down(18);
        if (receipt.scopes().isEmpty()) {
            sheet.box(LABEL_X - 8, RIGHT + 8, 46);
            sheet.down(19);
            sheet.text(LABEL_X, 12.5, Sheet.Ink.TEXT, form.word("nothing"));
            sheet.down(17);
            sheet.text(LABEL_X, 11, Sheet.Ink.SOFT, form.word("nothing-follows"));
            sheet.down(18);
        }
        sheet.down(16);
    }

    private void rows(Sheet sheet) throws IOException {
        row(sheet, "who", List.of(who()));
        row(sheet, "with", with());
        if (!receipt.scopes().isEmpty()) {
            row(
                    sheet,
                    "what",
                    List.of(
                            capital(
                                    receipt.categories().stream()
                                            .map(each -> form.word("category-" + each.code()))
                                            .collect(Collectors.joining(", ")))));
            row(
                    sheet,
                    "why",
                    receipt.purposes().stream()
                            .map(each -> capital(form.word("purpose-" + each.code())))
                            .toList());
        }
        row(sheet, "agreed", agreed());
        row(
                sheet,
                "not-agreed",
                receipt.notAgreed().stream().map(ConsentForm.Choice::title).toList());
        row(sheet, "to-whom", receipt.recipients().stream().map(ReceiptPage::capital).toList());
        row(sheet, "kept-until", receipt.endings().stream().map(ReceiptPage::capital).toList());
        if (receipt.isWithdrawal()) {
            row(sheet, "withdrawn", List.of(receipt.day(receipt.record().at())));
        }
        row(sheet, "stop", List.of(form.word("stop-how")));
        row(sheet, "questions", List.of(receipt.record().parties().contact()));
    }

    private String who() {
        ConsentRecord.Parties parties = receipt.record().parties();
        String role =
                switch (parties.grantor().role()) {
                    case SELF -> form.word("self");
                    case GUARDIAN -> form.word("guardian");
                    case REPRESENTATIVE -> form.word("representative");
                };
        ConsentRecord.Assent assent = parties.assent();
        String asked = "";
        if (assent != null) {
            asked = "; " + form.word(assent.given() ? "assent-given" : "assent-refused");
        }
        return receipt.record().client().value() + ", " + role + asked;
    }

    private List<String> with() {
        ConsentRecord.Parties parties = receipt.record().parties();
        return Stream.of(parties.clinician(), parties.controller())
                .distinct()
                .map(ReceiptPage::capital)
                .toList();
    }

    private List<String> agreed() {
        List<String> lines = new ArrayList<>();
        receipt.agreed().forEach(choice -> lines.add(choice.title()));
        receipt.scopesBesides()
                .forEach(scope -> lines.add(capital(form.word("scope-" + scope.code()))));
        return lines;
    }

    private void row(Sheet sheet, String word, List<String> values) throws IOException {
        sheet.text(LABEL_X, 10, Sheet.Ink.FAINT, form.word(word));
        for (String value : values.isEmpty() ? List.of("–") : values) {
            for (String line : sheet.wrapped(value, 11, RIGHT - VALUE_X)) {
                sheet.text(VALUE_X, 11, Sheet.Ink.TEXT, line);
                sheet.down(15);
            }
        }
        sheet.down(9);
    }

    /** Draws what stands at the foot; returns the height above which all else must end. */
    private double foot(Sheet sheet, ReceiptJson.Signed signed) throws IOException {
        double top = 196;
        sheet.line(LABEL_X, 285, top);
        sheet.line(310, RIGHT, top);
        sheet.textAt(LABEL_X, top - 14, 9, Sheet.Ink.FAINT, form.word("signature"));
        sheet.textAt(310, top - 14, 9, Sheet.Ink.FAINT, form.word("date"));
        ConsentRecord.Form kept = receipt.record().header().form();
        List<String> lines =
                List.of(
                        form.word("number")
                                + " "
                                + receipt.id()
                                + " · "
                                + form.word("form-word")
                                + " "
                                + kept.id()
                                + ", "
                                + form.word("version-word")
                                + " "
                                + kept.version()
                                + ", "
                                + form.word("language-name"),
                        form.word("text-hash"),
                        kept.textSha256(),
                        form.word("key"),
                        signed.publicKey(),
                        signed.signature().substring(0, 64),
                        signed.signature().substring(64),
                        form.word("no-data"));
        double y = top - 52;
        sheet.line(LABEL_X, RIGHT, y + 16);
        for (String line : lines) {
            sheet.textAt(LABEL_X, y, 8.5, Sheet.Ink.SOFT, line);
            y -= 13;
        }
        return top + 22;
    }

    private static String capital(String text) {
        return text.isEmpty()
                ? text
                : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
