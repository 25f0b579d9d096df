package org.attune.export;

import org.attune.AttuneException;
import org.jspecify.annotations.Nullable;

/** An export could not be made or put in its place; nothing of it is left behind. */
public final class ExportFailedException extends AttuneException {
    private static final long serialVersionUID = 1L;

    ExportFailedException(String whatHappenedAndWhatToDo, @Nullable Throwable cause) {
        super(whatHappenedAndWhatToDo, cause);
    }
}
