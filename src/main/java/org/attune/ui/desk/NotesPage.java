package org.attune.ui.desk;

import java.awt.BorderLayout;
import java.awt.GridLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JComboBox;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import org.attune.ui.BackgroundWork;
import org.attune.ui.FocusOrder;
import org.attune.ui.Look;

/**
 * Process notes: those on one person, a new one, and their own way out. Nothing measured is on this
 * page, and nobody's notes are until they are chosen. Confined to the EDT.
 */
final class NotesPage extends DeskPage {
    private static final long serialVersionUID = 1L;
    private final transient DeskActions actions;
    private final transient BackgroundWork work;
    private final JComboBox<String> person = new JComboBox<>();
    private final JComboBox<Of> session = new JComboBox<>();
    private final JTextArea kept = prose(words.of("notes.kept"));
    private final JTextArea fresh = prose(words.of("notes.new"));
    private final PlainButton keep = PlainButton.fitted(look, words.of("notes.keep", "").strip());
    private final NotesExportPane leaving;
    private transient List<DeskActions.Stored> sessions = List.of();
    private boolean filling;

    /** A session in the list, or all of them. */
    private record Of(String id, String words) {
        @Override
        public String toString() {
            return words;
        }
    }

    NotesPage(Look look, DeskWords words, DeskActions actions, BackgroundWork work) {
        super(look, words, "notes");
        this.actions = actions;
        this.work = work;
        leaving = new NotesExportPane(this, actions, work);
        fresh.setEditable(true);
        FocusOrder.tabLeaves(fresh);
        keep.addActionListener(event -> keepIt());
        person.addActionListener(event -> personChosen());
        session.addActionListener(event -> read());
        JPanel left = clear(new BorderLayout(0, look.whole(12)));
        left.add(
                new Form().field("notes.person", person).field("notes.session", session).done(),
                BorderLayout.NORTH);
        left.add(titled("notes.kept", kept), BorderLayout.CENTER);
        JPanel writing = clear(new BorderLayout(0, look.whole(6)));
        writing.add(titled("notes.new", fresh), BorderLayout.CENTER);
        JPanel below = clear(new BorderLayout());
        below.add(quiet(words.of("notes.new.lead")), BorderLayout.NORTH);
        below.add(row(keep), BorderLayout.SOUTH);
        writing.add(below, BorderLayout.SOUTH);
        JPanel right = clear(new GridLayout(2, 1, 0, look.whole(12)));
        right.add(writing);
        right.add(leaving);
        add(halves(left, right), BorderLayout.CENTER);
    }

    @Override
    void refresh() {
        work.ask(
                () -> new Known(actions.people(), actions.sessions()),
                known -> {
                    sessions = known.sessions();
                    filling = true;
                    person.removeAllItems();
                    person.addItem("");
                    known.people().forEach(each -> person.addItem(each.code()));
                    filling = false;
                    personChosen();
                });
        leaving.refresh();
    }

    private record Known(List<DeskActions.Person> people, List<DeskActions.Stored> sessions) {}

    private void personChosen() {
        if (filling) {
            return;
        }
        String code = code();
        filling = true;
        session.removeAllItems();
        session.addItem(new Of("", words.of("notes.all")));
        sessions.stream()
                .filter(each -> each.who().contains(code))
                .forEach(each -> session.addItem(new Of(each.id(), each.when())));
        filling = false;
        keep.say(words.of("notes.keep", code).strip());
        keep.setEnabled(!code.isEmpty());
        read();
    }

    private String code() {
        Object item = person.getSelectedItem();
        return item == null ? "" : item.toString();
    }

    private String of() {
        return session.getSelectedItem() instanceof Of chosen ? chosen.id() : "";
    }

    private void read() {
        if (filling) {
            return;
        }
        String code = code();
        String of = of();
        leaving.of(code, of);
        kept.setText("");
        if (code.isEmpty()) {
            fill(kept, List.of(words.of("notes.whom")));
            return;
        }
        work.ask(
                () -> actions.notes().read(code, of),
                notes -> {
                    if (code.equals(code()) && of.equals(of())) {
                        show(notes);
                    }
                });
    }

    private void show(List<NoteActions.Written> notes) {
        List<String> lines = new ArrayList<>();
        for (NoteActions.Written each : notes) {
            String session = each.session().isEmpty() ? "" : ", " + each.session();
            lines.add(each.when() + session);
            lines.add(each.text().strip());
            lines.add("");
        }
        fill(kept, lines.isEmpty() ? List.of(words.of("nothing")) : lines);
    }

    private void keepIt() {
        String code = code();
        String of = of();
        String text = fresh.getText();
        if (code.isEmpty() || text.isBlank()) {
            return;
        }
        work.act(
                words.of("working"),
                () -> actions.notes().keep(code, of, text),
                () -> {
                    if (fresh.getText().equals(text)) { // what was typed since stays
                        fresh.setText("");
                    }
                    read();
                });
    }

    /** Where a file is to lie; asked in a window of the system's kind. */
    java.util.Optional<Path> target() {
        javax.swing.JFileChooser chooser = new javax.swing.JFileChooser();
        return chooser.showSaveDialog(this) == javax.swing.JFileChooser.APPROVE_OPTION
                ? java.util.Optional.of(chooser.getSelectedFile().toPath())
                : java.util.Optional.empty();
    }
}
