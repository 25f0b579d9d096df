/** Open mHealth: data points with a header, each valid under its schema. */
@NullMarked
package org.attune.export.omh;

import org.jspecify.annotations.NullMarked;
