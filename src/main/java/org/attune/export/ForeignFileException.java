package org.attune.export;

import org.attune.AttuneException;
import org.jspecify.annotations.Nullable;

/** A file that another Attune is said to have made cannot be used; nothing was taken from it. */
public final class ForeignFileException extends AttuneException {
    private static final long serialVersionUID = 1L;

    /** One line for the user: what happened and what to do. */
    public ForeignFileException(String whatHappenedAndWhatToDo) {
        this(whatHappenedAndWhatToDo, null);
    }

    ForeignFileException(String whatHappenedAndWhatToDo, @Nullable Throwable cause) {
        super(whatHappenedAndWhatToDo, cause);
    }
}
