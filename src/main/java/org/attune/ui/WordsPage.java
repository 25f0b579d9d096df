package org.attune.ui;

import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.util.function.Consumer;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/** The method card: every saying with the therapist's own words, and Attune's below. On the EDT. */
final class WordsPage extends JPanel {
    private static final long serialVersionUID = 1L;

    private final transient Look look;
    private final transient Runnable changed;
    private final transient GridBagConstraints at = new GridBagConstraints();

    WordsPage(Look look, SetupDraft draft, Runnable changed) {
        super(new GridBagLayout());
        this.look = look;
        this.changed = changed;
        at.anchor = GridBagConstraints.LINE_START;
        at.insets = new Insets(look.whole(6), look.whole(16), 0, look.whole(8));
        at.gridwidth = 2;
        at.gridy = 0;
        at.gridx = 0;
        add(SetupText.paragraph(look, look.words.text("setup.words.lead", WordSettings.MOST)), at);
        at.gridwidth = 1;
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
    }

    private void row(String name, String attune, String words, Consumer<String> edited) {
        at.gridx = 0;
        at.gridy++;
        at.weightx = 0;
        at.fill = GridBagConstraints.NONE;
        JLabel label = SetupText.label(look, name);
        add(label, at);
        JTextField field = new JTextField(words, 28);
        field.setFont(look.type.regular(Typeface.BODY));
        field.getAccessibleContext().setAccessibleName(name);
        field.getAccessibleContext().setAccessibleDescription(attune);
        field.getDocument().addDocumentListener(new Edited(field, edited));
        label.setLabelFor(field);
        at.gridx = 1;
        at.weightx = 1;
        at.fill = GridBagConstraints.HORIZONTAL;
        add(field, at);
        at.gridy++;
        add(SetupText.note(look, attune), at);
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
