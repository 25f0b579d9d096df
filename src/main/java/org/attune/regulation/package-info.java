/** Turns windows into an arousal estimate against this person's own baseline. */
@NullMarked
package org.attune.regulation;

import org.jspecify.annotations.NullMarked;
