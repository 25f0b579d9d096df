package org.attune.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.attune.live.LiveSnapshot;
import org.attune.session.MarkKind;
import org.attune.session.Phase;
import org.attune.testkit.ToldCommands;
import org.junit.jupiter.api.Test;

class SessionKeysTest {
    private final List<String> asked = new ArrayList<>();
    private Optional<Confirmation> shown = Optional.empty();
    private Optional<LiveSnapshot> newest = Optional.of(SnapshotFixtures.usual());
    private final SessionKeys keys =
            new SessionKeys(
                    new ToldCommands(asked::add, List.of("default@1", "emdr@1"), () -> false),
                    LiveWords.in(Locale.ENGLISH),
                    new Shown());

    @Test
    void everyMarkIsConfirmedAtOnceAndTakenBackByOneKey() {
        for (MarkKind kind : Stream.of(Act.values()).flatMap(act -> act.mark().stream()).toList()) {
            asked.clear();
            keys.mark(kind);
            assertThat(said()).contains(" marked at 14:59");
            keys.display(KeyBindings.DisplayKey.UNDO);
            assertThat(asked).containsExactly("mark " + kind, "undo");
            assertThat(said()).isEqualTo("Taken back");
        }
    }

    @Test
    void aPhaseIsTakenBackToTheOneBefore() {
        keys.phase(Phase.SETTLE);
        assertThat(shown.orElseThrow().undoable()).isTrue();
        keys.display(KeyBindings.DisplayKey.UNDO);
        keys.display(KeyBindings.DisplayKey.UNDO);

        assertThat(asked).containsExactly("phase SETTLE", "phase WORK", "undo");
        assertThat(said()).isEqualTo("Nothing to take back");
    }

    @Test
    void snoozingAgainAtOnceIsLongerAndAtLastCuesSpeak() {
        for (int i = 0; i < 4; i++) {
            keys.display(KeyBindings.DisplayKey.SNOOZE);
        }

        assertThat(asked)
                .containsExactly("snooze PT2M", "snooze PT5M", "snooze PT10M", "snooze PT0S");
        assertThat(said()).isEqualTo("Cues speak again");
    }

    @Test
    void silentCuesSpeakAgainByOneKeyLaterOn() {
        keys.display(KeyBindings.DisplayKey.SNOOZE);
        shown = Optional.empty();
        newest = Optional.of(SnapshotFixtures.snoozed(SnapshotFixtures.usual(), 60));
        keys.display(KeyBindings.DisplayKey.SNOOZE);

        assertThat(asked).containsExactly("snooze PT2M", "snooze PT0S");
    }

    @Test
    void aSnoozeAProfileAndASetAreTakenBackByTheirOpposites() {
        keys.display(KeyBindings.DisplayKey.SNOOZE);
        keys.display(KeyBindings.DisplayKey.UNDO);
        keys.display(KeyBindings.DisplayKey.NEXT_PROFILE);
        keys.display(KeyBindings.DisplayKey.UNDO);
        keys.display(KeyBindings.DisplayKey.SET);
        keys.display(KeyBindings.DisplayKey.UNDO);

        assertThat(asked)
                .containsExactly(
                        "snooze PT2M",
                        "snooze PT0S",
                        "mark PROFILE emdr@1",
                        "mark PROFILE default@1",
                        "mark SET BEGIN",
                        "mark SET END");
    }

    @Test
    void keysAreCounted() {
        keys.mark(MarkKind.SLOW);
        keys.suds(4);
        keys.phase(Phase.WORK);
        keys.display(KeyBindings.DisplayKey.HIDE);

        assertThat(keys.pressed()).isEqualTo(4);
    }

    private String said() {
        return shown.map(Confirmation::words).orElse("");
    }

    private final class Shown implements SessionKeys.Screen {
        @Override
        public boolean guarded() {
            return false;
        }

        @Override
        public Optional<LiveSnapshot> newest() {
            return newest;
        }

        @Override
        public Optional<Confirmation> confirmation() {
            return shown;
        }

        @Override
        public void confirm(String words, boolean undoable, int millis) {
            shown = Optional.of(new Confirmation(words, 0, undoable));
        }

        @Override
        public boolean closeCard() {
            return false;
        }

        @Override
        public void display(KeyBindings.DisplayKey key, boolean cardWasOpen) {
            // Nothing is drawn.
        }
    }
}
