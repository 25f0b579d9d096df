package org.attune.ui;

import java.awt.Component;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.swing.JLabel;
import javax.swing.JTextArea;
import javax.swing.LayoutFocusTraversalPolicy;

/**
 * Every act with the key that asks for it, in the groups of the card with the keys, in as many
 * columns as there is room for. Confined to the EDT.
 */
final class KeysPage extends SetupPage {
    private static final long serialVersionUID = 1L;
    private static final double BETWEEN = 12;
    private static final double GAP = 32;
    private static final double ROW = 34;
    private static final double HEADING = 40;
    private static final double FIELD = 92;

    private final transient SetupDraft draft;
    private final JTextArea lead;
    private final transient Map<Act, KeyField> fields = new EnumMap<>(Act.class);
    private final transient List<Group> groups = new ArrayList<>();

    /** Acts of one kind, below their heading. */
    private record Group(JLabel heading, List<Row> rows) {}

    private record Row(JLabel name, KeyField key) {}

    KeysPage(Look look, SetupDraft draft, Runnable changed) {
        super(look, look.words.text("setup.keys"));
        this.draft = draft;
        this.lead = Paragraph.of(look, look.words.text("setup.keys.lead"));
        add(lead);
        group("setup.do", Act.SLOW, Act.RESUME, changed);
        group("setup.notice", Act.COGNITIVE, Act.ACKNOWLEDGED, changed);
        group("card.session", Act.TEN, Act.DELETE, changed);
        group("setup.guess", Act.GUESS_USUAL, Act.REVEAL, changed);
        group("card.display", Act.NUMBERS, Act.QUIT, changed);
        setFocusTraversalPolicyProvider(true);
        setFocusTraversalPolicy(new DownTheColumns());
        FocusOrder.keepInSight(this);
        refresh();
    }

    private void group(String heading, Act first, Act last, Runnable changed) {
        JLabel above = SetupText.heading(look, look.words.text(heading));
        add(above);
        List<Row> rows = new ArrayList<>();
        for (Act act : Act.values()) {
            if (act.compareTo(first) >= 0 && act.compareTo(last) <= 0) {
                rows.add(row(act, changed));
            }
        }
        groups.add(new Group(above, rows));
    }

    private Row row(Act act, Runnable changed) {
        JLabel label = SetupText.label(look, look.words.act(act));
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
        add(label);
        add(field);
        return new Row(label, field);
    }

    /** Shows the keys as they are now, as they are written on this language's keyboards. */
    void refresh() {
        fields.forEach((act, field) -> field.setText(look.words.stroke(draft.stroke(act))));
    }

    @Override
    int place(int width) {
        int top = lead(lead, width, look.whole(20)) + look.whole(4);
        int room = width - 2 * margin() + look.whole(GAP);
        int needed = longest() + look.whole(FIELD + GAP + BETWEEN);
        int columns = Math.max(1, Math.min(3, room / needed));
        int column = room / columns;
        int whole = groups.stream().mapToInt(this::height).sum();
        int at = 0;
        int y = 0;
        int lowest = 0;
        for (Group group : groups) {
            // A group goes where most of it would be, were all cut into columns of one height.
            int high = height(group);
            boolean next = y + high / 2 > whole / columns;
            if (next && at < columns - 1) {
                at++;
                y = 0;
            }
            place(group, margin() + at * column, column - look.whole(GAP), top + y);
            y += high;
            lowest = Math.max(lowest, y);
        }
        return top + lowest + look.whole(20);
    }

    /** Of all names of acts, pixels. */
    private int longest() {
        return groups.stream()
                .flatMap(group -> group.rows().stream())
                .mapToInt(row -> row.name().getPreferredSize().width)
                .max()
                .orElse(0);
    }

    private int height(Group group) {
        return look.whole(HEADING) + group.rows().size() * look.whole(ROW);
    }

    private void place(Group group, int left, int width, int top) {
        int y = top + look.whole(HEADING);
        group.heading().setBounds(left, top + look.whole(8), width, look.whole(HEADING - 8));
        int field = look.whole(FIELD);
        for (Row row : group.rows()) {
            centred(row.name(), left, width - field - look.whole(BETWEEN), y, look.whole(ROW));
            centred(row.key(), left + width - field, field, y, look.whole(ROW));
            y += look.whole(ROW);
        }
    }

    /** The toolkit would go along the rows, from one kind of act to another and back. */
    private static final class DownTheColumns extends LayoutFocusTraversalPolicy {
        private static final long serialVersionUID = 1L;

        DownTheColumns() {
            setComparator(
                    Comparator.<Component>comparingInt(Component::getX)
                            .thenComparingInt(Component::getY));
        }
    }
}
