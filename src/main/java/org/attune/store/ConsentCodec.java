package org.attune.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.attune.consent.ConsentEntry;
import org.attune.consent.ConsentEvent;
import org.attune.consent.ConsentGrant;
import org.attune.consent.ConsentRecord;
import org.attune.consent.ConsentScope;
import org.attune.consent.DataCategory;
import org.attune.consent.ExportFormat;
import org.attune.consent.Identifiability;
import org.attune.consent.Purpose;
import org.attune.consent.Recipient;
import org.attune.session.ClientCode;
import org.jspecify.annotations.Nullable;

/**
 * The binary form of a consent entry: equal entries make equal bytes. The first byte says which: 1
 * an entry in short, 2 the whole record. Whatever is not known here is refused, not skipped: what
 * cannot be read whole must not grant anything.
 */
final class ConsentCodec {
    static final int SHORT = 1;
    static final int WHOLE = 2;

    private ConsentCodec() {}

    static byte[] encode(ConsentEntry entry) {
        if (entry instanceof ConsentEvent event) {
            ByteWriter out = new ByteWriter().u8(SHORT).name(event.type()).instant(event.at());
            scopes(out, event.scopes());
            return instant(out, event.validUntil()).text(event.method()).toBytes();
        }
        ConsentRecord record = (ConsentRecord) entry;
        ByteWriter out = new ByteWriter().u8(WHOLE).text(ConsentRecord.SCHEMA);
        header(out, record.header());
        parties(out, record.parties());
        ConsentRecord.Basis basis = record.basis();
        out.name(basis.legalBasis())
                .flag(basis.treatmentConditioned())
                .text(basis.conditionText())
                .flag(basis.redisclosureNoticeShown())
                .flag(basis.revocationNoticeShown());
        out.varint(record.grants().size());
        record.grants().forEach(grant -> grant(out, grant));
        ConsentRecord.Retention retention = record.retention();
        instant(out, retention.retainUntil())
                .text(retention.rule())
                .text(retention.location())
                .flag(retention.legalHold());
        happening(out, record.happening());
        return out.toBytes();
    }

    private static void header(ByteWriter out, ConsentRecord.Header header) {
        ConsentRecord.Form form = header.form();
        out.text(header.recordId())
                .instant(header.createdAt())
                .text(header.previousRecordId())
                .text(form.id())
                .text(form.version())
                .text(form.language())
                .text(form.text())
                .text(form.textSha256())
                .text(header.jurisdiction());
    }

    private static void parties(ByteWriter out, ConsentRecord.Parties parties) {
        ConsentRecord.Grantor grantor = parties.grantor();
        out.text(parties.controller())
                .text(parties.contact())
                .text(parties.dataProtectionOfficer())
                .text(parties.clinician())
                .name(grantor.role())
                .text(grantor.name())
                .text(grantor.authority());
        instant(out, grantor.majorityAt());
        ConsentRecord.Assent assent = parties.assent();
        out.flag(assent != null);
        if (assent != null) {
            out.flag(assent.given()).instant(assent.at());
        }
        out.text(parties.witness());
    }

    private static void grant(ByteWriter out, ConsentGrant grant) {
        out.text(grant.id()).text(grant.scope().code());
        names(out, grant.categories());
        out.name(grant.purpose()).varint(grant.recipients().size());
        grant.recipients().forEach(each -> out.text(each.id()).name(each.kind()).text(each.name()));
        names(out, grant.formats());
        out.name(grant.identifiability()).instant(grant.validFrom());
        instant(out, grant.validUntil()).text(grant.expiryEvent());
        instant(out, grant.dataFrom());
        instant(out, grant.dataUntil());
    }

    private static void happening(ByteWriter out, ConsentRecord.Happening event) {
        out.name(event.type())
                .instant(event.at())
                .text(event.timeZone())
                .text(event.method())
                .flag(event.signed())
                .text(event.evidenceSha256());
        scopes(out, event.scopes());
        Set<String> ids = new TreeSet<>(event.grantIds());
        out.varint(ids.size());
        ids.forEach(out::text);
        out.text(event.reason());
    }

    private static void scopes(ByteWriter out, Set<ConsentScope> scopes) {
        out.varint(scopes.size());
        scopes.stream().sorted().forEach(scope -> out.text(scope.code()));
    }

    private static <E extends Enum<E>> void names(ByteWriter out, Collection<E> constants) {
        out.varint(constants.size());
        constants.stream().sorted().forEach(out::name);
    }

    private static ByteWriter instant(ByteWriter out, @Nullable Instant instant) {
        out.flag(instant != null);
        return instant == null ? out : out.instant(instant);
    }

    /**
     * @throws VaultException when the bytes are no entry this version knows
     * @throws IllegalArgumentException when what they say cannot be
     */
    static ConsentEntry decode(ClientCode client, byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        int form = in.u8();
        ConsentEntry entry =
                switch (form) {
                    case SHORT -> event(client, in);
                    case WHOLE -> record(client, in);
                    default -> throw ByteReader.malformed("unknown form of a consent entry");
                };
        if (!in.atEnd()) {
            throw ByteReader.malformed("a consent entry goes on after its end");
        }
        return entry;
    }

    private static ConsentEvent event(ClientCode client, ByteReader in) {
        return new ConsentEvent(
                client,
                in.name(ConsentEvent.Type.class),
                in.instant(),
                scopes(in),
                instant(in),
                in.text());
    }

    private static ConsentRecord record(ClientCode client, ByteReader in) {
        if (!in.text().equals(ConsentRecord.SCHEMA)) {
            throw ByteReader.malformed("unknown version of a consent record");
        }
        return new ConsentRecord(
                new ConsentRecord.Header(
                        in.text(),
                        client,
                        in.instant(),
                        in.text(),
                        new ConsentRecord.Form(
                                in.text(), in.text(), in.text(), in.text(), in.text()),
                        in.text()),
                parties(in),
                new ConsentRecord.Basis(
                        in.name(ConsentRecord.LegalBasis.class),
                        in.flag(),
                        in.text(),
                        in.flag(),
                        in.flag()),
                grants(in),
                new ConsentRecord.Retention(instant(in), in.text(), in.text(), in.flag()),
                new ConsentRecord.Happening(
                        in.name(ConsentEvent.Type.class),
                        in.instant(),
                        in.text(),
                        in.text(),
                        in.flag(),
                        in.text(),
                        scopes(in),
                        Set.copyOf(texts(in)),
                        in.text()));
    }

    private static ConsentRecord.Parties parties(ByteReader in) {
        String controller = in.text();
        String contact = in.text();
        String officer = in.text();
        String clinician = in.text();
        ConsentRecord.Grantor grantor =
                new ConsentRecord.Grantor(
                        in.name(ConsentRecord.GrantorRole.class),
                        in.text(),
                        in.text(),
                        instant(in));
        ConsentRecord.@Nullable Assent assent =
                in.flag() ? new ConsentRecord.Assent(in.flag(), in.instant()) : null;
        return new ConsentRecord.Parties(
                controller, contact, officer, clinician, grantor, assent, in.text());
    }

    private static List<ConsentGrant> grants(ByteReader in) {
        int count = in.count(1);
        List<ConsentGrant> grants = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            grants.add(
                    new ConsentGrant(
                            in.text(),
                            scope(in),
                            names(in, DataCategory.class),
                            in.name(Purpose.class),
                            recipients(in),
                            names(in, ExportFormat.class),
                            in.name(Identifiability.class),
                            in.instant(),
                            instant(in),
                            in.text(),
                            instant(in),
                            instant(in)));
        }
        return grants;
    }

    private static List<Recipient> recipients(ByteReader in) {
        int count = in.count(1);
        List<Recipient> recipients = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            recipients.add(new Recipient(in.text(), in.name(Recipient.Kind.class), in.text()));
        }
        return recipients;
    }

    private static Set<ConsentScope> scopes(ByteReader in) {
        int count = in.count(1);
        Set<ConsentScope> scopes = EnumSet.noneOf(ConsentScope.class);
        for (int i = 0; i < count; i++) {
            scopes.add(scope(in));
        }
        return scopes;
    }

    private static ConsentScope scope(ByteReader in) {
        return ConsentScope.ofCode(in.text())
                .orElseThrow(() -> ByteReader.malformed("unknown scope of a consent"));
    }

    private static List<String> texts(ByteReader in) {
        int count = in.count(1);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(in.text());
        }
        return texts;
    }

    private static <E extends Enum<E>> Set<E> names(ByteReader in, Class<E> type) {
        int count = in.count(1);
        Set<E> names = EnumSet.noneOf(type);
        for (int i = 0; i < count; i++) {
            names.add(in.name(type));
        }
        return names;
    }

    private static @Nullable Instant instant(ByteReader in) {
        return in.flag() ? in.instant() : null;
    }
}
