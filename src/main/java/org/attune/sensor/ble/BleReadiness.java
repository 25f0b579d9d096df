package org.attune.sensor.ble;

/**
 * Whether straps can be used on this machine now.
 *
 * @param ready whether they can
 * @param finding what was found, one line
 * @param remedy what to do; empty when ready
 */
public record BleReadiness(boolean ready, String finding, String remedy) {}
