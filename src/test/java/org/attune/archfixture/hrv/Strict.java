package org.attune.archfixture.hrv;

/** Keeps core-is-exact. */
final class Strict {
    double ln(double x) {
        return Math.sqrt(StrictMath.log(x));
    }
}
