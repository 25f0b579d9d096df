package org.attune.ui;

import java.awt.AWTException;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.Image;
import java.awt.MenuItem;
import java.awt.PopupMenu;
import java.awt.RenderingHints;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import java.awt.image.BufferedImage;
import java.util.Optional;
import org.attune.regulation.RegulationState;

/**
 * The program in the tray of the desktop: a shape in one ink, no word, no name, no colour of a
 * state. Where the desktop has no tray there is none. Confined to the EDT.
 */
public final class TraySign {
    private final Optional<TrayIcon> icon;
    private final int size;
    private Optional<RegulationState> painted = Optional.empty();

    private TraySign(Optional<TrayIcon> icon, int size) {
        this.icon = icon;
        this.size = size;
    }

    /** Whether this desktop has a tray, and so can show notifications. */
    public static boolean available() {
        return !GraphicsEnvironment.isHeadless() && SystemTray.isSupported();
    }

    /**
     * Puts it there, if there is a tray.
     *
     * @param onShow what 'show or hide' does
     * @param onEnd what 'end' does
     */
    static TraySign open(LiveWords words, Runnable onShow, Runnable onEnd) {
        if (!available()) {
            return new TraySign(Optional.empty(), 0);
        }
        SystemTray tray = SystemTray.getSystemTray();
        Dimension room = tray.getTrayIconSize();
        int size = Math.max(16, Math.min(room.width, room.height));
        TrayIcon icon =
                new TrayIcon(image(Optional.empty(), size), "Attune", menu(words, onShow, onEnd));
        icon.addActionListener(event -> onShow.run());
        try {
            tray.add(icon);
        } catch (AWTException e) {
            // The tray went away between the two calls: the windows are there all the same.
            return new TraySign(Optional.empty(), 0);
        }
        return new TraySign(Optional.of(icon), size);
    }

    private static PopupMenu menu(LiveWords words, Runnable onShow, Runnable onEnd) {
        PopupMenu menu = new PopupMenu();
        MenuItem show = new MenuItem(words.text("tray.show"));
        show.addActionListener(event -> onShow.run());
        MenuItem end = new MenuItem(words.text("tray.end"));
        end.addActionListener(event -> onEnd.run());
        menu.add(show);
        menu.addSeparator();
        menu.add(end);
        return menu;
    }

    /** Shows the shape of {@code state}; none where it is nobody's alone, or others may see it. */
    void show(Optional<RegulationState> state) {
        if (icon.isPresent() && !state.equals(painted)) {
            painted = state;
            icon.get().setImage(image(state, size));
        }
    }

    /** Says {@code words} as the desktop says such things. */
    void notify(String words) {
        icon.ifPresent(there -> there.displayMessage("Attune", words, TrayIcon.MessageType.NONE));
    }

    void close() {
        icon.ifPresent(there -> SystemTray.getSystemTray().remove(there));
    }

    /** The shape in light ink on a dark tile, which is seen on any tray; an empty tile for none. */
    static Image image(Optional<RegulationState> state, int size) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(new Color(0x1E2227));
        g.fillRoundRect(0, 0, size, size, size / 4, size / 4);
        double inset = size / 8.0;
        state.ifPresent(
                shown ->
                        StateGlyph.paint(
                                g,
                                shown,
                                inset,
                                inset,
                                size - 2 * inset,
                                new Color(0xE6E8EB),
                                0.5));
        g.dispose();
        return image;
    }
}
