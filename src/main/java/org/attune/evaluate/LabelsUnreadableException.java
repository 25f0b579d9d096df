package org.attune.evaluate;

import org.attune.AttuneException;
import org.jspecify.annotations.Nullable;

/** A labels file cannot be used; the message names the file and the line. */
public final class LabelsUnreadableException extends AttuneException {
    private static final long serialVersionUID = 1L;

    LabelsUnreadableException(String whatHappenedAndWhatToDo, @Nullable Throwable cause) {
        super(whatHappenedAndWhatToDo, cause);
    }
}
