package org.attune.sensor.ble;

/** What a strap by Polar can be asked for beside the Heart Rate Service. */
enum PolarStream {
    MOTION,
    ECG
}
