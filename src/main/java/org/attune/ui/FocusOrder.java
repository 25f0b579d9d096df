package org.attune.ui;

import java.awt.Component;
import java.awt.Container;
import java.awt.KeyboardFocusManager;
import java.awt.Rectangle;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.text.JTextComponent;

/** That the keyboard alone goes everywhere, and is seen where it is. Confined to the EDT. */
public final class FocusOrder {
    private FocusOrder() {}

    /** Tab leaves {@code part}, whatever else it would do there. */
    public static void tabLeaves(JComponent part) {
        part.setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
        part.setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
    }

    /** What of {@code page} gets the focus is scrolled into sight. */
    public static void keepInSight(Container page) {
        for (Component each : page.getComponents()) {
            if (each instanceof AbstractButton || each instanceof JTextComponent) {
                JComponent part = (JComponent) each;
                part.addFocusListener(
                        new FocusAdapter() {
                            @Override
                            public void focusGained(FocusEvent event) {
                                part.scrollRectToVisible(
                                        new Rectangle(part.getWidth(), part.getHeight()));
                            }
                        });
            } else if (each instanceof Container inner) {
                keepInSight(inner);
            }
        }
    }
}
