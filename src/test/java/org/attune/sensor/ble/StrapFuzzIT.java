package org.attune.sensor.ble;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.attune.sensor.DeviceInformation;
import org.attune.sensor.ble.TinybFrames.Frame;
import org.junit.jupiter.api.Tag;

/** Any bytes at all, as all else that comes from a strap or from the TinyB child. */
@Tag("long")
class StrapFuzzIT {
    @FuzzTest(maxDuration = "2m")
    void polarFrame(byte[] value) {
        PolarFrame.decode(value)
                .ifPresent(
                        frame -> {
                            check(frame.samples().size() * 6 + 10 == value.length, frame);
                            MotionMeter meter = new MotionMeter();
                            for (int i = 0; i < 60; i++) {
                                for (double milliG : meter.read(frame)) {
                                    check(milliG >= 0 && milliG < 60_000, milliG);
                                }
                            }
                        });
    }

    @FuzzTest(maxDuration = "2m")
    void polarEcgFrame(byte[] value) {
        PolarEcgFrame.decode(value)
                .ifPresent(
                        frame -> {
                            check(frame.microvolts().size() * 3 + 10 == value.length, frame);
                            for (int each : frame.microvolts()) {
                                check(each >= -0x800000 && each <= 0x7FFFFF, each);
                            }
                        });
    }

    @FuzzTest(maxDuration = "2m")
    void polarAnswer(byte[] value) {
        PolarMeasurement.answer(PolarMeasurement.start(PolarStream.MOTION), value)
                .ifPresent(outcome -> check(!outcome.words().isEmpty(), outcome));
    }

    @FuzzTest(maxDuration = "2m")
    void deviceInformation(byte[] value) {
        String plain = DeviceInformation.plain(new String(value, StandardCharsets.UTF_8));
        check(plain.codePointCount(0, plain.length()) <= DeviceInformation.LONGEST, plain);
        check(plain.codePoints().noneMatch(Character::isISOControl), plain);
        check(DeviceInformation.plain(plain).equals(plain), plain);
    }

    /** What is read is what would be said so, and whole frames come through whatever is around. */
    @FuzzTest(maxDuration = "2m")
    void tinybFrames(byte[] bytes) throws IOException {
        Frame own = new Frame(7, 3, "value", "16500004");
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(bytes);
        all.write(TinybFrames.encode(own));
        List<Frame> frames = new ArrayList<>();
        TinybFrames.read(
                new ByteArrayInputStream(all.toByteArray()),
                frames::add,
                noise -> check(noise.length() <= TinybFrames.LONGEST + 1, noise.length()));
        check(frames.get(frames.size() - 1).equals(own), frames);
    }

    /** A checksum is seldom guessed: here every line gets the right one. */
    @FuzzTest(maxDuration = "2m")
    void tinybLinesWithRightChecksums(byte[] bytes) {
        for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n", -1)) {
            TinybFrames.decode(TinybFrames.sealed("@attune " + line))
                    .ifPresent(frame -> check(frame.fields().size() <= line.length(), frame));
        }
    }

    private static void check(boolean holds, Object what) {
        if (!holds) {
            throw new AssertionError(String.valueOf(what));
        }
    }
}
