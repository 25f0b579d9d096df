package org.attune.consent;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A form by which consent is asked, in one language: its exact text, and what the text offers. No
 * choice is ever ticked beforehand: there is no place here to say so. Immutable; any thread.
 *
 * @param id which form
 * @param version which version of it
 * @param language its language, like {@code en}
 * @param practice who answers for the data
 * @param contact how to reach them
 * @param therapist the therapist, as the person knows them
 * @param location where what is kept lies, in words
 * @param title its heading
 * @param opening what stands before the choices
 * @param choices what may be ticked, in order
 * @param notices what the person should know besides
 * @param words the words of the receipt in the form's language
 * @param text the exact text of the whole form
 * @param textSha256 SHA-256 of the text in UTF-8, as 64 hexadecimal digits
 */
public record ConsentForm(
        String id,
        String version,
        String language,
        String practice,
        String contact,
        String therapist,
        String location,
        String title,
        String opening,
        List<Choice> choices,
        List<String> notices,
        Map<String, String> words,
        String text,
        String textSha256) {

    /**
     * One thing to tick, or not.
     *
     * @param id names it on the command line
     * @param title what is agreed to, in one line
     * @param says what it means
     * @param who who sees it
     * @param until how long
     * @param needs the choices it makes no sense without
     * @param scopes what ticking it grants
     * @param categories of which data
     * @param purpose to what end
     */
    public record Choice(
            String id,
            String title,
            String says,
            String who,
            String until,
            Set<String> needs,
            Set<ConsentScope> scopes,
            Set<DataCategory> categories,
            Purpose purpose) {
        public Choice {
            needs = Set.copyOf(needs);
            scopes = Set.copyOf(scopes);
            categories = Set.copyOf(categories);
        }
    }

    public ConsentForm {
        choices = List.copyOf(choices);
        notices = List.copyOf(notices);
        words = Map.copyOf(words);
    }

    /** The choice of that id. */
    public Optional<Choice> choice(String wanted) {
        return choices.stream().filter(choice -> choice.id().equals(wanted)).findFirst();
    }

    /**
     * A word of the receipt.
     *
     * @throws IllegalArgumentException when the form has none of that name
     */
    public String word(String name) {
        String word = words.get(name);
        if (word == null) {
            throw new IllegalArgumentException("the form has no word for it: name=" + name);
        }
        return word;
    }

    /** What a record keeps of the form. */
    public ConsentRecord.Form kept() {
        return new ConsentRecord.Form(id, version, language, text, textSha256);
    }
}
