/** A person's sessions side by side in their window: passive panes, one presenter. */
@NullMarked
package org.attune.ui.trend;

import org.jspecify.annotations.NullMarked;
