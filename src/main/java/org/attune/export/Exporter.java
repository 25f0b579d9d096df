package org.attune.export;

import java.util.Set;
import org.attune.consent.DataCategory;

/**
 * A format. It writes what it finds in the content, into a target, and touches nothing else: no
 * file, no clock, no default locale, no default zone. Equal contents give equal bytes. Stateless;
 * any thread.
 */
public interface Exporter {
    /** Stable name, as on the command line: {@code csv}. */
    String id();

    /** In a few words, for people: "Table of beats and seconds (CSV)". */
    String title();

    /** Media type of its main file. */
    String mediaType();

    /** Without these it would be empty or broken: all must be granted. */
    Set<DataCategory> needs();

    /** What else it can hold; written where granted, and left out without complaint where not. */
    Set<DataCategory> holds();

    /**
     * Writes {@code content}.
     *
     * @param grant proof that consent was checked; made for this content's person
     */
    void write(ExportGrant grant, ExportContent content, ExportTarget target);
}
