/** Part of a deliberately broken house, to prove that the rules bite. */
@NullMarked
package org.attune.archfixture.app;

import org.jspecify.annotations.NullMarked;
