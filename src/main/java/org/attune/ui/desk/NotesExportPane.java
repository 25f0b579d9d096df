package org.attune.ui.desk;

import java.awt.BorderLayout;
import javax.swing.JComboBox;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import org.attune.ui.BackgroundWork;

/**
 * The way out for notes: to whom, why, and the very text that would leave. It opens only when that
 * was looked at and consent allows it; any change closes it again. Confined to the EDT.
 */
final class NotesExportPane extends JPanel {
    private static final long serialVersionUID = 1L;
    private final transient NotesPage page;
    private final transient DeskActions actions;
    private final transient BackgroundWork work;
    private final JComboBox<String> purpose = new JComboBox<>();
    private final JTextField recipient = new JTextField(20);
    private final JTextField key = new JTextField(20);
    private final JTextArea preview;
    private final PlainButton leave;
    private String code = "";
    private String session = "";

    NotesExportPane(NotesPage page, DeskActions actions, BackgroundWork work) {
        super(new BorderLayout(0, page.look.whole(6)));
        this.page = page;
        this.actions = actions;
        this.work = work;
        setOpaque(false);
        preview = page.prose(page.words.of("notes.leave"));
        leave = page.button("notes.export", this::export);
        JPanel top = page.clear(new BorderLayout(0, page.look.whole(6)));
        top.add(page.section(page.words.of("notes.leave")), BorderLayout.NORTH);
        top.add(
                page.form()
                        .field("notes.purpose", purpose)
                        .field("notes.recipient", recipient)
                        .field("notes.key", key)
                        .done(),
                BorderLayout.CENTER);
        add(top, BorderLayout.NORTH);
        add(page.framed(preview), BorderLayout.CENTER);
        add(page.row(page.button("notes.look", this::look), leave), BorderLayout.SOUTH);
        purpose.addActionListener(event -> changed());
        recipient.getDocument().addDocumentListener(new Typed(this::changed));
        key.getDocument().addDocumentListener(new Typed(this::changed));
        changed();
    }

    /** Whose notes it is about, and of which session; empty for all. */
    void of(String newCode, String newSession) {
        code = newCode;
        session = newSession;
        changed();
    }

    void refresh() {
        if (purpose.getItemCount() == 0) {
            work.ask(actions::choices, choices -> choices.purposes().forEach(purpose::addItem));
        }
    }

    private void changed() {
        leave.setEnabled(false);
        preview.setText(page.words.of("notes.leave.lead"));
    }

    private NoteActions.NotesWish wish() {
        Object why = purpose.getSelectedItem();
        return new NoteActions.NotesWish(
                code,
                session,
                why == null ? "" : why.toString(),
                recipient.getText().strip(),
                key.getText().strip());
    }

    private void look() {
        NoteActions.NotesWish wish = wish();
        changed();
        if (wish.code().isEmpty() || wish.recipient().isEmpty()) {
            preview.setText(page.words.of("notes.incomplete"));
            return;
        }
        work.ask(
                () -> actions.notes().preview(wish),
                leaving -> {
                    if (wish.equals(wish())) {
                        DeskPage.fill(preview, leaving.lines());
                        leave.setEnabled(leaving.permitted());
                    }
                });
    }

    private void export() {
        NoteActions.NotesWish wish = wish();
        page.target()
                .ifPresent(
                        target ->
                                work.act(
                                        page.words.of("working"),
                                        () -> actions.notes().export(wish, target),
                                        this::changed));
    }
}
