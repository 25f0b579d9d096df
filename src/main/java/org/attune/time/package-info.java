/** Where time comes from: the only package that asks the machine what time it is. */
@NullMarked
package org.attune.time;

import org.jspecify.annotations.NullMarked;
