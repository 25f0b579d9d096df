package org.attune.regulation;

import org.attune.sensor.SourceClass;

/**
 * What differs between kinds of source. How far each was proven on recordings stands beside the
 * keys of the settings file.
 *
 * @param electrodes beats from electrodes, and from sources that have proved to be as clean
 * @param pulse beats from light through skin
 * @param rateOnly a rate without beats
 */
public record SourceRules(GateRules electrodes, GateRules pulse, GateRules rateOnly) {
    public static final SourceRules DEFAULT =
            new SourceRules(
                    new GateRules(0.7, 0.08, 6, 1),
                    new GateRules(0.3, 0.15, 0, 1),
                    new GateRules(0.3, 0.15, 0, 1.6));

    /**
     * @param clean whether the source is held to the standard of electrodes
     */
    GateRules of(SourceClass source, boolean clean) {
        if (source == SourceClass.HEART_RATE_ONLY) {
            return rateOnly;
        }
        return clean ? electrodes : pulse;
    }
}
