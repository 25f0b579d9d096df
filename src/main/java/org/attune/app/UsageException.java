package org.attune.app;

import org.attune.AttuneException;

/** The words of the command do not fit; the message says what would. Exit code 2. */
final class UsageException extends AttuneException {
    private static final long serialVersionUID = 1L;

    UsageException(String whatIsWrongAndWhatToDo) {
        super(whatIsWrongAndWhatToDo, null);
    }
}
