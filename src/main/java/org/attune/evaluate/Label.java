package org.attune.evaluate;

import java.util.ArrayList;
import java.util.List;

/**
 * A labelled stretch of a recording.
 *
 * @param from beginning, seconds since the recording began; may lie before it
 * @param to end, seconds
 * @param name what it was
 */
public record Label(double from, double to, String name) {
    private static final int COLUMNS = 3;

    public Label {
        if (!Double.isFinite(from) || !Double.isFinite(to)) {
            throw new IllegalArgumentException("must be finite: from=" + from);
        }
        if (name.isBlank()) {
            throw new IllegalArgumentException("must not be blank: name=" + name);
        }
    }

    /** The class of its name. */
    public LabelClass kind() {
        return LabelClass.of(name);
    }

    /**
     * Reads the lines of a labels file: a header, then {@code start_s end_s label}, separated by
     * tabs.
     *
     * @throws LabelsUnreadableException naming file and line
     */
    public static List<Label> parse(String fileName, List<String> lines) {
        List<Label> labels = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            try {
                String[] cells = lines.get(i).split("\t", -1);
                if (cells.length != COLUMNS) {
                    throw new IllegalArgumentException("must be 3: columns=" + cells.length);
                }
                labels.add(
                        new Label(
                                Double.parseDouble(cells[0]),
                                Double.parseDouble(cells[1]),
                                cells[2].strip()));
            } catch (IllegalArgumentException e) {
                throw new LabelsUnreadableException(
                        "line "
                                + (i + 1)
                                + " of "
                                + fileName
                                + " is no label: write start_s, end_s and label, with tabs between",
                        e);
            }
        }
        return labels;
    }
}
