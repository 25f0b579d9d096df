package org.attune.export;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads EDF+ as far as tests need it, and believes nothing. */
final class EdfReader {
    /** An annotation; times in nanoseconds from the first record. */
    record Annotation(long onsetNanos, long durationNanos, String text) {}

    final String patient;
    final String recording;
    final String start;
    final String kind;
    final int records;
    final List<String> labels = new ArrayList<>();
    final List<double[]> samples = new ArrayList<>();
    final List<Annotation> annotations = new ArrayList<>();

    /** Offset of the first record from the second in the header. */
    final long fractionNanos;

    private final ByteBuffer in;
    private int at;

    EdfReader(byte[] bytes) {
        in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        require(field(8).equals("0"), "version");
        patient = field(80);
        recording = field(80);
        start = field(8) + " " + field(8);
        int headerBytes = number(8);
        kind = field(44);
        records = number(8);
        require(number(8) == 1, "records of a second");
        int signals = number(4);
        require(headerBytes == 256 * (signals + 1), "header bytes");
        for (int i = 0; i < signals; i++) {
            labels.add(field(16));
        }
        skip(80, signals);
        skip(8, signals);
        int[] physicalLeast = numbers(signals);
        int[] physicalMost = numbers(signals);
        int[] digitalLeast = numbers(signals);
        int[] digitalMost = numbers(signals);
        skip(80, signals);
        int[] count = numbers(signals);
        skip(32, signals);
        require(at == headerBytes, "header length");
        for (int signal = 0; signal < signals; signal++) {
            samples.add(new double[count[signal] * records]);
        }
        long first = 0;
        for (int record = 0; record < records; record++) {
            for (int signal = 0; signal < signals - 1; signal++) {
                for (int i = 0; i < count[signal]; i++, at += 2) {
                    double span = physicalMost[signal] - physicalLeast[signal];
                    double steps = digitalMost[signal] - digitalLeast[signal];
                    samples.get(signal)[record * count[signal] + i] =
                            physicalLeast[signal]
                                    + (in.getShort(at) - digitalLeast[signal]) * span / steps;
                }
            }
            long onset = block(count[signals - 1] * 2);
            first = record == 0 ? onset : first;
            require(onset == first + record * 1_000_000_000L, "records follow each other");
        }
        require(first >= 0 && first < 1_000_000_000, "first record within the header's second");
        require(at == bytes.length, "no byte more");
        fractionNanos = first;
    }

    private long block(int length) {
        int end = at + length;
        List<List<String>> tals = new ArrayList<>();
        while (at < end && in.get(at) != 0) {
            int from = at;
            while (in.get(at) != 0) {
                at++;
            }
            String tal = new String(in.array(), from, at - from, StandardCharsets.UTF_8);
            require(tal.endsWith("\u0014"), "a list ends with 20");
            tals.add(List.of(tal.split("\u0014", -1)));
            at++;
        }
        for (; at < end; at++) {
            require(in.get(at) == 0, "nothing after the last list");
        }
        require(tals.get(0).size() == 3 && tals.get(0).get(1).isEmpty(), "time-keeping list");
        for (List<String> tal : tals.subList(1, tals.size())) {
            require(tal.size() == 3, "one text a list");
            String[] times = tal.get(0).split("\u0015", -1);
            annotations.add(
                    new Annotation(
                            nanos(times[0]), times.length > 1 ? nanos(times[1]) : 0, tal.get(1)));
        }
        return nanos(tals.get(0).get(0));
    }

    private static long nanos(String seconds) {
        return new BigDecimal(seconds).movePointRight(9).longValueExact();
    }

    private String field(int width) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < width; i++) {
            byte sign = in.get(at++);
            require(sign >= 32 && sign < 127, "printable ASCII");
            text.append((char) sign);
        }
        return text.toString().stripTrailing();
    }

    private int number(int width) {
        return Integer.parseInt(field(width));
    }

    private int[] numbers(int signals) {
        int[] numbers = new int[signals];
        for (int i = 0; i < signals; i++) {
            numbers[i] = number(8);
        }
        return numbers;
    }

    private void skip(int width, int signals) {
        for (int i = 0; i < signals; i++) {
            field(width);
        }
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("not EDF+: " + what);
        }
    }
}
