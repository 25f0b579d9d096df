package org.attune.session;

/**
 * Names a session. Random, so it tells nothing about anybody.
 *
 * @param value 1 to 64 letters, digits or dashes
 */
public record SessionId(String value) {
    public SessionId {
        if (!value.matches("[A-Za-z0-9-]{1,64}")) {
            throw new IllegalArgumentException(
                    "must be 1 to 64 letters, digits or dashes: value=" + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
