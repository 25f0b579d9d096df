package org.attune.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JLabel;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/** The method card: every saying with the therapist's own words, and Attune's below. On the EDT. */
final class WordsPage extends SetupPage {
    private static final long serialVersionUID = 1L;
    private static final double ROW = 36;
    private static final double NOTE = 24;
    private static final double WIDEST = 560;

    private final transient Runnable changed;
    private final JTextArea lead;
    private final transient List<Row> rows = new ArrayList<>();

    private record Row(JLabel name, JTextField words, JLabel attune) {}

    WordsPage(Look look, SetupDraft draft, Runnable changed) {
        super(look, look.words.text("setup.words"));
        this.changed = changed;
        this.lead = Paragraph.of(look, look.words.text("setup.words.lead", WordSettings.MOST));
        add(lead);
        for (Saying each : Saying.values()) {
            row(
                    look.words.saying(each),
                    look.words.text("setup.attune", look.words.standard(each)),
                    draft.saying(each),
                    words -> draft.saying(each, words));
        }
        row(
                look.words.text("setup.client"),
                look.words.text("setup.client.attune"),
                draft.clientWords(),
                draft::clientWords);
        FocusOrder.keepInSight(this);
    }

    private void row(String name, String attune, String words, Consumer<String> edited) {
        JLabel label = SetupText.label(look, name);
        JTextField field = new JTextField(words);
        field.setFont(look.type.regular(Typeface.BODY));
        field.getAccessibleContext().setAccessibleName(name);
        field.getAccessibleContext().setAccessibleDescription(attune);
        field.getDocument().addDocumentListener(new Edited(field, edited));
        label.setLabelFor(field);
        JLabel note = SetupText.note(look, attune);
        rows.add(new Row(label, field, note));
        add(label);
        add(field);
        add(note);
    }

    @Override
    int place(int width) {
        int top = lead(lead, width, look.whole(20)) + look.whole(16);
        int longest =
                rows.stream().mapToInt(row -> row.name().getPreferredSize().width).max().orElse(0);
        int names = longest + look.whole(24);
        int left = margin() + names;
        int room = Math.max(look.whole(160), width - left - margin());
        int wide = Math.min(room, look.whole(WIDEST));
        int edge = 3; // a note begins where the words above it do, within the edge of the field
        for (Row row : rows) {
            centred(row.name(), margin(), names - look.whole(12), top, look.whole(ROW));
            centred(row.words(), left, wide, top, look.whole(ROW));
            row.attune()
                    .setBounds(
                            left + edge + look.whole(4),
                            top + look.whole(ROW),
                            room - edge,
                            look.whole(NOTE - 4));
            top += look.whole(ROW + NOTE);
        }
        return top + look.whole(20);
    }

    /** Any change of what stands in the field. */
    private final class Edited implements DocumentListener {
        private final JTextField field;
        private final Consumer<String> edited;

        Edited(JTextField field, Consumer<String> edited) {
            this.field = field;
            this.edited = edited;
        }

        @Override
        public void insertUpdate(DocumentEvent event) {
            edited.accept(field.getText());
            changed.run();
        }

        @Override
        public void removeUpdate(DocumentEvent event) {
            insertUpdate(event);
        }

        @Override
        public void changedUpdate(DocumentEvent event) {
            insertUpdate(event);
        }
    }
}
