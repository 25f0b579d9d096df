package org.attune.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A receipt as JSON, and the check of one. The part {@code receipt} is hashed (SHA-256 over its
 * canonical text: keys sorted, no white space, UTF-8) and the hash is signed (Ed25519).
 */
public final class ReceiptJson {
    /** What an Ed25519 public key of 32 bytes begins with as X.509 (RFC 8410). */
    private static final String X509 = "302a300506032b6570032100";

    /**
     * The points of small order, with the bit of their sign cleared: such a key takes signatures
     * that nobody made (RFC 8032 leaves it to the application to refuse them, 6.1 and 8.9).
     */
    private static final Set<String> SMALL_ORDER =
            Set.of(
                    "00".repeat(32),
                    "01" + "00".repeat(31),
                    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                    "ec" + "ff".repeat(30) + "7f",
                    "ed" + "ff".repeat(30) + "7f",
                    "ee" + "ff".repeat(30) + "7f");

    private static final HexFormat HEX = HexFormat.of();

    private ReceiptJson() {}

    /**
     * A receipt as JSON with what proves it.
     *
     * @param text the whole file
     * @param publicKey in hexadecimal
     * @param signature in hexadecimal
     */
    public record Signed(String text, String publicKey, String signature) {}

    /**
     * Writes and signs a receipt.
     *
     * @param publicKey the public half of the signing key, 32 bytes
     * @param sign signs with its private half
     */
    public static Signed write(
            ConsentReceipt receipt, byte[] publicKey, UnaryOperator<byte[]> sign) {
        Map<String, Object> body = ReceiptBody.of(receipt, HEX.formatHex(publicKey));
        byte[] hash = sha256(canonical(new ObjectMapper().valueToTree(body)));
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("receipt", body);
        file.put("sha256", HEX.formatHex(hash));
        String signature = HEX.formatHex(sign.apply(hash));
        file.put("signature", signature);
        file.put("publicKey", HEX.formatHex(publicKey));
        try {
            String text =
                    new ObjectMapper()
                            .enable(SerializationFeature.INDENT_OUTPUT)
                            .writeValueAsString(file);
            return new Signed(text + "\n", HEX.formatHex(publicKey), signature);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps, lists and texts always make JSON", e);
        }
    }

    /**
     * What a receipt says of itself, once it was found sound.
     *
     * @param id its number
     * @param client the person's code
     * @param publicKey the key it was signed with, in hexadecimal
     * @param recordHash the hash of the record it is of
     * @param audit where the vault's audit stood when it was issued
     * @param complaint what is wrong with it; empty when it is sound
     */
    public record Checked(
            String id,
            String client,
            String publicKey,
            String recordHash,
            AuditMark audit,
            String complaint) {
        static Checked wrong(String complaint) {
            return new Checked("", "", "", "", new AuditMark(0, "", "", ""), complaint);
        }

        /** Whether it is as it was issued. */
        public boolean isSound() {
            return complaint.isEmpty();
        }
    }

    /** Checks hash and signature of a receipt. Any text at all gets an answer. */
    public static Checked check(String text) {
        try {
            JsonNode file = new ObjectMapper().readTree(text);
            JsonNode receipt = file == null ? null : file.get("receipt");
            if (receipt == null || !receipt.isObject()) {
                return Checked.wrong("this is no consent receipt");
            }
            byte[] hash = sha256(canonical(receipt));
            byte[] told = hex(file, "sha256");
            byte[] key = hex(file, "publicKey");
            if (!MessageDigest.isEqual(hash, told)) {
                return Checked.wrong("the text was changed: it no longer has the hash it names");
            }
            if (!HEX.formatHex(key).equals(receipt.path("publicKey").asText())
                    || !isSigned(hash, hex(file, "signature"), key)) {
                return Checked.wrong("the signature is not one of the key it names");
            }
            return new Checked(
                    receipt.path("consentReceiptID").asText(),
                    receipt.path("piiPrincipalId").asText(),
                    HEX.formatHex(key),
                    receipt.path("integrity").path("hash").asText(),
                    mark(receipt.path("integrity").path("audit")),
                    "");
        } catch (JsonProcessingException e) {
            return Checked.wrong("this is no JSON, so no consent receipt");
        }
    }

    private static AuditMark mark(JsonNode audit) {
        return new AuditMark(
                audit.path("seq").asLong(),
                audit.path("hash").asText(),
                audit.path("signature").asText(),
                audit.path("publicKey").asText());
    }

    private static byte[] hex(JsonNode file, String name) {
        String text = file.path(name).asText();
        return text.matches("([0-9a-f]{2}){1,128}") ? HEX.parseHex(text) : new byte[0];
    }

    private static boolean isOfSmallOrder(byte[] key) {
        byte[] unsigned = key.clone();
        if (unsigned.length > 0) {
            unsigned[unsigned.length - 1] &= 0x7f;
        }
        return SMALL_ORDER.contains(HEX.formatHex(unsigned));
    }

    static boolean isSigned(byte[] hash, byte[] signature, byte[] key) {
        if (isOfSmallOrder(key)) {
            return false;
        }
        try {
            byte[] encoded = HEX.parseHex(X509 + HEX.formatHex(key));
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(
                    KeyFactory.getInstance("Ed25519")
                            .generatePublic(new X509EncodedKeySpec(encoded)));
            check.update(hash);
            return check.verify(signature);
        } catch (GeneralSecurityException noKeyOrNoSignature) {
            return false;
        }
    }

    private static byte[] canonical(JsonNode node) {
        try {
            return new ObjectMapper()
                    .writeValueAsString(sorted(node))
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was read can be written", e);
        }
    }

    private static Object sorted(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> map = new TreeMap<>();
            node.properties().forEach(each -> map.put(each.getKey(), sorted(each.getValue())));
            return map;
        }
        if (node.isArray()) {
            return node.valueStream().map(ReceiptJson::sorted).toList();
        }
        return node;
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
