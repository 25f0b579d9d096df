package org.attune.sensor.replay;

import org.attune.sensor.RrInterval;
import org.attune.time.SessionTime;

/**
 * An interval of a recording and when it ended.
 *
 * @param at the beat that ends the interval; its beginning may lie before the recording
 * @param interval as recorded, not yet judged
 */
public record TimedInterval(SessionTime at, RrInterval interval) {}
