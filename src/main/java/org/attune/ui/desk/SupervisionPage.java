package org.attune.ui.desk;

import java.awt.BorderLayout;
import java.awt.GridLayout;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JComboBox;
import javax.swing.JFileChooser;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import org.attune.ui.BackgroundWork;
import org.attune.ui.Look;

/**
 * A session to whoever supervises, a session of somebody else's to look at, and what came back.
 * Each file is named in a field or chosen. Confined to the EDT.
 */
final class SupervisionPage extends DeskPage {
    private static final long serialVersionUID = 1L;
    private final transient DeskActions desk;
    private final transient SupervisionActions actions;
    private final transient BackgroundWork work;
    private final transient Consumer<SupervisionActions.Opened> openReview;
    private final JComboBox<String> session = new JComboBox<>();
    private final JTextField supervisor = new JTextField(20);
    private final JTextField key = new JTextField(20);
    private final JTextField answerKey = new JTextField(20);
    private final JTextField target = new JTextField(20);
    private final JTextField file = new JTextField(20);
    private final JTextField identity = new JTextField(20);
    private final JTextArea told = prose(words.of("supervision.told"));
    private final PlainButton send = button("supervision.send", this::send);
    private transient List<Choice> choices = List.of();
    private int asked;

    /** One person of one session. */
    private record Choice(String session, String code) {}

    /**
     * @param openReview opens the window of a session of another vault
     */
    SupervisionPage(
            Look look,
            DeskWords words,
            DeskActions desk,
            BackgroundWork work,
            Consumer<SupervisionActions.Opened> openReview) {
        super(look, words, "supervision");
        this.desk = desk;
        this.actions = desk.supervision();
        this.work = work;
        this.openReview = openReview;
        JPanel left = clear(new BorderLayout(0, look.whole(24)));
        left.add(sending(), BorderLayout.NORTH);
        left.add(coming(), BorderLayout.CENTER);
        JPanel right = clear(new BorderLayout(0, look.whole(6)));
        right.add(section(words.of("supervision.told")), BorderLayout.NORTH);
        right.add(framed(told), BorderLayout.CENTER);
        JPanel body = clear(new GridLayout(1, 2, look.whole(32), 0));
        body.add(left);
        body.add(right);
        add(body, BorderLayout.CENTER);
        send.setEnabled(false);
        session.addActionListener(event -> look());
        for (JTextField field : List.of(supervisor, key, answerKey)) {
            field.getDocument().addDocumentListener(new Typed(this::look));
        }
    }

    private JPanel sending() {
        JPanel part = clear(new BorderLayout(0, look.whole(8)));
        part.add(section(words.of("supervision.sending")), BorderLayout.NORTH);
        part.add(
                form().field("supervision.session", session)
                        .field("supervision.supervisor", supervisor)
                        .field("supervision.key", key)
                        .field("supervision.answer-key", answerKey)
                        .field("supervision.target", target)
                        .done(),
                BorderLayout.CENTER);
        part.add(
                row(send, button("supervision.choose", () -> choose(target, true))),
                BorderLayout.SOUTH);
        return part;
    }

    private JPanel coming() {
        JPanel part = clear(new BorderLayout(0, look.whole(8)));
        JPanel top = clear(new BorderLayout(0, look.whole(8)));
        top.add(section(words.of("supervision.coming")), BorderLayout.NORTH);
        top.add(
                form().field("supervision.file", file)
                        .field("supervision.identity", identity)
                        .done(),
                BorderLayout.CENTER);
        top.add(
                row(
                        button("supervision.open", this::open),
                        button("supervision.merge", this::merge),
                        button("supervision.choose", () -> choose(file, false))),
                BorderLayout.SOUTH);
        part.add(top, BorderLayout.NORTH);
        return part;
    }

    @Override
    void refresh() {
        work.ask(desk::sessions, this::offer);
    }

    private void offer(List<DeskActions.Stored> sessions) {
        List<Choice> fresh = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (DeskActions.Stored each : sessions) {
            for (String code : each.who()) {
                fresh.add(new Choice(each.id(), code));
                names.add(each.when() + ", " + code + ", " + each.length());
            }
        }
        if (!fresh.equals(choices)) {
            choices = List.copyOf(fresh);
            session.removeAllItems();
            names.forEach(session::addItem);
        }
        look();
    }

    private Optional<SupervisionActions.Wish> wish() {
        int index = session.getSelectedIndex();
        String whom = supervisor.getText().strip();
        return index < 0 || index >= choices.size() || whom.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new SupervisionActions.Wish(
                                choices.get(index).session(),
                                choices.get(index).code(),
                                whom,
                                key.getText().strip(),
                                answerKey.getText().strip()));
    }

    /** Looks again what would leave; only the answer to the newest question is shown. */
    private void look() {
        send.setEnabled(false);
        int question = ++asked;
        wish().ifPresentOrElse(
                        wish ->
                                work.ask(
                                        () -> actions.preview(wish),
                                        leaving -> {
                                            if (question == asked) {
                                                fill(told, leaving.lines());
                                                send.setEnabled(leaving.permitted());
                                            }
                                        }),
                        () -> told.setText(words.of("supervision.incomplete")));
    }

    private void send() {
        Optional<Path> to = path(target);
        wish().ifPresent(
                        wish ->
                                to.ifPresent(
                                        path ->
                                                work.act(
                                                        words.of("working"),
                                                        () -> actions.send(wish, path),
                                                        () -> target.setText(""))));
    }

    private void open() {
        path(file)
                .ifPresent(
                        path ->
                                work.ask(
                                        () -> actions.open(path, identity.getText().strip()),
                                        openReview));
    }

    private void merge() {
        path(file)
                .ifPresent(
                        path ->
                                work.ask(
                                        () -> actions.merge(path, identity.getText().strip()),
                                        lines -> fill(told, lines)));
    }

    /** What a field names; asks for it where it names nothing. */
    private Optional<Path> path(JTextField field) {
        if (field.getText().isBlank()) {
            choose(field, field == target);
        }
        try {
            return field.getText().isBlank()
                    ? Optional.empty()
                    : Optional.of(Path.of(field.getText().strip()));
        } catch (InvalidPathException e) {
            told.setText(words.of("supervision.no-path"));
            return Optional.empty();
        }
    }

    private void choose(JTextField field, boolean saves) {
        JFileChooser chooser = new JFileChooser();
        chooser.setFileSelectionMode(JFileChooser.FILES_AND_DIRECTORIES);
        int answer = saves ? chooser.showSaveDialog(this) : chooser.showOpenDialog(this);
        if (answer == JFileChooser.APPROVE_OPTION) {
            field.setText(chooser.getSelectedFile().toString());
        }
    }
}
