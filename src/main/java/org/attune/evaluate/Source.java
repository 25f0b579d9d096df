package org.attune.evaluate;

/** What a file of a recording holds; recordings are measured once for each they have. */
public enum Source {
    /** Beat intervals: {@code NAME.rr.tsv}. */
    RR("rr"),
    /** The wristband's own beat intervals, clean and full of holes: {@code NAME.e4ibi.tsv}. */
    E4IBI("e4ibi"),
    /** Heart rates once a second, no beats: {@code NAME.hr.tsv}. */
    HR("hr");

    private final String word;

    Source(String word) {
        this.word = word;
    }

    /** As file names and tables write it. */
    public String word() {
        return word;
    }

    /** Whether single beats are known. */
    public boolean hasBeats() {
        return this != HR;
    }
}
