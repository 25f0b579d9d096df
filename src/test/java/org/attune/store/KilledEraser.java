package org.attune.store;

import java.nio.file.Path;
import org.attune.session.LaneId;
import org.attune.session.SessionId;
import org.attune.time.SessionTime;

/**
 * A program that erases until it is killed, and says on its standard output what it has done:
 * {@code R} ready, {@code E n} step n is erased.
 */
final class KilledEraser {
    /** What each step erases of its session, in turn. */
    enum Step {
        SESSION,
        LANE,
        SPAN;

        static Step of(int number) {
            return values()[number % values().length];
        }
    }

    static final Span SPAN = new Span(SessionTime.ofSeconds(4), SessionTime.ofSeconds(8));

    private KilledEraser() {}

    public static void main(String[] args) {
        Vault vault = Desk.open(Path.of(args[0]));
        say("R");
        for (int number = Integer.parseInt(args[1]); number < Integer.parseInt(args[2]); number++) {
            erase(vault.erasures(), number);
            say("E " + number);
        }
        say("X");
    }

    static void erase(Erasures erasures, int number) {
        SessionId id = new SessionId("s-" + number);
        switch (Step.of(number)) {
            case SESSION -> erasures.session(id);
            case LANE -> erasures.lane(id, LaneId.CLIENT);
            case SPAN -> erasures.span(id, LaneId.CLIENT, SPAN);
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
