package org.attune.ui.desk;

import java.awt.BorderLayout;
import java.awt.GridLayout;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import javax.swing.JFileChooser;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JTextArea;
import org.attune.ui.BackgroundWork;
import org.attune.ui.Look;

/** The sealed store: is it sound, is there a backup, who holds the key. Confined to the EDT. */
final class VaultPage extends DeskPage {
    private static final long serialVersionUID = 1L;
    private final transient DeskActions actions;
    private final transient BackgroundWork work;
    private final JTextArea told = prose(words.of("vault.told"));
    private final JTextArea due = prose(words.of("vault.due"));
    private final JPasswordField old = new JPasswordField(18);
    private final JPasswordField fresh = new JPasswordField(18);
    private final JPasswordField again = new JPasswordField(18);

    VaultPage(Look look, DeskWords words, DeskActions actions, BackgroundWork work) {
        super(look, words, "vault");
        this.actions = actions;
        this.work = work;
        JPanel passphrase =
                new Form()
                        .field("vault.old", old)
                        .field("vault.fresh", fresh)
                        .field("vault.again", again)
                        .done();
        JPanel left = clear(new BorderLayout(0, look.whole(12)));
        JPanel top = clear(new BorderLayout(0, look.whole(10)));
        top.add(
                row(button("vault.verify", this::verify), button("vault.backup", this::backUp)),
                BorderLayout.NORTH);
        top.add(section(words.of("vault.passphrase")), BorderLayout.CENTER);
        JPanel change = clear(new BorderLayout(0, look.whole(10)));
        change.add(passphrase, BorderLayout.NORTH);
        change.add(row(button("vault.change", this::change)), BorderLayout.SOUTH);
        JPanel upper = clear(new BorderLayout(0, look.whole(12)));
        upper.add(top, BorderLayout.NORTH);
        upper.add(change, BorderLayout.SOUTH);
        left.add(upper, BorderLayout.NORTH);
        JPanel right = clear(new GridLayout(2, 1, 0, look.whole(12)));
        right.add(titled("vault.told", told));
        right.add(titled("vault.due", due));
        add(halves(left, right), BorderLayout.CENTER);
    }

    @Override
    void refresh() {
        show(this::dueLines, due);
        show(actions::journal, told);
    }

    private List<String> dueLines() {
        return actions.archive().due().stream().map(each -> DuePane.line(words, each)).toList();
    }

    private void show(Supplier<List<String>> question, JTextArea area) {
        work.ask(
                question,
                lines -> fill(area, lines.isEmpty() ? List.of(words.of("nothing")) : lines));
    }

    private void verify() {
        fill(told, List.of(words.of("working")));
        show(actions::verify, told);
    }

    private void backUp() {
        JFileChooser chooser = new JFileChooser();
        if (chooser.showSaveDialog(this) == JFileChooser.APPROVE_OPTION) {
            Path target = chooser.getSelectedFile().toPath();
            work.act(words.of("working"), () -> actions.backUp(target), this::refresh);
        }
    }

    private void change() {
        char[] before = old.getPassword();
        char[] wanted = fresh.getPassword();
        char[] repeated = again.getPassword();
        boolean same = Arrays.equals(wanted, repeated);
        Arrays.fill(repeated, '\0');
        List.of(old, fresh, again).forEach(field -> field.setText(""));
        work.act(
                words.of("working"),
                () -> {
                    if (!same) {
                        Arrays.fill(before, '\0');
                        Arrays.fill(wanted, '\0');
                        throw new IllegalArgumentException(words.of("vault.differ"));
                    }
                    return actions.changePassphrase(before, wanted);
                },
                this::refresh);
    }
}
