package org.attune.app;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.attune.session.ClientFlag;

/** Flags as they are written on the command line. */
final class ClientFlags {
    /** For the help: every name there is. */
    static final String NAMES =
            "beta-blocker, irregular-rhythm, pacemaker, heart-transplant, pregnancy";

    private ClientFlags() {}

    static Set<ClientFlag> parse(List<String> names) {
        Set<ClientFlag> flags = EnumSet.noneOf(ClientFlag.class);
        names.forEach(name -> flags.add(parse(name)));
        return flags;
    }

    static ClientFlag parse(String name) {
        return ClientFlag.ofCode(name.strip().toLowerCase(Locale.ROOT))
                .orElseThrow(
                        () ->
                                new UsageException(
                                        "no such flag: '"
                                                + name
                                                + "'; there are "
                                                + text(Arrays.asList(ClientFlag.values()))));
    }

    /** The flags' names, or "none". */
    static String text(Iterable<ClientFlag> flags) {
        StringBuilder text = new StringBuilder();
        flags.forEach(flag -> text.append(text.isEmpty() ? "" : ", ").append(flag.code()));
        return text.isEmpty() ? "none" : text.toString();
    }

    static List<String> codes(Set<ClientFlag> flags) {
        return flags.stream().map(ClientFlag::code).collect(Collectors.toList());
    }
}
