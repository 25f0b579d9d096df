package org.attune.sensor.replay;

/**
 * A heart that beats as hearts at rest do: each interval is the one that the course asks for, plus
 * breathing (respiratory sinus arrhythmia near 0.25 Hz, its rate and depth wandering), plus
 * blood-pressure (Mayer) waves near 0.1 Hz, plus slow drift whose power falls with frequency, plus
 * a little noise. Arousal shortens intervals and flattens breathing most. {@link Speech} disturbs
 * the breathing, {@link Arrhythmia} the beats themselves.
 *
 * <p>Limits: the parts add up and do not act on each other; posture and exercise are what the
 * course says of the rate, no more. The sizes (mean of fifty seeds at 66 beats a minute: RMSSD 40
 * ms, SDNN 42 ms) are within what is reported of healthy adults at rest (Nunan et al. 2010,
 * doi:10.1111/j.1540-8159.2010.02841.x: short-term means RMSSD 42 ms, SDNN 50 ms). Confined to one
 * thread.
 */
final class HeartModel {
    private static final double BREATHING_HZ = 0.25;
    private static final double BREATHING_SECONDS = 0.038;
    private static final double MAYER_HZ = 0.1;
    private static final double MAYER_SECONDS = 0.032;
    private static final double NOISE_SECONDS = 0.004;
    private static final double SHORTEST = 0.3;
    private static final double LONGEST = 2;

    private final Course course;
    private final Dice dice;
    private final double rateFactor;
    private final double variabilityFactor;
    private final double breathingHz;
    private final Wander breathingRate;
    private final Wander breathingDepth;
    private final Wander mayerRate;
    private final Wander[] drifts;
    private final Speech speech;
    private final Arrhythmia arrhythmia;
    private double breathingPhase;
    private double mayerPhase;
    private double now;
    private double pause;

    HeartModel(Course course, Dice seed) {
        this.course = course;
        this.dice = seed.split();
        this.rateFactor = dice.between(0.92, 1.08);
        this.variabilityFactor = dice.between(0.8, 1.25);
        this.breathingHz = BREATHING_HZ + dice.between(-0.03, 0.03);
        this.breathingRate = new Wander(seed.split(), 20, 0.012);
        this.breathingDepth = new Wander(seed.split(), 10, 0.2);
        this.mayerRate = new Wander(seed.split(), 40, 0.008);
        // Equal shares at memories four times apart: power falls about as one over frequency.
        this.drifts =
                new Wander[] {
                    new Wander(seed.split(), 15, 0.015),
                    new Wander(seed.split(), 60, 0.015),
                    new Wander(seed.split(), 240, 0.015),
                    new Wander(seed.split(), 960, 0.015)
                };
        this.speech = new Speech(course, seed.split());
        this.arrhythmia = new Arrhythmia(course, seed.split());
        this.breathingPhase = dice.between(0, 2 * StrictMath.PI);
        this.mayerPhase = dice.between(0, 2 * StrictMath.PI);
        this.now = dice.between(0, 0.9);
    }

    /** Seconds from the beginning at which the heart beats next. */
    double nextBeat() {
        if (pause > 0) {
            now += pause;
            pause = 0;
            return now;
        }
        double interval = arrhythmia.instead(interval(), now);
        if (dice.hits(course.strength(Course.Kind.ECTOPIC, now))) {
            // A ventricular beat comes early and the next waits for its turn: together two.
            double early = interval * dice.between(0.55, 0.72);
            pause = 2 * interval - early;
            interval = early;
        }
        now += interval;
        return now;
    }

    private double interval() {
        Course.Knot knot = course.at(now);
        speech.hear(now);
        double base = 60 / ((knot.bpm() + speech.riseBpm()) * rateFactor);
        double variability = knot.variability();
        double drift = 0;
        for (Wander part : drifts) {
            drift += part.after(base);
        }
        double breathing =
                BREATHING_SECONDS
                        * variabilityFactor
                        * variability
                        * Math.max(0.2, 1 + breathingDepth.after(base))
                        * speech.depth()
                        * StrictMath.sin(breathingPhase);
        double mayer =
                MAYER_SECONDS
                        * variabilityFactor
                        * StrictMath.sqrt(variability)
                        * variability
                        * StrictMath.sin(mayerPhase);
        double interval =
                base * (1 + (0.2 + 0.8 * variability) * drift)
                        + breathing
                        + mayer
                        + NOISE_SECONDS * variability * dice.normal()
                        + speech.noiseSeconds();
        interval = Math.min(LONGEST, Math.max(SHORTEST, interval));
        double breaths = (breathingHz + breathingRate.after(base)) * speech.tempo();
        breathingPhase = turned(breathingPhase, breaths, interval);
        mayerPhase = turned(mayerPhase, MAYER_HZ + mayerRate.after(base), interval);
        return interval;
    }

    private static double turned(double phase, double hertz, double seconds) {
        return (phase + 2 * StrictMath.PI * hertz * seconds) % (2 * StrictMath.PI);
    }
}
