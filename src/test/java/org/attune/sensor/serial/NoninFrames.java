package org.attune.sensor.serial;

import java.io.ByteArrayOutputStream;

/** What Nonin's oximeters send, byte by byte. */
final class NoninFrames {
    static final int OUT_OF_TRACK = 0x20;

    private NoninFrames() {}

    static byte[] ofThree(int status, int rate) {
        return bytes(0x80 | status | rate >> 7, rate & 0x7F, rate == 511 ? 127 : 97);
    }

    static byte[] ofFour(int status, int rate, int status2) {
        return bytes(0x80 | status | rate >> 7, rate & 0x7F, rate == 511 ? 127 : 97, status2);
    }

    /** A third of a second: 25 frames of five bytes. */
    static byte[] packet(int status, int rate) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int place = 1; place <= 25; place++) {
            int value =
                    switch (place) {
                        case 1, 14 -> rate >> 7;
                        case 2, 15 -> rate & 0x7F;
                        case 3 -> 97;
                        case 4 -> 30;
                        default -> 0;
                    };
            int wave = 100 + place * 5;
            int first = 0x80 | status | (place == 1 ? 1 : 0);
            out.writeBytes(bytes(1, first, wave, value, 1 + first + wave + value));
        }
        return out.toByteArray();
    }

    static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
