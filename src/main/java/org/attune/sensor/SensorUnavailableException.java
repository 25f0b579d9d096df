package org.attune.sensor;

import org.attune.AttuneException;
import org.jspecify.annotations.Nullable;

/** A sensor cannot be used on this machine as asked. The message says what to do. */
public final class SensorUnavailableException extends AttuneException {
    private static final long serialVersionUID = 1L;

    public SensorUnavailableException(String whatHappenedAndWhatToDo) {
        this(whatHappenedAndWhatToDo, null);
    }

    public SensorUnavailableException(String whatHappenedAndWhatToDo, @Nullable Throwable cause) {
        super(whatHappenedAndWhatToDo, cause);
    }
}
