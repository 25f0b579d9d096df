/** What a trainee marked beside what was meant: a comparison in seconds, never a score. */
@NullMarked
package org.attune.ui.trainee;

import org.jspecify.annotations.NullMarked;
