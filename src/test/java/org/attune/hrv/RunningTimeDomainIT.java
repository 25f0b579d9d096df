package org.attune.hrv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunningTimeDomainIT {
    @Test
    void afterTenMillionBeatsNothingHasDrifted() {
        assertThat(RunningChecks.feed(11, 10_000_000, 50_021)).isGreaterThan(1_000);
    }
}
