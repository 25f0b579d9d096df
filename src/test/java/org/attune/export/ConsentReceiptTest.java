package org.attune.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.attune.config.ConsentForms;
import org.attune.consent.ConsentEvent;
import org.attune.consent.ConsentForm;
import org.attune.consent.ConsentGrant;
import org.attune.consent.ConsentLog;
import org.attune.consent.ConsentRecord;
import org.attune.consent.ConsentScope;
import org.attune.consent.Identifiability;
import org.attune.consent.Recipient;
import org.attune.session.ClientCode;
import org.attune.testkit.OtherPrograms;
import org.attune.testkit.Rigs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConsentReceiptTest {
    private static final ClientCode CLIENT = new ClientCode("K-07");
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant END = Instant.parse("2027-11-22T23:59:59Z");
    private static final String GUARDIAN = "Erika Canary-Guardian";
    private static final KeyPair KEYS = keys();
    @TempDir Path temp;

    @Test
    void theReceiptSaysWhatWasAgreedAndWhatWasNot() throws IOException {
        JsonNode receipt = json(receipt("en", "live", "keep", "supervisor")).get("receipt");

        assertThat(receipt.get("version").asText()).isEqualTo("KI-CR-v1.1.0");
        assertThat(receipt.get("piiPrincipalId").asText()).isEqualTo("K-07");
        assertThat(receipt.get("language").asText()).isEqualTo("en");
        assertThat(receipt.get("consentTimestamp").asLong()).isEqualTo(NOON.getEpochSecond());
        assertThat(texts(receipt.at("/inForce/agreed")))
                .containsExactly(
                        "Show it during our sessions",
                        "Keep it for us to look back on",
                        "Show it to a supervisor");
        assertThat(texts(receipt.at("/inForce/notAgreed")))
                .containsExactly("Put a one-page summary in your record", "Use it in a study");
        JsonNode last = receipt.at("/services/0/purposes/5");
        assertThat(last.get("thirdPartyDisclosure").asBoolean()).isTrue();
        assertThat(last.get("thirdPartyName").asText()).isEqualTo("Dr B. Lindqvist");
        assertThat(texts(last.get("purposeCategory"))).containsExactly("HOPERAT");
        assertThat(receipt.at("/header/formText").asText()).startsWith("---\nform: heartbeat");
    }

    @Test
    void aReceiptAsItWasIssuedIsSoundAndEveryChangeIsFound() {
        String text = signed(receipt("en", "live", "keep")).text();
        assertThat(ReceiptJson.check(text).complaint()).isEmpty();
        assertThat(ReceiptJson.check(text).client()).isEqualTo("K-07");
        assertThat(ReceiptJson.check(text).recordHash()).isEqualTo("cd".repeat(32));

        for (int at = 0; at < text.length(); at += 13) {
            char was = text.charAt(at);
            if (Character.isLetterOrDigit(was)) {
                char other = was == 'a' ? 'b' : 'a';
                String changed = text.substring(0, at) + other + text.substring(at + 1);
                assertThat(ReceiptJson.check(changed).isSound())
                        .as("character %d, %s", at, was)
                        .isFalse();
            }
        }
    }

    @Test
    void aReceiptSignedAnewWithAnotherKeyNamesThatKeyOrIsFound() {
        String text = signed(receipt("en", "live")).text();
        String other =
                ReceiptJson.write(receipt("en", "live"), raw(keys()), m -> sign(KEYS, m)).text();
        assertThat(ReceiptJson.check(text).isSound()).isTrue();
        assertThat(ReceiptJson.check(other).isSound()).isFalse();
    }

    @Test
    void aKeyForWhichAnySignatureIsGoodProvesNothing() {
        byte[] zeros = new byte[32];
        String forged =
                ReceiptJson.write(receipt("en", "live"), zeros, hash -> new byte[64]).text();
        assertThat(ReceiptJson.check(forged).complaint()).contains("signature");
    }

    @Test
    void whateverIsNoReceiptGetsAPlainAnswer() {
        for (String text :
                List.of("", "{}", "[]", "null", "{\"receipt\":{}}", "%PDF", "{\"receipt\"")) {
            assertThat(ReceiptJson.check(text).isSound()).as(text).isFalse();
            assertThat(ReceiptJson.check(text).complaint()).isNotBlank();
        }
    }

    @Test
    void whatIsWrittenDoesNotDependOnTheLanguageOfTheMachine() {
        ConsentReceipt receipt = receipt("de", "live", "keep");
        String text = signed(receipt).text();
        Locale before = Locale.getDefault();
        try {
            for (String locale : List.of("tr-TR", "ar-EG", "th-TH-u-ca-buddhist")) {
                Locale.setDefault(Locale.forLanguageTag(locale));
                assertThat(signed(receipt).text()).as(locale).isEqualTo(text);
                assertThat(receipt.endings()).as(locale).allMatch(line -> line.endsWith("2027"));
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void theReceiptHoldsTheCodeAndNeitherTheGuardiansNameNorWhyNorAMeasurement()
            throws IOException {
        ConsentReceipt receipt = receipt("en", "live", "keep");
        String page = text(page(receipt));
        for (String written : List.of(signed(receipt).text(), page)) {
            assertThat(written).contains("K-07");
            assertThat(written).doesNotContain("Canary").doesNotContain("bpm");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void thePageIsOnePageAndSaysItAllInTheLanguageOfTheForm(String language) throws IOException {
        ConsentReceipt receipt = receipt(language, "live", "keep", "supervisor");
        ConsentForm form = receipt.form();
        byte[] pdf = page(receipt);

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            document.getPage(0)
                    .getResources()
                    .getFontNames()
                    .forEach(name -> assertThat(isEmbedded(document, name)).isTrue());
        }
        String flat = text(pdf).replaceAll("\\s+", " ").replace('\u00a0', ' ');
        for (String word :
                List.of(
                        "title",
                        "who",
                        "with",
                        "what",
                        "why",
                        "agreed",
                        "not-agreed",
                        "to-whom",
                        "kept-until",
                        "stop",
                        "stop-how",
                        "questions",
                        "signature",
                        "date")) {
            assertThat(flat).contains(form.word(word));
        }
        form.choices().forEach(choice -> assertThat(flat).contains(choice.title()));
        assertThat(flat)
                .contains(receipt.id())
                .contains(form.textSha256())
                .contains(signed(receipt).publicKey())
                .contains("Dr B. Lindqvist")
                .contains(language.equals("de") ? "22. November 2027" : "22 November 2027");
    }

    private static boolean isEmbedded(PDDocument document, org.apache.pdfbox.cos.COSName name) {
        try {
            return document.getPage(0).getResources().getFont(name).isEmbedded();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void whoHasAgreedToNothingReadsSo() throws IOException {
        assertThat(text(page(receipt("en"))))
                .contains("You have not agreed to anything.")
                .contains("So nothing is shown and nothing is stored.");
    }

    @Test
    void aVeryLongReceiptIsStillOnePageAndNothingIsCutOff() throws IOException {
        String name = "Dr " + "Very-Long-Name ".repeat(20) + "Ω\u4e2d";
        byte[] pdf =
                page(
                        receipt(
                                "de",
                                new Recipient("x", Recipient.Kind.SUPERVISOR, name),
                                "live",
                                "keep",
                                "supervisor",
                                "summary",
                                "study"));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
        assertThat(text(pdf).split("Very-Long-Name", -1)).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void aStrangersReaderFindsNoFaultInThePage(String language) throws Exception {
        Rigs.need("qpdf", "pdftotext", "pdfdetach");
        Path file = Files.write(temp.resolve("r.pdf"), page(receipt(language, "live", "keep")));

        assertThat(OtherPrograms.said("qpdf", "--check", file.toString())).contains("No syntax");
        assertThat(OtherPrograms.said("pdftotext", file.toString(), "-")).contains("K-07");
        Path attached = temp.resolve("attached.json");
        assertThat(
                        OtherPrograms.said(
                                "pdfdetach",
                                "-save",
                                "1",
                                "-o",
                                attached.toString(),
                                file.toString()))
                .isEmpty();
        assertThat(ReceiptJson.check(Files.readString(attached)).isSound()).isTrue();
    }

    @Test
    void thePageProvesItselfByTheReceiptAttachedToIt() {
        byte[] pdf = page(receipt("en", "live", "keep"));
        assertThat(ReceiptPdf.isPdf(pdf)).isTrue();
        ReceiptJson.Checked checked = ReceiptPdf.check(pdf);
        assertThat(checked.complaint()).isEmpty();
        assertThat(checked.client()).isEqualTo("K-07");
        assertThat(checked.recordHash()).isEqualTo("cd".repeat(32));
    }

    @Test
    void everyChangedByteOfThePageIsFound() {
        byte[] pdf = page(receipt("en", "live", "keep"));
        for (int at = 0; at < pdf.length; at += 41) {
            byte[] changed = pdf.clone();
            changed[at] ^= 1;
            assertThat(ReceiptPdf.check(changed).isSound()).as("byte %d", at).isFalse();
        }
        byte[] longer = Arrays.copyOf(pdf, pdf.length + 1);
        assertThat(ReceiptPdf.check(longer).complaint()).contains("changed after it was issued");
        assertThat(ReceiptPdf.check(Arrays.copyOf(pdf, pdf.length - 1)).isSound()).isFalse();
    }

    @Test
    void anAttachmentPutInPlaceOfAnotherIsFound() throws IOException {
        byte[] pdf = page(receipt("en", "live"));
        ReceiptJson.Signed other = signed(receipt("en", "live", "keep"));
        byte[] swapped;
        try (PDDocument document = Loader.loadPDF(pdf)) {
            swapped = ReceiptPdf.withAttachment(document, other, NOON);
        }
        assertThat(ReceiptPdf.check(swapped).complaint()).contains("changed after it was issued");
        // Signed anew by somebody else, it names another key than the receipt within.
        KeyPair stranger = keys();
        byte[] again =
                ReceiptPdf.sealed(
                        swapped,
                        java.util.HexFormat.of().formatHex(raw(stranger)),
                        message -> sign(stranger, message));
        assertThat(ReceiptPdf.check(again).complaint()).contains("different keys");
    }

    @Test
    void aPageOfAnotherProgramIsNotTakenForAReceipt() throws IOException {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new org.apache.pdfbox.pdmodel.PDPage());
            document.save(bytes);
        }
        assertThat(ReceiptPdf.check(bytes.toByteArray()).complaint())
                .contains("carries no receipt that can be checked");
    }

    private static ConsentReceipt receipt(String language, String... choices) {
        return receipt(
                language,
                new Recipient("lindqvist", Recipient.Kind.SUPERVISOR, "Dr B. Lindqvist"),
                choices);
    }

    private static ConsentReceipt receipt(String language, Recipient who, String... choices) {
        ConsentForm form = ConsentForms.load(null, "heartbeat", language);
        List<ConsentGrant> grants = new ArrayList<>();
        for (String id : choices) {
            ConsentForm.Choice choice = form.choice(id).orElseThrow();
            for (ConsentScope scope : EnumSet.copyOf(choice.scopes())) {
                grants.add(
                        new ConsentGrant(
                                scope.code(),
                                scope,
                                choice.categories(),
                                choice.purpose(),
                                scope.letsOut() ? List.of(who) : List.of(),
                                Set.of(),
                                Identifiability.PSEUDONYMISED,
                                NOON,
                                END,
                                "",
                                null,
                                null));
            }
        }
        ConsentRecord record = record(form, grants);
        return new ConsentReceipt(
                "1d1b6a2e-0000-4000-8000-000000000001",
                NOON,
                ZoneOffset.UTC,
                ConsentLog.of(CLIENT, List.of(record)),
                record,
                form,
                new ConsentReceipt.Proof(
                        0,
                        "ab".repeat(32),
                        "cd".repeat(32),
                        "ef".repeat(64),
                        new AuditMark(7, "01".repeat(32), "c2ln", "a2V5")));
    }

    private static ConsentRecord record(ConsentForm form, List<ConsentGrant> grants) {
        boolean given = !grants.isEmpty();
        return new ConsentRecord(
                new ConsentRecord.Header("r-1", CLIENT, NOON, "", form.kept(), "DE"),
                new ConsentRecord.Parties(
                        form.practice(),
                        form.contact(),
                        "",
                        "A. Moreau",
                        new ConsentRecord.Grantor(
                                ConsentRecord.GrantorRole.GUARDIAN,
                                GUARDIAN,
                                "parent Canary",
                                END.plusSeconds(1)),
                        new ConsentRecord.Assent(true, NOON),
                        "Witness Canary"),
                new ConsentRecord.Basis(ConsentRecord.LegalBasis.GDPR_9_2_A, false, "", true, true),
                grants,
                new ConsentRecord.Retention(null, "", form.location(), false),
                new ConsentRecord.Happening(
                        given ? ConsentEvent.Type.GIVEN : ConsentEvent.Type.REFUSED,
                        NOON,
                        "UTC",
                        "paper",
                        true,
                        "",
                        given ? Set.of() : EnumSet.allOf(ConsentScope.class),
                        Set.of(),
                        "Canary reason"));
    }

    private static byte[] page(ConsentReceipt receipt) {
        return ReceiptPage.write(receipt, signed(receipt), message -> sign(KEYS, message));
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static JsonNode json(ConsentReceipt receipt) throws IOException {
        return new ObjectMapper().readTree(signed(receipt).text());
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private static ReceiptJson.Signed signed(ConsentReceipt receipt) {
        return ReceiptJson.write(receipt, raw(KEYS), message -> sign(KEYS, message));
    }

    private static byte[] raw(KeyPair keys) {
        byte[] encoded = keys.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    }

    private static byte[] sign(KeyPair keys, byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
