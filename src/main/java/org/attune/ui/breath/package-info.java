/** The breathing pacer: its course and its picture. Knows nothing of any session. */
@NullMarked
package org.attune.ui.breath;

import org.jspecify.annotations.NullMarked;
