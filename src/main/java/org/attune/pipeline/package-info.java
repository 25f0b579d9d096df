/** Joins the stages: events in, moments out; deterministic. */
@NullMarked
package org.attune.pipeline;

import org.jspecify.annotations.NullMarked;
