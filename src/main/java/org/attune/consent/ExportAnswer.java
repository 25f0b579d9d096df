package org.attune.consent;

import java.util.List;
import java.util.function.Function;

/** The answer to "may this leave now?": a permit, or what is missing. */
public sealed interface ExportAnswer {
    /** The rule that decided. */
    ConsentRule rule();

    /** Yes, and the proof of it. */
    record Permitted(ExportPermit permit) implements ExportAnswer {
        @Override
        public ConsentRule rule() {
            return permit.rule();
        }
    }

    /**
     * No.
     *
     * @param missing each missing element in plain words, at least one
     * @param rule the rule that decided
     */
    record Refused(List<String> missing, ConsentRule rule) implements ExportAnswer {
        public Refused {
            missing = List.copyOf(missing);
            if (missing.isEmpty()) {
                throw new IllegalArgumentException("a refusal must say what is missing");
            }
        }
    }

    default <R> R match(Function<Permitted, R> permitted, Function<Refused, R> refused) {
        return this instanceof Permitted p ? permitted.apply(p) : refused.apply((Refused) this);
    }
}
