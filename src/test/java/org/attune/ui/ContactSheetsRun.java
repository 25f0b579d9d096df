package org.attune.ui;

import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.attune.live.LiveSnapshot;
import org.attune.testkit.ToldCommands;
import org.attune.ui.place.WindowPlaces;

/**
 * Photographs the window and the strip in every state and theme on whatever display it is given,
 * and writes contact sheets of what every kind of eye makes of them. The argument is the folder for
 * the sheets. {@code src/build/screenshots.sh} runs it on a virtual screen.
 */
final class ContactSheetsRun {
    private static final int STRIP = 40;
    private static final int SMALL = 240;

    private final File folder;
    private final Hand hand;

    private ContactSheetsRun(File folder) throws Exception {
        this.folder = folder;
        this.hand = new Hand(folder, 150, 150);
    }

    public static void main(String[] arguments) throws Exception {
        ContactSheetsRun run = new ContactSheetsRun(new File(arguments[0]));
        for (DisplaySettings.Theme theme : DisplaySettings.Theme.values()) {
            run.sheets(theme);
        }
        System.exit(0);
    }

    private void sheets(DisplaySettings.Theme theme) throws Exception {
        DisplaySettings settings =
                DisplaySettings.DEFAULT
                        .withTheme(theme)
                        .withLanguage(DisplaySettings.Language.EN)
                        .withReduceMotion(true);
        List<String> names = new ArrayList<>(ScreensTest.all().keySet());
        names.remove("couple");
        List<LiveSnapshot> states = names.stream().map(ScreensTest.all()::get).toList();
        LiveWindow window =
                Screens.onEdt(
                        () ->
                                LiveWindow.open(
                                        new ToldCommands(told -> {}, List.of(), () -> false),
                                        settings,
                                        WindowPlaces.none(),
                                        () -> {}));
        Palette palette = Palette.of(theme);
        Rectangle screen = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
        List<BufferedImage> panels = photograph(window, states, screen);
        hand.with(KeyEvent.VK_CONTROL, KeyEvent.VK_B);
        Rectangle edge = new Rectangle(0, screen.height - STRIP, screen.width, STRIP);
        List<BufferedImage> strips = photograph(window, states, edge);
        Screens.onEdt(
                () -> {
                    window.close();
                    return window;
                });
        ContactSheet.save(
                ContactSheet.grid(panels, names, SMALL, palette),
                new File(folder, "panel-states-" + palette + ".png"));
        ContactSheet.save(
                ContactSheet.column(strips, palette),
                new File(folder, "strip-states-" + palette + ".png"));
    }

    private List<BufferedImage> photograph(
            LiveWindow window, List<LiveSnapshot> states, Rectangle area) {
        hand.settle(500);
        List<BufferedImage> taken = new ArrayList<>();
        for (LiveSnapshot state : states) {
            Hand.show(window, state);
            hand.settle(300);
            taken.add(hand.see(area));
        }
        return taken;
    }
}
