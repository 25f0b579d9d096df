package org.attune.archfixture.hrv;

/** Breaks core-is-exact: this logarithm may differ from machine to machine. */
final class Platform {
    double ln(double x) {
        return Math.sqrt(Math.log(x));
    }
}
