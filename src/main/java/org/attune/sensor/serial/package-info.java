/** Serial sensors: lines over a port, with one decoder for each protocol. */
@NullMarked
package org.attune.sensor.serial;

import org.jspecify.annotations.NullMarked;
