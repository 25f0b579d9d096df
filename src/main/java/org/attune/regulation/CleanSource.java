package org.attune.regulation;

import org.attune.hrv.RateBelief;
import org.attune.regulation.RegulationInput.Evenness;
import org.attune.sensor.SourceClass;

/**
 * Whether a source is held to the standard of clean beats: electrodes are, light through skin is
 * not, and a source of unknown kind is once it has delivered clean beats for a while. From a clean
 * source, contradiction means that something is wrong with contact or rhythm; from a pulse at the
 * wrist it is the ordinary state of affairs, and the filter copes.
 *
 * <p>Confined to the pipeline thread.
 */
final class CleanSource {
    /** Share of heartbeat believed by which a source of unknown kind proves itself. */
    private static final double CLEAN = 0.92;

    /** Share of the time in which beats must be even. */
    private static final double MOST = 0.5;

    private static final int ENOUGH_SECONDS = 45;
    private static final int MEMORY_SECONDS = 300;

    private double usual;
    private double even;
    private int seconds;

    /**
     * One second in which nothing contradicted.
     *
     * @param mostlyEven whether most of the last beats follow closely from their neighbours
     */
    void add(RateBelief belief, boolean mostlyEven) {
        if (belief.heardSeconds() <= 0) {
            return;
        }
        seconds++;
        double agreement = Math.min(1, belief.believedSeconds() / belief.heardSeconds());
        usual += (agreement - usual) / Math.min(seconds, MEMORY_SECONDS);
        even += ((mostlyEven ? 1 : 0) - even) / Math.min(seconds, MEMORY_SECONDS);
    }

    boolean isClean(SourceClass source) {
        boolean proved = source == SourceClass.UNKNOWN && seconds >= ENOUGH_SECONDS;
        return source.isClean() || (proved && usual >= CLEAN);
    }

    /**
     * Whether a source of unknown kind tells beats so evenly, of late or for most of the time, that
     * what does not follow is no noise of its own, though frequent premature beats keep it from
     * {@link #isClean}. It is held to its beats one by one, not to the stricter limits of the rate.
     */
    boolean isEven(SourceClass source, Evenness lately) {
        boolean forMost = seconds >= ENOUGH_SECONDS && even >= MOST;
        return source == SourceClass.UNKNOWN && (forMost || lately == Evenness.MOSTLY);
    }
}
