package org.attune.beat;

import java.util.List;
import org.attune.sensor.RrInterval;

/**
 * Notices a sensor that repeats its last packet instead of listening: some straps do so when they
 * lose the skin, and nothing in the packet tells.
 *
 * <p>Idea: two neighbouring packets are equal by chance, the more often the coarser a sensor counts
 * and the evener a heart beats; how often is learned as it goes. A run of equal packets that chance
 * would bring less than once in a hundred thousand packets is no heart. A sensor of the usual
 * resolution is found out after four or five seconds. A heart paced to the millisecond looks the
 * same, and is rightly not judged either.
 *
 * <p>Cost: constant for each packet. Confined to the pipeline thread.
 */
public final class EchoWatch {
    private static final double LEAST_CHANCE = 1e-5;
    private static final int LEAST_REPEATS = 3;

    /** What is expected before anything was heard, and the packets it counts for. */
    private static final double USUAL_SHARE = 0.05;

    private static final double USUAL_WEIGHT = 20;

    /** Older packets count less and less. */
    private static final double MEMORY = 600;

    private List<RrInterval> last = List.of();
    private double equal = USUAL_SHARE * USUAL_WEIGHT;
    private double heard = USUAL_WEIGHT;
    private int repeats;
    private boolean repeating;

    /** Takes a packet that holds at least one interval. */
    public void hear(List<RrInterval> packet) {
        if (packet.equals(last)) {
            repeats++;
            repeating |=
                    repeats >= LEAST_REPEATS
                            && StrictMath.pow(equal / heard, repeats) < LEAST_CHANCE;
            return;
        }
        if (!repeating) {
            learn();
        }
        last = packet;
        repeats = 0;
        repeating = false;
    }

    /** What comes next does not continue what came before; what was learned of the sensor stays. */
    public void breakHere() {
        last = List.of();
        repeats = 0;
        repeating = false;
    }

    /** Whether the packets heard last are one and the same. */
    public boolean repeats() {
        return repeating;
    }

    private void learn() {
        double keep = Math.min(1, MEMORY / (heard + repeats + 1));
        equal = (equal + repeats) * keep;
        heard = (heard + repeats + 1) * keep;
    }
}
