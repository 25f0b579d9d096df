package org.attune.regulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.attune.session.ClientFlag;

/**
 * What a person's flags disable. Beta-blockers blunt rises and raise variability; in fibrillation
 * and with a pacemaker rate and variability are not the nerves' doing; a transplanted heart has no
 * nerves to speak of; in pregnancy the resting rate climbs from week to week, so that earlier
 * sessions say nothing of this one. For variability in fibrillation and under drugs for it: Corino
 * et al. 2015, J Cardiovasc Electrophysiol, doi 10.1111/jce.12580; the rest is textbook knowledge.
 * None of it was measured here.
 *
 * @param withholds why nothing can be said at all, if so
 * @param quietFalsified whether flat and low say nothing
 * @param earlierFalsified whether the band of earlier sessions says nothing
 * @param confidence factor on the confidence of the data, 0 to 1
 * @param notes said beside every estimate
 */
record FlagEffects(
        Optional<Reason> withholds,
        boolean quietFalsified,
        boolean earlierFalsified,
        double confidence,
        List<Reason> notes) {
    static final FlagEffects NONE = of(Set.of());

    private static final double BLUNTED_CONFIDENCE = 0.5;
    private static final double IRREGULAR_CONFIDENCE = 0.7;

    static FlagEffects of(Set<ClientFlag> flags) {
        boolean blunted = flags.contains(ClientFlag.BETA_BLOCKER);
        boolean irregular = flags.contains(ClientFlag.IRREGULAR_RHYTHM);
        List<Reason> notes = new ArrayList<>();
        if (blunted) {
            notes.add(Reason.of(Reason.Code.BLUNTED));
        }
        if (irregular) {
            notes.add(Reason.of(Reason.Code.KNOWN_IRREGULAR));
        }
        return new FlagEffects(
                withholds(flags),
                blunted || irregular,
                flags.contains(ClientFlag.PREGNANCY),
                (blunted ? BLUNTED_CONFIDENCE : 1) * (irregular ? IRREGULAR_CONFIDENCE : 1),
                List.copyOf(notes));
    }

    private static Optional<Reason> withholds(Set<ClientFlag> flags) {
        if (flags.contains(ClientFlag.PACEMAKER)) {
            return Optional.of(Reason.of(Reason.Code.PACED));
        }
        return flags.contains(ClientFlag.HEART_TRANSPLANT)
                ? Optional.of(Reason.of(Reason.Code.DENERVATED))
                : Optional.empty();
    }
}
