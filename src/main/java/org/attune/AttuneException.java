package org.attune;

import org.jspecify.annotations.Nullable;

/**
 * Machinery failed: a sensor, the vault, the configuration. Bad data is never an exception.
 *
 * <p>The message is one line for the user: what happened and what to do. It names no person.
 */
public abstract class AttuneException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    protected AttuneException(String whatHappenedAndWhatToDo, @Nullable Throwable cause) {
        super(whatHappenedAndWhatToDo, cause);
    }
}
