package org.attune.archfixture.export;

/** Keeps grant-from-gate. */
final class ExportGate {
    ExportGrant ask() {
        return new ExportGrant();
    }
}
