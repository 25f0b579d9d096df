/** What a person agreed to, and what follows from it: a pure, deny-by-default decision. */
@NullMarked
package org.attune.consent;

import org.jspecify.annotations.NullMarked;
