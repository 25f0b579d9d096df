/** The program: main, commands, wiring. */
@NullMarked
package org.attune.app;

import org.jspecify.annotations.NullMarked;
