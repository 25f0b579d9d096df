package org.attune.sensor.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.attune.sensor.Capability;
import org.attune.sensor.SourceClass;
import org.attune.time.SessionTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NoninTest {
    private final List<String> heard = new ArrayList<>();
    private double seconds;

    /** Each piece a second after the one before. */
    private List<String> heard(SerialProtocol protocol, byte[]... pieces) {
        StreamDecoder decoder = protocol.decoder(protocol.describe("serial:x"));
        for (byte[] piece : pieces) {
            seconds++;
            SessionTime at = SessionTime.ofSeconds(seconds);
            decoder.take(
                    piece, piece.length, at, e -> heard.add((int) seconds + " " + Spoken.of(e)));
        }
        return heard;
    }

    private static byte[] good(SerialProtocol protocol, int rate) {
        return switch (protocol) {
            case NONIN_1 -> NoninFrames.ofThree(0, rate);
            case NONIN_8 -> NoninFrames.ofFour(0, rate, 0);
            default -> NoninFrames.packet(0, rate);
        };
    }

    @Test
    void threeFramesProveThePlaceAndOnlyTheNewestIsTold() {
        assertThat(
                        heard(
                                SerialProtocol.NONIN_1,
                                NoninFrames.ofThree(0, 72),
                                NoninFrames.ofThree(0, 73),
                                NoninFrames.ofThree(0, 74),
                                NoninFrames.ofThree(0, 200)))
                .containsExactly("3 rate 74.0", "4 rate 200.0");
    }

    @Test
    void aRateThatABitSpeaksAgainstIsNotTold() {
        assertThat(
                        heard(
                                SerialProtocol.NONIN_1,
                                NoninFrames.ofThree(0, 72),
                                NoninFrames.ofThree(0, 72),
                                NoninFrames.ofThree(0, 72),
                                NoninFrames.ofThree(NoninFrames.OUT_OF_TRACK, 72),
                                NoninFrames.ofThree(0x04, 72),
                                NoninFrames.ofThree(0, 511),
                                NoninFrames.ofThree(0x18, 73)))
                .containsExactly("3 rate 72.0", "7 rate 73.0");
    }

    @Test
    void aFingerThatIsOffIsALostContact() {
        assertThat(
                        heard(
                                SerialProtocol.NONIN_1,
                                NoninFrames.ofThree(0, 72),
                                NoninFrames.ofThree(0, 72),
                                NoninFrames.ofThree(0, 72),
                                NoninFrames.ofThree(0x40, 511),
                                NoninFrames.ofThree(0x40, 72),
                                NoninFrames.ofThree(0, 75)))
                .containsExactly("3 rate 72.0", "4 contact LOST", "6 contact GOOD", "6 rate 75.0");
        heard.clear();
        assertThat(
                        heard(
                                SerialProtocol.NONIN_8,
                                NoninFrames.ofFour(0, 72, 0),
                                NoninFrames.ofFour(0, 72, 0x20),
                                NoninFrames.ofFour(0, 72, 0x08),
                                NoninFrames.ofFour(0, 75, 0x21)))
                .containsExactly("9 contact LOST", "10 contact GOOD", "10 rate 75.0");
        heard.clear();
        assertThat(
                        heard(
                                SerialProtocol.NONIN_2,
                                NoninFrames.packet(0, 72),
                                NoninFrames.packet(0, 72),
                                NoninFrames.packet(0x08, 72),
                                NoninFrames.packet(0, 73)))
                .containsExactly(
                        "12 rate 72.0", "13 contact LOST", "14 contact GOOD", "14 rate 73.0");
    }

    @Test
    void aPacketThatIsNotWholeGivesNoRate() {
        byte[] damaged = NoninFrames.packet(0, 72);
        damaged[62]++;
        assertThat(
                        heard(
                                SerialProtocol.NONIN_2,
                                NoninFrames.packet(0, 72),
                                NoninFrames.packet(0, 71),
                                damaged,
                                NoninFrames.packet(0, 73)))
                .containsExactly("2 rate 71.0", "4 rate 73.0");
        heard.clear();
        byte[] doubtful = NoninFrames.packet(0, 90);
        doubtful[5 * 20 + 1] = (byte) (doubtful[5 * 20 + 1] | 0x20);
        doubtful[5 * 20 + 4] = (byte) (doubtful[5 * 20 + 4] + 0x20);
        assertThat(
                        heard(
                                SerialProtocol.NONIN_2,
                                NoninFrames.packet(0, 72),
                                doubtful,
                                NoninFrames.packet(0, 73)))
                .containsExactly("7 rate 73.0");
    }

    @ParameterizedTest
    @EnumSource(names = {"NONIN_1", "NONIN_2", "NONIN_8"})
    void whereverItWasCutTheFramesAreFoundAgain(SerialProtocol protocol) {
        byte[] one = good(protocol, 72);
        byte[] stream = new byte[one.length * 6];
        for (int i = 0; i < 6; i++) {
            System.arraycopy(good(protocol, 72 + i), 0, stream, i * one.length, one.length);
        }
        for (int cut = 0; cut < one.length; cut++) {
            byte[] rest = Arrays.copyOfRange(stream, cut, stream.length);
            StreamDecoder decoder = protocol.decoder(protocol.describe("serial:x"));
            List<String> rates = new ArrayList<>();
            for (int i = 0; i < rest.length; i++) {
                byte[] b = {rest[i]};
                SessionTime at = SessionTime.ofSeconds(10.0 * (cut + i));
                decoder.take(b, 1, at, e -> rates.add(Spoken.of(e)));
            }
            assertThat(rates).as("cut %d", cut).endsWith("rate 76.0", "rate 77.0");
            assertThat(rates).allMatch(rate -> rate.startsWith("rate 7"));
        }
    }

    /** A byte lost, doubled or changed: never a rate that was not sent. */
    @ParameterizedTest
    @EnumSource(names = {"NONIN_1", "NONIN_2", "NONIN_8"})
    void afterAFaultOnlyRatesThatWereSentAreTold(SerialProtocol protocol) {
        for (int seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            StreamDecoder decoder = protocol.decoder(protocol.describe("serial:x"));
            List<String> rates = new ArrayList<>();
            for (int piece = 0; piece < 40; piece++) {
                byte[] bytes = good(protocol, 72);
                if (piece % 8 == 7) {
                    int at = random.nextInt(bytes.length);
                    bytes = random.nextBoolean() ? without(bytes, at) : doubled(bytes, at);
                }
                SessionTime now = SessionTime.ofSeconds(piece * 10.0);
                decoder.take(bytes, bytes.length, now, e -> rates.add(Spoken.of(e)));
            }
            assertThat(rates).as("seed %d", seed).hasSizeGreaterThan(15).containsOnly("rate 72.0");
        }
    }

    private static byte[] without(byte[] bytes, int at) {
        byte[] fewer = Arrays.copyOf(bytes, bytes.length - 1);
        System.arraycopy(bytes, at + 1, fewer, at, bytes.length - at - 1);
        return fewer;
    }

    private static byte[] doubled(byte[] bytes, int at) {
        byte[] more = Arrays.copyOf(bytes, bytes.length + 1);
        System.arraycopy(bytes, at, more, at + 1, bytes.length - at);
        return more;
    }

    @ParameterizedTest
    @EnumSource(names = {"NONIN_1", "NONIN_2", "NONIN_8", "KEY_VALUE", "PULSESENSOR_CSV"})
    void rateOnlySensorsDeclareThatTheyHaveNoIntervals(SerialProtocol protocol) {
        assertThat(protocol.capabilities())
                .contains(Capability.HEART_RATE)
                .doesNotContain(Capability.RR);
        assertThat(protocol.describe("serial:x").source()).isEqualTo(SourceClass.HEART_RATE_ONLY);
    }
}
