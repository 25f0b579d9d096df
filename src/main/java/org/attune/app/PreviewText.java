package org.attune.app;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.attune.consent.DataCategory;
import org.attune.consent.ExportRequest;
import org.attune.export.ExportPreview;

/** What would leave, as lines for a terminal. */
final class PreviewText {
    private PreviewText() {}

    static void print(ExportPreview preview, PrintWriter out) {
        out.println("nothing is written: this is what would leave");
        lines(preview).forEach(out::println);
    }

    /** What would leave, a line each. */
    static List<String> lines(ExportPreview preview) {
        ExportRequest request = preview.request();
        List<String> out = new ArrayList<>();
        out.add(
                "for       "
                        + request.recipient().name()
                        + " ("
                        + request.recipient().kind().code()
                        + "), purpose "
                        + request.purpose().code()
                        + ", "
                        + request.identifiability().code());
        out.add(
                "data      "
                        + preview.categories().stream()
                                .sorted()
                                .map(DataCategory::code)
                                .collect(Collectors.joining(", "))
                        + (preview.simulated() ? " (simulated)" : ""));
        out.add("from      " + preview.from() + " to " + preview.until());
        for (ExportPreview.FileOut file : preview.files()) {
            String rows = file.rows().isPresent() ? ", " + file.rows().getAsLong() + " lines" : "";
            out.add("file      " + file.path() + "  " + file.bytes() + " bytes" + rows);
        }
        preview.leftOut().forEach(each -> out.add("left out  " + each.what() + ": " + each.why()));
        return out;
    }
}
