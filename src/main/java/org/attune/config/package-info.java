/**
 * Reads the files of {@code config/} into the settings records that the other packages own, and
 * warns where they are allowed but unwise.
 */
@NullMarked
package org.attune.config;

import org.jspecify.annotations.NullMarked;
