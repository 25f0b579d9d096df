package org.attune.beat;

/**
 * What a beat was judged to be. All but {@link #NORMAL} are artefacts: left out, never repaired.
 */
public enum Verdict {
    NORMAL,
    /** A premature beat or the pause after it. */
    ECTOPIC,
    /** One or more beats were not seen: the interval holds several. */
    MISSED,
    /** A beat was seen that was none: the interval is a fraction of one. */
    EXTRA,
    /** Too long for its neighbours, for no nameable cause. */
    LONG,
    /** Too short for its neighbours, for no nameable cause. */
    SHORT,
    /** No heart in the rules' range beats so. */
    IMPLAUSIBLE;

    public boolean isNormal() {
        return this == NORMAL;
    }
}
