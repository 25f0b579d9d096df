package org.attune.sensor.ble;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.CRC32;

/**
 * What the program and its TinyB child say to each other: one line a frame, {@code @attune NUMBER
 * REQUEST KIND FIELD… CRC}. Numbers run from 1 without a hole, fields are UTF-8 in hexadecimal
 * digits ({@code .} for an empty one), the end is CRC-32 of all before it.
 *
 * <p>Native libraries print to the same stream when they please, so a frame begins on a line of its
 * own, whatever stood before, and is written at once and whole: up to 4,096 bytes a pipe takes
 * without a word in between. What is no frame is noise and handed to whoever wants to log it.
 */
final class TinybFrames {
    /** Longer lines are noise; no more than this is ever kept of one. */
    static final int LONGEST = 4_000;

    private static final String MARK = "@attune";
    private static final int FEWEST_WORDS = 5;
    private static final HexFormat HEX = HexFormat.of();

    private TinybFrames() {}

    /**
     * One thing said.
     *
     * @param number counts the frames of one direction, from 1
     * @param request what it belongs to
     * @param kind a word of small letters
     */
    record Frame(long number, long request, String kind, List<String> fields) {
        Frame {
            fields = List.copyOf(fields);
        }

        Frame(long number, long request, String kind, String... fields) {
            this(number, request, kind, List.of(fields));
        }
    }

    /**
     * The bytes of a frame.
     *
     * @throws IllegalArgumentException when it would be too long to be written whole
     */
    static byte[] encode(Frame frame) {
        StringBuilder text = new StringBuilder(MARK);
        text.append(' ').append(frame.number()).append(' ').append(frame.request());
        text.append(' ').append(frame.kind());
        for (String field : frame.fields()) {
            text.append(' ').append(field.isEmpty() ? "." : HEX.formatHex(utf8(field)));
        }
        byte[] bytes = utf8("\n" + sealed(text.toString()) + "\n");
        if (bytes.length > LONGEST) {
            throw new IllegalArgumentException(
                    "must be <= " + LONGEST + " bytes: frame=" + bytes.length);
        }
        return bytes;
    }

    /** A line with its checksum behind it. */
    static String sealed(String line) {
        return line + " " + checksum(line);
    }

    /** The frame of a line; empty for noise. Never throws. */
    static Optional<Frame> decode(String line) {
        int end = line.lastIndexOf(' ');
        if (!line.startsWith(MARK + " ") || !line.substring(end + 1).equals(checksum(line, end))) {
            return Optional.empty();
        }
        String[] words = line.split(" ", -1);
        if (words.length < FEWEST_WORDS) {
            return Optional.empty();
        }
        try {
            List<String> fields = new ArrayList<>();
            for (String word : Arrays.asList(words).subList(FEWEST_WORDS - 1, words.length - 1)) {
                byte[] bytes = word.equals(".") ? new byte[0] : HEX.parseHex(word);
                fields.add(new String(bytes, StandardCharsets.UTF_8));
            }
            return Optional.of(
                    new Frame(
                            Long.parseLong(words[1]), Long.parseLong(words[2]), words[3], fields));
        } catch (IllegalArgumentException e) { // a number or a hexadecimal digit that is none
            return Optional.empty();
        }
    }

    /** Reads until the stream ends; tells frames and, cut to what is kept of them, other lines. */
    static void read(InputStream in, Consumer<Frame> frames, Consumer<String> noise)
            throws IOException {
        byte[] chunk = new byte[8_192];
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
            for (int i = 0; i < n; i++) {
                if (chunk[i] == '\n') {
                    tell(line, frames, noise);
                } else if (line.size() <= LONGEST) { // one more than a frame has: then it is none
                    line.write(chunk[i]);
                }
            }
        }
        tell(line, frames, noise);
    }

    private static void tell(
            ByteArrayOutputStream bytes, Consumer<Frame> frames, Consumer<String> noise) {
        String line = bytes.toString(StandardCharsets.UTF_8);
        bytes.reset();
        Optional<Frame> frame = line.length() < LONGEST ? decode(line) : Optional.empty();
        if (frame.isPresent()) {
            frames.accept(frame.get());
        } else if (!line.isBlank()) {
            noise.accept(line);
        }
    }

    private static String checksum(String line, int end) {
        return end < 0 ? "" : checksum(line.substring(0, end));
    }

    private static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(utf8(text));
        return HEX.toHexDigits((int) crc.getValue());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
