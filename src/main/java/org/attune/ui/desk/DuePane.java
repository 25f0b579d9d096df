package org.attune.ui.desk;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import javax.swing.JComboBox;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import org.attune.ui.BackgroundWork;
import org.attune.ui.Paragraph;

/**
 * What has been kept for as long as was agreed: each is kept longer for a reason, or erased, and
 * nothing goes by itself. What a legal hold is on is shown and cannot be erased. Confined to the
 * EDT.
 */
final class DuePane extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final String TIME = "00 Mmm 0000 00:00";
    private static final List<ArchiveActions.Reason> REASONS =
            List.of(ArchiveActions.Reason.values());
    private final transient DeskPage page;
    private final transient DeskWords words;
    private final transient ArchiveActions actions;
    private final transient BackgroundWork work;
    private final transient Runnable changed;
    private final DeskTable<ArchiveActions.Due> table;
    private final JTextArea told;
    private final JScrollPane list;
    private final JPanel steps;
    private final JPanel first;
    private final JPanel asking;
    private final TwoSteps erase;
    private final JComboBox<String> reason = new JComboBox<>();
    private final JTextField until = new JTextField(12);

    /**
     * @param changed run after something was kept or erased
     */
    DuePane(DeskPage page, ArchiveActions actions, BackgroundWork work, Runnable changed) {
        super(new BorderLayout(0, page.look.whole(8)));
        this.page = page;
        this.words = page.words;
        this.actions = actions;
        this.work = work;
        this.changed = changed;
        setOpaque(false);
        getAccessibleContext().setAccessibleName(words.of("due"));
        table = DeskTable.of(page.look, words.of("due"), columns(), DuePane::name);
        told = Paragraph.of(page.look, words.of("due.none"));
        erase = new TwoSteps(page, "due.erase", List.of("due.erase.yes"), step -> eraseIt());
        for (ArchiveActions.Reason each : REASONS) {
            reason.addItem(words.of(each.key()));
        }
        first = page.row(page.button("due.keep", this::ask), erase);
        asking = asking();
        steps = page.clear(new BorderLayout());
        list = page.framed(table);
        list.setPreferredSize(new Dimension(page.look.whole(200), page.look.whole(120)));
        JPanel head = page.clear(new BorderLayout(0, page.look.whole(4)));
        head.add(page.section(words.of("due")), BorderLayout.NORTH);
        head.add(told, BorderLayout.SOUTH);
        add(head, BorderLayout.NORTH);
        table.onChoice(this::chose);
        show(List.of());
    }

    private static String name(ArchiveActions.Due due) {
        return due.code() + "\n" + due.session();
    }

    private List<DeskTable.Column<ArchiveActions.Due>> columns() {
        return List.of(
                new DeskTable.Column<>(words.of("sessions.who"), "MM-00", ArchiveActions.Due::code),
                new DeskTable.Column<>(
                        words.of("due.what"), words.of("due.what.session", TIME), this::what),
                new DeskTable.Column<>(words.of("due.since"), TIME, ArchiveActions.Due::since),
                new DeskTable.Column<>(
                        words.of("due.hold"),
                        words.of("due.held"),
                        due -> due.held() ? words.of("due.held") : ""));
    }

    private String what(ArchiveActions.Due due) {
        return what(words, due);
    }

    private static String what(DeskWords words, ArchiveActions.Due due) {
        return due.ofPerson()
                ? words.of("due.what.person")
                : words.of("due.what.session", due.began());
    }

    /** All that is told of it, in one line. */
    static String line(DeskWords words, ArchiveActions.Due due) {
        String since = words.of("due.since") + " " + due.since();
        String told = String.join(", ", due.code(), what(words, due), since);
        return due.held() ? told + ", " + words.of("due.held") : told;
    }

    private JPanel asking() {
        JPanel asked = page.clear(new BorderLayout(0, page.look.whole(4)));
        asked.add(
                page.form().field("due.reason", reason).field("due.until", until).done(),
                BorderLayout.NORTH);
        asked.add(
                page.row(page.button("due.keep.yes", this::keep), page.button("back", this::calm)),
                BorderLayout.SOUTH);
        return asked;
    }

    /** Asks again what is due. */
    void refresh() {
        work.ask(actions::due, this::show);
    }

    private void show(List<ArchiveActions.Due> due) {
        table.show(due);
        remove(list);
        remove(steps);
        if (!due.isEmpty()) {
            add(list, BorderLayout.CENTER);
            add(steps, BorderLayout.SOUTH);
        }
        chose();
    }

    /** Another row is chosen: whatever was begun with the one before is not gone on with. */
    private void chose() {
        calm();
        Optional<ArchiveActions.Due> due = table.chosen();
        erase.setVisible(due.filter(each -> !each.held()).isPresent());
        tell(
                due.map(
                                each ->
                                        each.held()
                                                ? words.of("due.held.means", each.code())
                                                : words.of("due.lead"))
                        .orElse(words.of("due.none")));
    }

    private void tell(String line) {
        told.setText(line);
        told.getAccessibleContext().setAccessibleName(line);
    }

    private void calm() {
        erase.calm();
        until.setText("");
        put(first);
    }

    private void ask() {
        put(asking);
        reason.requestFocusInWindow();
    }

    private void put(JPanel step) {
        steps.removeAll();
        steps.add(step);
        revalidate();
        repaint();
    }

    private void keep() {
        Optional<LocalDate> last = date(until.getText().strip());
        if (last.isEmpty()) {
            tell(words.of("due.until.wrong"));
            until.requestFocusInWindow();
            return;
        }
        ArchiveActions.Reason why = REASONS.get(reason.getSelectedIndex());
        table.chosen()
                .ifPresent(
                        due ->
                                work.act(
                                        words.of("working"),
                                        () -> actions.keep(due, why, last.get()),
                                        changed));
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException unusable) {
            return Optional.empty();
        }
    }

    private void eraseIt() {
        table.chosen()
                .ifPresent(due -> work.act(words.of("working"), () -> actions.erase(due), changed));
    }
}
