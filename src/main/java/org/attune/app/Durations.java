package org.attune.app;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads durations as people write them: {@code 90s}, {@code 10m}, {@code 1h30m}, {@code 45}. */
final class Durations implements ITypeConverter<Duration> {
    private static final Pattern FORM =
            Pattern.compile("(?:(\\d+)h)?(?:(\\d+)m)?(?:(\\d+(?:\\.\\d+)?)s?)?");

    @Override
    public Duration convert(String text) {
        Matcher matcher = FORM.matcher(text.toLowerCase(Locale.ROOT));
        if (text.isEmpty() || !matcher.matches()) {
            throw new TypeConversionException(
                    "a duration is written like 90s, 10m or 1h30m: '" + text + "'");
        }
        double seconds =
                3600 * number(matcher.group(1))
                        + 60 * number(matcher.group(2))
                        + number(matcher.group(3));
        if (!(seconds > 0) || seconds > 31 * 86_400.0) {
            throw new TypeConversionException(
                    "a duration must be above 0 and at most 31 days: '" + text + "'");
        }
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }

    private static double number(String digits) {
        return digits == null ? 0 : Double.parseDouble(digits);
    }
}
