package org.attune.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.attune.session.ClientFlag;

/** The binary form of a client's card. Stateless; any thread. */
final class CardCodec {
    private CardCodec() {}

    static byte[] toBytes(ClientCard card) {
        ByteWriter out = new ByteWriter().u8(Context.FORMAT);
        BackgroundCodec.writeFlags(out, card.flags()).varint(card.bands().size());
        for (ApprovedBand each : card.bands()) {
            BackgroundCodec.writeBand(out, each.band()).instant(each.approvedAt());
            BackgroundCodec.writeFlags(out, each.flags()).text(each.settingsText());
        }
        out.text(card.sensor().orElse(""));
        return out.toBytes();
    }

    /**
     * @throws VaultException when it is of another form
     */
    static ClientCard fromBytes(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        if (in.u8() != Context.FORMAT) {
            throw ByteReader.malformed("unknown form of a client's card");
        }
        try {
            Set<ClientFlag> flags = BackgroundCodec.readFlags(in);
            List<ApprovedBand> bands = new ArrayList<>();
            for (int left = in.count(1); left > 0; left--) {
                bands.add(
                        new ApprovedBand(
                                BackgroundCodec.readBand(in),
                                in.instant(),
                                BackgroundCodec.readFlags(in),
                                in.text()));
            }
            String sensor = in.text();
            return new ClientCard(
                    flags, bands, sensor.isEmpty() ? Optional.empty() : Optional.of(sensor));
        } catch (IllegalArgumentException brokenContract) {
            throw ByteReader.malformed("a client's card breaks its own rules");
        }
    }
}
