/** Where windows stand: screens, edges, and what is remembered of places. */
@NullMarked
package org.attune.ui.place;

import org.jspecify.annotations.NullMarked;
