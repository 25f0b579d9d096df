package org.attune.store;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.attune.regulation.Background;
import org.attune.regulation.PersonalBand;
import org.attune.sensor.SourceClass;
import org.attune.session.ClientFlag;

/** The binary form of what is known of a person before a session. Stateless; any thread. */
final class BackgroundCodec {
    private BackgroundCodec() {}

    static ByteWriter write(ByteWriter out, Background background) {
        writeFlags(out, background.flags())
                .name(background.reference())
                .flag(background.band().isPresent());
        background.band().ifPresent(band -> writeBand(out, band));
        return out;
    }

    /**
     * @throws IllegalArgumentException when it breaks its own rules
     */
    static Background read(ByteReader in) {
        Set<ClientFlag> flags = readFlags(in);
        Background.Reference reference = in.name(Background.Reference.class);
        return new Background(
                flags, in.flag() ? Optional.of(readBand(in)) : Optional.empty(), reference);
    }

    static ByteWriter writeFlags(ByteWriter out, Set<ClientFlag> flags) {
        out.varint(flags.size());
        flags.forEach(out::name);
        return out;
    }

    static Set<ClientFlag> readFlags(ByteReader in) {
        Set<ClientFlag> flags = EnumSet.noneOf(ClientFlag.class);
        for (int left = in.count(1); left > 0; left--) {
            flags.add(in.name(ClientFlag.class));
        }
        return flags;
    }

    static ByteWriter writeBand(ByteWriter out, PersonalBand band) {
        return out.i32(band.version())
                .f64(band.centreBpm())
                .f64(band.scaleBpm())
                .f64(band.betweenBpm())
                .optional(band.lnRmssd())
                .name(band.source())
                .i32(band.sessions());
    }

    /**
     * @throws IllegalArgumentException when it breaks its own rules
     */
    static PersonalBand readBand(ByteReader in) {
        return new PersonalBand(
                in.i32(),
                in.f64(),
                in.f64(),
                in.f64(),
                in.optional(),
                in.name(SourceClass.class),
                in.i32());
    }
}
