package org.attune.keyring;

import org.attune.AttuneException;
import org.jspecify.annotations.Nullable;

/** The keyring of the system cannot do what was asked. */
public final class KeyringException extends AttuneException {
    private static final long serialVersionUID = 1L;
    private final String why;

    KeyringException(String why, String whatToDo) {
        this(why, whatToDo, null);
    }

    KeyringException(String why, String whatToDo, @Nullable Throwable cause) {
        super(why + ": " + whatToDo, cause);
        this.why = why;
    }

    /** What happened, in a few words and without what to do about it. */
    public String why() {
        return why;
    }
}
