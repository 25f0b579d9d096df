package org.attune.app;

import org.attune.AttuneException;

/** Results could not be written to the end. Exit code 1. */
final class OutputLostException extends AttuneException {
    private static final long serialVersionUID = 1L;

    OutputLostException() {
        super(
                "the results could not be written to the end: their reader has closed, or the disk"
                        + " is full",
                null);
    }
}
