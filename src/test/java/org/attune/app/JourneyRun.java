package org.attune.app;

import java.awt.event.KeyEvent;
import java.io.File;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.attune.regulation.RegulationState;
import org.attune.sensor.replay.SimulationScenario;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.ui.Hand;

/**
 * Sessions as therapists have them, on whatever display it is given: a hand that presses one key
 * when the state says that it is time, and nothing else. Tells what was seen and pressed when. The
 * arguments are the home that holds the vault, and which journey.
 */
final class JourneyRun {
    /** Between two looks at the screen, seconds: nobody watches it. */
    private static final int LOOK = 10;

    private final PrintStream out = System.out;
    private final Hand hand;
    private int marks;

    private JourneyRun(Path home) throws Exception {
        this.hand = new Hand(new File(home.toString()), 30, 30);
    }

    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]);
        JourneyRun run = new JourneyRun(home);
        Map<ClientCode, SimulationScenario> people = new LinkedHashMap<>();
        if (arguments[1].equals("solo")) {
            people.put(new ClientCode("K-07"), SimulationScenario.DEMO);
            try (SteppedSession session = new SteppedSession(home, people)) {
                run.solo(session);
                run.end(session);
            }
        } else {
            people.put(new ClientCode("K-07"), SimulationScenario.OVERWHELM);
            people.put(new ClientCode("K-08"), SimulationScenario.LOSS);
            try (SteppedSession session = new SteppedSession(home, people)) {
                run.couple(session);
                run.end(session);
            }
        }
        System.exit(0);
    }

    /** Work begins, it rises, it settles, the strap slips, it goes quiet, it ends. */
    private void solo(SteppedSession session) {
        int at = to(session, 0, 480, LaneId.CLIENT);
        press(session, at, KeyEvent.VK_F3);
        at = to(session, at, 1440, LaneId.CLIENT, RegulationState.RISING, RegulationState.HIGH);
        press(session, at, KeyEvent.VK_S);
        at = to(session, at, 1440, LaneId.CLIENT, RegulationState.SETTLING);
        press(session, at, KeyEvent.VK_W);
        at = to(session, at, 1440, LaneId.CLIENT, RegulationState.UNKNOWN);
        at = to(session, at, 1440, LaneId.CLIENT, RegulationState.QUIET);
        press(session, at, KeyEvent.VK_G);
        to(session, at, 1440, LaneId.CLIENT);
    }

    /** The partner's strap is lost and found again; the client rises meanwhile: a pause. */
    private void couple(SteppedSession session) {
        int at = to(session, 0, 1200, LaneId.PARTNER, RegulationState.USUAL);
        at = to(session, at, 1200, LaneId.PARTNER, RegulationState.UNKNOWN);
        out.println("meanwhile client " + session.state(LaneId.CLIENT));
        at = to(session, at, 1200, LaneId.PARTNER, RegulationState.USUAL);
        at = to(session, at, 1200, LaneId.CLIENT, RegulationState.RISING, RegulationState.HIGH);
        press(session, at, KeyEvent.VK_P);
        at = to(session, at, 1200, LaneId.CLIENT, RegulationState.SETTLING);
        to(session, at, 1200, LaneId.CLIENT);
    }

    /** Goes on until one of {@code wanted} is seen, or to the end if there is none. */
    private int to(
            SteppedSession session, int from, int end, LaneId lane, RegulationState... wanted) {
        int at = from;
        while (at < end) {
            at += LOOK;
            session.until(at);
            for (RegulationState each : wanted) {
                if (session.state(lane) == each) {
                    out.println("seen " + lane + " " + each + " at " + at);
                    return at;
                }
            }
        }
        if (wanted.length > 0) {
            out.println("never seen " + List.of(wanted) + " from " + from);
        }
        return at;
    }

    private void press(SteppedSession session, int at, int key) {
        hand.press(key);
        session.awaitMarks(++marks);
        out.println("pressed " + KeyEvent.getKeyText(key) + " at " + at);
    }

    private void end(SteppedSession session) {
        session.close();
        out.println("ended, keys pressed " + session.pressed());
    }
}
