package org.attune.signal;

import java.util.List;
import java.util.function.Function;
import org.attune.regulation.Reason;

/** What the therapist is shown. A signal that cannot be trusted is withheld, never guessed. */
public sealed interface Signal {
    /**
     * A pace is shown.
     *
     * @param pace stands for as long as its condition does
     * @param cueFate what became of the one-time cue in this very step
     * @param because in order of weight
     */
    record Shown(Pace pace, CueFate cueFate, List<Reason> because) implements Signal {
        public Shown {
            because = List.copyOf(because);
        }

        /** Whether the one-time cue is given in this very step. */
        public boolean cue() {
            return cueFate == CueFate.GIVEN;
        }
    }

    /** Nothing can be said, and why. */
    record Withheld(Reason because) implements Signal {}

    default <R> R match(Function<Shown, R> shown, Function<Withheld, R> withheld) {
        return this instanceof Shown s ? shown.apply(s) : withheld.apply((Withheld) this);
    }
}
