/** Who is here and what is said of the hour: session, participants, markers. */
@NullMarked
package org.attune.session;

import org.jspecify.annotations.NullMarked;
