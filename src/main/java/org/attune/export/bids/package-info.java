/** BIDS: the layout of files that research data sets share. */
@NullMarked
package org.attune.export.bids;

import org.jspecify.annotations.NullMarked;
