/** Plays any list of events in time: a recorded session, a data file, or the simulator's. */
@NullMarked
package org.attune.sensor.replay;

import org.jspecify.annotations.NullMarked;
