package org.attune.ui.desk;

import java.awt.Component;
import java.awt.FontMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.swing.BorderFactory;
import javax.swing.Icon;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.table.AbstractTableModel;
import javax.swing.table.DefaultTableCellRenderer;
import org.attune.ui.FocusOrder;
import org.attune.ui.Look;
import org.attune.ui.Typeface;

/**
 * A list of several columns of which one row is chosen. Its rows are not copied, and only those in
 * sight are painted, so that thousands do not stutter. No narrower than its words: where there is
 * less room, it is scrolled sideways. Confined to the EDT.
 *
 * @param <R> what a row tells of
 */
final class DeskTable<R> extends JTable {
    private static final long serialVersionUID = 1L;
    private final transient Look look;
    private final transient Rows<R> rows;
    private final transient Function<R, String> name;

    /**
     * One column.
     *
     * @param heading its heading
     * @param widest words as wide as any that stand in it
     * @param words what it says of a row
     * @param sign a shape before the words; empty for none
     */
    record Column<R>(
            String heading,
            String widest,
            Function<R, String> words,
            Function<R, Optional<Icon>> sign) {
        Column(String heading, String widest, Function<R, String> words) {
            this(heading, widest, words, row -> Optional.empty());
        }
    }

    private static final class Rows<R> extends AbstractTableModel {
        private static final long serialVersionUID = 1L;
        private final transient List<Column<R>> columns;
        private transient List<R> shown = List.of();

        Rows(List<Column<R>> columns) {
            this.columns = columns;
        }

        @Override
        public int getRowCount() {
            return shown.size();
        }

        @Override
        public int getColumnCount() {
            return columns.size();
        }

        @Override
        public String getColumnName(int column) {
            return columns.get(column).heading();
        }

        @Override
        public Object getValueAt(int row, int column) {
            return columns.get(column).words().apply(shown.get(row));
        }
    }

    /**
     * @param name what tells one row from another
     */
    static <R> DeskTable<R> of(
            Look look, String title, List<Column<R>> columns, Function<R, String> name) {
        return new DeskTable<>(look, title, new Rows<>(List.copyOf(columns)), name);
    }

    private DeskTable(Look look, String title, Rows<R> rows, Function<R, String> name) {
        super(rows);
        this.look = look;
        this.rows = rows;
        this.name = name;
        setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        setFont(look.type.regular(Typeface.BODY));
        setRowHeight(look.whole(36));
        setBackground(look.palette.surface);
        setForeground(look.palette.text);
        setShowGrid(false);
        setDefaultRenderer(Object.class, new Words());
        getTableHeader().setFont(look.type.semibold(Typeface.LABEL));
        getTableHeader().setDefaultRenderer(new Heading());
        FocusOrder.tabLeaves(this);
        getAccessibleContext().setAccessibleName(title);
        widen();
    }

    private void widen() {
        FontMetrics body = getFontMetrics(look.type.regular(Typeface.BODY));
        FontMetrics head = getFontMetrics(look.type.semibold(Typeface.LABEL));
        for (int i = 0; i < rows.columns.size(); i++) {
            Column<R> each = rows.columns.get(i);
            int words = Math.max(body.stringWidth(each.widest()), head.stringWidth(each.heading()));
            getColumnModel().getColumn(i).setPreferredWidth(words + look.whole(28));
        }
    }

    @Override
    public boolean getScrollableTracksViewportWidth() {
        return getParent() == null || getParent().getWidth() >= getPreferredSize().width;
    }

    /** Shows these; what was chosen stays so if it is among them, and else the first is. */
    void show(List<R> newRows) {
        Optional<String> before = chosen().map(name);
        rows.shown = List.copyOf(newRows);
        rows.fireTableDataChanged();
        if (!newRows.isEmpty()) {
            int place = before.map(newRows.stream().map(name).toList()::indexOf).orElse(0);
            setRowSelectionInterval(Math.max(0, place), Math.max(0, place));
        }
    }

    /** The row that is chosen. */
    Optional<R> chosen() {
        int row = getSelectedRow();
        return row < 0 || row >= rows.shown.size()
                ? Optional.empty()
                : Optional.of(rows.shown.get(row));
    }

    /** All that is shown. */
    List<R> shown() {
        return new ArrayList<>(rows.shown);
    }

    /** Has {@code changed} run when another row is chosen. */
    void onChoice(Runnable changed) {
        getSelectionModel()
                .addListSelectionListener(
                        event -> {
                            if (!event.getValueIsAdjusting()) {
                                changed.run();
                            }
                        });
    }

    /** A cell: a shape where there is one, then the words. */
    private final class Words extends DefaultTableCellRenderer {
        private static final long serialVersionUID = 1L;

        @Override
        public Component getTableCellRendererComponent(
                JTable of, Object value, boolean chosen, boolean focused, int row, int column) {
            super.getTableCellRendererComponent(of, value, chosen, false, row, column);
            setBorder(BorderFactory.createEmptyBorder(0, look.whole(14), 0, 0));
            setIconTextGap(look.whole(8));
            setIcon(rows.columns.get(column).sign().apply(rows.shown.get(row)).orElse(null));
            return this;
        }
    }

    /** A heading. */
    private final class Heading extends DefaultTableCellRenderer {
        private static final long serialVersionUID = 1L;

        @Override
        public Component getTableCellRendererComponent(
                JTable of, Object value, boolean chosen, boolean focused, int row, int column) {
            super.getTableCellRendererComponent(of, value, false, false, -1, column);
            setFont(look.type.semibold(Typeface.LABEL));
            setBackground(look.palette.raised);
            setForeground(look.palette.text2);
            setBorder(
                    BorderFactory.createEmptyBorder(
                            look.whole(8), look.whole(14), look.whole(8), 0));
            return this;
        }
    }
}
