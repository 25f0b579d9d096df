package org.attune.ui.desk;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.GridLayout;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.DefaultListCellRenderer;
import javax.swing.DefaultListModel;
import javax.swing.JFileChooser;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.ListSelectionModel;
import org.attune.ui.BackgroundWork;
import org.attune.ui.Look;
import org.attune.ui.Typeface;
import org.attune.ui.desk.DeskActions.Named.About;
import org.attune.ui.trend.TrendQuestions;

/** The people of the practice and the terms with each. Confined to the EDT. */
final class PeoplePage extends DeskPage {
    private static final long serialVersionUID = 1L;
    private final transient DeskActions actions;
    private final transient BackgroundWork work;
    private final transient BiConsumer<String, DeskActions.Named> consentFor;
    private final transient Consumer<TrendQuestions> openTrend;
    private final DefaultListModel<Row> people = new DefaultListModel<>();
    private final JList<Row> list = new JList<>(people);
    private final JTextField newcomer = new JTextField(10);
    private final JTextField supervisor = new JTextField(16);
    private final JTextField study = new JTextField(16);
    private final JTextArea inForce = prose(words.of("people.inforce"));
    private final JTextArea history = prose(words.of("people.history"));
    private final JTextArea copies = prose(words.of("people.copies"));
    private final PlainButton hold = button("people.hold", this::toggleHold);
    private final TwoSteps withdraw;
    private final TwoSteps erase;
    private boolean held;

    /** A person as the list shows it. */
    private record Row(DeskActions.Person person) {
        @Override
        public String toString() {
            return person.code() + "   " + person.inForce();
        }
    }

    /**
     * @param consentFor opens the consent page of a code
     * @param openTrend opens the window of a person's sessions
     */
    PeoplePage(
            Look look,
            DeskWords words,
            DeskActions actions,
            BackgroundWork work,
            BiConsumer<String, DeskActions.Named> consentFor,
            Consumer<TrendQuestions> openTrend) {
        super(look, words, "people");
        this.actions = actions;
        this.work = work;
        this.consentFor = consentFor;
        this.openTrend = openTrend;
        this.withdraw =
                new TwoSteps(
                        this,
                        "people.withdraw",
                        List.of("people.withdraw.keep", "people.withdraw.erase"),
                        this::withdraw);
        this.erase =
                new TwoSteps(this, "people.erase", List.of("people.erase.yes"), step -> eraseAll());
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setFont(look.type.regular(Typeface.BODY));
        list.setFixedCellHeight(look.whole(38));
        list.setBackground(look.palette.surface);
        list.setForeground(look.palette.text);
        list.setCellRenderer(new Padded());
        list.getAccessibleContext().setAccessibleName(words.of("people"));
        list.addListSelectionListener(event -> showChosen());
        JPanel left = clear(new BorderLayout(0, look.whole(12)));
        left.add(framed(list), BorderLayout.CENTER);
        JPanel asking = clear(new BorderLayout(0, look.whole(8)));
        JPanel heading = clear(new BorderLayout(0, look.whole(2)));
        heading.add(section(words.of("people.begin")), BorderLayout.NORTH);
        heading.add(quiet(words.of("people.begin.lead")), BorderLayout.SOUTH);
        asking.add(heading, BorderLayout.NORTH);
        asking.add(
                new Form()
                        .field("people.new", newcomer)
                        .field("people.supervisor", supervisor)
                        .field("people.study", study)
                        .done(),
                BorderLayout.CENTER);
        asking.add(
                row(
                        button("people.consent", () -> ask(About.HEARTBEAT)),
                        button("people.consent.notes", () -> ask(About.NOTES))),
                BorderLayout.SOUTH);
        left.add(asking, BorderLayout.SOUTH);
        add(halves(left, file()), BorderLayout.CENTER);
    }

    /** A little air before the words. */
    private final class Padded extends DefaultListCellRenderer {
        private static final long serialVersionUID = 1L;

        @Override
        public Component getListCellRendererComponent(
                JList<?> of, Object value, int index, boolean chosen, boolean focused) {
            super.getListCellRendererComponent(of, value, index, chosen, focused);
            setBorder(BorderFactory.createEmptyBorder(0, look.whole(14), 0, look.whole(14)));
            return this;
        }
    }

    private JPanel file() {
        JPanel texts = clear(new GridLayout(3, 1, 0, look.whole(12)));
        texts.add(titled("people.inforce", inForce));
        texts.add(titled("people.history", history));
        texts.add(titled("people.copies", copies));
        JPanel file = clear(new BorderLayout(0, look.whole(12)));
        file.add(texts, BorderLayout.CENTER);
        Box buttons = Box.createVerticalBox();
        buttons.add(
                row(
                        button("people.trend", this::trend),
                        button("people.receipt", this::receipt),
                        hold));
        buttons.add(row(withdraw));
        buttons.add(row(erase));
        file.add(buttons, BorderLayout.SOUTH);
        return file;
    }

    @Override
    void refresh() {
        String before = chosen();
        work.ask(
                actions::people,
                found -> {
                    people.clear();
                    found.forEach(person -> people.addElement(new Row(person)));
                    choose(before);
                });
    }

    private void choose(String code) {
        for (int i = 0; i < people.size(); i++) {
            if (people.get(i).person().code().equals(code)) {
                list.setSelectedIndex(i);
                return;
            }
        }
        if (!people.isEmpty()) {
            list.setSelectedIndex(0);
        } else {
            show(new DeskActions.PersonFile("", List.of(), List.of(), List.of(), false));
        }
    }

    /** The code of the person chosen, or none. */
    private String chosen() {
        Row row = list.getSelectedValue();
        return row == null ? "" : row.person().code();
    }

    private void showChosen() {
        withdraw.calm();
        erase.calm();
        String code = chosen();
        if (!code.isEmpty()) {
            work.ask(() -> actions.person(code), this::show);
        }
    }

    private void show(DeskActions.PersonFile file) {
        if (!file.code().equals(chosen())) {
            return; // Somebody else was chosen meanwhile.
        }
        held = file.held();
        hold.say(words.of(held ? "people.hold.lift" : "people.hold"));
        fill(inForce, orNothing(file.inForce()));
        fill(history, orNothing(file.history()));
        fill(copies, orNothing(file.copies()));
    }

    private List<String> orNothing(List<String> lines) {
        return lines.isEmpty() ? List.of(words.of("nothing")) : lines;
    }

    private void ask(About about) {
        String code = newcomer.getText().strip();
        consentFor.accept(
                code.isEmpty() ? chosen() : code,
                new DeskActions.Named(
                        about, supervisor.getText().strip(), study.getText().strip()));
        newcomer.setText("");
    }

    private void trend() {
        String code = chosen();
        if (!code.isEmpty()) {
            work.ask(() -> actions.trends(code), openTrend);
        }
    }

    private void receipt() {
        JFileChooser chooser = new JFileChooser();
        chooser.setFileSelectionMode(JFileChooser.DIRECTORIES_ONLY);
        String code = chosen();
        if (!code.isEmpty() && chooser.showSaveDialog(this) == JFileChooser.APPROVE_OPTION) {
            File folder = chooser.getSelectedFile();
            Path path = folder.toPath();
            act(() -> actions.receipt(code, path));
        }
    }

    private void toggleHold() {
        String code = chosen();
        boolean set = !held;
        act(() -> actions.hold(code, set));
    }

    private void withdraw(int step) {
        String code = chosen();
        act(() -> actions.withdraw(code, step == 1));
    }

    private void eraseAll() {
        String code = chosen();
        act(() -> actions.erasePerson(code));
    }

    private void act(java.util.function.Supplier<String> action) {
        if (!chosen().isEmpty()) {
            work.act(words.of("working"), action, this::refresh);
        }
    }
}
