package org.attune.hrv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FftTest {
    @Test
    void everyLengthEqualsTheSumItIsDefinedBy() {
        for (int length = 1; length <= 16_384; length *= 2) {
            Random random = new Random(length);
            double[] values = new double[2 * length];
            double size = 0;
            for (int i = 0; i < values.length; i++) {
                values[i] = random.nextGaussian();
                size += values[i] * values[i];
            }
            double[] transformed = values.clone();
            new Fft().complex(transformed, length);
            for (int sample = 0; sample < Math.min(length, 64); sample++) {
                int k = length <= 64 ? sample : random.nextInt(length);
                double re = 0;
                double im = 0;
                for (int m = 0; m < length; m++) {
                    double angle = -2 * Math.PI * ((long) k * m % length) / length;
                    re += values[2 * m] * Math.cos(angle) - values[2 * m + 1] * Math.sin(angle);
                    im += values[2 * m] * Math.sin(angle) + values[2 * m + 1] * Math.cos(angle);
                }
                double error = Math.hypot(transformed[2 * k] - re, transformed[2 * k + 1] - im);
                assertThat(error / Math.sqrt(size))
                        .as("length %d, coefficient %d", length, k)
                        .isLessThan(1e-12);
            }
        }
    }

    @Test
    void aRealTransformIsTheComplexOneOfRealValues() {
        for (int half = 1; half <= 1024; half *= 2) {
            Random random = new Random(half);
            double[] real = new double[2 * half];
            double[] complex = new double[4 * half];
            for (int i = 0; i < real.length; i++) {
                real[i] = random.nextGaussian();
                complex[2 * i] = real[i];
            }
            new Fft().real(real, half);
            new Fft().complex(complex, 2 * half);
            complex[1] = complex[2 * half]; // Packed: the last coefficient beside the first.
            for (int i = 0; i < real.length; i++) {
                assertThat(Math.abs(real[i] - complex[i])).as("half %d", half).isLessThan(1e-12);
            }
        }
    }

    @Test
    void aLengthThatIsNoPowerOfTwoBreaksTheContract() {
        assertThatThrownBy(() -> new Fft().complex(new double[24], 12))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
