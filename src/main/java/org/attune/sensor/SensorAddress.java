package org.attune.sensor;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.attune.session.LaneId;

/**
 * A sensor as written on the command line: {@code [lane=]scheme:target[?key=value&…]}.
 *
 * @param lane whose sensor it is; {@code client} unless said
 * @param scheme {@code ble}, {@code ble+tinyb}, {@code serial}, {@code replay} or {@code sim}
 * @param target what the scheme opens; may be empty
 * @param options the part after {@code ?}
 */
public record SensorAddress(
        LaneId lane, String scheme, String target, Map<String, String> options) {
    private static final Pattern FORM =
            Pattern.compile("(?:([a-z]+(?:-[0-9]+)?)=)?([a-z][a-z0-9+]*):([^?]*)(?:\\?(.*))?");

    public SensorAddress {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /**
     * Reads the written form.
     *
     * @throws IllegalArgumentException when it is none; the message says what is expected
     */
    public static SensorAddress parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "a sensor is written [lane=]scheme:target, for instance"
                            + " ble:AA:BB:CC:DD:EE:FF or serial:/dev/ttyUSB0: "
                            + text);
        }
        String lane = matcher.group(1);
        String query = matcher.group(4);
        return new SensorAddress(
                lane == null ? LaneId.CLIENT : new LaneId(lane),
                matcher.group(2).toLowerCase(Locale.ROOT),
                matcher.group(3),
                query == null ? Map.of() : parseOptions(query));
    }

    private static Map<String, String> parseOptions(String query) {
        Map<String, String> options = new LinkedHashMap<>();
        for (String pair : query.split("&")) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            if (equals <= 0) {
                throw new IllegalArgumentException("an option is written key=value: " + pair);
            }
            if (options.put(pair.substring(0, equals), pair.substring(equals + 1)) != null) {
                throw new IllegalArgumentException("an option may be given once: " + pair);
            }
        }
        return options;
    }

    /** The value of an option, if given. */
    public Optional<String> option(String key) {
        return Optional.ofNullable(options.get(key));
    }

    /** The written form without the lane; what {@link SensorDescription#address} holds. */
    public String toText() {
        StringBuilder text = new StringBuilder(scheme).append(':').append(target);
        char separator = '?';
        for (Map.Entry<String, String> option : options.entrySet()) {
            text.append(separator).append(option.getKey()).append('=').append(option.getValue());
            separator = '&';
        }
        return text.toString();
    }
}
