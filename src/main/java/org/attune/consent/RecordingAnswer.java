package org.attune.consent;

import java.util.List;
import java.util.function.Function;

/** The answer to "may this person be recorded now?": a permit, or what is missing. */
public sealed interface RecordingAnswer {
    /** Yes, and the proof of it. */
    record Permitted(RecordingPermit permit) implements RecordingAnswer {}

    /** No: each missing element in plain words. */
    record Refused(List<String> missing) implements RecordingAnswer {
        public Refused {
            missing = List.copyOf(missing);
        }
    }

    default <R> R match(Function<Permitted, R> permitted, Function<Refused, R> refused) {
        return this instanceof Permitted p ? permitted.apply(p) : refused.apply((Refused) this);
    }
}
