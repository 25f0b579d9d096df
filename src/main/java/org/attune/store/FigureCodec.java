package org.attune.store;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.attune.review.trend.PartFigures;
import org.attune.review.trend.TrendSession;
import org.attune.sensor.SourceClass;
import org.attune.session.ClientFlag;
import org.attune.session.Phase;
import org.attune.session.Session;

/** The binary form of a session's figures; the session itself is not in it. Stateless. */
final class FigureCodec {
    private FigureCodec() {}

    static ByteWriter write(ByteWriter out, TrendSession figures) {
        out.text(figures.judgedBy().settingsFingerprint());
        out.text(figures.judgedBy().pipelineVersion());
        out.flag(figures.incomplete());
        out.flag(figures.source().isPresent());
        figures.source().ifPresent(out::name);
        out.varint(figures.flags().size());
        figures.flags().forEach(out::name);
        out.flag(figures.bandVersion().isPresent());
        figures.bandVersion().ifPresent(out::i32);
        part(out, figures.whole());
        out.varint(figures.phases().size());
        ordered(figures.phases()).forEach((phase, part) -> part(out.name(phase), part));
        return out.optional(figures.recoveryHalfSeconds());
    }

    private static EnumMap<Phase, PartFigures> ordered(Map<Phase, PartFigures> phases) {
        EnumMap<Phase, PartFigures> ordered = new EnumMap<>(Phase.class);
        ordered.putAll(phases);
        return ordered;
    }

    private static void part(ByteWriter out, PartFigures part) {
        out.f64(part.seconds())
                .f64(part.rateSeconds())
                .f64(part.shownSeconds())
                .optional(part.heartRateBpm())
                .f64(part.lnRmssdSeconds())
                .optional(part.lnRmssd())
                .f64(part.aboveSeconds())
                .f64(part.highSeconds());
    }

    /**
     * @throws VaultException when it is none
     */
    static TrendSession read(ByteReader in, Session session) {
        TrendSession.Judging by = new TrendSession.Judging(in.text(), in.text());
        boolean incomplete = in.flag();
        Optional<SourceClass> source =
                in.flag() ? Optional.of(in.name(SourceClass.class)) : Optional.empty();
        Set<ClientFlag> flags = EnumSet.noneOf(ClientFlag.class);
        for (int i = in.count(1); i > 0; i--) {
            flags.add(in.name(ClientFlag.class));
        }
        OptionalInt band = in.flag() ? OptionalInt.of(in.i32()) : OptionalInt.empty();
        PartFigures whole = part(in);
        Map<Phase, PartFigures> phases = new EnumMap<>(Phase.class);
        for (int i = in.count(1); i > 0; i--) {
            phases.put(in.name(Phase.class), part(in));
        }
        return new TrendSession(
                session, by, incomplete, source, flags, band, whole, phases, in.optional());
    }

    private static PartFigures part(ByteReader in) {
        return new PartFigures(
                in.f64(),
                in.f64(),
                in.f64(),
                in.optional(),
                in.f64(),
                in.optional(),
                in.f64(),
                in.f64());
    }
}
