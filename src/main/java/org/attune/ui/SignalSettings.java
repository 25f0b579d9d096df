package org.attune.ui;

/**
 * How a cue is given besides being shown. Nothing here changes what is concluded, or whether a cue
 * is given at all.
 *
 * @param sound whether a soft sound is played
 * @param notification whether the desktop shows a neutral notification
 */
public record SignalSettings(boolean sound, boolean notification) {
    /** Silent: a cue is seen and nothing else. */
    public static final SignalSettings DEFAULT = new SignalSettings(false, false);
}
