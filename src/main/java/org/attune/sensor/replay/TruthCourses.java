package org.attune.sensor.replay;

import static org.attune.sensor.replay.SimulationScenario.QUIET_START;
import static org.attune.sensor.replay.SimulationScenario.with;

import java.util.List;
import org.attune.sensor.replay.Course.Incident;
import org.attune.sensor.replay.Course.Kind;
import org.attune.sensor.replay.Course.Knot;
import org.attune.sensor.replay.Course.Stretch;

/**
 * The courses of what no open recording holds with the truth beside it. They hold behaviour still
 * from version to version; how well anything is found in people they cannot say. Stateless.
 */
final class TruthCourses {
    private TruthCourses() {}

    /** Fifteen beats in twelve minutes: slower than anyone watches for. */
    static Course slowOverwhelm() {
        return new Course(
                with(
                        new Knot(1200, 81, 0.6, 8),
                        new Knot(1440, 82, 0.55, 8),
                        new Knot(1620, 67, 0.95, 6),
                        new Knot(1800, 66, 1, 6)),
                List.of(
                        new Stretch(0, 480, "baseline"),
                        new Stretch(180, 480, "calibration"),
                        new Stretch(480, 1200, "rising"),
                        new Stretch(1200, 1440, "overwhelm"),
                        new Stretch(1440, 1620, "settling"),
                        new Stretch(1620, 1800, "rest")),
                List.of(),
                480,
                1800);
    }

    /** After a peak the rate falls a little below rest, and hardly varies. */
    static Course flattening() {
        return new Course(
                with(
                        new Knot(540, 74, 0.85, 9),
                        new Knot(600, 90, 0.5, 11),
                        new Knot(660, 91, 0.45, 10),
                        new Knot(740, 63, 0.12, 3),
                        new Knot(1460, 62, 0.12, 3),
                        new Knot(1520, 66, 1, 6),
                        new Knot(1800, 66, 1, 6)),
                List.of(
                        new Stretch(0, 480, "baseline"),
                        new Stretch(180, 480, "calibration"),
                        new Stretch(480, 540, "work"),
                        new Stretch(540, 600, "rising"),
                        new Stretch(600, 660, "overwhelm"),
                        new Stretch(660, 740, "settling"),
                        new Stretch(740, 1460, "flat"),
                        new Stretch(1460, 1800, "rest")),
                List.of(),
                480,
                1800);
    }

    /** Three times up by twenty beats and back. */
    static Course pendulation() {
        return new Course(
                with(
                        new Knot(540, 67, 1, 6),
                        new Knot(630, 87, 0.6, 9),
                        new Knot(645, 87, 0.6, 9),
                        new Knot(750, 67, 0.95, 6),
                        new Knot(780, 67, 1, 6),
                        new Knot(870, 87, 0.6, 9),
                        new Knot(885, 87, 0.6, 9),
                        new Knot(990, 67, 0.95, 6),
                        new Knot(1020, 67, 1, 6),
                        new Knot(1110, 87, 0.6, 9),
                        new Knot(1125, 87, 0.6, 9),
                        new Knot(1230, 67, 0.95, 6),
                        new Knot(1500, 66, 1, 6)),
                List.of(
                        new Stretch(0, 480, "baseline"),
                        new Stretch(180, 480, "calibration"),
                        new Stretch(480, 540, "rest"),
                        new Stretch(540, 645, "rising"),
                        new Stretch(645, 750, "settling"),
                        new Stretch(750, 780, "rest"),
                        new Stretch(780, 885, "rising"),
                        new Stretch(885, 990, "settling"),
                        new Stretch(990, 1020, "rest"),
                        new Stretch(1020, 1125, "rising"),
                        new Stretch(1125, 1230, "settling"),
                        new Stretch(1230, 1500, "rest")),
                List.of(),
                480,
                1500);
    }

    /** Turns of speech with small fast rises, and no arousal. */
    static Course talk() {
        return new Course(
                with(new Knot(1500, 66, 1, 7)),
                List.of(
                        new Stretch(0, 480, "baseline"),
                        new Stretch(180, 480, "calibration"),
                        new Stretch(480, 600, "rest"),
                        new Stretch(600, 1020, "talk"),
                        new Stretch(1020, 1500, "rest")),
                List.of(new Incident(600, 1020, Kind.TALK, 1)),
                480,
                1500);
    }

    /** Up by twelve with an overshoot; a burst of motion as they stand and sit. */
    static Course posture() {
        return new Course(
                with(
                        new Knot(599, 66, 1, 6),
                        new Knot(600, 66, 1, 180),
                        new Knot(604, 80, 0.7, 180),
                        new Knot(605, 82, 0.7, 40),
                        new Knot(615, 86, 0.7, 35),
                        new Knot(620, 85, 0.7, 14),
                        new Knot(640, 78, 0.75, 12),
                        new Knot(1019, 78, 0.75, 12),
                        new Knot(1020, 78, 0.75, 150),
                        new Knot(1023, 78, 0.8, 150),
                        new Knot(1024, 77, 0.8, 20),
                        new Knot(1050, 66, 1, 7),
                        new Knot(1080, 65, 1, 6),
                        new Knot(1800, 66, 1, 6)),
                List.of(
                        new Stretch(0, 480, "baseline"),
                        new Stretch(180, 480, "calibration"),
                        new Stretch(480, 600, "rest"),
                        new Stretch(600, 1020, "standing"),
                        new Stretch(1020, 1080, "sitting_down"),
                        new Stretch(1080, 1800, "rest")),
                List.of(),
                480,
                1800);
    }

    /** Regular for ten minutes; then no beat foretells the next. */
    static Course fibrillation() {
        return new Course(
                QUIET_START,
                List.of(
                        new Stretch(0, 480, "baseline"),
                        new Stretch(180, 480, "calibration"),
                        new Stretch(480, 600, "rest"),
                        new Stretch(600, 1500, "fibrillation"),
                        new Stretch(1500, 1800, "rest")),
                List.of(new Incident(600, 1500, Kind.FIBRILLATION, 1)),
                480,
                1800);
    }

    /** Every second beat premature for three minutes; later rows of three to six. */
    static Course ectopy() {
        return new Course(
                QUIET_START,
                List.of(
                        new Stretch(0, 480, "baseline"),
                        new Stretch(180, 480, "calibration"),
                        new Stretch(480, 540, "rest"),
                        new Stretch(540, 720, "bigeminy"),
                        new Stretch(720, 900, "rest"),
                        new Stretch(900, 1080, "runs"),
                        new Stretch(1080, 1500, "rest")),
                List.of(
                        new Incident(540, 720, Kind.BIGEMINY, 1),
                        new Incident(900, 1080, Kind.RUNS, 0.04)),
                480,
                1500);
    }

    /** A quiet client behind a strap that fails in every way. */
    static Course strapFaults() {
        return new Course(
                QUIET_START,
                List.of(
                        new Stretch(0, 480, "baseline"),
                        new Stretch(180, 480, "calibration"),
                        new Stretch(480, 520, "rest"),
                        new Stretch(520, 540, "drop_out"),
                        new Stretch(540, 600, "rest"),
                        new Stretch(600, 612, "drop_out"),
                        new Stretch(612, 690, "rest"),
                        new Stretch(690, 720, "ghosts"),
                        new Stretch(720, 800, "rest"),
                        new Stretch(800, 815, "noise"),
                        new Stretch(815, 880, "rest"),
                        new Stretch(880, 920, "noise"),
                        new Stretch(920, 1000, "rest"),
                        new Stretch(1000, 1030, "contact_lost"),
                        new Stretch(1030, 1110, "rest"),
                        new Stretch(1110, 1170, "link_lost"),
                        new Stretch(1170, 1320, "rest")),
                List.of(
                        new Incident(520, 540, Kind.DROP_OUT, 1),
                        new Incident(600, 612, Kind.DROP_OUT, 1),
                        new Incident(690, 720, Kind.GHOSTS, 1),
                        new Incident(800, 815, Kind.NOISE, 1),
                        new Incident(880, 920, Kind.NOISE, 1),
                        new Incident(1000, 1030, Kind.NO_CONTACT, 1),
                        new Incident(1110, 1170, Kind.NO_LINK, 1)),
                480,
                1320);
    }

    /** Overwhelm as felt, and a third of it in the rate, twice as slow. */
    static Course betaBlocker() {
        return new Course(
                List.of(
                        new Knot(0, 56, 0.85, 9),
                        new Knot(150, 52, 1, 6),
                        new Knot(480, 52, 1, 6),
                        new Knot(720, 62, 0.75, 14),
                        new Knot(900, 62.5, 0.7, 12),
                        new Knot(1140, 53, 0.95, 8),
                        new Knot(1200, 52, 1, 6),
                        new Knot(1800, 52, 1, 6)),
                List.of(
                        new Stretch(0, 480, "baseline"),
                        new Stretch(180, 480, "calibration"),
                        new Stretch(480, 720, "rising"),
                        new Stretch(720, 900, "overwhelm"),
                        new Stretch(900, 1140, "settling"),
                        new Stretch(1140, 1800, "rest")),
                List.of(),
                480,
                1800);
    }

    /** Moving, thirty beats up; then sitting still while the heart recovers. */
    static Course exertion() {
        return new Course(
                with(
                        new Knot(599, 66, 1, 6),
                        new Knot(600, 66, 1, 90),
                        new Knot(645, 84, 0.6, 120),
                        new Knot(720, 94, 0.45, 130),
                        new Knot(840, 97, 0.4, 130),
                        new Knot(841, 97, 0.4, 9),
                        new Knot(860, 87, 0.5, 8),
                        new Knot(880, 80, 0.6, 7),
                        new Knot(920, 72, 0.8, 7),
                        new Knot(980, 68, 0.95, 6),
                        new Knot(1080, 66, 1, 6),
                        new Knot(1500, 66, 1, 6)),
                List.of(
                        new Stretch(0, 480, "baseline"),
                        new Stretch(180, 480, "calibration"),
                        new Stretch(480, 600, "rest"),
                        new Stretch(600, 840, "moving"),
                        new Stretch(840, 980, "recovery"),
                        new Stretch(980, 1500, "rest")),
                List.of(),
                480,
                1500);
    }
}
