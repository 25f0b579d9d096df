package org.attune.ui;

import java.awt.Color;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A palette said in the toolkit's own terms, so that its fields, lists and buttons look like all
 * else, and where the keyboard is can be seen. Immutable, any thread.
 */
final class ToolkitDress {
    private ToolkitDress() {}

    /** What the toolkit calls its colours and edges, with {@code palette}'s. */
    static Map<String, String> of(Palette palette) {
        Map<String, String> dress = new LinkedHashMap<>();
        grounds(dress, palette);
        edges(dress, palette);
        for (String field : new String[] {"TextField", "TextArea", "PasswordField", "ComboBox"}) {
            dress.put(field + ".selectionBackground", hex(palette.focus));
            dress.put(field + ".selectionForeground", hex(palette.surface));
        }
        return dress;
    }

    private static void grounds(Map<String, String> dress, Palette palette) {
        dress.put("@background", hex(palette.ground));
        dress.put("@foreground", hex(palette.text));
        dress.put("@disabledForeground", hex(palette.text3));
        dress.put("@componentBackground", hex(palette.surface));
        dress.put("@buttonBackground", hex(palette.surface));
        dress.put("@menuBackground", hex(palette.surface));
        dress.put("@buttonArrowColor", hex(palette.text2));
        dress.put("@accentColor", hex(palette.focus));
        dress.put("@selectionBackground", hex(palette.raised));
        dress.put("@selectionForeground", hex(palette.text));
        dress.put("@selectionInactiveBackground", hex(palette.raised));
        dress.put("@selectionInactiveForeground", hex(palette.text));
        dress.put("@cellFocusColor", hex(palette.focus));
    }

    /** An edge by which a part is known is no decoration: it is drawn in the ink of words. */
    private static void edges(Map<String, String> dress, Palette palette) {
        dress.put("Component.borderColor", hex(palette.text3));
        dress.put("Component.disabledBorderColor", hex(palette.rule));
        dress.put("Component.focusColor", hex(palette.focus));
        dress.put("Component.focusedBorderColor", hex(palette.focus));
        dress.put("Component.focusWidth", "2");
        dress.put("Component.innerFocusWidth", "1");
        dress.put("Button.innerFocusWidth", "1");
        dress.put("Component.arc", "4");
        dress.put("Button.arc", "8");
        dress.put("Button.focusedBackground", hex(palette.surface));
        dress.put("Button.default.borderWidth", "1");
        dress.put("Button.default.borderColor", hex(palette.text3));
        dress.put("Separator.foreground", hex(palette.rule));
        dress.put("TabbedPane.contentAreaColor", hex(palette.rule));
    }

    private static String hex(Color colour) {
        return String.format(Locale.ROOT, "#%06x", colour.getRGB() & 0xFFFFFF);
    }
}
