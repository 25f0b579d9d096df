package org.attune.review;

import java.util.Optional;

/**
 * Lays {@code amplitude / (1 + exp((t - middle) / width))} through points by least squares, by the
 * method of Levenberg and Marquardt (Marquardt 1963, J Soc Indust Appl Math 11, 431): a step
 * between that of Gauss and Newton and that downhill, nearer to the first the better it works.
 *
 * <p>Cost: some tens of steps of a few operations a point. Stateless.
 */
final class LogisticFit {
    private static final int PARAMETERS = 3;
    private static final int MOST_STEPS = 500;
    private static final double SETTLED = 1e-13;
    private static final double MOST_DAMPING = 1e16;

    private final double[] t;
    private final double[] y;

    private LogisticFit(double[] t, double[] y) {
        this.t = t;
        this.y = y;
    }

    /** The curve found. */
    static final class Curve {
        private final double[] parameters;
        private final double squares;
        private final double[][] covariance;
        private final double explained;
        private final double[] residuals;

        private Curve(
                double[] parameters,
                double squares,
                double[][] covariance,
                double explained,
                double[] residuals) {
            this.parameters = parameters;
            this.squares = squares;
            this.covariance = covariance;
            this.explained = explained;
            this.residuals = residuals;
        }

        double amplitude() {
            return parameters[0];
        }

        double middle() {
            return parameters[1];
        }

        double width() {
            return parameters[2];
        }

        /** Share of the variance it explains. */
        double explained() {
            return explained;
        }

        /** In the order of the points. */
        double[] residuals() {
            return residuals.clone();
        }

        double at(double second) {
            return value(parameters, second);
        }

        /** When half of its height at 0 is gone, s. */
        double halfSeconds() {
            return middle() + width() * StrictMath.log1p(2 * StrictMath.exp(-middle() / width()));
        }

        /**
         * Standard error of {@link #halfSeconds}, by the slopes of its formula, as if the residuals
         * knew nothing of each other.
         */
        double halfError() {
            double middle = middle();
            double width = width();
            double e = StrictMath.exp(-middle / width);
            double byMiddle = 1 / (1 + 2 * e);
            double byWidth = StrictMath.log1p(2 * e) + middle / width * (2 * e / (1 + 2 * e));
            double variance =
                    byMiddle * byMiddle * covariance[1][1]
                            + 2 * byMiddle * byWidth * covariance[1][2]
                            + byWidth * byWidth * covariance[2][2];
            return Math.sqrt(variance);
        }
    }

    /**
     * The curve through the points, from the best of several beginnings; empty where none settles
     * on a falling curve.
     *
     * @param t when, seconds, rising
     * @param y as many heights; more than three
     */
    static Optional<Curve> of(double[] t, double[] y) {
        if (t.length != y.length || t.length <= PARAMETERS) {
            throw new IllegalArgumentException("must be as many, and more than 3: " + t.length);
        }
        LogisticFit fit = new LogisticFit(t, y);
        double span = t[t.length - 1] - t[0];
        double top = (y[0] + y[1] + y[2]) / 3;
        Optional<Curve> best = Optional.empty();
        for (double share : new double[] {0.1, 0.25, 0.5}) {
            Optional<Curve> found = fit.from(new double[] {top, share * span, 0.1 * span});
            if (found.isPresent() && (best.isEmpty() || found.get().squares < best.get().squares)) {
                best = found;
            }
        }
        return best;
    }

    private static double value(double[] p, double t) {
        return p[0] / (1 + grown(p, t));
    }

    private static double grown(double[] p, double t) {
        return StrictMath.exp((t - p[1]) / p[2]);
    }

    private Optional<Curve> from(double[] start) {
        Point here = new Point(start);
        double damping = 1e-3;
        for (int step = 0; step < MOST_STEPS && damping < MOST_DAMPING; step++) {
            double[] p = here.p;
            double[] move = here.move(damping);
            double[] next = {p[0] + move[0], p[1] + move[1], p[2] + move[2]};
            Optional<Point> then = next[2] > 0 ? Optional.of(new Point(next)) : Optional.empty();
            if (then.isEmpty() || !(then.get().squares <= here.squares)) {
                damping *= 4;
                continue;
            }
            boolean settled = true;
            for (int i = 0; i < PARAMETERS; i++) {
                settled &= Math.abs(move[i]) <= SETTLED * (Math.abs(next[i]) + SETTLED);
            }
            here = then.get();
            damping = Math.max(damping / 8, 1e-15);
            if (settled) {
                break;
            }
        }
        return here.curve();
    }

    /**
     * Where the search stands: parameters, and how far the points are from their curve. The
     * exponentials, which cost most, are found once for the distance, the slopes and the end.
     */
    private final class Point {
        private final double[] p;
        private final double squares;
        private final double[] grown = new double[t.length];
        private final double[][] normal = new double[PARAMETERS][PARAMETERS];
        private final double[] right = new double[PARAMETERS];
        private boolean sloped;

        Point(double[] p) {
            this.p = p;
            double sum = 0;
            for (int i = 0; i < t.length; i++) {
                grown[i] = grown(p, t[i]);
                double residual = residual(i);
                sum += residual * residual;
            }
            squares = sum;
        }

        private double residual(int i) {
            return y[i] - p[0] / (1 + grown[i]);
        }

        /** The products of the slopes, J'J, and of slopes and residuals. */
        private void slope() {
            double[] slopes = new double[PARAMETERS];
            for (int i = 0; i < t.length; i++) {
                slopes(i, slopes);
                double residual = residual(i);
                for (int a = 0; a < PARAMETERS; a++) {
                    right[a] += slopes[a] * residual;
                    for (int b = 0; b < PARAMETERS; b++) {
                        normal[a][b] += slopes[a] * slopes[b];
                    }
                }
            }
            sloped = true;
        }

        private void slopes(int i, double[] slopes) {
            double share = 1 / (1 + grown[i]);
            // The product of both shares, which neither overflows nor loses the small one.
            double both = share * (1 / (1 + 1 / grown[i]));
            slopes[0] = share;
            slopes[1] = p[0] * both / p[2];
            slopes[2] = p[0] * both * (t[i] - p[1]) / (p[2] * p[2]);
        }

        /** The step to take: (J'J + damping diag J'J) step = J' residuals. */
        double[] move(double damping) {
            if (!sloped) {
                slope();
            }
            double[][] damped = new double[PARAMETERS][];
            for (int a = 0; a < PARAMETERS; a++) {
                damped[a] = normal[a].clone();
                damped[a][a] *= 1 + damping;
            }
            double[][] inverse = inverse(damped);
            double[] move = new double[PARAMETERS];
            for (int a = 0; a < PARAMETERS; a++) {
                for (int b = 0; b < PARAMETERS; b++) {
                    move[a] += inverse[a][b] * right[b];
                }
            }
            return move;
        }

        Optional<Curve> curve() {
            if (!sloped) {
                slope();
            }
            double[] residuals = new double[t.length];
            double mean = 0;
            for (double each : y) {
                mean += each / y.length;
            }
            double around = 0;
            for (int i = 0; i < t.length; i++) {
                residuals[i] = residual(i);
                around += (y[i] - mean) * (y[i] - mean);
            }
            double[][] covariance = inverse(normal);
            double variance = squares / (t.length - PARAMETERS);
            for (double[] row : covariance) {
                for (int b = 0; b < PARAMETERS; b++) {
                    row[b] *= variance;
                }
            }
            Curve found = new Curve(p, squares, covariance, 1 - squares / around, residuals);
            boolean falls = p[0] > 0 && p[2] > 0 && Double.isFinite(found.halfError());
            return falls && Double.isFinite(found.explained())
                    ? Optional.of(found)
                    : Optional.empty();
        }
    }

    /** By cofactors; symmetric. Not finite where there is none. */
    private static double[][] inverse(double[][] m) {
        double[][] cofactors = new double[PARAMETERS][PARAMETERS];
        for (int a = 0; a < PARAMETERS; a++) {
            for (int b = 0; b < PARAMETERS; b++) {
                int a1 = (a + 1) % PARAMETERS;
                int a2 = (a + 2) % PARAMETERS;
                int b1 = (b + 1) % PARAMETERS;
                int b2 = (b + 2) % PARAMETERS;
                cofactors[b][a] = m[a1][b1] * m[a2][b2] - m[a1][b2] * m[a2][b1];
            }
        }
        double determinant = 0;
        for (int b = 0; b < PARAMETERS; b++) {
            determinant += m[0][b] * cofactors[b][0];
        }
        for (double[] row : cofactors) {
            for (int b = 0; b < PARAMETERS; b++) {
                row[b] /= determinant;
            }
        }
        return cofactors;
    }
}
