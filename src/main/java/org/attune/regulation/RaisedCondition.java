package org.attune.regulation;

/**
 * Whether arousal stands raised: on after the level has been above its threshold for the dwell, off
 * after it has been below the lower one, or unknown, for as long. A short loss of signal is bridged
 * with the last level, inside this rule only; nothing of it is shown.
 */
final class RaisedCondition {
    private static final int BRIDGED_SECONDS = 20;

    private StateRules rules;
    private double lastScore = Double.NaN;
    private double lastSteps = Double.NaN;
    private int bridged;
    private int above;
    private int below;
    private boolean raised;

    RaisedCondition(StateRules rules) {
        this.rules = rules;
    }

    /** Other thresholds from now on. */
    void adopt(StateRules newRules) {
        rules = newRules;
    }

    boolean isRaised() {
        return raised;
    }

    /**
     * One second.
     *
     * @param score on both time scales, or NaN if it is unknown or moved by the body
     * @param steps the level on the short one
     * @param factor by which this sensor's thresholds are higher
     */
    void step(double score, double steps, double factor) {
        if (Double.isNaN(score)) {
            bridged++;
            if (bridged > BRIDGED_SECONDS) {
                lastScore = Double.NaN;
            }
        } else {
            lastScore = score;
            lastSteps = steps;
            bridged = 0;
        }
        boolean high = lastScore >= rules.highAbove() * factor;
        // A rise shows in the score of both scales, its end on the short one alone.
        boolean low = !(Math.min(lastScore, lastSteps) >= rules.highBelow() * factor);
        above = high ? above + 1 : 0;
        below = low ? below + 1 : 0;
        if (above >= rules.highDwellSeconds() && !Double.isNaN(score)) {
            raised = true;
        } else if (below >= rules.leaveDwellSeconds()) {
            raised = false;
        }
    }
}
