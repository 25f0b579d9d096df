/** Turns estimates into what the therapist is shown: a pace, or nothing at all. */
@NullMarked
package org.attune.signal;

import org.jspecify.annotations.NullMarked;
