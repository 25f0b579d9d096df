/**
 * Two hearts of one session side by side: synchrony with its lag, and always with its chance level.
 */
@NullMarked
package org.attune.review.dyad;

import org.jspecify.annotations.NullMarked;
