package org.attune.ui.review;

import java.awt.BorderLayout;
import java.awt.Window;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import javax.swing.JList;
import javax.swing.JScrollPane;
import javax.swing.ListSelectionModel;
import org.attune.review.Annotations;
import org.attune.session.MarkKind;

/** Which mark was missed: a list, gone through by arrow keys. Confined to the EDT. */
final class MarkDialog {
    /** What takes more than its kind to be told, or is the therapist's alone. */
    private static final Set<MarkKind> ELSEWHERE =
            EnumSet.of(MarkKind.PHASE, MarkKind.SUDS, MarkKind.FELT);

    private MarkDialog() {}

    private static MarkKind[] kinds() {
        return Arrays.stream(MarkKind.values())
                .filter(Annotations::isOfHindsight)
                .filter(each -> !ELSEWHERE.contains(each))
                .toArray(MarkKind[]::new);
    }

    /** Opens one; Enter keeps what is chosen, Escape leaves. */
    static void open(Window owner, ReviewWords words, String title, Consumer<MarkKind> chosen) {
        MarkKind[] kinds = kinds();
        JList<String> list =
                new JList<>(Arrays.stream(kinds).map(words.live()::mark).toArray(String[]::new));
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setSelectedIndex(0);
        list.setVisibleRowCount(kinds.length);
        AskDialog dialog = new AskDialog(owner, words, title);
        dialog.show(
                new JScrollPane(list),
                BorderLayout.CENTER,
                list,
                0,
                () -> chosen.accept(kinds[Math.max(0, list.getSelectedIndex())]),
                () -> {});
    }
}
