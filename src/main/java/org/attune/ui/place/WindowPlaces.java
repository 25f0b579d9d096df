package org.attune.ui.place;

import java.awt.Rectangle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where windows stood when they were closed, in a small file of geometry: a window's name and four
 * numbers a line, and nothing else. What cannot be read or written is forgotten: no session may
 * fail for the sake of a window's place. Confined to one thread.
 */
public final class WindowPlaces {
    /** Of a window at least so much must be seen for it to be found and dragged; pixels. */
    private static final int LEAST_SEEN = 120;

    private static final int MOST_BYTES = 4096;
    private static final Pattern LINE =
            Pattern.compile("([a-z]+) (-?\\d{1,6}) (-?\\d{1,6}) (\\d{1,6}) (\\d{1,6})");

    private final Optional<Path> file;
    private final Map<String, Rectangle> places = new TreeMap<>();

    private WindowPlaces(Optional<Path> file) {
        this.file = file;
        file.ifPresent(this::read);
    }

    /** Remembers nothing. */
    public static WindowPlaces none() {
        return new WindowPlaces(Optional.empty());
    }

    /** Those kept in {@code file}, which need not exist. */
    public static WindowPlaces in(Path file) {
        return new WindowPlaces(Optional.of(file));
    }

    private void read(Path from) {
        try {
            if (Files.isRegularFile(from) && Files.size(from) <= MOST_BYTES) {
                for (String line : Files.readString(from, StandardCharsets.UTF_8).split("\n")) {
                    Matcher parts = LINE.matcher(line.strip());
                    if (parts.matches()) {
                        places.put(parts.group(1), rectangle(parts));
                    }
                }
            }
        } catch (IOException e) {
            // Unreadable or no text: the window opens where it would the first time.
            places.clear();
        }
    }

    private static Rectangle rectangle(Matcher parts) {
        return new Rectangle(
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)),
                Integer.parseInt(parts.group(4)),
                Integer.parseInt(parts.group(5)));
    }

    /**
     * Where {@code window} stood, if enough of it would be seen there on {@code screens}; cut to
     * the screen that shows most of it.
     */
    public Optional<Rectangle> of(String window, List<Rectangle> screens) {
        return Optional.ofNullable(places.get(window)).flatMap(place -> onScreen(place, screens));
    }

    private static Optional<Rectangle> onScreen(Rectangle place, List<Rectangle> screens) {
        Rectangle best = new Rectangle();
        Rectangle on = new Rectangle();
        for (Rectangle screen : screens) {
            Rectangle seen = screen.intersection(place);
            if (!seen.isEmpty() && seen.width * seen.height > best.width * best.height) {
                best = seen;
                on = screen;
            }
        }
        if (best.width < LEAST_SEEN || best.height < LEAST_SEEN) {
            return Optional.empty();
        }
        int width = Math.min(place.width, on.width);
        int height = Math.min(place.height, on.height);
        return Optional.of(
                new Rectangle(
                        Math.max(on.x, Math.min(place.x, on.x + on.width - width)),
                        Math.max(on.y, Math.min(place.y, on.y + on.height - height)),
                        width,
                        height));
    }

    /** Keeps where {@code window} stands. */
    public void remember(String window, Rectangle place) {
        if (file.isEmpty() || place.equals(places.get(window))) {
            return;
        }
        places.put(window, new Rectangle(place));
        StringBuilder text = new StringBuilder();
        places.forEach(
                (name, r) ->
                        text.append(name)
                                .append(' ')
                                .append(r.x)
                                .append(' ')
                                .append(r.y)
                                .append(' ')
                                .append(r.width)
                                .append(' ')
                                .append(r.height)
                                .append('\n'));
        try {
            Path to = file.get().toAbsolutePath();
            Path folder = to.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(to, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            // No place to write: next time the window opens where it would the first time.
            places.remove(window);
        }
    }
}
