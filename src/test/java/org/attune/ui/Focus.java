package org.attune.ui;

import java.awt.Component;
import java.awt.KeyboardFocusManager;
import org.jspecify.annotations.Nullable;

/** What a key or a screen reader has before it. */
public final class Focus {
    private Focus() {}

    /** Who has it; of nobody {@code null}. Call on the EDT. */
    public static @Nullable Component owner() {
        return KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
    }

    /** The kind of component that has it, or {@code nobody}. Not on the EDT. */
    public static String kind() {
        return Screens.onEdt(
                () -> {
                    Component owner = owner();
                    return owner == null ? "nobody" : owner.getClass().getSimpleName();
                });
    }
}
