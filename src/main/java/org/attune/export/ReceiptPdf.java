package org.attune.export;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.function.UnaryOperator;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/**
 * The receipt's page as a file that proves itself: the signed JSON is attached to it (an associated
 * file after ISO 32000-2, 14.13), and the file as a whole is signed with the same key.
 *
 * <p>The second signature stands in the file's own description, after the key. It is of the SHA-256
 * of the file with 128 zeros in the signature's place, so it covers every other byte: page, fonts,
 * attachment. What it shows is that whoever holds the key issued this page together with these
 * data; that the page says what the data say is the word of the program that set it.
 */
public final class ReceiptPdf {
    private static final String ATTACHMENT = "consent-receipt.json";
    private static final String ENTRY = "AttuneFileSignature";
    private static final int KEY_DIGITS = 64;
    private static final int SIGNATURE_DIGITS = 128;
    private static final int MOST_BYTES = 4 * 1024 * 1024;
    private static final byte[] MARK = ascii("/" + ENTRY + " (");
    private static final HexFormat HEX = HexFormat.of();

    private ReceiptPdf() {}

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The document as a file with the receipt attached, and zeros where it is to be signed. */
    static byte[] withAttachment(PDDocument document, ReceiptJson.Signed signed, Instant issuedAt)
            throws IOException {
        byte[] json = signed.text().getBytes(StandardCharsets.UTF_8);
        PDEmbeddedFile file =
                new PDEmbeddedFile(document, new ByteArrayInputStream(json), COSName.FLATE_DECODE);
        file.setSubtype("application/json");
        file.setSize(json.length);
        Calendar issued = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        issued.setTimeInMillis(issuedAt.toEpochMilli());
        file.setCreationDate(issued);
        PDComplexFileSpecification about = new PDComplexFileSpecification();
        about.setFile(ATTACHMENT);
        about.setFileUnicode(ATTACHMENT);
        about.setEmbeddedFile(file);
        about.setEmbeddedFileUnicode(file);
        about.getCOSObject().setName("AFRelationship", "Source");
        PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(Map.of(ATTACHMENT, about));
        PDDocumentNameDictionary names =
                new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(files);
        document.getDocumentCatalog().setNames(names);
        COSArray associated = new COSArray();
        associated.add(about);
        document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("AF"), associated);
        document.getDocumentInformation()
                .setCustomMetadataValue(ENTRY, "0".repeat(KEY_DIGITS + SIGNATURE_DIGITS));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // Uncompressed objects: the place of the signature must be found without reading the file.
        document.save(bytes, CompressParameters.NO_COMPRESSION);
        return bytes.toByteArray();
    }

    /** The file with its signature in place. */
    static byte[] sealed(byte[] bytes, String publicKey, UnaryOperator<byte[]> sign) {
        int at = place(bytes);
        if (at < 0) {
            throw new IllegalStateException("the page has no place for its signature");
        }
        byte[] file = bytes.clone();
        put(file, at, publicKey);
        byte[] signature = sign.apply(ReceiptJson.sha256(file));
        put(file, at + KEY_DIGITS, HEX.formatHex(signature));
        return file;
    }

    private static void put(byte[] file, int at, String digits) {
        byte[] bytes = ascii(digits);
        System.arraycopy(bytes, 0, file, at, bytes.length);
    }

    /** Where key and signature stand; -1 unless there is exactly one such place. */
    private static int place(byte[] file) {
        int found = -1;
        int last = file.length - MARK.length - KEY_DIGITS - SIGNATURE_DIGITS;
        for (int at = 0; at < last; at++) {
            if (Arrays.equals(file, at, at + MARK.length, MARK, 0, MARK.length)) {
                if (found >= 0) {
                    return -1;
                }
                found = at + MARK.length;
            }
        }
        return found;
    }

    /** Whether it begins as a PDF does. */
    public static boolean isPdf(byte[] bytes) {
        return bytes.length > 5
                && new String(bytes, 0, 5, StandardCharsets.US_ASCII).equals("%PDF-");
    }

    /** Checks the file as a whole and the receipt within. Any bytes at all get an answer. */
    public static ReceiptJson.Checked check(byte[] file) {
        int at = place(file);
        if (at < 0) {
            return ReceiptJson.Checked.wrong(
                    "this page carries no receipt that can be checked: check the .json that was"
                            + " issued with it");
        }
        String digits =
                new String(file, at, KEY_DIGITS + SIGNATURE_DIGITS, StandardCharsets.US_ASCII);
        if (!digits.matches("[0-9a-f]+")) {
            return changed();
        }
        byte[] zeroed = file.clone();
        put(zeroed, at + KEY_DIGITS, "0".repeat(SIGNATURE_DIGITS));
        byte[] key = HEX.parseHex(digits.substring(0, KEY_DIGITS));
        byte[] signature = HEX.parseHex(digits.substring(KEY_DIGITS));
        if (!ReceiptJson.isSigned(ReceiptJson.sha256(zeroed), signature, key)) {
            return changed();
        }
        ReceiptJson.Checked checked = ReceiptJson.check(attached(file));
        return checked.isSound() && !checked.publicKey().equals(HEX.formatHex(key))
                ? ReceiptJson.Checked.wrong("page and receipt are signed with different keys")
                : checked;
    }

    private static ReceiptJson.Checked changed() {
        return ReceiptJson.Checked.wrong(
                "the file was changed after it was issued: page, attachment or signature");
    }

    /** The text of the attached receipt; empty where there is none that can be read. */
    private static String attached(byte[] file) {
        try (PDDocument document = Loader.loadPDF(file)) {
            PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
            PDEmbeddedFilesNameTreeNode files = names == null ? null : names.getEmbeddedFiles();
            Map<String, PDComplexFileSpecification> all = files == null ? null : files.getNames();
            if (all == null || !List.copyOf(all.keySet()).equals(List.of(ATTACHMENT))) {
                return "";
            }
            PDComplexFileSpecification about = all.get(ATTACHMENT);
            PDEmbeddedFile embedded = about == null ? null : about.getEmbeddedFile();
            if (embedded == null) {
                return "";
            }
            try (InputStream in = embedded.createInputStream()) {
                return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
            }
        } catch (IOException notReadable) {
            return "";
        }
    }
}
