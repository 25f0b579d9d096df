package org.attune.ui.desk;

import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/** Any change of what stands in a field. Confined to the EDT. */
final class Typed implements DocumentListener {
    private final Runnable changed;

    Typed(Runnable changed) {
        this.changed = changed;
    }

    @Override
    public void insertUpdate(DocumentEvent event) {
        changed.run();
    }

    @Override
    public void removeUpdate(DocumentEvent event) {
        changed.run();
    }

    @Override
    public void changedUpdate(DocumentEvent event) {
        changed.run();
    }
}
