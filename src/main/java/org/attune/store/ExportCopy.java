package org.attune.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.attune.session.SessionId;

/**
 * One copy of a person's data that left the vault, so that its recipient can be told when consent
 * is withdrawn.
 *
 * @param exportId random
 * @param at when it was written
 * @param session of which session; empty for notes, which are of the person
 * @param format such as {@code edf}
 * @param purpose such as {@code TREAT}
 * @param recipient who got it
 * @param scope the consent scope it left under
 * @param grantId the grant it left under
 * @param identifiability such as {@code pseudonymised}
 * @param sha256 of its bytes, in hexadecimal
 * @param fileName without its folder
 */
public record ExportCopy(
        String exportId,
        Instant at,
        Optional<SessionId> session,
        String format,
        String purpose,
        String recipient,
        String scope,
        String grantId,
        String identifiability,
        String sha256,
        String fileName) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    public ExportCopy {
        if (!ID.matcher(exportId).matches()) {
            throw new IllegalArgumentException(
                    "must be 1 to 64 letters, digits or dashes: exportId=" + exportId);
        }
        if (!HASH.matcher(sha256).matches()) {
            throw new IllegalArgumentException("must be 64 hexadecimal digits: sha256=" + sha256);
        }
        if (fileName.contains("/") || fileName.contains("\\")) {
            throw new IllegalArgumentException("must be a name without a folder: fileName");
        }
    }

    byte[] toBytes() {
        ByteWriter out = new ByteWriter().u8(Context.FORMAT).text(exportId).instant(at);
        for (String text :
                List.of(
                        session.map(SessionId::value).orElse(""),
                        format,
                        purpose,
                        recipient,
                        scope,
                        grantId,
                        identifiability,
                        sha256,
                        fileName)) {
            out.text(text);
        }
        return out.toBytes();
    }

    static ExportCopy fromBytes(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        if (in.u8() != Context.FORMAT) {
            throw ByteReader.malformed("unknown form of an export's entry");
        }
        try {
            return new ExportCopy(
                    in.text(),
                    in.instant(),
                    Optional.of(in.text()).filter(id -> !id.isEmpty()).map(SessionId::new),
                    in.text(),
                    in.text(),
                    in.text(),
                    in.text(),
                    in.text(),
                    in.text(),
                    in.text(),
                    in.text());
        } catch (IllegalArgumentException brokenContract) {
            throw ByteReader.malformed("an export's entry breaks its own rules");
        }
    }
}
