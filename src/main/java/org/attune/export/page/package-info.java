/** A session as one printed page. */
@NullMarked
package org.attune.export.page;

import org.jspecify.annotations.NullMarked;
