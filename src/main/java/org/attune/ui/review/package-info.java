/** A finished session in its window: passive panes, one presenter, and what they ask of the app. */
@NullMarked
package org.attune.ui.review;

import org.jspecify.annotations.NullMarked;
