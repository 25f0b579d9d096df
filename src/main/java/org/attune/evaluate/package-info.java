/** Measures detectors of raised arousal on labelled recordings, by one written-down protocol. */
@NullMarked
package org.attune.evaluate;

import org.jspecify.annotations.NullMarked;
