/** What every package may use: the root of our exceptions and the mark of an exempted rule. */
@NullMarked
package org.attune;

import org.jspecify.annotations.NullMarked;
