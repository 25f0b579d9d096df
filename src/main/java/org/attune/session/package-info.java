/** Who is here and under what terms: session, participants, consent, markers. */
@NullMarked
package org.attune.session;

import org.jspecify.annotations.NullMarked;
