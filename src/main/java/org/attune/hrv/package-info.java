/** Turns judged beats into windows of heart-rate variability features, with their coverage. */
@NullMarked
package org.attune.hrv;

import org.jspecify.annotations.NullMarked;
