package org.attune.sensor.replay;

import org.attune.AttuneException;
import org.jspecify.annotations.Nullable;

/** A file holds no recording that can be read; the message names the file and the line. */
public final class RecordingFileException extends AttuneException {
    private static final long serialVersionUID = 1L;

    /** One line for the user: what happened and what to do. */
    public RecordingFileException(String whatHappenedAndWhatToDo) {
        this(whatHappenedAndWhatToDo, null);
    }

    /** One line for the user, with what the machine said. */
    public RecordingFileException(String whatHappenedAndWhatToDo, @Nullable Throwable cause) {
        super(whatHappenedAndWhatToDo, cause);
    }
}
