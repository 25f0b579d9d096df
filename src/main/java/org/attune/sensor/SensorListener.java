package org.attune.sensor;

/** Takes what a sensor says. */
@FunctionalInterface
public interface SensorListener {
    /** Called on the sensor's thread, in order; must neither block nor throw. */
    void heard(SensorEvent event);
}
