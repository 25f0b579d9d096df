package org.attune.consent;

/** The rules by which consent decides, each with the id that stands in the audit log. */
public enum ConsentRule {
    /** Recording needs a grant to record and one to store. */
    RECORDING("consent-1"),
    /** An export needs one grant that matches in every element. */
    ONE_GRANT("consent-2"),
    /** Before the newest known instant nothing is decided: the clock was turned back. */
    CLOCK("consent-3"),
    /** Notes leave by their own consent only, and alone. */
    NOTES_ALONE("consent-7"),
    /** What is unknown or of another person is denied. */
    UNKNOWN("consent-10"),
    /** The person's own copy needs no consent. */
    OWN_COPY("consent-12"),
    /** Any other use needs its own scope in force. */
    OWN_SCOPE("consent-scope");

    private final String id;

    ConsentRule(String id) {
        this.id = id;
    }

    /** The id kept in records: never changes its meaning. */
    public String id() {
        return id;
    }
}
