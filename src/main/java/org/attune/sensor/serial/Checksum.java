package org.attune.sensor.serial;

import java.util.Locale;

/**
 * CRC-16/CCITT-FALSE: polynomial 0x1021, start 0xFFFF, nothing reflected; "123456789" gives 29B1.
 * It finds every error of up to three bits and every burst of up to 16 in lines as short as ours.
 */
final class Checksum {
    private static final int POLYNOMIAL = 0x1021;

    private Checksum() {}

    static int of(String ascii) {
        int crc = 0xFFFF;
        for (int i = 0; i < ascii.length(); i++) {
            crc ^= (ascii.charAt(i) & 0xFF) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) != 0 ? (crc << 1) ^ POLYNOMIAL : crc << 1;
            }
            crc &= 0xFFFF;
        }
        return crc;
    }

    /** As written in a line: four hexadecimal digits, upper case. */
    static String ofText(String ascii) {
        return String.format(Locale.ROOT, "%04X", of(ascii));
    }
}
