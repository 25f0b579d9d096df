package org.attune.ui.desk;

import java.awt.BorderLayout;
import java.awt.GridLayout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;
import org.attune.ui.Look;

/** The desk's left edge: which page is shown, and the lock below. Confined to the EDT. */
final class DeskSide extends JPanel {
    private static final long serialVersionUID = 1L;
    private final transient Map<String, NavTab> tabs = new LinkedHashMap<>();

    /**
     * @param pages their keys in the words
     * @param show told which page is wanted
     * @param lockNow called when it is to be locked
     */
    DeskSide(
            Look look,
            DeskWords words,
            List<String> pages,
            Consumer<String> show,
            Runnable lockNow) {
        super(new BorderLayout());
        JPanel tabsPane = new JPanel(new GridLayout(0, 1, 0, look.whole(4)));
        tabsPane.setOpaque(false);
        JLabel name = new JLabel("Attune", SwingConstants.LEADING);
        name.setFont(look.type.semibold(18));
        name.setForeground(look.palette.text);
        name.setBorder(BorderFactory.createEmptyBorder(0, look.whole(16), 0, 0));
        tabsPane.add(name);
        for (String page : pages) {
            NavTab tab = new NavTab(look, words.of(page));
            // No group of buttons: of a group, Tab comes to the chosen one alone.
            tab.addActionListener(event -> show.accept(page));
            tabs.put(page, tab);
            tabsPane.add(tab);
        }
        getAccessibleContext().setAccessibleName("Attune");
        setBackground(look.palette.surface);
        setBorder(
                BorderFactory.createCompoundBorder(
                        BorderFactory.createMatteBorder(0, 0, 0, 1, look.palette.rule),
                        BorderFactory.createEmptyBorder(look.whole(24), 0, look.whole(24), 0)));
        add(tabsPane, BorderLayout.NORTH);
        NavTab shut = new NavTab(look, words.of("lock.now"));
        shut.addActionListener(
                event -> {
                    shut.setSelected(false);
                    lockNow.run();
                });
        add(shut, BorderLayout.SOUTH);
    }

    /** Marks the page that is shown; one without a tab leaves the mark where it was. */
    void select(String page) {
        if (tabs.containsKey(page)) {
            tabs.forEach((name, tab) -> tab.setSelected(name.equals(page)));
        }
    }

    /** The keyboard goes to the page that is marked. */
    void focus() {
        tabs.values().stream().filter(NavTab::isSelected).forEach(NavTab::requestFocusInWindow);
    }
}
