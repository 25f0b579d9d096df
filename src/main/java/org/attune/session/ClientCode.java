package org.attune.session;

/**
 * The pseudonym of a person. Its text form is redacted, so that it cannot slip into a log.
 *
 * @param value 1 to 32 letters, digits, dots, dashes or underscores
 */
public record ClientCode(String value) {
    public ClientCode {
        if (!value.matches("[\\p{L}\\p{N}._-]{1,32}")) {
            throw new IllegalArgumentException(
                    "a client code must be 1 to 32 letters, digits, dots, dashes or underscores:"
                            + " length="
                            + value.length());
        }
    }

    @Override
    public String toString() {
        return "ClientCode[redacted]";
    }
}
