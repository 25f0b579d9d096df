package org.attune.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.attune.time.SessionTime;

/**
 * What a backup says of itself, sealed at its beginning. Immutable; any thread.
 *
 * @param madeAt when
 * @param data what the recordings' file held
 * @param keys what the key file held
 * @param ledger what had been erased until then
 */
record BackupManifest(Instant madeAt, Tally data, Tally keys, ErasureLedger ledger) {
    byte[] toBytes() {
        ByteWriter out = new ByteWriter().u8(Context.FORMAT).instant(madeAt);
        keys.write(data.write(out));
        out.varint(ledger.clients().size());
        ledger.clients().forEach(out::text);
        out.varint(ledger.streams().size());
        ledger.streams().forEach(ref -> out.text(ref.session()).i32(ref.lane()));
        out.varint(ledger.notes().size());
        ledger.notes().forEach(out::text);
        out.varint(ledger.spans().size());
        for (SpanKeys.Line line : ledger.spans()) {
            out.text(line.id()).text(line.stream().session()).i32(line.stream().lane());
            out.i64(line.span().from().nanos()).i64(line.span().to().nanos());
        }
        return out.toBytes();
    }

    /**
     * @throws VaultException when it is of another form
     */
    static BackupManifest fromBytes(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        if (in.u8() != Context.FORMAT) {
            throw ByteReader.malformed("unknown form of a backup");
        }
        Instant madeAt = in.instant();
        Tally data = Tally.read(in);
        Tally keys = Tally.read(in);
        Set<String> clients = texts(in);
        Set<StreamRef> streams = new LinkedHashSet<>();
        for (int left = in.count(5); left > 0; left--) {
            streams.add(new StreamRef(in.text(), in.i32(), ""));
        }
        return new BackupManifest(
                madeAt, data, keys, new ErasureLedger(clients, streams, texts(in), spans(in)));
    }

    private static List<SpanKeys.Line> spans(ByteReader in) {
        List<SpanKeys.Line> spans = new ArrayList<>();
        for (int left = in.count(22); left > 0; left--) {
            spans.add(
                    new SpanKeys.Line(
                            in.text(),
                            new StreamRef(in.text(), in.i32(), ""),
                            new Span(new SessionTime(in.i64()), new SessionTime(in.i64()))));
        }
        return spans;
    }

    private static Set<String> texts(ByteReader in) {
        Set<String> texts = new LinkedHashSet<>();
        for (int left = in.count(1); left > 0; left--) {
            texts.add(in.text());
        }
        return texts;
    }
}
