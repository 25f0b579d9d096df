package org.attune.ui.review;

import java.util.List;
import java.util.Map;
import org.attune.review.WhatIf;

/**
 * Judges the session in the window as it would have been judged otherwise. Called on a worker
 * thread, one call at a time; what cannot be used is an {@link org.attune.AttuneException} or an
 * {@link IllegalArgumentException}, whose message is shown.
 */
public interface WhatIfQuestions {
    /** The profiles there are, by name. */
    List<String> profiles();

    /** The one the session began with. */
    String begunWith();

    /**
     * Judges it.
     *
     * @param wish what is asked for
     */
    Answer judge(Wish wish);

    /**
     * What is asked for.
     *
     * @param profile for the whole session; empty for those it was judged by
     * @param changes settings laid over it, by their dotted keys
     */
    record Wish(String profile, Map<String, Double> changes) {
        /** As it was. */
        static final Wish NONE = new Wish("", Map.of());

        public Wish {
            changes = Map.copyOf(changes);
        }
    }

    /**
     * What became of it.
     *
     * @param values what {@link WhatIfPresenter#KNOBS} stand at, by their dotted keys
     * @param remarks what is to be said beside
     */
    record Answer(WhatIf compared, Map<String, Double> values, List<String> remarks) {
        public Answer {
            values = Map.copyOf(values);
            remarks = List.copyOf(remarks);
        }
    }
}
