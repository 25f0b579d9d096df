package org.attune.archfixture.export;

import java.util.function.Supplier;

/** Breaks grant-from-gate, by a reference to the constructor. */
final class SelfService {
    Supplier<ExportGrant> grants() {
        return ExportGrant::new;
    }
}
