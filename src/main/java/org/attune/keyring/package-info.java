/** The keyring of the desktop, reached by D-Bus: one secret a vault, put there, found, removed. */
@NullMarked
package org.attune.keyring;

import org.jspecify.annotations.NullMarked;
