package org.attune.session;

/** What a person is in the session. */
public enum Role {
    CLIENT,
    PARTNER,
    THERAPIST
}
