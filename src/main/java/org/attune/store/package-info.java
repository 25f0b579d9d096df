/** The sealed vault: recording, archive, keys, erasure. */
@NullMarked
package org.attune.store;

import org.jspecify.annotations.NullMarked;
