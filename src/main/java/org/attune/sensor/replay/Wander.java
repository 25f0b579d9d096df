package org.attune.sensor.replay;

/**
 * A quantity that wanders about zero and forgets itself after a time: an Ornstein-Uhlenbeck
 * process, exact for any step. Confined to one thread.
 */
final class Wander {
    private final Dice dice;
    private final double memorySeconds;
    private final double deviation;
    private double value;

    /**
     * @param memorySeconds after which a deviation has fallen to a third
     * @param deviation standard deviation in the long run
     */
    Wander(Dice dice, double memorySeconds, double deviation) {
        this.dice = dice;
        this.memorySeconds = memorySeconds;
        this.deviation = deviation;
        this.value = deviation * dice.normal();
    }

    double after(double seconds) {
        double kept = StrictMath.exp(-seconds / memorySeconds);
        value = value * kept + deviation * StrictMath.sqrt(1 - kept * kept) * dice.normal();
        return value;
    }
}
