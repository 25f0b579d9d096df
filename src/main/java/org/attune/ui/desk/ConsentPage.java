package org.attune.ui.desk;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.swing.JPanel;
import javax.swing.Scrollable;
import org.attune.ui.FocusOrder;
import org.attune.ui.Look;
import org.attune.ui.Typeface;

/**
 * What may be done with a client's heartbeat: the page the client reads, ticks and signs. Nothing
 * is ticked beforehand, yes and no weigh the same, and the receipt beside it tells at every moment
 * what has been agreed to. Passive: it asks nothing of the vault, it only answers. Confined to the
 * EDT.
 */
public final class ConsentPage extends JPanel implements Scrollable {
    private static final long serialVersionUID = 1L;

    private static final double LEFT = 72;
    private static final double LEFT_NARROW = 32;

    /** Narrower than this the choices have, the receipt goes below them. */
    private static final double LEAST_COLUMN = 480;

    private static final double RECEIPT_HEIGHT = 800;
    private static final double TOP = 56;
    private static final double GUTTER = 72;
    private static final double RECEIPT = 468;
    private static final double LEAST_HEIGHT = 860;
    private static final double NOTE_LINE = 22;

    private transient Look look;
    private final transient ConsentPageText form;
    private final transient DeskWords words;
    private final transient List<ChoiceRow> rows = new ArrayList<>();
    private final ReceiptPane receipt;
    private final PlainButton nothing;
    private final PlainButton agree;

    /**
     * @param answered told once, when one of the two buttons was pressed
     */
    public ConsentPage(Look look, ConsentPageText form, Consumer<ConsentPageText.Answer> answered) {
        this.look = look;
        this.form = form;
        this.words = DeskWords.in(form.language());
        setLayout(null);
        setOpaque(true);
        setBackground(look.palette.ground);
        for (ConsentPageText.Choice choice : form.choices()) {
            String needs = choice.needs() < 0 ? "" : words.of("consent.needs." + choice.needs());
            ChoiceRow row = new ChoiceRow(look, choice, needs, this::changed);
            rows.add(row);
            add(row);
        }
        nothing = new PlainButton(look, words.of("consent.nothing"));
        agree = new PlainButton(look, words.of("consent.agree"));
        nothing.addActionListener(
                event -> answered.accept(new ConsentPageText.Answer(Set.of(), "")));
        agree.addActionListener(
                event ->
                        answered.accept(
                                new ConsentPageText.Answer(ticked(), receipt().signature())));
        add(nothing);
        add(agree);
        receipt = new ReceiptPane(look, form, words, this::changed);
        add(receipt);
        FocusOrder.keepInSight(this);
        getAccessibleContext().setAccessibleName(form.title());
        changed();
    }

    /** The keyboard goes to the first box; that is no tick. */
    void begin() {
        rows.stream().findFirst().ifPresent(row -> row.box().requestFocusInWindow());
    }

    private ReceiptPane receipt() {
        return receipt;
    }

    /** The same page in another theme or size; what was ticked stays. */
    public void show(Look newLook) {
        look = newLook;
        setBackground(look.palette.ground);
        rows.forEach(row -> row.show(newLook));
        receipt.show(newLook);
        nothing.show(newLook);
        agree.show(newLook);
        revalidate();
        repaint();
    }

    private Set<String> ticked() {
        Set<String> ids = new LinkedHashSet<>();
        rows.stream().filter(ChoiceRow::isTicked).forEach(row -> ids.add(row.choice().id()));
        return ids;
    }

    private void changed() {
        for (ChoiceRow row : rows) {
            int needs = row.choice().needs();
            row.allow(needs < 0 || rows.get(needs).isTicked());
        }
        receipt.show(rows.stream().filter(ChoiceRow::isTicked).map(ChoiceRow::choice).toList());
        agree.setEnabled(!ticked().isEmpty() && receipt.isSigned());
        repaint();
    }

    private boolean stacked() {
        return getWidth() < look.whole(2 * LEFT + GUTTER + RECEIPT + LEAST_COLUMN);
    }

    private int left() {
        return look.whole(stacked() ? LEFT_NARROW : LEFT);
    }

    private int column() {
        int beside = stacked() ? 0 : look.whole(GUTTER + RECEIPT);
        return Math.max(look.whole(200), getWidth() - 2 * left() - beside);
    }

    private List<String> leadLines() {
        FontMetrics metrics = getFontMetrics(look.type.regular(Typeface.SENTENCE));
        return Look.wrap(metrics, form.lead(), column());
    }

    private int cardTop() {
        return look.whole(TOP + 82 + (leadLines().size() - 1) * NOTE_LINE);
    }

    private int cardHeight() {
        return rows.stream().mapToInt(row -> row.neededHeight(column())).sum();
    }

    private List<String> noteLines(String note) {
        FontMetrics metrics = getFontMetrics(look.type.regular(Typeface.SENTENCE));
        return Look.wrap(metrics, note, column() - look.px(18));
    }

    private double notesHeight() {
        double height = 0;
        for (String note : form.notes()) {
            height += look.px(NOTE_LINE * noteLines(note).size() + 5);
        }
        return height;
    }

    private int buttonsTop() {
        return (int) (cardTop() + cardHeight() + look.px(18) + notesHeight() + look.px(36));
    }

    @Override
    public void doLayout() {
        int left = left();
        int y = cardTop();
        for (ChoiceRow row : rows) {
            int height = row.neededHeight(column());
            row.setBounds(left, y, column(), height);
            y += height;
        }
        int gap = look.whole(16);
        int wide = (column() - gap) / 2;
        nothing.setBounds(left, buttonsTop(), wide, look.whole(54));
        agree.setBounds(left + wide + gap, buttonsTop(), wide, look.whole(54));
        if (stacked()) {
            receipt.setBounds(
                    left,
                    buttonsTop() + look.whole(120),
                    Math.min(column(), look.whole(RECEIPT)),
                    look.whole(RECEIPT_HEIGHT));
            return;
        }
        int receiptLeft = getWidth() - look.whole(LEFT + RECEIPT);
        receipt.setBounds(
                new Rectangle(
                        receiptLeft,
                        look.whole(TOP),
                        look.whole(RECEIPT),
                        Math.max(getHeight(), getPreferredSize().height) - look.whole(2 * TOP)));
    }

    @Override
    public Dimension getPreferredSize() {
        int under = look.whole(stacked() ? 130 + RECEIPT_HEIGHT + TOP : 130);
        int height = Math.max(look.whole(LEAST_HEIGHT), buttonsTop() + under);
        return new Dimension(look.whole(RECEIPT + 2 * LEFT_NARROW), height);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        super.paintComponent(graphics);
        Graphics2D g = Look.smooth(graphics);
        double left = left();
        Color text2 = look.palette.text2;
        Font title = look.type.semibold(30);
        look.write(
                g,
                Look.fit(g, form.title(), title, column()),
                title,
                look.palette.text,
                left,
                look.px(TOP + 20));
        Font lead = look.type.regular(Typeface.SENTENCE);
        double base = look.px(TOP + 52);
        for (String line : leadLines()) {
            look.write(g, line, lead, text2, left, base);
            base += look.px(NOTE_LINE);
        }
        paintCard(g, (int) left);
        paintNotes(g, left);
        Font hint = look.type.regular(Typeface.LABEL);
        double under = buttonsTop() + look.px(54 + 20);
        String goesOn = form.nothing().goesOn();
        String said = goesOn.isEmpty() ? words.of("consent.nothing.hint") : goesOn;
        look.write(g, said, hint, look.palette.text3, left, under);
        look.write(
                g, words.of("consent.agree.hint"), hint, look.palette.text3, agree.getX(), under);
        g.dispose();
    }

    private void paintCard(Graphics2D g, int left) {
        g.setColor(look.palette.surface);
        g.fillRect(left, cardTop(), column(), cardHeight());
        g.setColor(look.palette.rule);
        g.drawRect(left, cardTop(), column() - 1, cardHeight() - 1);
        g.setColor(look.palette.grid);
        for (ChoiceRow row : rows.subList(1, Math.max(1, rows.size()))) {
            int inset = look.whole(24);
            g.drawLine(left + inset, row.getY(), left + column() - inset, row.getY());
        }
    }

    private void paintNotes(Graphics2D g, double left) {
        Font font = look.type.regular(Typeface.SENTENCE);
        double y = cardTop() + cardHeight() + look.px(18);
        for (String note : form.notes()) {
            double side = look.px(5);
            g.setColor(look.palette.text3);
            g.fillRect((int) left, (int) (y + look.px(8)), (int) side, (int) side);
            for (String line : noteLines(note)) {
                y += look.px(NOTE_LINE);
                look.write(g, line, font, look.palette.text, left + look.px(18), y - look.px(5));
            }
            y += look.px(5);
        }
    }

    @Override
    public Dimension getPreferredScrollableViewportSize() {
        return getPreferredSize();
    }

    @Override
    public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
        return look.whole(NOTE_LINE);
    }

    @Override
    public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
        return visible.height - look.whole(NOTE_LINE);
    }

    @Override
    public boolean getScrollableTracksViewportWidth() {
        return getParent() != null && getParent().getWidth() >= getPreferredSize().width;
    }

    @Override
    public boolean getScrollableTracksViewportHeight() {
        return getParent() != null && getParent().getHeight() >= getPreferredSize().height;
    }
}
