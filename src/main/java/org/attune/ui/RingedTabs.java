package org.attune.ui;

import com.formdev.flatlaf.ui.FlatTabbedPaneUI;
import java.awt.Graphics;
import java.awt.Rectangle;

/** Tabs of the toolkit with a ring around the one that has the keyboard. Confined to the EDT. */
final class RingedTabs extends FlatTabbedPaneUI {
    private final Look look;

    RingedTabs(Look look) {
        this.look = look;
    }

    @Override
    protected void paintFocusIndicator(
            Graphics g,
            int tabPlacement,
            Rectangle[] rects,
            int tabIndex,
            Rectangle iconRect,
            Rectangle textRect,
            boolean isSelected) {
        if (isSelected && tabPane.isFocusOwner()) {
            Rectangle tab = rects[tabIndex];
            g.setColor(look.palette.focus);
            int width = Math.max(2, look.whole(2));
            for (int i = 1; i <= width; i++) {
                g.drawRect(tab.x + i, tab.y + i, tab.width - 1 - 2 * i, tab.height - 2 - 2 * i);
            }
        }
    }
}
