/** The desk outside a session: consent, people, the vault, what leaves. Passive views. */
@NullMarked
package org.attune.ui.desk;

import org.jspecify.annotations.NullMarked;
