package org.attune.ui;

import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.util.function.Consumer;
import javax.swing.JTextField;

/**
 * A field that takes the key that is pressed in it, and writes its name. Tab leaves it. Confined to
 * the EDT.
 */
final class KeyField extends JTextField {
    private static final long serialVersionUID = 1L;

    KeyField(String name, Consumer<String> pressed) {
        super(8);
        setEditable(false);
        setFocusable(true);
        getAccessibleContext().setAccessibleName(name);
        addKeyListener(
                new KeyAdapter() {
                    @Override
                    public void keyPressed(KeyEvent event) {
                        int code = event.getKeyCode();
                        boolean letter = code >= KeyEvent.VK_A && code <= KeyEvent.VK_Z;
                        if (event.isControlDown() && letter) {
                            take(event, "Ctrl+" + (char) code);
                        } else if (code >= KeyEvent.VK_F1 && code <= KeyEvent.VK_F12) {
                            take(event, "F" + (code - KeyEvent.VK_F1 + 1));
                        }
                    }

                    @Override
                    public void keyTyped(KeyEvent event) {
                        char typed = event.getKeyChar();
                        if (typed == ' ') {
                            take(event, "Space");
                        } else if (typed > ' ' && typed != 0x7f && !event.isControlDown()) {
                            take(event, String.valueOf(Character.toUpperCase(typed)));
                        }
                    }

                    private void take(KeyEvent event, String stroke) {
                        event.consume();
                        pressed.accept(stroke);
                    }
                });
    }
}
