package org.attune.ui.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.swing.AbstractButton;
import org.attune.ui.DisplaySettings;
import org.attune.ui.Look;
import org.attune.ui.Painted;
import org.attune.ui.Screens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConsentPageTest {
    private final List<ConsentPageText.Answer> answers = new ArrayList<>();
    private final ConsentPage page =
            new ConsentPage(
                    Look.of(DisplaySettings.DEFAULT.withTheme(DisplaySettings.Theme.LIGHT)),
                    DeskForms.english(),
                    answers::add);

    ConsentPageTest() {
        page.setSize(new Dimension(1440, 900));
        layout(page);
    }

    private static void layout(Component component) {
        component.doLayout();
        if (component instanceof Container container) {
            for (Component child : container.getComponents()) {
                layout(child);
            }
        }
    }

    /** What is ticked to agree. */
    private List<TickBox> choices() {
        return all(ChoiceRow.class).stream().map(ChoiceRow::box).toList();
    }

    private <T extends Component> List<T> all(Class<T> kind) {
        List<T> found = new ArrayList<>();
        collect(page, kind, found);
        return found;
    }

    private static <T extends Component> void collect(Container in, Class<T> kind, List<T> found) {
        for (Component child : in.getComponents()) {
            if (kind.isInstance(child)) {
                found.add(kind.cast(child));
            }
            if (child instanceof Container container) {
                collect(container, kind, found);
            }
        }
    }

    private AbstractButton agree() {
        return all(PlainButton.class).get(1);
    }

    private void tick(int choice) {
        choices().get(choice).doClick(0);
    }

    private void sign() {
        SignaturePad pad = all(SignaturePad.class).get(0);
        draw(pad, MouseEvent.MOUSE_PRESSED, 10, 20);
        draw(pad, MouseEvent.MOUSE_DRAGGED, 60, 30);
        draw(pad, MouseEvent.MOUSE_DRAGGED, 90, 12);
    }

    private static void draw(Component pad, int kind, int x, int y) {
        pad.dispatchEvent(
                new MouseEvent(pad, kind, 0, MouseEvent.BUTTON1_DOWN_MASK, x, y, 1, false, 1));
    }

    @Test
    void whatFollowsFromNothingIsSaidAsThatFormSaysIt() {
        ConsentPageText heartbeat = DeskForms.english();
        ConsentPageText notes =
                new ConsentPageText(
                        heartbeat.language(),
                        "What may be done with your therapist's notes",
                        heartbeat.lead(),
                        heartbeat.choices(),
                        heartbeat.notes(),
                        heartbeat.facts(),
                        new ConsentPageText.Nothing(
                                "So no notes are kept here.",
                                "So no notes are kept here.",
                                "Contains no notes."),
                        heartbeat.foot());
        List<String> written =
                Screens.onEdt(
                        () -> {
                            Look look = Look.of(DisplaySettings.DEFAULT);
                            ConsentPage page = new ConsentPage(look, notes, answer -> {});
                            return Painted.of(page, 1440, 900).things().stream()
                                    .map(Painted.Thing::words)
                                    .toList();
                        });

        assertThat(written)
                .contains("So no notes are kept here.", "Contains no notes.")
                .noneMatch(line -> line.contains("sensor") || line.contains("heartbeat data"));
    }

    @Test
    void nothingIsTickedBeforehandAndAgreeingIsNotOpenYet() {
        assertThat(choices()).hasSize(5).noneMatch(AbstractButton::isSelected);
        assertThat(agree().isEnabled()).isFalse();
        sign();
        assertThat(agree().isEnabled()).as("signed, and nothing ticked").isFalse();
    }

    @Test
    void whatNeedsAnEarlierChoiceCannotBeTickedWithoutIt() {
        tick(2);
        assertThat(choices().get(2).isSelected()).isFalse();
        tick(0);
        tick(1);
        tick(2);
        assertThat(choices().get(2).isSelected()).isTrue();
        tick(0);
        assertThat(choices()).as("all rest on the first").noneMatch(AbstractButton::isSelected);
    }

    @Test
    void theAnswerHoldsWhatWasTickedAndTheSignature() {
        tick(0);
        tick(1);
        assertThat(agree().isEnabled()).as("not signed").isFalse();
        sign();
        agree().doClick(0);

        assertThat(answers).hasSize(1);
        assertThat(answers.get(0).agreed()).isEqualTo(Set.of("live", "store"));
        assertThat(answers.get(0).signature()).isEqualTo("10,20 60,30 90,12\n");
    }

    @Test
    void aSlipOfThePenIsNoSignature() {
        tick(0);
        SignaturePad pad = all(SignaturePad.class).get(0);
        draw(pad, MouseEvent.MOUSE_PRESSED, 10, 20);
        draw(pad, MouseEvent.MOUSE_DRAGGED, 14, 20);
        assertThat(agree().isEnabled()).isFalse();
    }

    @Test
    void itCanBeSignedOnPaperInstead() {
        tick(0);
        all(ReceiptPane.class).get(0).onPaper().doClick(0);
        agree().doClick(0);
        assertThat(answers).containsExactly(new ConsentPageText.Answer(Set.of("live"), ""));
    }

    @Test
    void noIsAnAnswerThatNeedsNothing() {
        tick(0);
        all(PlainButton.class).get(0).doClick(0);
        assertThat(answers).containsExactly(new ConsentPageText.Answer(Set.of(), ""));
    }

    @Test
    void aReaderAloudHearsWhatEachBoxMeansAndWhatHasBeenAgreedTo() {
        assertThat(choices().get(1).getAccessibleContext().getAccessibleName())
                .contains("Keep it for us to look back on")
                .contains("Stored on this computer")
                .contains("until 22 Nov 2027");
        ReceiptPane receipt = all(ReceiptPane.class).get(0);
        assertThat(receipt.getAccessibleContext().getAccessibleDescription())
                .contains("not agreed to anything");
        tick(0);
        assertThat(receipt.getAccessibleContext().getAccessibleDescription())
                .contains("not signed yet");
    }

    @ParameterizedTest
    @EnumSource(DisplaySettings.Theme.class)
    void inEveryThemeItIsPaintedWhole(DisplaySettings.Theme theme) throws IOException {
        page.show(Look.of(DisplaySettings.DEFAULT.withTheme(theme)));
        tick(0);
        tick(1);
        sign();
        layout(page);
        BufferedImage image = new BufferedImage(1440, 900, BufferedImage.TYPE_INT_RGB);
        page.paint(image.getGraphics());
        File folder = new File("target/screens");
        assertThat(folder.isDirectory() || folder.mkdirs()).isTrue();
        ImageIO.write(image, "png", new File(folder, "consent-" + theme + ".png"));
        assertThat(new java.awt.Color(image.getRGB(4, 4)))
                .isEqualTo(Look.of(DisplaySettings.DEFAULT.withTheme(theme)).palette.ground);
    }
}
