package org.attune.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.attune.consent.ConsentGrant;
import org.attune.consent.DataCategory;
import org.attune.consent.ExportRequest;
import org.attune.consent.Recipient;

/**
 * What lies beside the data: what they are, for people and for programs, and the consent they left
 * by. All of it under the recipient's pseudonyms.
 */
final class ExportPapers {
    static final String SCHEMA = "attune-export/1";
    private static final String RECEIPT_SCHEMA = "attune-export-consent/1";

    private final ExportGrant grant;
    private final ExportContent content;
    private final List<LeftOut.Thing> leftOut;
    private final Optional<ConsentGrant> consent;
    private final Optional<AuditMark> audit;
    private final Instant at;
    private final Collection<String> formats;

    ExportPapers(
            ExportGrant grant,
            ExportContent content,
            List<LeftOut.Thing> leftOut,
            Optional<ConsentGrant> consent,
            Optional<AuditMark> audit,
            Instant at,
            Collection<String> formats) {
        this.grant = grant;
        this.content = content;
        this.leftOut = leftOut;
        this.consent = consent;
        this.audit = audit;
        this.at = at;
        this.formats = formats;
    }

    String readme() {
        ExportRequest request = grant.request();
        return """
                Data of one person from one session, exported by Attune %s.

                Whose data: %s
                For:        %s
                Purpose:    %s
                Consent:    %s
                Formats:    %s%s
                Contents:   %s
                %s
                Use these data for the purpose above and for no other, and pass them on to
                nobody. The person may withdraw their consent at any time; whoever exported
                these data will then tell you.

                What was inferred (state, level, pace) is no measurement and no diagnosis.
                A value that is absent was withheld or not agreed to; it is never zero.

                Check that nothing was changed:
                    sha256sum -c manifest-sha256.txt tagmanifest-sha256.txt
                """
                .formatted(
                        content.provenance().softwareVersion(),
                        whose(),
                        whom(request.recipient()),
                        request.purpose().code(),
                        grant.grantId().orElse("the person's own copy, which needs none"),
                        String.join(", ", formats),
                        LeftOut.formats(leftOut).stream()
                                .map(each -> "\nLeft out:   " + each)
                                .collect(Collectors.joining()),
                        String.join(", ", codes()),
                        content.simulated()
                                ? "\nSIMULATED: no living heart is behind them.\n"
                                : "");
    }

    private String whose() {
        return content.subject()
                .identity()
                .map(each -> each.name().orElse(each.code()))
                .orElse(content.subject().pseudonym() + " (a pseudonym, made for you alone)");
    }

    /** A person's own id is their code: it is not written down where they are not named. */
    private static String whom(Recipient recipient) {
        return recipient.kind() == Recipient.Kind.SELF
                ? "the person themself"
                : recipient.name() + " (" + recipient.code() + ")";
    }

    String metadata() {
        ObjectNode root = JsonText.object();
        root.put("schema", SCHEMA);
        root.put("exported_at", Decimals.utc(at));
        root.set("software", software());
        root.set("subject", subject());
        root.put("session", content.session());
        root.put("started_at", Decimals.utc(content.startedAt()));
        root.put("duration_s", Decimals.seconds(content.durationNanos()));
        root.put("simulated", content.simulated());
        root.put("source", lower(content.source()));
        root.set("request", request());
        root.set("counts", counts());
        root.set("sensors", sensors());
        root.set("recording", recording());
        root.set("transformations", transformations());
        ArrayNode left = root.putArray("left_out");
        leftOut.forEach(each -> left.addObject().put("what", each.what()).put("why", each.why()));
        audit.ifPresent(
                mark ->
                        root.putObject("audit_head")
                                .put("seq", mark.seq())
                                .put("hash", mark.hash())
                                .put("signature", mark.signature())
                                .put("public_key", mark.publicKey()));
        return JsonText.indented(root);
    }

    private ObjectNode software() {
        ExportContent.Provenance provenance = content.provenance();
        ObjectNode node = JsonText.object();
        node.put("name", "Attune");
        node.put("version", provenance.softwareVersion());
        node.put("pipeline", provenance.pipelineVersion());
        provenance.estimatorIds().forEach(node.putArray("estimators")::add);
        node.put("policy", provenance.policyId().orElse(null));
        node.put(
                "settings_fingerprint",
                provenance.settings().map(ExportContent.Settings::fingerprint).orElse(null));
        return node;
    }

    private ObjectNode subject() {
        ObjectNode node = JsonText.object().put("pseudonym", content.subject().pseudonym());
        content.subject()
                .identity()
                .ifPresent(
                        who -> {
                            node.put("code", who.code());
                            node.put("name", who.name().orElse(null));
                            node.put("born", who.born().map(Object::toString).orElse(null));
                        });
        return node;
    }

    private ObjectNode request() {
        ExportRequest request = grant.request();
        ObjectNode node = JsonText.object();
        node.put("scope", request.scope().code());
        codes().forEach(node.putArray("categories")::add);
        node.put("purpose", request.purpose().code());
        node.put("purpose_act_reason", request.purpose().actReason());
        node.put("recipient", whom(request.recipient()));
        node.put("recipient_kind", request.recipient().kind().code());
        node.put("identifiability", request.identifiability().code());
        formats.forEach(node.putArray("formats")::add);
        node.put("rule", grant.permit().rule().id());
        node.put("consent", grant.grantId().orElse(null));
        return node;
    }

    private ObjectNode counts() {
        return JsonText.object()
                .put("beats", content.intervals().size())
                .put("gaps", content.gaps().size())
                .put("seconds", content.seconds().size())
                .put("marks", content.marks().size());
    }

    private ArrayNode sensors() {
        ArrayNode list = JsonText.array();
        content.sensors()
                .forEach(
                        each ->
                                list.addObject()
                                        .put("kind", lower(each.kind()))
                                        .put("model", each.model())
                                        .put("serial_pseudonym", each.serial()));
        return list;
    }

    private ObjectNode recording() {
        ExportContent.Provenance provenance = content.provenance();
        return JsonText.object()
                .put("pseudonym", provenance.recordingHash())
                .put("closed", provenance.closed())
                .put("holes", provenance.holes())
                .put("lost_moments", provenance.lost())
                .put("clock", provenance.clockSource());
    }

    private static ArrayNode transformations() {
        return JsonText.array()
                .add("identities replaced by pseudonyms of this recipient and purpose")
                .add("intervals as the sensor reported them, none corrected, none left out")
                .add("numbers withheld on the screen left out");
    }

    String receipt() {
        ExportRequest request = grant.request();
        ObjectNode root = JsonText.object();
        root.put("schema", RECEIPT_SCHEMA);
        root.put("subject", content.subject().pseudonym());
        root.put("consent", grant.grantId().orElse(null));
        root.put("rule", grant.permit().rule().id());
        root.put("scope", request.scope().code());
        root.put("purpose", request.purpose().code());
        root.put("recipient", whom(request.recipient()));
        root.put("identifiability", request.identifiability().code());
        root.put("holds_until", grant.permit().validUntil().map(Decimals::utc).orElse(null));
        consent.ifPresent(
                each -> {
                    root.put("given_from", Decimals.utc(each.validFrom()));
                    ArrayNode may = root.putArray("categories_agreed");
                    sorted(each).forEach(may::add);
                    ArrayNode forms = root.putArray("formats_agreed");
                    each.formats().stream().map(f -> f.code()).sorted().forEach(forms::add);
                });
        return JsonText.indented(root);
    }

    private static SortedSet<String> sorted(ConsentGrant grant) {
        SortedSet<String> codes = new TreeSet<>();
        grant.categories().forEach(each -> codes.add(each.code()));
        return codes;
    }

    private List<String> codes() {
        return content.categories().stream().sorted().map(DataCategory::code).toList();
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
