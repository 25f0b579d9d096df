package org.attune.app;

import org.attune.AttuneException;

/** There is no vault where one was looked for. Exit code 4. */
final class NoVaultException extends AttuneException {
    private static final long serialVersionUID = 1L;

    NoVaultException(String whatHappenedAndWhatToDo) {
        super(whatHappenedAndWhatToDo, null);
    }
}
