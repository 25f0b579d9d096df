package org.attune.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Random;
import org.attune.testkit.Hearts;
import org.junit.jupiter.api.Test;

final class DecimalsTest {
    @Test
    void nanosecondsAreSecondsWithoutALostOrSpareDigit() {
        assertThat(Decimals.seconds(0)).isEqualTo("0");
        assertThat(Decimals.seconds(1)).isEqualTo("0.000000001");
        assertThat(Decimals.seconds(-250_000_000)).isEqualTo("-0.25");
        assertThat(Decimals.seconds(100_000_000_000L)).isEqualTo("100");
        assertThat(Decimals.millis(812_500_000)).isEqualTo("812.5");
        Random random = Hearts.scrambled(1);
        for (int i = 0; i < 1_000; i++) {
            long nanos = random.nextLong() >> random.nextInt(40);
            assertThat(new BigDecimal(Decimals.seconds(nanos)).movePointRight(9).longValueExact())
                    .isEqualTo(nanos);
        }
    }

    @Test
    void aNumberIsRoundedToTheNearest() {
        assertThat(Decimals.rounded(72.04999, 1)).isEqualTo("72");
        assertThat(Decimals.rounded(72.05001, 1)).isEqualTo("72.1");
        assertThat(Decimals.rounded(-0.04, 1)).isEqualTo("0");
        assertThat(Decimals.exact(80, 3).toPlainString()).isEqualTo("80");
    }

    @Test
    void whatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> Decimals.rounded(Double.NaN, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Decimals.rounded(1, 10))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
