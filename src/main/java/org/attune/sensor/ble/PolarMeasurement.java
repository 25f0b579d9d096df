package org.attune.sensor.ble;

import java.util.Optional;

/**
 * The measurement service of straps by Polar, as far as acceleration and raw ECG go: its
 * characteristics, what is written to begin and to end, and what the strap answers.
 *
 * <p>Source: "Polar Measurement Data Specification" of the maker's public development kit. A
 * command is an operation, a type of measurement, then settings, each as an identifier, a count,
 * and values of two bytes, little endian. An answer is {@code f0}, the operation, the type, and an
 * error.
 */
final class PolarMeasurement {
    static final String SERVICE = "fb005c80-02e7-f387-1cad-8acd2d8df0c8";
    static final String CONTROL = "fb005c81-02e7-f387-1cad-8acd2d8df0c8";
    static final String DATA = "fb005c82-02e7-f387-1cad-8acd2d8df0c8";

    /** The type of measurement that is raw ECG. */
    static final int ECG = 0;

    /** At which it comes, as the maker names it. */
    static final int ECG_SAMPLES_A_SECOND = 130;

    /** The type of measurement that is acceleration. */
    static final int ACCELERATION = 2;

    /** What is asked for: plenty for an activity count, and easy on the strap's battery. */
    static final int SAMPLES_A_SECOND = 50;

    private static final int START = 2;
    private static final int STOP = 3;
    private static final int BITS = 16;
    private static final int ECG_BITS = 14;
    private static final int RANGE_G = 8;
    private static final int ANSWER = 0xF0;
    private static final int ANSWER_BYTES = 4;

    private PolarMeasurement() {}

    /** How the strap answered to a command. */
    enum Outcome {
        DONE("done"),
        /** It measures already, at a rate that nobody here has asked for. */
        ALREADY("measures already"),
        SMALL_PACKETS("the connection's packets are too small"),
        CHARGING("is being charged"),
        REFUSED("refuses");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        private static Outcome of(int error) {
            return switch (error) {
                case 0 -> DONE;
                case 6 -> ALREADY;
                case 10 -> SMALL_PACKETS;
                case 13 -> CHARGING;
                default -> REFUSED;
            };
        }
    }

    /** Begins: acceleration at 50 Hz, 16 bit, 8 g; ECG at 130 Hz, 14 bit. */
    static byte[] start(PolarStream stream) {
        return switch (stream) {
            case MOTION ->
                    new byte[] {
                        START,
                        ACCELERATION,
                        0,
                        1,
                        SAMPLES_A_SECOND,
                        0,
                        1,
                        1,
                        BITS,
                        0,
                        2,
                        1,
                        RANGE_G,
                        0
                    };
            case ECG ->
                    new byte[] {
                        START, ECG, 0, 1, (byte) ECG_SAMPLES_A_SECOND, 0, 1, 1, ECG_BITS, 0
                    };
        };
    }

    /** Ends. */
    static byte[] stop(PolarStream stream) {
        return new byte[] {STOP, (byte) (stream == PolarStream.MOTION ? ACCELERATION : ECG)};
    }

    /** The strap's answer to {@code command}; empty when {@code value} is none. */
    static Optional<Outcome> answer(byte[] command, byte[] value) {
        boolean fits =
                value.length >= ANSWER_BYTES
                        && Byte.toUnsignedInt(value[0]) == ANSWER
                        && value[1] == command[0]
                        && value[2] == command[1];
        return fits ? Optional.of(Outcome.of(Byte.toUnsignedInt(value[3]))) : Optional.empty();
    }
}
