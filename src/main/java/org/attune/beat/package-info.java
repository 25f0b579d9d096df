/** Turns reported intervals into beats on the session's time line and judges each. */
@NullMarked
package org.attune.beat;

import org.jspecify.annotations.NullMarked;
