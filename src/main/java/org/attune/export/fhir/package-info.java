/** FHIR R4: the only place that knows its resources. */
@NullMarked
package org.attune.export.fhir;

import org.jspecify.annotations.NullMarked;
