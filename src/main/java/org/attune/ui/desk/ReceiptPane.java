package org.attune.ui.desk;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.List;
import javax.swing.JPanel;
import org.attune.ui.Look;
import org.attune.ui.Typeface;

/**
 * The receipt as it will be: it says the truth at every moment, also that nothing has been agreed
 * to. Holds the line that is signed on. Confined to the EDT.
 */
final class ReceiptPane extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final double MARGIN = 36;
    private static final double VALUES = 148;
    private static final double LINE = 20;
    private static final String NONE = "–";

    private transient Look look;
    private final transient ConsentPageText form;
    private final transient DeskWords words;
    private final SignaturePad pad;
    private final TickBox onPaper;
    private transient List<ConsentPageText.Choice> agreed = List.of();

    ReceiptPane(Look look, ConsentPageText form, DeskWords words, Runnable changed) {
        this.look = look;
        this.form = form;
        this.words = words;
        this.pad = new SignaturePad(look, words.of("receipt.signature"), changed);
        this.onPaper = TickBox.before(look, words.of("receipt.paper"));
        onPaper.addActionListener(
                event -> {
                    pad.clear();
                    changed.run();
                });
        setLayout(null);
        setOpaque(true);
        add(pad);
        add(onPaper);
        dress();
    }

    private void dress() {
        setBackground(look.palette.surface);
        onPaper.setFont(look.type.regular(Typeface.LABEL));
        onPaper.setForeground(look.palette.text2);
    }

    void show(Look newLook) {
        look = newLook;
        pad.show(newLook);
        onPaper.show(newLook);
        dress();
    }

    void show(List<ConsentPageText.Choice> newlyAgreed) {
        agreed = List.copyOf(newlyAgreed);
        getAccessibleContext().setAccessibleName(words.of("receipt.title"));
        getAccessibleContext().setAccessibleDescription(headline() + " " + consequence());
        repaint();
    }

    boolean isSigned() {
        return onPaper.isSelected() || pad.isSigned();
    }

    /** The strokes that were drawn; empty when it is signed on paper. */
    String signature() {
        return onPaper.isSelected() ? "" : pad.text();
    }

    SignaturePad pad() {
        return pad;
    }

    TickBox onPaper() {
        return onPaper;
    }

    private String key() {
        if (agreed.isEmpty()) {
            return "receipt.none";
        }
        return isSigned() ? "receipt.signed" : "receipt.unsigned";
    }

    private String headline() {
        return words.of(key());
    }

    private String consequence() {
        return agreed.isEmpty() ? form.nothing().follows() : words.of(key() + ".then");
    }

    @Override
    public void doLayout() {
        int left = look.whole(MARGIN);
        int foot = getHeight() - look.whole(130);
        int half = (getWidth() - 2 * left) / 2;
        pad.setBounds(left, foot - look.whole(46), half - look.whole(8), look.whole(46));
        onPaper.setBounds(
                left - look.whole(3),
                foot + look.whole(24),
                getWidth() - 2 * left,
                onPaper.getPreferredSize().height);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        super.paintComponent(graphics);
        Graphics2D g = Look.smooth(graphics);
        g.setColor(look.palette.rule);
        g.setStroke(new BasicStroke(1));
        g.drawRect(0, 0, getWidth() - 1, getHeight() - 1);
        double left = look.px(MARGIN);
        double right = getWidth() - left;
        Font small = look.type.regular(Typeface.LABEL);
        look.write(
                g,
                words.of("receipt.title"),
                look.type.semibold(22),
                look.palette.text,
                left,
                look.px(56));
        look.writeEnding(
                g, words.of("receipt.preview"), small, look.palette.text3, right, look.px(54));
        Font body = look.type.regular(Typeface.BODY);
        look.write(g, words.of("receipt.lead"), body, look.palette.text2, left, look.px(82));
        paintStanding(g, left, right);
        double y = look.px(202);
        y = row(g, "receipt.who", List.of(form.facts().who()), y);
        y = row(g, "receipt.with", List.of(form.facts().with()), y);
        y = row(g, "receipt.what", List.of(form.facts().what()), y);
        y = row(g, "receipt.why", List.of(form.facts().why()), y);
        y = row(g, "receipt.agreed", headings(true), y);
        y = row(g, "receipt.not", headings(false), y);
        y = row(g, "receipt.until", untils(), y);
        y = row(g, "receipt.stop", List.of(form.facts().toStop()), y);
        row(g, "receipt.questions", List.of(form.facts().questions()), y);
        paintFoot(g, left, right);
        g.dispose();
    }

    private void paintStanding(Graphics2D g, double left, double right) {
        g.setColor(look.palette.raised);
        g.fillRect(
                (int) (left - look.px(12)),
                look.whole(98),
                (int) (right - left + look.px(24)),
                look.whole(62));
        Color text = look.palette.text;
        look.write(g, headline(), look.type.semibold(15.5), text, left, look.px(124));
        Font body = look.type.regular(Typeface.BODY);
        look.write(g, consequence(), body, look.palette.text2, left, look.px(147));
    }

    private List<String> headings(boolean ofAgreed) {
        if (agreed.isEmpty()) {
            return List.of(NONE);
        }
        List<String> headings =
                form.choices().stream()
                        .filter(choice -> agreed.contains(choice) == ofAgreed)
                        .map(ConsentPageText.Choice::heading)
                        .toList();
        return headings.isEmpty() ? List.of(NONE) : headings;
    }

    private List<String> untils() {
        return agreed.isEmpty()
                ? List.of(NONE)
                : List.of(agreed.get(agreed.size() > 1 ? 1 : 0).until());
    }

    private double row(Graphics2D g, String label, List<String> values, double top) {
        Font font = look.type.regular(Typeface.LABEL);
        double left = look.px(MARGIN);
        look.write(g, words.of(label), font, look.palette.text3, left, top);
        Font body = look.type.regular(Typeface.BODY);
        FontMetrics metrics = g.getFontMetrics(body);
        double x = look.px(VALUES);
        double y = top;
        for (String value : values) {
            for (String line : Look.wrap(metrics, value, getWidth() - x - look.px(24))) {
                look.write(g, line, body, look.palette.text, x, y);
                y += look.px(LINE);
            }
        }
        return y + look.px(10);
    }

    private void paintFoot(Graphics2D g, double left, double right) {
        double line = getHeight() - look.px(130);
        double middle = left + (right - left) / 2;
        Font small = look.type.regular(Typeface.LABEL);
        g.setColor(look.palette.text2);
        g.drawLine((int) (middle + look.px(8)), (int) line, (int) right, (int) line);
        look.write(
                g,
                form.facts().date(),
                look.type.regular(Typeface.BODY),
                look.palette.text,
                middle + look.px(8),
                line - look.px(6));
        double under = line + look.px(17);
        look.write(g, words.of("receipt.signature"), small, look.palette.text3, left, under);
        look.write(
                g, words.of("receipt.date"), small, look.palette.text3, middle + look.px(8), under);
        g.setColor(look.palette.grid);
        double rule = getHeight() - look.px(68);
        g.drawLine((int) left, (int) rule, (int) right, (int) rule);
        Font note = look.type.regular(Typeface.TICK);
        double y = getHeight() - look.px(44);
        String number = words.of("receipt.number", form.foot());
        look.write(g, Look.fit(g, number, note, right - left), note, look.palette.text3, left, y);
        look.write(g, form.nothing().holds(), note, look.palette.text3, left, y + look.px(20));
    }
}
