package org.attune.sensor.replay;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.attune.sensor.replay.Course.Incident;
import org.attune.sensor.replay.Course.Kind;
import org.attune.sensor.replay.Course.Knot;
import org.attune.sensor.replay.Course.Stretch;

/**
 * What a simulated client goes through. Each begins with a quiet stretch long enough to learn the
 * client's range, goes on for as long as asked, and says in labels what was meant. The numbers are
 * of our making: they show what the display does, and prove nothing about people.
 */
public enum SimulationScenario {
    DEMO("climbs well above the usual range, settles, loses contact, goes quiet: 24 minutes") {
        @Override
        Course course() {
            return new Course(
                    List.of(
                            new Knot(0, 74, 0.8, 9),
                            new Knot(150, 66, 1, 6),
                            new Knot(450, 66, 1, 6),
                            new Knot(490, 73, 0.85, 9),
                            new Knot(560, 68, 0.95, 7),
                            new Knot(640, 96, 0.45, 14),
                            new Knot(780, 99, 0.4, 12),
                            new Knot(900, 69, 0.9, 7),
                            new Knot(1000, 65, 1, 5),
                            new Knot(1030, 58, 0.15, 3),
                            new Knot(1390, 58, 0.15, 3),
                            new Knot(1420, 66, 1, 6)),
                    List.of(
                            new Stretch(0, 450, "baseline"),
                            new Stretch(180, 450, "calibration"),
                            new Stretch(450, 560, "work"),
                            new Stretch(560, 640, "rising"),
                            new Stretch(640, 780, "overwhelm"),
                            new Stretch(780, 900, "settling"),
                            new Stretch(900, 1000, "rest"),
                            new Stretch(960, 985, "contact_lost"),
                            new Stretch(1030, 1390, "flat")),
                    List.of(new Incident(960, 985, Kind.NO_CONTACT, 1)),
                    450,
                    1440);
        }
    },
    SETTLED("sits quietly within the usual range") {
        @Override
        Course course() {
            return new Course(
                    QUIET_START,
                    List.of(
                            new Stretch(0, 480, "baseline"),
                            new Stretch(180, 480, "calibration"),
                            new Stretch(480, 1200, "rest")),
                    List.of(),
                    480,
                    1200);
        }
    },
    OVERWHELM("climbs twice from a quiet baseline to far above it and comes back") {
        @Override
        Course course() {
            return new Course(
                    with(
                            new Knot(600, 96, 0.45, 14),
                            new Knot(780, 98, 0.4, 12),
                            new Knot(900, 70, 0.85, 8),
                            new Knot(960, 67, 1, 6),
                            new Knot(1140, 66, 1, 6),
                            new Knot(1230, 100, 0.4, 15),
                            new Knot(1440, 101, 0.35, 12),
                            new Knot(1560, 69, 0.9, 7),
                            new Knot(1800, 66, 1, 6)),
                    List.of(
                            new Stretch(0, 480, "baseline"),
                            new Stretch(180, 480, "calibration"),
                            new Stretch(480, 600, "rising"),
                            new Stretch(600, 780, "overwhelm"),
                            new Stretch(780, 960, "settling"),
                            new Stretch(960, 1140, "rest"),
                            new Stretch(1140, 1230, "rising"),
                            new Stretch(1230, 1440, "overwhelm"),
                            new Stretch(1440, 1560, "settling"),
                            new Stretch(1560, 1800, "rest")),
                    List.of(),
                    480,
                    1800);
        }
    },
    FLAT("works for a while, then goes flat and still for twelve minutes") {
        @Override
        Course course() {
            return new Course(
                    with(
                            new Knot(560, 75, 0.8, 10),
                            new Knot(700, 69, 0.95, 8),
                            new Knot(780, 61, 0.15, 3),
                            new Knot(1500, 60, 0.15, 3),
                            new Knot(1560, 66, 1, 6),
                            new Knot(1800, 66, 1, 6)),
                    List.of(
                            new Stretch(0, 480, "baseline"),
                            new Stretch(180, 480, "calibration"),
                            new Stretch(480, 780, "work"),
                            new Stretch(780, 1500, "flat"),
                            new Stretch(1500, 1800, "rest")),
                    List.of(),
                    480,
                    1800);
        }
    },
    ECTOPIC("sits quietly, with premature heartbeats: few at first, then many") {
        @Override
        Course course() {
            return new Course(
                    QUIET_START,
                    List.of(
                            new Stretch(0, 480, "baseline"),
                            new Stretch(180, 480, "calibration"),
                            new Stretch(480, 840, "ectopic"),
                            new Stretch(840, 1080, "ectopic_many"),
                            new Stretch(1080, 1200, "rest")),
                    List.of(
                            new Incident(0, 480, Kind.ECTOPIC, 0.005),
                            new Incident(480, 840, Kind.ECTOPIC, 0.03),
                            new Incident(840, 1080, Kind.ECTOPIC, 0.15)),
                    480,
                    1200);
        }
    },
    LOOSENING("wears a strap that loosens, falls silent and is put right") {
        @Override
        Course course() {
            return new Course(
                    with(
                            new Knot(500, 68, 1, 25),
                            new Knot(900, 68, 1, 45),
                            new Knot(1000, 67, 1, 40),
                            new Knot(1020, 66, 1, 6),
                            new Knot(1500, 66, 1, 6)),
                    List.of(
                            new Stretch(0, 480, "baseline"),
                            new Stretch(180, 480, "calibration"),
                            new Stretch(480, 900, "loose"),
                            new Stretch(900, 1000, "contact_lost"),
                            new Stretch(1000, 1500, "rest")),
                    List.of(
                            new Incident(480, 900, Kind.LOOSE, 1),
                            new Incident(900, 1000, Kind.NO_CONTACT, 1)),
                    480,
                    1500);
        }
    },
    LOSS("sits quietly while the strap's link is lost for 20 and for 90 seconds") {
        @Override
        Course course() {
            return new Course(
                    QUIET_START,
                    List.of(
                            new Stretch(0, 480, "baseline"),
                            new Stretch(180, 480, "calibration"),
                            new Stretch(480, 600, "rest"),
                            new Stretch(600, 620, "link_lost"),
                            new Stretch(620, 900, "rest"),
                            new Stretch(900, 990, "link_lost"),
                            new Stretch(990, 1200, "rest")),
                    List.of(
                            new Incident(600, 620, Kind.NO_LINK, 1),
                            new Incident(900, 990, Kind.NO_LINK, 1)),
                    480,
                    1200);
        }
    },
    SLOW_OVERWHELM("climbs by 15 beats in twelve minutes, holds and comes back") {
        @Override
        Course course() {
            return TruthCourses.slowOverwhelm();
        }
    },
    FLATTENING("peaks at work, then goes flat and a little low for twelve minutes") {
        @Override
        Course course() {
            return TruthCourses.flattening();
        }
    },
    PENDULATION("rises and comes back three times, four minutes each") {
        @Override
        Course course() {
            return TruthCourses.pendulation();
        }
    },
    TALK("talks for seven minutes without arousal") {
        @Override
        Course course() {
            return TruthCourses.talk();
        }
    },
    POSTURE("stands up, stays standing for seven minutes and sits down") {
        @Override
        Course course() {
            return TruthCourses.posture();
        }
    },
    FIBRILLATION("is regular for ten minutes, then irregular in every beat for fifteen") {
        @Override
        Course course() {
            return TruthCourses.fibrillation();
        }
    },
    ECTOPY("has every second beat premature, and later rows of premature beats") {
        @Override
        Course course() {
            return TruthCourses.ectopy();
        }
    },
    STRAP_FAULTS("wears a strap that drops packets, repeats itself, hears noise, falls silent") {
        @Override
        Course course() {
            return TruthCourses.strapFaults();
        }
    },
    BETA_BLOCKER("has a low and hardly rising rate: overwhelm at a third of the rise, slower") {
        @Override
        Course course() {
            return TruthCourses.betaBlocker();
        }
    },
    EXERTION("moves for four minutes, thirty beats above rest, and recovers") {
        @Override
        Course course() {
            return TruthCourses.exertion();
        }
    };

    /** Arriving, then eight minutes of quiet: enough to settle and to learn from. */
    static final List<Knot> QUIET_START =
            List.of(new Knot(0, 74, 0.8, 9), new Knot(150, 66, 1, 6), new Knot(480, 66, 1, 6));

    private final String description;

    SimulationScenario(String description) {
        this.description = description;
    }

    static List<Knot> with(Knot... later) {
        return java.util.stream.Stream.concat(QUIET_START.stream(), Arrays.stream(later)).toList();
    }

    abstract Course course();

    /**
     * As written in an address and on the command line: {@code overwhelm}, {@code slow-overwhelm}.
     */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What the client does, in one line: "the simulated client …". */
    public String description() {
        return description;
    }

    /** How long it is before the client goes through it again, from the baseline's end. */
    public Duration length() {
        return Duration.ofNanos(Math.round(course().length() * 1e9));
    }

    /** What was meant in the first {@code duration} of it, in order of time; may overlap. */
    public List<ScenarioLabel> labels(Duration duration) {
        return course().labels(duration.toNanos() / 1e9);
    }

    /**
     * The scenario of that name.
     *
     * @throws IllegalArgumentException when there is none; the message lists them
     */
    public static SimulationScenario of(String id) {
        for (SimulationScenario scenario : values()) {
            if (scenario.id().equals(id)) {
                return scenario;
            }
        }
        String known =
                Arrays.stream(values())
                        .map(SimulationScenario::id)
                        .collect(Collectors.joining(", "));
        throw new IllegalArgumentException("there is no scenario '" + id + "', only " + known);
    }
}
