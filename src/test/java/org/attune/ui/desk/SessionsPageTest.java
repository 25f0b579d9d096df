package org.attune.ui.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javax.swing.AbstractButton;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import org.attune.ui.BackgroundWork;
import org.attune.ui.DisplaySettings;
import org.attune.ui.Look;
import org.attune.ui.Screens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The archive, without a screen. */
class SessionsPageTest {
    private final PaperDesk desk = new PaperDesk();
    private final List<String> foot = new ArrayList<>();
    private final BackgroundWork work = new BackgroundWork("archive", foot::add, "failed");
    private final SessionsPage page =
            Screens.onEdt(
                    () ->
                            new SessionsPage(
                                    Look.of(DisplaySettings.DEFAULT),
                                    DeskWords.in(Locale.ENGLISH),
                                    desk,
                                    work,
                                    (session, code) -> foot.add("export " + session + " " + code),
                                    review -> {}));

    SessionsPageTest() {
        refresh();
    }

    @AfterEach
    void close() {
        work.close();
    }

    /** What was asked is answered and shown; and so is what an answer asked in its turn. */
    private void done() {
        for (int round = 0; round < 3; round++) {
            while (work.isBusy()) {
                Thread.onSpinWait();
            }
            Screens.onEdt(() -> true);
        }
    }

    private void refresh() {
        Screens.onEdt(
                () -> {
                    page.refresh();
                    return true;
                });
        done();
    }

    private <T extends Component> T found(Class<T> kind, Predicate<T> which) {
        return all(page).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(which)
                .findFirst()
                .orElseThrow();
    }

    private static List<Component> all(Container in) {
        List<Component> all = new ArrayList<>();
        for (Component each : in.getComponents()) {
            all.add(each);
            if (each instanceof Container inner) {
                all.addAll(all(inner));
            }
        }
        return all;
    }

    private JTable table(String name) {
        return found(
                JTable.class, each -> name.equals(each.getAccessibleContext().getAccessibleName()));
    }

    private void choose(String table, int row) {
        Screens.onEdt(
                () -> {
                    table(table).setRowSelectionInterval(row, row);
                    return true;
                });
    }

    private void press(String words) {
        Screens.onEdt(
                () -> {
                    found(AbstractButton.class, each -> words.equals(each.getText())).doClick(0);
                    return true;
                });
        done();
    }

    private void type(String field, String text) {
        Screens.onEdt(
                () -> {
                    found(
                                    JTextField.class,
                                    each ->
                                            field.equals(
                                                    each.getAccessibleContext()
                                                            .getAccessibleName()))
                            .setText(text);
                    return true;
                });
    }

    private boolean says(String words) {
        return all(page).stream()
                .anyMatch(each -> each instanceof JTextArea area && area.getText().contains(words));
    }

    private boolean offers(String words) {
        return all(page).stream()
                .anyMatch(
                        each ->
                                each instanceof AbstractButton button
                                        && words.equals(button.getText())
                                        && button.getParent().isVisible());
    }

    @Test
    void whatBrokeOffOrMissesSomethingHasAShapeAWordAndASentence() {
        choose("Sessions", 0);
        assertThat(table("Sessions").getValueAt(0, 3)).isEqualTo("incomplete");
        assertThat(says("missing: 214")).isTrue();
        choose("Sessions", 1);
        assertThat(table("Sessions").getValueAt(1, 3)).isEqualTo("closed");
        choose("Sessions", 2);
        assertThat(table("Sessions").getValueAt(2, 3)).isEqualTo("recovered");
        assertThat(says("Its recording broke off")).isTrue();
        List<Boolean> marked = IntStream.range(0, 3).mapToObj(this::isMarked).toList();
        assertThat(marked).containsExactly(true, false, true);
    }

    private boolean isMarked(int row) {
        JTable table = table("Sessions");
        Component cell = table.prepareRenderer(table.getCellRenderer(row, 3), row, 3);
        return ((JLabel) cell).getIcon() != null;
    }

    @Test
    void aSessionIsFoundByTheWordOfItsState() {
        type("Find by code, date or tag", "recov k-07");
        assertThat(table("Sessions").getRowCount()).isEqualTo(1);
        type("Find by code, date or tag", "");
        assertThat(table("Sessions").getRowCount()).isEqualTo(3);
    }

    @Test
    void theReportIsOfTheChosenSessionAndPerson() {
        choose("Sessions", 1);
        Screens.onEdt(
                () -> {
                    page.report(Path.of("a1.pdf"));
                    return true;
                });
        done();
        assertThat(desk.told()).contains("report a1 K-07 en a1.pdf");
    }

    @Test
    void whatIsDueIsKeptForAReasonUntilADayThatMustBeWritten() {
        choose("Kept long enough", 1);
        press("Keep …");
        press("Keep it");
        assertThat(says("Write the last day")).isTrue();
        assertThat(desk.told()).noneMatch(line -> line.startsWith("kept"));
        type("Last day (2037-03-31)", "2037-03-31");
        press("Keep it");
        assertThat(desk.told()).contains("kept M-12 z9 TREATMENT 2037-03-31");
        assertThat(table("Kept long enough").getRowCount()).isEqualTo(1);
    }

    @Test
    void whatIsHeldIsToldAndNotOfferedForErasure() {
        choose("Kept long enough", 0);
        assertThat(says("A legal hold is on S-03")).isTrue();
        assertThat(offers("Erase what is due")).isFalse();
        choose("Kept long enough", 1);
        assertThat(offers("Erase what is due")).isTrue();
    }

    @Test
    void erasingTakesTwoStepsAndAnotherRowTakesTheFirstOneBack() {
        choose("Kept long enough", 1);
        press("Erase what is due");
        choose("Kept long enough", 0);
        choose("Kept long enough", 1);
        assertThat(offers("Erase what is due")).as("back at the first step").isTrue();
        assertThat(desk.told()).noneMatch(line -> line.startsWith("erased"));
        press("Erase what is due");
        press("Erase for good");
        assertThat(desk.told()).contains("erased due M-12 z9");
    }

    @Test
    void whereNothingIsDueThatIsSaidAndNothingElse() {
        choose("Kept long enough", 1);
        press("Erase what is due");
        press("Erase for good");
        desk.settle();
        refresh();
        assertThat(says("Nothing is due")).isTrue();
        assertThat(all(page))
                .noneMatch(
                        each ->
                                each instanceof AbstractButton button
                                        && "Keep …".equals(button.getText()));
    }
}
