package org.attune.sensor.replay;

/**
 * What speaking does to a heart that is not aroused: breaths become uneven in length and depth, the
 * rate rises by a few beats within seconds of each turn and falls in the pause after it, and
 * successive intervals scatter more. The sizes are of our making. Confined to one thread.
 */
final class Speech {
    private static final double ROUSED_IN_SECONDS = 3;
    private static final double NOISE_SECONDS = 0.012;

    private final Course course;
    private final Dice dice;
    private double strength;
    private double heardAt;
    private double turnEnds;
    private double breathEnds;
    private boolean speaking;
    private double aimBpm;
    private double riseBpm;
    private double tempo = 1;
    private double depth = 1;

    Speech(Course course, Dice dice) {
        this.course = course;
        this.dice = dice;
    }

    /** Goes on to the next beat, seconds. */
    void hear(double now) {
        strength = course.strength(Course.Kind.TALK, now);
        if (strength > 0) {
            takeTurns(now);
            breathe(now);
        } else {
            speaking = false;
            aimBpm = 0;
            tempo = 1;
            depth = 1;
        }
        double share = 1 - StrictMath.exp((heardAt - now) / ROUSED_IN_SECONDS);
        riseBpm += (aimBpm - riseBpm) * share;
        heardAt = now;
    }

    private void takeTurns(double now) {
        if (now >= turnEnds) {
            speaking = !speaking;
            turnEnds = now + (speaking ? dice.between(6, 20) : dice.between(3, 12));
            aimBpm = speaking ? strength * dice.between(2, 6) : 0;
        }
    }

    private void breathe(double now) {
        if (now >= breathEnds) {
            breathEnds = now + dice.between(2, 6);
            tempo = speaking ? dice.between(0.4, 1.3) : 1;
            depth = speaking ? dice.between(0.4, 1.6) : 1;
        }
    }

    /** By how much the rate is raised, bpm. */
    double riseBpm() {
        return riseBpm;
    }

    /** Breaths in the time of one. */
    double tempo() {
        return tempo;
    }

    /** Depth of a breath, 1 as at rest. */
    double depth() {
        return depth;
    }

    /** Scatter of one interval, seconds. */
    double noiseSeconds() {
        return speaking ? strength * NOISE_SECONDS * dice.normal() : 0;
    }
}
