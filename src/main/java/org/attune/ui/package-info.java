/** The screen: passive Swing views and the presenters that choose their words and shapes. */
@NullMarked
package org.attune.ui;

import org.jspecify.annotations.NullMarked;
