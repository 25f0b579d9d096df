package org.attune.export;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.attune.time.SessionTime;

/**
 * JSON that came from elsewhere: every member is there and of its kind, or the file is refused.
 * Immutable; any thread.
 */
final class ForeignJson {
    private final JsonNode node;

    private ForeignJson(JsonNode node) {
        this.node = node;
    }

    private static JsonMapper mapper() {
        return JsonMapper.builder()
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /**
     * @throws ForeignFileException when it is no JSON
     */
    static ForeignJson of(byte[] bytes) {
        try {
            return new ForeignJson(mapper().readTree(bytes));
        } catch (JsonProcessingException e) {
            // Without its words: they quote what stands in the file.
            throw refused("it is no whole JSON");
        } catch (IOException e) {
            throw refused("it cannot be read");
        }
    }

    static ForeignFileException refused(String why) {
        return new ForeignFileException(
                "the file is spoilt or of another program (" + why + "): ask for it again");
    }

    private JsonNode member(String name) {
        JsonNode member = node.get(name);
        if (member == null) {
            throw refused("without " + name);
        }
        return member;
    }

    /** A text of whole characters: half of a pair could not be written again. */
    String text(String name) {
        JsonNode member = member(name);
        if (!member.isTextual()
                || !StandardCharsets.UTF_8.newEncoder().canEncode(member.textValue())) {
            throw refused(name + " is no text");
        }
        return member.textValue();
    }

    /** A text that is one of a few letters and signs, such as a name among programs. */
    String text(String name, String pattern) {
        String text = text(name);
        if (!text.matches(pattern)) {
            throw refused(name + " is none");
        }
        return text;
    }

    long number(String name) {
        JsonNode member = member(name);
        if (!member.isIntegralNumber() || !member.canConvertToLong()) {
            throw refused(name + " is no whole number");
        }
        return member.longValue();
    }

    /** Session time in nanoseconds. */
    SessionTime time(String name) {
        long nanos = number(name);
        if (nanos < 0) {
            throw refused(name + " lies before the session");
        }
        return new SessionTime(nanos);
    }

    boolean flag(String name) {
        JsonNode member = member(name);
        if (!member.isBoolean()) {
            throw refused(name + " is neither true nor false");
        }
        return member.booleanValue();
    }

    Instant instant(String name) {
        try {
            return Instant.parse(text(name));
        } catch (DateTimeException e) {
            throw refused(name + " is no time");
        }
    }

    /** Empty where it says that there is none. */
    Optional<Instant> optionalInstant(String name) {
        return member(name).isNull() ? Optional.empty() : Optional.of(instant(name));
    }

    /** Empty where it says that there is none. */
    Optional<String> optionalText(String name, String pattern) {
        return member(name).isNull() ? Optional.empty() : Optional.of(text(name, pattern));
    }

    ForeignJson inner(String name) {
        return new ForeignJson(member(name));
    }

    List<ForeignJson> list(String name, int most) {
        JsonNode member = member(name);
        if (!member.isArray() || member.size() > most) {
            throw refused(name + " is no list, or too long");
        }
        List<ForeignJson> list = new ArrayList<>();
        member.forEach(each -> list.add(new ForeignJson(each)));
        return list;
    }

    /** Refuses any other form than the one that is known. */
    void require(String form) {
        String found = text("form");
        if (!found.equals(form)) {
            boolean newer = found.startsWith(form.substring(0, form.indexOf('/') + 1));
            throw newer
                    ? new ForeignFileException(
                            "the file was made by a newer Attune: update this one")
                    : refused("it is no " + form);
        }
    }
}
