package org.attune.ui.desk;

import java.awt.BorderLayout;
import java.nio.file.Path;
import java.util.List;
import javax.swing.JComboBox;
import javax.swing.JFileChooser;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import org.attune.ui.BackgroundWork;
import org.attune.ui.Look;

/**
 * What is to leave, for whom and why; beside it, exactly what would, or what is missing for it. The
 * button opens only when consent allows all of it. Confined to the EDT.
 */
final class ExportPage extends DeskPage {
    private static final long serialVersionUID = 1L;
    private final transient DeskActions actions;
    private final transient BackgroundWork work;
    private final JTextField code = new JTextField(20);
    private final JComboBox<String> format = new JComboBox<>();
    private final JComboBox<String> purpose = new JComboBox<>();
    private final JTextField recipient = new JTextField(20);
    private final JComboBox<String> identifiability = new JComboBox<>();
    private final JTextField key = new JTextField(20);
    private final JTextArea preview = prose(words.of("export.preview"));
    private final PlainButton leave = button("export.go", this::export);
    private String session = "";
    private int asked;

    ExportPage(
            Look look, DeskWords words, DeskActions actions, BackgroundWork work, Runnable back) {
        super(look, words, "export");
        this.actions = actions;
        this.work = work;
        JPanel form =
                new Form()
                        .field("export.code", code)
                        .field("export.format", format)
                        .field("export.purpose", purpose)
                        .field("export.recipient", recipient)
                        .field("export.identity", identifiability)
                        .field("export.key", key)
                        .done();
        JPanel left = clear(new BorderLayout(0, look.whole(16)));
        left.add(form, BorderLayout.NORTH);
        left.add(row(leave, button("back", back)), BorderLayout.SOUTH);
        JPanel right = clear(new BorderLayout(0, look.whole(6)));
        right.add(section(words.of("export.preview")), BorderLayout.NORTH);
        right.add(framed(preview), BorderLayout.CENTER);
        add(halves(left, right), BorderLayout.CENTER);
        leave.setEnabled(false);
        format.addActionListener(event -> look());
        purpose.addActionListener(event -> look());
        identifiability.addActionListener(event -> look());
        for (JTextField field : List.of(code, recipient, key)) {
            field.getDocument().addDocumentListener(new Typed(this::look));
        }
    }

    /** Which session is to leave, and whose lane. */
    void of(String newSession, String newCode) {
        session = newSession;
        code.setText(newCode);
    }

    @Override
    void refresh() {
        if (format.getItemCount() == 0) {
            work.ask(actions::choices, this::offer);
        } else {
            look();
        }
    }

    private void offer(DeskActions.Choices choices) {
        choices.formats().forEach(format::addItem);
        choices.purposes().forEach(purpose::addItem);
        choices.identifiabilities().forEach(identifiability::addItem);
        look();
    }

    private DeskActions.Wish wish() {
        return new DeskActions.Wish(
                session,
                code.getText().strip(),
                chosen(format),
                chosen(purpose),
                recipient.getText().strip(),
                chosen(identifiability),
                key.getText().strip());
    }

    private static String chosen(JComboBox<String> box) {
        Object item = box.getSelectedItem();
        return item == null ? "" : item.toString();
    }

    /** Looks again what would leave; only the answer to the newest question is shown. */
    private void look() {
        leave.setEnabled(false);
        DeskActions.Wish wish = wish();
        if (wish.session().isEmpty() || wish.format().isEmpty() || wish.recipient().isEmpty()) {
            preview.setText(words.of("export.incomplete"));
            return;
        }
        int question = ++asked;
        work.ask(
                () -> actions.preview(wish),
                leaving -> {
                    if (question == asked) {
                        fill(preview, leaving.lines());
                        leave.setEnabled(leaving.permitted());
                    }
                });
    }

    private void export() {
        JFileChooser chooser = new JFileChooser();
        chooser.setFileSelectionMode(JFileChooser.FILES_AND_DIRECTORIES);
        if (chooser.showSaveDialog(this) == JFileChooser.APPROVE_OPTION) {
            Path target = chooser.getSelectedFile().toPath();
            DeskActions.Wish wish = wish();
            work.act(words.of("working"), () -> actions.export(wish, target), this::look);
        }
    }
}
