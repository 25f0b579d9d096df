package org.attune.export;

import org.attune.AttuneException;

/** A format has no room for a session: too long for it, or from a time it cannot say. */
public final class UnwritableException extends AttuneException {
    private static final long serialVersionUID = 1L;

    /** One line for the user: what happened and what to do. */
    public UnwritableException(String whatHappenedAndWhatToDo) {
        super(whatHappenedAndWhatToDo, null);
    }
}
