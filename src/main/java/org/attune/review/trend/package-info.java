/** A person's sessions side by side: what compares with what, and never what is better. */
@NullMarked
package org.attune.review.trend;

import org.jspecify.annotations.NullMarked;
