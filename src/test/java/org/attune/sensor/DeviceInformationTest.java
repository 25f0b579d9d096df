package org.attune.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeviceInformationTest {
    private static final int CASES = 5_000;

    @Test
    void itIsTheMakerTheModelAndTheFirmwareInOneLine() {
        assertThat(new DeviceInformation("Example Straps", "E-1", "1.2").words())
                .isEqualTo("Example Straps E-1, firmware 1.2");
        assertThat(new DeviceInformation("", "E-1", "").words()).isEqualTo("E-1");
        assertThat(new DeviceInformation("", "", "1.2").words()).isEqualTo("firmware 1.2");
        assertThat(DeviceInformation.NONE.words()).isEmpty();
        assertThat(DeviceInformation.NONE.isKnown()).isFalse();
    }

    @Test
    void whatSteersATerminalOrCannotBeSeenIsNotKept() {
        assertThat(DeviceInformation.plain("\u001b[31mRed\u001b[0m")).isEqualTo("[31mRed[0m");
        assertThat(DeviceInformation.plain("E-1\0garbage behind it")).isEqualTo("E-1");
        assertThat(DeviceInformation.plain(" two\r\n\tlines\u2028more "))
                .isEqualTo("two lines more");
        assertThat(DeviceInformation.plain("a\u202eb\u200bc\ufffdd\ue000e")).isEqualTo("abcde");
        assertThat(DeviceInformation.plain("Gürtel 心 💓")).isEqualTo("Gürtel 心 💓");
        assertThat(DeviceInformation.plain("x".repeat(10_000))).hasSize(DeviceInformation.LONGEST);
    }

    @Test
    void anyBytesBecomeOneShortLineAndWhatIsPlainStaysAsItIs() {
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            String plain = DeviceInformation.plain(new String(bytes, StandardCharsets.UTF_8));

            assertThat(plain.codePointCount(0, plain.length()))
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(DeviceInformation.LONGEST);
            assertThat(plain.codePoints().anyMatch(Character::isISOControl))
                    .as("seed %d", seed)
                    .isFalse();
            assertThat(DeviceInformation.plain(plain)).as("seed %d", seed).isEqualTo(plain);
        }
    }
}
