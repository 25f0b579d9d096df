package org.attune.app;

import java.util.Set;
import org.attune.consent.ConsentScope;
import org.attune.consent.DataCategory;
import org.attune.consent.ExportFormat;
import org.attune.consent.Purpose;
import org.attune.consent.Recipient;

/**
 * What somebody wants to export, as the command line or a dialog says it, before it is known whose
 * it is and of when.
 *
 * @param identified whether the person's code is to be in it
 */
record ExportWish(
        ExportFormat format,
        Purpose purpose,
        Recipient recipient,
        ConsentScope scope,
        Set<DataCategory> categories,
        boolean identified) {}
