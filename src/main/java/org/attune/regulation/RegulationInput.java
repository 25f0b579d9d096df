package org.attune.regulation;

import java.util.OptionalDouble;
import org.attune.hrv.HrvReading;
import org.attune.sensor.SensorCondition;
import org.attune.session.Phase;

/**
 * All an estimator may look at in one step of the grid.
 *
 * @param reading the heart
 * @param condition the sensor
 * @param movementMilliG mean movement over the movement window, thousandths of g; empty without a
 *     motion channel
 * @param phase the part of the session: quiet means something else while arriving than at work
 */
public record RegulationInput(
        HrvReading reading,
        SensorCondition condition,
        OptionalDouble movementMilliG,
        Phase phase) {}
