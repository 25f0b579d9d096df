package org.attune.sensor.ble;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Frames put together by hand from the maker's specification. */
class PolarEcgFrameTest {
    private static final String HEADER = "00 00c4dd0d1f5f5208 00";

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    @Test
    void samplesAreSignedNumbersOfThreeBytesInMicrovolts() {
        PolarEcgFrame frame =
                PolarEcgFrame.decode(bytes(HEADER + "010000 ffffff e80300 18fcff ffff7f 000080"))
                        .orElseThrow();

        assertThat(frame.microvolts()).isEqualTo(List.of(1, -1, 1000, -1000, 0x7FFFFF, -0x800000));
        assertThat(frame.lastSampleNanos()).isEqualTo(0x08525F1F0DDDC400L);
    }

    @Test
    void whatIsNoWholePlainFrameOfEcgIsNone() {
        assertThat(PolarEcgFrame.decode(bytes(HEADER))).isEmpty();
        assertThat(PolarEcgFrame.decode(bytes(HEADER + "0100"))).isEmpty();
        assertThat(PolarEcgFrame.decode(bytes(HEADER + "01000001"))).isEmpty();
        assertThat(PolarEcgFrame.decode(new byte[0])).isEmpty();
        byte[] acceleration = bytes(HEADER + "010000");
        acceleration[0] = 2;
        assertThat(PolarEcgFrame.decode(acceleration)).isEmpty();
        byte[] compressed = bytes(HEADER + "010000");
        compressed[9] = (byte) 0x80;
        assertThat(PolarEcgFrame.decode(compressed)).isEmpty();
    }

    @Test
    void itIsAskedForAsTheMakerHasIt() {
        assertThat(PolarMeasurement.start(PolarStream.ECG))
                .isEqualTo(bytes("02 00 00 01 82 00 01 01 0e 00"));
        assertThat(PolarMeasurement.stop(PolarStream.ECG)).isEqualTo(bytes("03 00"));
    }
}
