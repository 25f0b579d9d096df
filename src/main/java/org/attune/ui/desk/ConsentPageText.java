package org.attune.ui.desk;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the consent page says: the practice's own text, in the client's language. Immutable.
 *
 * @param language of the page's own words
 * @param title what it is about
 * @param lead one sentence below it
 * @param choices what can be agreed to, in the order of the page; none is ever ticked beforehand
 * @param notes what holds whatever is chosen
 * @param facts what the receipt says whatever is chosen
 * @param nothing what the page says of agreeing to nothing
 * @param foot form and version, for the receipt's last line
 */
public record ConsentPageText(
        Locale language,
        String title,
        String lead,
        List<Choice> choices,
        List<String> notes,
        Facts facts,
        Nothing nothing,
        String foot) {
    public ConsentPageText {
        choices = List.copyOf(choices);
        notes = List.copyOf(notes);
        for (Choice choice : choices) {
            if (choice.needs() >= choices.indexOf(choice)) {
                throw new IllegalArgumentException(
                        "must need an earlier choice: " + choice.id() + " needs=" + choice.needs());
            }
        }
    }

    /**
     * What a page on this matter says of agreeing to nothing.
     *
     * @param follows from it
     * @param goesOn how it goes on all the same, under the button; empty for what a session does
     * @param holds what the receipt never holds
     */
    public record Nothing(String follows, String goesOn, String holds) {}

    /**
     * One thing that can be agreed to.
     *
     * @param id what the answer names it by
     * @param heading what it is, as a request
     * @param what what happens, and who sees it
     * @param until until when
     * @param needs the place of the choice without which it makes no sense, -1 for none
     */
    public record Choice(String id, String heading, String what, String until, int needs) {}

    /**
     * What the receipt says whatever is chosen.
     *
     * @param who the client's code and for whom the client decides
     * @param with the practice
     * @param what which data
     * @param why to what end
     * @param toStop how to take it back
     * @param questions whom to ask
     * @param date today, in the page's language
     */
    public record Facts(
            String who,
            String with,
            String what,
            String why,
            String toStop,
            String questions,
            String date) {}

    /**
     * What the client answered.
     *
     * @param agreed the {@code id}s of the choices ticked; empty for "nothing today"
     * @param signature the strokes of a signature drawn on the page, as text; empty when it was
     *     given on paper or nothing was agreed to
     */
    public record Answer(Set<String> agreed, String signature) {
        public Answer {
            agreed = Set.copyOf(agreed);
        }
    }
}
