/** What any sensor is and can say. */
@NullMarked
package org.attune.sensor;

import org.jspecify.annotations.NullMarked;
