package org.attune.ui.desk;

import java.awt.BorderLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.ListSelectionModel;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.DefaultTableModel;
import org.attune.ui.BackgroundWork;
import org.attune.ui.FocusOrder;
import org.attune.ui.Look;
import org.attune.ui.Typeface;
import org.attune.ui.review.ReviewSession;

/** The recorded sessions. Confined to the EDT. */
final class SessionsPage extends DeskPage {
    private static final long serialVersionUID = 1L;

    /** How wide the columns are beside one another, at 100 %. */
    private static final List<Integer> COLUMNS = List.of(200, 80, 80, 140, 140);

    private final transient DeskActions actions;
    private final transient BackgroundWork work;
    private final transient BiConsumer<String, String> exportOf;
    private final transient Consumer<ReviewSession> openReview;
    private final DefaultTableModel rows;
    private final JTable table;
    private final TwoSteps erase;
    private final JTextField wanted = new JTextField(24);
    private transient List<DeskActions.Stored> all = List.of();
    private transient List<DeskActions.Stored> shown = List.of();

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
        rows =
                new DefaultTableModel(
                        new Object[] {
                            words.of("sessions.when"),
                            words.of("sessions.who"),
                            words.of("sessions.length"),
                            words.of("sessions.state"),
                            words.of("sessions.tags")
                        },
                        0) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public boolean isCellEditable(int row, int column) {
                        return false;
                    }
                };
        table = new JTable(rows);
        table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        table.setFont(look.type.regular(Typeface.BODY));
        table.getTableHeader().setFont(look.type.semibold(Typeface.LABEL));
        table.setRowHeight(look.whole(36));
        table.setBackground(look.palette.surface);
        table.setForeground(look.palette.text);
        DefaultTableCellRenderer padded = new DefaultTableCellRenderer();
        table.setDefaultRenderer(
                Object.class,
                (of, value, chosen, focused, row, column) -> {
                    padded.getTableCellRendererComponent(of, value, chosen, false, row, column);
                    padded.setBorder(BorderFactory.createEmptyBorder(0, look.whole(14), 0, 0));
                    return padded;
                });
        DefaultTableCellRenderer head = new DefaultTableCellRenderer();
        table.getTableHeader()
                .setDefaultRenderer(
                        (of, value, chosen, focused, row, column) -> {
                            head.getTableCellRendererComponent(of, value, false, false, -1, column);
                            head.setFont(look.type.semibold(Typeface.LABEL));
                            head.setBackground(look.palette.raised);
                            head.setForeground(look.palette.text2);
                            head.setBorder(
                                    BorderFactory.createEmptyBorder(
                                            look.whole(8), look.whole(14), look.whole(8), 0));
                            return head;
                        });
        table.setShowGrid(false);
        FocusOrder.tabLeaves(table);
        table.getAccessibleContext().setAccessibleName(words.of("sessions"));
        wanted.setFont(look.type.regular(Typeface.BODY));
        wanted.getAccessibleContext().setAccessibleName(words.of("sessions.find"));
        wanted.getDocument().addDocumentListener(new Typed(this::fill));
        JLabel find = new JLabel(words.of("sessions.find"));
        find.setFont(look.type.regular(Typeface.LABEL));
        find.setForeground(look.palette.text2);
        find.setLabelFor(wanted);
        JPanel list = clear(new BorderLayout(0, look.whole(12)));
        list.add(row(find, wanted), BorderLayout.NORTH);
        list.add(framed(table), BorderLayout.CENTER);
        add(list, BorderLayout.CENTER);
        erase =
                new TwoSteps(
                        this, "sessions.erase", List.of("sessions.erase.yes"), step -> eraseIt());
        add(
                row(
                        button("sessions.review", this::review),
                        button("sessions.export", this::export),
                        erase),
                BorderLayout.SOUTH);
    }

    @Override
    void refresh() {
        erase.calm();
        work.ask(
                actions::sessions,
                found -> {
                    all = List.copyOf(found);
                    fill();
                });
    }

    /** Shows those that are wanted, all at once: thousands of rows one by one would stutter. */
    private void fill() {
        erase.calm();
        String text = wanted.getText().strip().toLowerCase(Locale.ROOT);
        List<String> parts = text.isEmpty() ? List.of() : List.of(text.split("\\s+"));
        shown = all.stream().filter(each -> each.holds(parts)).toList();
        Object[][] cells = new Object[shown.size()][];
        for (int i = 0; i < cells.length; i++) {
            DeskActions.Stored each = shown.get(i);
            cells[i] =
                    new Object[] {
                        each.when(),
                        String.join(", ", each.who()),
                        each.length(),
                        each.state(),
                        String.join(", ", each.tags())
                    };
        }
        rows.setDataVector(cells, columns());
        for (int i = 0; i < table.getColumnCount(); i++) {
            table.getColumnModel().getColumn(i).setPreferredWidth(look.whole(COLUMNS.get(i)));
        }
        if (cells.length > 0) {
            table.setRowSelectionInterval(0, 0);
        }
    }

    private Object[] columns() {
        Object[] names = new Object[rows.getColumnCount()];
        for (int i = 0; i < names.length; i++) {
            names[i] = rows.getColumnName(i);
        }
        return names;
    }

    private List<DeskActions.Stored> chosen() {
        int row = table.getSelectedRow();
        return row < 0 ? List.of() : new ArrayList<>(List.of(shown.get(row)));
    }

    private void review() {
        for (DeskActions.Stored each : chosen()) {
            work.ask(() -> actions.review(each.id()), openReview);
        }
    }

    private void export() {
        for (DeskActions.Stored each : chosen()) {
            exportOf.accept(each.id(), each.who().isEmpty() ? "" : each.who().get(0));
        }
    }

    private void eraseIt() {
        for (DeskActions.Stored each : chosen()) {
            work.act(words.of("working"), () -> actions.eraseSession(each.id()), this::refresh);
        }
    }
}
