package org.attune.ui.desk;

import java.util.List;
import java.util.Locale;

/** Consent pages as a practice would have them, for tests. */
final class DeskForms {
    private DeskForms() {}

    static ConsentPageText english() {
        return new ConsentPageText(
                Locale.ENGLISH,
                "What may be done with your heartbeat",
                "Tick what you agree to. Leave out what you don't. Your therapy goes on either way.",
                List.of(
                        new ConsentPageText.Choice(
                                "live",
                                "Show it during our sessions",
                                "Your therapist sees changes from your own usual range. Nothing is"
                                        + " stored.",
                                "ends when the strap comes off",
                                -1),
                        new ConsentPageText.Choice(
                                "store",
                                "Keep it for us to look back on",
                                "Stored on this computer, locked. Seen by you and your therapist.",
                                "until 22 Nov 2027, or sooner if you say",
                                0),
                        new ConsentPageText.Choice(
                                "supervision",
                                "Show it to a supervisor",
                                "Without your name. Dr B. Lindqvist, in supervision meetings only.",
                                "each time listed for you",
                                1),
                        new ConsentPageText.Choice(
                                "report",
                                "Put a one-page summary in your record",
                                "Part of your file. Others with a legal right to the file may see"
                                        + " it.",
                                "kept as long as the file",
                                1),
                        new ConsentPageText.Choice(
                                "research",
                                "Use it in a study",
                                "Without your name: \"Pacing in practice\". Beats and marks, no"
                                        + " notes.",
                                "until the study ends, 30 Jun 2027",
                                1)),
                List.of(
                        "You can change your mind at any moment, without a reason: say so, or press"
                                + " the open hand.",
                        "Recording then ends at once, and you choose: keep what is there, or delete"
                                + " it.",
                        "You can see everything kept about you and have a copy."),
                new ConsentPageText.Facts(
                        "K-07, adult, for oneself",
                        "A. Moreau, psychotherapist",
                        "Time between heartbeats, marks, and your own numbers. No sound, no"
                                + " picture, no words.",
                        "To pace our work together",
                        "Say so, or write to the practice. As easy as agreeing.",
                        "practice@example.org",
                        "22 Nov 2026"),
                new ConsentPageText.Nothing(
                        "So nothing is shown and nothing is stored.",
                        "",
                        "Contains no heartbeat data. One page, paper or file."),
                "form 3, English");
    }
}
