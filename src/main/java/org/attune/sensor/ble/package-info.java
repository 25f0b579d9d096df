/** Heart-rate straps over Bluetooth Low Energy. */
@NullMarked
package org.attune.sensor.ble;

import org.jspecify.annotations.NullMarked;
