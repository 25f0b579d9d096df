package org.attune.ui;

import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.util.EnumMap;
import java.util.Map;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** Every act with the key that asks for it, in two columns. Confined to the EDT. */
final class KeysPage extends JPanel {
    private static final long serialVersionUID = 1L;

    private final transient Look look;
    private final transient SetupDraft draft;
    private final transient Map<Act, KeyField> fields = new EnumMap<>(Act.class);

    KeysPage(Look look, SetupDraft draft, Runnable changed) {
        super(new GridBagLayout());
        this.look = look;
        this.draft = draft;
        GridBagConstraints at = new GridBagConstraints();
        at.insets = new Insets(look.whole(3), look.whole(16), look.whole(3), look.whole(8));
        at.anchor = GridBagConstraints.LINE_START;
        at.gridwidth = 4;
        at.gridx = 0;
        at.gridy = 0;
        add(SetupText.paragraph(look, look.words.text("setup.keys.lead")), at);
        at.gridwidth = 1;
        Act[] acts = Act.values();
        int half = (acts.length + 1) / 2;
        for (int i = 0; i < acts.length; i++) {
            Act act = acts[i];
            at.gridx = i < half ? 0 : 2;
            at.gridy = 1 + i % half;
            JLabel label = SetupText.label(look, look.words.act(act));
            add(label, at);
            KeyField field =
                    new KeyField(
                            look.words.act(act),
                            stroke -> {
                                draft.stroke(act, stroke);
                                refresh();
                                changed.run();
                            });
            field.setFont(look.type.semibold(Typeface.BODY));
            label.setLabelFor(field);
            fields.put(act, field);
            at.gridx++;
            add(field, at);
        }
        refresh();
    }

    /** Shows the keys as they are now, as they are written on this language's keyboards. */
    void refresh() {
        fields.forEach((act, field) -> field.setText(look.words.stroke(draft.stroke(act))));
    }
}
