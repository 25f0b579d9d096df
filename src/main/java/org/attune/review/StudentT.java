package org.attune.review;

/** The distribution of Student, exactly, for whole degrees of freedom. */
final class StudentT {
    private static final int HALVINGS = 60;

    private StudentT() {}

    /**
     * What a share {@code within} of all values lies no further from 0 than.
     *
     * @param within 0 to 1, exclusive
     * @param freedom degrees of freedom, at least 1
     */
    static double within(double within, int freedom) {
        double low = 0;
        double high = Math.PI / 2;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (share(middle, freedom) < within) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.sqrt(freedom) * StrictMath.tan((low + high) / 2);
    }

    /** Abramowitz and Stegun 26.7.3 and 26.7.4; {@code angle} is arctan(t / sqrt(freedom)). */
    private static double share(double angle, int freedom) {
        double cosine = StrictMath.cos(angle);
        double sine = StrictMath.sin(angle);
        boolean odd = freedom % 2 == 1;
        double term = odd ? cosine : 1;
        double sum = freedom == 1 ? 0 : term;
        for (int k = odd ? 3 : 2; k <= freedom - 2; k += 2) {
            term *= cosine * cosine * (k - 1) / k;
            sum += term;
        }
        return odd ? 2 / Math.PI * (angle + sine * sum) : sine * sum;
    }
}
