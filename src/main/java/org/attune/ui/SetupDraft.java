package org.attune.ui;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keys and words while they are being edited: on the way from one good set to another, two acts may
 * well have one key for a while. Confined to the EDT.
 */
final class SetupDraft {
    private final DisplaySettings from;
    private final Map<Act, String> strokes;
    private final Map<Saying, String> sayings;
    private String clientWords;

    SetupDraft(DisplaySettings from) {
        this.from = from;
        this.strokes = new EnumMap<>(from.keys().strokes());
        this.sayings = new EnumMap<>(from.words().sayings());
        this.clientWords = from.clientWords();
    }

    String stroke(Act act) {
        return strokes.getOrDefault(act, act.standard());
    }

    void stroke(Act act, String stroke) {
        strokes.put(act, stroke);
    }

    String saying(Saying saying) {
        return sayings.getOrDefault(saying, "");
    }

    void saying(Saying saying, String words) {
        sayings.put(saying, words);
    }

    String clientWords() {
        return clientWords;
    }

    void clientWords(String words) {
        clientWords = words;
    }

    /** Every act has the key it was delivered with. */
    void keysAsDelivered() {
        for (Act act : Act.values()) {
            strokes.put(act, act.standard());
        }
    }

    /** The settings with what was edited; empty as long as {@link #fault} says why not. */
    Optional<DisplaySettings> settings() {
        try {
            return Optional.of(made());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What stands in the way of saving, in the words of the display; empty when nothing does. */
    Optional<String> fault(LiveWords words) {
        try {
            made();
            return Optional.empty();
        } catch (KeySettings.Shared e) {
            return Optional.of(
                    words.text(
                            "setup.shared",
                            words.act(e.first()),
                            words.act(e.second()),
                            stroke(e.second())));
        } catch (IllegalArgumentException e) {
            return Optional.of(plainFault(words));
        }
    }

    private String plainFault(LiveWords words) {
        for (Act act : Act.values()) {
            if (!will(() -> KeySettings.check(act, stroke(act)))) {
                return words.text("reach", act.reach(), words.act(act), stroke(act));
            }
        }
        for (Saying each : Saying.values()) {
            if (!will(() -> WordSettings.NONE.with(each, saying(each)))) {
                return words.text("setup.words.refused", words.saying(each), WordSettings.MOST);
            }
        }
        return words.text(
                "setup.words.refused",
                words.text("setup.client"),
                DisplaySettings.MOST_CLIENT_WORDS);
    }

    private static boolean will(Runnable check) {
        try {
            check.run();
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private DisplaySettings made() {
        return from.withKeys(new KeySettings(strokes))
                .withWords(new WordSettings(sayings))
                .withClientWords(clientWords);
    }
}
