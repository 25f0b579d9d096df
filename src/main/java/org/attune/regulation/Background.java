package org.attune.regulation;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.attune.session.ClientFlag;

/**
 * What is known of a person before the session begins. Immutable.
 *
 * @param flags what falsifies which conclusions
 * @param band the range of earlier sessions, approved by the therapist
 * @param reference what this session is judged against
 */
public record Background(Set<ClientFlag> flags, Optional<PersonalBand> band, Reference reference) {
    /** Nothing is known. */
    public static final Background NONE =
            new Background(Set.of(), Optional.empty(), Reference.TODAY);

    /** What a session is judged against. */
    public enum Reference {
        /** What is learned at its beginning, drawn a little towards earlier sessions. */
        TODAY,
        /** The range of earlier sessions, at once: silence was unwelcome. */
        EARLIER
    }

    public Background {
        // In the order of the enumeration, so that equal backgrounds are stored alike.
        flags = flags.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(flags));
        if (reference == Reference.EARLIER && band.isEmpty()) {
            throw new IllegalArgumentException(
                    "a session can be judged against earlier ones only with their band");
        }
    }

    /** Whether variability from beat to beat says nothing of this person's nerves. */
    public boolean falsifiesVariability() {
        return flags.contains(ClientFlag.PACEMAKER)
                || flags.contains(ClientFlag.HEART_TRANSPLANT)
                || flags.contains(ClientFlag.IRREGULAR_RHYTHM);
    }
}
