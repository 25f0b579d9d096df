package org.attune.store;

import java.time.Duration;
import java.util.Optional;
import org.attune.Limits;

/**
 * How long the practice keeps recordings where nothing else was agreed with the person.
 *
 * @param keepDays days from the beginning of a session, 0 to 36500; 0 when there is no such rule
 */
public record RetentionSettings(int keepDays) {
    public static final RetentionSettings DEFAULT = new RetentionSettings(0);

    public RetentionSettings {
        keepDays = Limits.within("keepDays", keepDays, 0, 36_500);
    }

    Optional<Duration> keep() {
        return keepDays == 0 ? Optional.empty() : Optional.of(Duration.ofDays(keepDays));
    }
}
