package org.attune.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.attune.consent.ConsentForm;
import org.jspecify.annotations.Nullable;

/**
 * Reads the forms by which consent is asked. A practice edits a copy of them in {@code consent/}
 * beside its settings file; that one is then used, and its text has another hash. Any thread; every
 * call reads afresh.
 */
public final class ConsentForms {
    /** The forms that travel with the program, as {@code ID.LANGUAGE}. */
    static final List<String> BUILT_IN =
            List.of("heartbeat.de", "heartbeat.en", "notes.de", "notes.en");

    private static final String FOLDER = "consent";
    private static final String ENDING = ".md";
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,39}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final int MOST_BYTES = 64 * 1024;

    private ConsentForms() {}

    /**
     * A form.
     *
     * @param file the user's own settings file, beside which forms of the practice lie; null for
     *     none
     * @param id which form, like {@code heartbeat}
     * @param language its language, like {@code en}
     * @throws ConfigException naming file and line when there is none or it cannot be used
     */
    public static ConsentForm load(@Nullable Path file, String id, String language) {
        boolean plain = NAME.matcher(id).matches() && LANGUAGE.matcher(language).matches();
        String name = id + "." + language;
        Path own =
                file == null || !plain ? null : file.resolveSibling(FOLDER).resolve(name + ENDING);
        ConsentForm form = null;
        if (own != null && Files.exists(own)) {
            form = FormText.parse(own.toString(), read(own));
        } else if (BUILT_IN.contains(name)) {
            form = FormText.parse("built-in form " + name, builtIn(name));
        }
        if (form == null) {
            throw new ConfigException(
                    "there is no consent form \""
                            + name
                            + "\": use one of "
                            + String.join(", ", BUILT_IN)
                            + ", or put yours into 'consent' beside your settings file");
        }
        if (!form.id().equals(id) || !form.language().equals(language)) {
            throw new ConfigException(
                    "the consent form "
                            + name
                            + " says it is "
                            + form.id()
                            + "."
                            + form.language()
                            + ": make its name and its first lines agree");
        }
        return form;
    }

    /**
     * A form again, from the text that was kept with a record.
     *
     * @throws ConfigException when it cannot be read
     */
    public static ConsentForm ofText(String text) {
        return FormText.parse("the form kept with the consent", text);
    }

    private static String builtIn(String name) {
        String resource = FOLDER + "/" + name + ENDING;
        try (InputStream in = ConsentForms.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new ConfigException(
                        "the built-in form " + name + " is missing: install the program again");
            }
            return decode(name, in.readAllBytes());
        } catch (IOException e) {
            throw new ConfigException(
                    "the built-in form " + name + " is unreadable: install the program again", e);
        }
    }

    private static String read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new ConfigException(file + " is larger than 64 KiB: shorten the form");
            }
            return decode(file.toString(), bytes);
        } catch (IOException e) {
            throw new ConfigException(
                    file + " cannot be read: check that it is a file and its permissions", e);
        }
    }

    private static String decode(String source, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new ConfigException(source + " is not UTF-8 text: save it as UTF-8", e);
        }
    }
}
