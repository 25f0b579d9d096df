package org.attune.app;

import org.attune.AttuneException;

/** What was asked for needs a consent that is not in force. Exit code 5. */
final class ConsentRefusedException extends AttuneException {
    private static final long serialVersionUID = 1L;

    ConsentRefusedException(String whatIsMissingAndWhatToDo) {
        super(whatIsMissingAndWhatToDo, null);
    }
}
