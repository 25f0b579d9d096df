package org.attune.archfixture.export;

import java.util.List;

/** Breaks no-export-without-grant in its last method. */
interface Exporter {
    String id();

    void write(ExportGrant grant, List<String> lines);

    void dump(List<String> lines);
}
