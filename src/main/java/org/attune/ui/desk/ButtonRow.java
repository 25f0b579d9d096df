package org.attune.ui.desk;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.LayoutManager;

/**
 * Parts one after the other, each as wide as it likes, on as many lines as that takes. Confined to
 * the EDT.
 */
final class ButtonRow implements LayoutManager {
    private final int gap;
    private final int edge;

    /**
     * @param gap between the parts, pixels
     * @param edge above and below each line, pixels
     */
    ButtonRow(int gap, int edge) {
        this.gap = gap;
        this.edge = edge;
    }

    /** How high it gets; places the parts if told to. */
    private int flow(Container parent, int width, boolean place) {
        int x = 0;
        int y = 0;
        int line = 0;
        for (Component part : parent.getComponents()) {
            Dimension size = part.getPreferredSize();
            int wide = Math.min(size.width, width);
            if (x > 0 && x + wide > width) {
                x = 0;
                y += line + 2 * edge;
                line = 0;
            }
            if (place) {
                part.setBounds(x, y + edge, wide, size.height);
            }
            x += wide + gap;
            line = Math.max(line, size.height);
        }
        return y + line + 2 * edge;
    }

    private static int room(Container parent) {
        return parent.getWidth() == 0 ? Integer.MAX_VALUE / 2 : parent.getWidth();
    }

    @Override
    public Dimension preferredLayoutSize(Container parent) {
        int width = 0;
        for (Component part : parent.getComponents()) {
            width += part.getPreferredSize().width + gap;
        }
        return new Dimension(Math.max(0, width - gap), flow(parent, room(parent), false));
    }

    @Override
    public Dimension minimumLayoutSize(Container parent) {
        return new Dimension(0, preferredLayoutSize(parent).height);
    }

    @Override
    public void layoutContainer(Container parent) {
        int height = flow(parent, parent.getWidth(), true);
        if (height > parent.getHeight()) {
            parent.revalidate(); // Its width was not known when it was asked for its height.
        }
    }

    @Override
    public void addLayoutComponent(String name, Component part) {}

    @Override
    public void removeLayoutComponent(Component part) {}
}
