package org.attune.export;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Collects the files of an export, by name, in memory: formats never see the file system. A session
 * of an hour makes a few megabytes at most. Confined to one thread.
 */
public final class ExportTarget {
    private static final Pattern PATH =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*");
    private static final int MOST_PATH = 200;

    private final TreeMap<String, byte[]> files = new TreeMap<>();

    /**
     * Adds a file.
     *
     * @param path relative, parts joined by {@code /}, each of letters, digits, dots, dashes and
     *     underscores, none beginning with a dot
     * @param bytes taken over: must not be changed afterwards
     */
    public void add(String path, byte[] bytes) {
        if (path.length() > MOST_PATH || !PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("not a plain relative path: path=" + path);
        }
        if (files.putIfAbsent(path, bytes) != null) {
            throw new IllegalArgumentException("a file is written once: path=" + path);
        }
    }

    /** Adds a file of text, UTF-8 without a byte order mark; lines end as they are given. */
    public void add(String path, CharSequence text) {
        add(path, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The files by path, sorted by the code points of their paths. */
    public SortedMap<String, byte[]> files() {
        return Collections.unmodifiableSortedMap(files);
    }

    /** The bytes of the file of that path. */
    public byte[] file(String path) {
        byte[] bytes = files.get(path);
        if (bytes == null) {
            throw new IllegalArgumentException("no such file: path=" + path);
        }
        return Arrays.copyOf(bytes, bytes.length);
    }
}
