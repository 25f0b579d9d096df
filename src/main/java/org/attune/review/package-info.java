/** Reads a finished session. */
@NullMarked
package org.attune.review;

import org.jspecify.annotations.NullMarked;
