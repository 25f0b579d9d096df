package org.attune.ui.desk;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.LayoutManager;

/**
 * Two parts side by side where each has room, one below the other where not. Confined to the EDT.
 */
final class Columns implements LayoutManager {
    private final int gap;
    private final int least;

    /**
     * @param gap between the two, pixels
     * @param least how wide each needs to be beside the other, pixels
     */
    Columns(int gap, int least) {
        this.gap = gap;
        this.least = least;
    }

    private boolean beside(Container parent) {
        return parent.getWidth() == 0 || parent.getWidth() >= 2 * least + gap;
    }

    @Override
    public Dimension preferredLayoutSize(Container parent) {
        int width = 0;
        int tallest = 0;
        int sum = 0;
        for (Component part : parent.getComponents()) {
            Dimension size = part.getPreferredSize();
            width = Math.max(width, size.width);
            tallest = Math.max(tallest, size.height);
            sum += size.height + gap;
        }
        return beside(parent)
                ? new Dimension(2 * width + gap, tallest)
                : new Dimension(width, Math.max(0, sum - gap));
    }

    @Override
    public Dimension minimumLayoutSize(Container parent) {
        return preferredLayoutSize(parent);
    }

    @Override
    public void layoutContainer(Container parent) {
        if (beside(parent)) {
            int width = (parent.getWidth() - gap) / 2;
            int x = 0;
            for (Component part : parent.getComponents()) {
                part.setBounds(x, 0, width, parent.getHeight());
                x += width + gap;
            }
            return;
        }
        int y = 0;
        for (Component part : parent.getComponents()) {
            int height = part.getPreferredSize().height;
            part.setBounds(0, y, parent.getWidth(), height);
            y += height + gap;
        }
    }

    @Override
    public void addLayoutComponent(String name, Component part) {}

    @Override
    public void removeLayoutComponent(Component part) {}
}
