package org.attune.app;

import java.io.PrintWriter;
import java.util.stream.Collectors;
import org.attune.consent.DataCategory;
import org.attune.consent.ExportRequest;
import org.attune.export.ExportPreview;

/** What would leave, as lines for a terminal. */
final class PreviewText {
    private PreviewText() {}

    static void print(ExportPreview preview, PrintWriter out) {
        ExportRequest request = preview.request();
        out.println("nothing is written: this is what would leave");
        out.println(
                "for       "
                        + request.recipient().name()
                        + " ("
                        + request.recipient().kind().code()
                        + "), purpose "
                        + request.purpose().code()
                        + ", "
                        + request.identifiability().code());
        out.println(
                "data      "
                        + preview.categories().stream()
                                .sorted()
                                .map(DataCategory::code)
                                .collect(Collectors.joining(", "))
                        + (preview.simulated() ? " (simulated)" : ""));
        out.println("from      " + preview.from() + " to " + preview.until());
        for (ExportPreview.FileOut file : preview.files()) {
            String rows = file.rows().isPresent() ? ", " + file.rows().getAsLong() + " lines" : "";
            out.println("file      " + file.path() + "  " + file.bytes() + " bytes" + rows);
        }
        preview.leftOut()
                .forEach(each -> out.println("left out  " + each.what() + ": " + each.why()));
    }
}
