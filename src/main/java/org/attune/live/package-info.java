/** The running session: inbox, pipeline thread, snapshot for the screen. */
@NullMarked
package org.attune.live;

import org.jspecify.annotations.NullMarked;
