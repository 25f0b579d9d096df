/** EDF+: the format that readers of polygraphs and sleep recordings know. */
@NullMarked
package org.attune.export.edf;

import org.jspecify.annotations.NullMarked;
