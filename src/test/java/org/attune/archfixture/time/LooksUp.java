package org.attune.archfixture.time;

import org.attune.archfixture.session.Visit;

/** Breaks core-order: the foot of the house knows a floor above. */
record LooksUp(Visit visit) {}
