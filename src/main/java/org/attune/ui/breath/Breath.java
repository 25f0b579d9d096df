package org.attune.ui.breath;

/**
 * One instant of a paced breath: a pure function of the time since the pacer was started.
 *
 * @param in whether it is time to breathe in
 * @param fullness how full the breath is, 0 (empty) to 1 (full); eased like a breath, without halts
 */
public record Breath(boolean in, double fullness) {
    /**
     * The breath {@code seconds} after the start; before it, as at the start.
     *
     * @param settings how fast, and how much of it is breathing in
     */
    public static Breath at(PacerSettings settings, double seconds) {
        double period = 60 / settings.breathsPerMinute();
        double share = Math.max(0, seconds) % period / period;
        double in = settings.inShare();
        boolean breathesIn = share < in;
        double part = breathesIn ? share / in : (share - in) / (1 - in);
        double eased = (1 - Math.cos(Math.PI * part)) / 2;
        return new Breath(breathesIn, breathesIn ? eased : 1 - eased);
    }
}
