package org.attune.ui.desk;

import java.awt.BorderLayout;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.swing.Icon;
import javax.swing.JComboBox;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import org.attune.ui.BackgroundWork;
import org.attune.ui.Look;
import org.attune.ui.Paragraph;
import org.attune.ui.Typeface;
import org.attune.ui.review.ReviewSession;

/**
 * The archive: the recorded sessions, how each ended, and what has been kept long enough. Confined
 * to the EDT; all that is asked of the vault is asked beside it.
 */
final class SessionsPage extends DeskPage {
    private static final long serialVersionUID = 1L;

    private final transient DeskActions actions;
    private final transient BackgroundWork work;
    private final transient BiConsumer<String, String> exportOf;
    private final transient Consumer<ReviewSession> openReview;
    private final DeskTable<StoredRow> table;
    private final JTextArea means;
    private final JComboBox<String> whose = new JComboBox<>();
    private final JLabel whoseLabel;
    private final TwoSteps erase;
    private final DuePane due;
    private final JTextField wanted = new JTextField(24);
    private transient List<StoredRow> all = List.of();

    /**
     * @param exportOf opens the export page of a session and a code
     * @param openReview opens the window of a session
     */
    SessionsPage(
            Look look,
            DeskWords words,
            DeskActions actions,
            BackgroundWork work,
            BiConsumer<String, String> exportOf,
            Consumer<ReviewSession> openReview) {
        super(look, words, "sessions");
        this.actions = actions;
        this.work = work;
        this.exportOf = exportOf;
        this.openReview = openReview;
        table = table(look, words);
        means = Paragraph.of(look, " ");
        erase =
                new TwoSteps(
                        this, "sessions.erase", List.of("sessions.erase.yes"), step -> eraseIt());
        due = new DuePane(this, actions.archive(), work, this::refresh);
        whoseLabel = small("sessions.whose", whose);
        whose.setFont(look.type.regular(Typeface.BODY));
        whose.getAccessibleContext().setAccessibleName(words.of("sessions.whose"));
        wanted.setFont(look.type.regular(Typeface.BODY));
        wanted.getAccessibleContext().setAccessibleName(words.of("sessions.find"));
        wanted.getDocument().addDocumentListener(new Typed(this::fill));
        table.onChoice(this::chose);
        JPanel list = clear(new BorderLayout(0, look.whole(12)));
        list.add(row(small("sessions.find", wanted), wanted), BorderLayout.NORTH);
        list.add(framed(table), BorderLayout.CENTER);
        list.add(below(), BorderLayout.SOUTH);
        add(list, BorderLayout.CENTER);
        add(due, BorderLayout.SOUTH);
        chose();
    }

    /** The list, with nothing in it yet. */
    static DeskTable<StoredRow> table(Look look, DeskWords words) {
        return DeskTable.of(look, words.of("sessions"), columns(look, words), row -> row.of().id());
    }

    private static List<DeskTable.Column<StoredRow>> columns(Look look, DeskWords words) {
        String bothWords =
                words.of("sessions.state.recovered") + ", " + words.of("sessions.state.incomplete");
        return List.of(
                new DeskTable.Column<>(
                        words.of("sessions.when"), "00 Mmm 0000 00:00", row -> row.of().when()),
                new DeskTable.Column<>(
                        words.of("sessions.who"),
                        "MM-00, MM-00",
                        row -> String.join(", ", row.of().who())),
                new DeskTable.Column<>(
                        words.of("sessions.length"), "0000 min", row -> row.of().length()),
                new DeskTable.Column<>(
                        words.of("sessions.state"),
                        bothWords + "MM",
                        StoredRow::state,
                        row -> sign(look, row)),
                new DeskTable.Column<>(
                        words.of("sessions.tags"),
                        "MMMMMMMMMM",
                        row -> String.join(", ", row.of().tags())));
    }

    private static Optional<Icon> sign(Look look, StoredRow row) {
        return row.isMarked()
                ? Optional.of(new StateSign(look, row.of().isIncomplete()))
                : Optional.empty();
    }

    private JPanel below() {
        JPanel below = clear(new BorderLayout(0, look.whole(4)));
        below.add(means, BorderLayout.NORTH);
        below.add(
                row(
                        button("sessions.review", this::review),
                        button("sessions.report", this::report),
                        button("sessions.export", this::export),
                        erase,
                        whoseLabel,
                        whose),
                BorderLayout.SOUTH);
        return below;
    }

    private JLabel small(String key, java.awt.Component of) {
        JLabel label = new JLabel(words.of(key));
        label.setFont(look.type.regular(Typeface.LABEL));
        label.setForeground(look.palette.text2);
        label.setLabelFor(of);
        return label;
    }

    @Override
    void refresh() {
        erase.calm();
        work.ask(
                () -> actions.sessions().stream().map(each -> StoredRow.in(words, each)).toList(),
                found -> {
                    all = found;
                    fill();
                });
        due.refresh();
    }

    /** Shows those that are wanted. */
    private void fill() {
        table.show(StoredRow.among(all, StoredRow.wanted(wanted.getText())));
        chose();
    }

    /** Another session is chosen: what its mark means, and whose page it can be. */
    private void chose() {
        erase.calm();
        Optional<StoredRow> row = table.chosen();
        means.setText(row.map(StoredRow::means).orElse(words.of("sessions.none")));
        means.getAccessibleContext().setAccessibleName(means.getText());
        whose.removeAllItems();
        row.ifPresent(each -> each.of().who().forEach(whose::addItem));
        whose.setVisible(whose.getItemCount() > 1);
        whoseLabel.setVisible(whose.getItemCount() > 1);
    }

    private String person() {
        Object item = whose.getSelectedItem();
        return item == null ? "" : item.toString();
    }

    private void review() {
        table.chosen()
                .map(row -> row.of().id())
                .ifPresent(id -> work.ask(() -> actions.review(id), openReview));
    }

    private void report() {
        table.chosen()
                .ifPresent(
                        row -> {
                            JFileChooser chooser = new JFileChooser();
                            chooser.setSelectedFile(new File(row.of().id() + ".pdf"));
                            if (chooser.showSaveDialog(this) == JFileChooser.APPROVE_OPTION) {
                                report(chooser.getSelectedFile().toPath());
                            }
                        });
    }

    /** Makes the page of the session and the person that are chosen. */
    void report(Path file) {
        Locale language = words.language();
        String code = person();
        table.chosen()
                .map(row -> row.of().id())
                .ifPresent(
                        id ->
                                work.act(
                                        words.of("working"),
                                        () -> actions.archive().report(id, code, language, file),
                                        () -> {}));
    }

    private void export() {
        table.chosen().ifPresent(row -> exportOf.accept(row.of().id(), person()));
    }

    private void eraseIt() {
        table.chosen()
                .map(row -> row.of().id())
                .ifPresent(
                        id ->
                                work.act(
                                        words.of("working"),
                                        () -> actions.eraseSession(id),
                                        this::refresh));
    }
}
