package org.attune.ui;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.swing.JComponent;
import org.attune.live.LaneSnapshot;
import org.attune.live.LiveSnapshot;
import org.attune.regulation.RegulationState;
import org.attune.session.Role;
import org.attune.ui.trainee.Meant;

/**
 * Guess, then reveal: state and trace of the client stay hidden, the therapist enters what they
 * sense, and on request both are laid side by side. That nothing is known is never hidden. Held in
 * memory only. Confined to the EDT.
 */
final class GuessMode {
    private static final int MOST_MINUTES = 60;

    private final TrainLog log;
    private final GuessPane pane;
    private boolean revealed;

    GuessMode(Look look) {
        log = TrainLog.ofGuesses(look.words);
        pane = new GuessPane(look);
    }

    Optional<String> guess(RegulationState state, LiveSnapshot snapshot) {
        return Optional.of(log.mark(state, snapshot.now()));
    }

    void reveal() {
        revealed = true;
    }

    /** Hides it again; whether it was shown. */
    boolean closeReveal() {
        boolean was = revealed;
        revealed = false;
        return was;
    }

    /**
     * What is shown.
     *
     * @param cardPressed how often a key was pressed; empty while the card with the keys is closed
     */
    JComponent show(
            Look look,
            LiveView view,
            LiveSnapshot snapshot,
            Optional<Confirmation> confirmation,
            DisplaySettings settings,
            OptionalInt cardPressed) {
        if (revealed) {
            return reveal(look, snapshot, settings);
        }
        LiveView veiled = view.veiled("", "", List.of()); // a count of cues would tell, too
        pane.show(look, veiled, unknown(look, snapshot), confirmation, log, cardPressed);
        return pane;
    }

    /** Why nothing is known of the client, if it is not. */
    private static Optional<String> unknown(Look look, LiveSnapshot snapshot) {
        return snapshot.lanes().stream()
                .filter(lane -> lane.participant().lane().role() != Role.THERAPIST)
                .filter(lane -> isUnknown(snapshot, lane))
                .map(lane -> StandingWords.of(look.words, snapshot, lane).sentence())
                .findFirst();
    }

    private static boolean isUnknown(LiveSnapshot snapshot, LaneSnapshot lane) {
        return Standing.of(snapshot, lane).state() == RegulationState.UNKNOWN;
    }

    private JComponent reveal(Look look, LiveSnapshot snapshot, DisplaySettings settings) {
        int minutes = (int) Math.ceil(snapshot.now().toSeconds() / 60);
        LiveView whole =
                new LivePresenter(
                                settings.withMinutesShown(
                                        Math.max(2, Math.min(MOST_MINUTES, minutes))))
                        .present(snapshot);
        List<Meant> shown =
                whole.lanes().get(0).charts().states().stream()
                        .filter(run -> run.state() != RegulationState.UNKNOWN)
                        .filter(run -> run.state() != RegulationState.LEARNING)
                        .map(run -> new Meant(run.from(), run.to(), run.state()))
                        .toList();
        return new RevealPane(look, whole, log.beside(shown), snapshot.now());
    }
}
