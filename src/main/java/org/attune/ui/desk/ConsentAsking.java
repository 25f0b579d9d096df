package org.attune.ui.desk;

import java.util.Locale;
import javax.swing.JScrollPane;
import org.attune.ui.BackgroundWork;
import org.attune.ui.Look;

/**
 * Asking a person: their page takes the whole window, for the client reads it, and no other
 * person's code beside it. Confined to the EDT.
 */
final class ConsentAsking {
    /** The window that is asked in. */
    interface Stage {
        void say(String line);

        boolean isLocked();

        /** Shows a page and nothing else. */
        void fill(JScrollPane page);

        /** Shows the pages of the desk again. */
        void unfold();

        /** What was answered is written. */
        void answered();
    }

    private final Look look;
    private final DeskWords words;
    private final DeskActions actions;
    private final BackgroundWork work;
    private final Locale language;
    private final Stage stage;

    /**
     * @param language of the page
     */
    ConsentAsking(
            Look look,
            DeskWords words,
            DeskActions actions,
            BackgroundWork work,
            Locale language,
            Stage stage) {
        this.look = look;
        this.words = words;
        this.actions = actions;
        this.work = work;
        this.language = language;
        this.stage = stage;
    }

    void ask(String code, DeskActions.Named named) {
        if (code.isEmpty()) {
            stage.say(words.of("people.whom"));
            return;
        }
        work.ask(() -> actions.form(code, language, named), form -> open(code, form, named));
    }

    private void open(String code, ConsentPageText form, DeskActions.Named named) {
        if (stage.isLocked()) {
            return;
        }
        ConsentPage page =
                new ConsentPage(look, form, answer -> answered(code, form, named, answer));
        JScrollPane scroll = new JScrollPane(page);
        scroll.setBorder(null);
        stage.fill(scroll);
        page.begin();
    }

    private void answered(
            String code,
            ConsentPageText form,
            DeskActions.Named named,
            ConsentPageText.Answer answer) {
        work.act(
                words.of("working"),
                () -> actions.agree(code, form, named, answer),
                stage::answered);
        stage.unfold();
    }
}
