package org.attune.export;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of one export as a bag (RFC 8493): the data under {@code data/}, beside them what they
 * are, whom they are for and by which consent, and the hashes of all. Equal inputs give equal
 * bytes.
 */
final class ExportPackage {
    private static final String BAGIT = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

    private final String name;
    private final SortedMap<String, byte[]> files;

    private ExportPackage(String name, SortedMap<String, byte[]> files) {
        this.name = name;
        this.files = Collections.unmodifiableSortedMap(files);
    }

    /**
     * @param data what the formats wrote, by path
     */
    static ExportPackage of(
            ExportGrant grant,
            ExportContent content,
            ExportPapers papers,
            SortedMap<String, byte[]> data) {
        TreeMap<String, byte[]> payload = new TreeMap<>();
        data.forEach((path, bytes) -> payload.put("data/" + path, bytes));
        content.provenance()
                .settings()
                .ifPresent(settings -> payload.put("data/settings.txt", utf8(settings.text())));
        TreeMap<String, byte[]> tags = new TreeMap<>();
        tags.put("README.txt", utf8(papers.readme()));
        tags.put("bagit.txt", utf8(BAGIT));
        tags.put("consent-receipt.json", utf8(papers.receipt()));
        tags.put("metadata.json", utf8(papers.metadata()));
        tags.put("manifest-sha256.txt", utf8(manifest(payload)));
        tags.put("tagmanifest-sha256.txt", utf8(manifest(tags)));
        payload.putAll(tags);
        String name =
                "export-"
                        + grant.request().format().code()
                        + "-"
                        + content.subject().pseudonym().substring(0, 8)
                        + "-"
                        + content.session().substring(0, 8);
        return new ExportPackage(name, payload);
    }

    /** The folder it is unpacked to. */
    String name() {
        return name;
    }

    SortedMap<String, byte[]> files() {
        return files;
    }

    byte[] toZip() {
        return ZipBytes.of(name, files);
    }

    /** Of the manifest of manifests, and by it of everything. */
    String sha256() {
        byte[] all = files.get("tagmanifest-sha256.txt");
        return sha256(all == null ? new byte[0] : all);
    }

    private static String manifest(SortedMap<String, byte[]> files) {
        StringBuilder lines = new StringBuilder();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            lines.append(sha256(file.getValue())).append("  ").append(file.getKey()).append('\n');
        }
        return lines.toString();
    }

    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(RecordingHash.sha256().digest(bytes));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
