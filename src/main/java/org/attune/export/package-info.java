/** Data leave here, and nowhere else: the consent gate, and the formats behind it. */
@NullMarked
package org.attune.export;

import org.jspecify.annotations.NullMarked;
