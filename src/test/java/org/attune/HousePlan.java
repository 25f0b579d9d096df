package org.attune;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The packages of the house and who may import whom. The base is a parameter, so that the rules can
 * be tried on a second, deliberately broken house.
 *
 * @param base the root package
 */
record HousePlan(String base) {
    static final String ROOT = "";
    static final String ELSEWHERE = "elsewhere";
    static final String APP = "app";

    /** The spine: each imports only packages before it. */
    static final List<String> CORE =
            List.of(
                    "time",
                    "session",
                    "consent",
                    "sensor",
                    "beat",
                    "hrv",
                    "regulation",
                    "signal",
                    "pipeline",
                    "review",
                    "review.dyad",
                    "review.trend");

    static final Set<String> EDGES =
            Set.of(
                    "sensor.ble",
                    "sensor.serial",
                    "sensor.replay",
                    "live",
                    "store",
                    "keyring",
                    "export",
                    "evaluate",
                    "ui",
                    "config");

    /** Edges with threads of their own or with callbacks of strangers: a failure ends there. */
    static final Set<String> MAY_CATCH_ALL =
            Set.of("live", "store", "sensor.ble", "sensor.serial", "sensor.replay");

    /** Where each third party, and each part of the JDK that needs a keeper, is at home. */
    static final Map<String, Set<String>> HOMES =
            Map.ofEntries(
                    Map.entry("tinyb", Set.of("sensor.ble")),
                    Map.entry("org.freedesktop.dbus", Set.of("sensor.ble", "keyring")),
                    Map.entry("org.bluez", Set.of("sensor.ble")),
                    Map.entry("com.github.hypfvieh", Set.of("sensor.ble")),
                    Map.entry("com.fazecast.jSerialComm", Set.of("sensor.serial")),
                    Map.entry("org.sqlite", Set.of("store")),
                    Map.entry("java.sql", Set.of("store")),
                    Map.entry("javax.sql", Set.of("store")),
                    Map.entry("org.bouncycastle", Set.of("store")),
                    Map.entry("javax.crypto", Set.of("store", "export", "keyring")),
                    Map.entry("com.exceptionfactory.jagged", Set.of("store", "export")),
                    Map.entry("javax.swing", Set.of("ui")),
                    Map.entry("com.formdev.flatlaf", Set.of("ui")),
                    Map.entry("org.jfree", Set.of("ui", "export", "evaluate")),
                    Map.entry("java.awt", Set.of("ui", "export", "evaluate")),
                    Map.entry("java.beans", Set.of("ui")),
                    Map.entry("javax.accessibility", Set.of("ui")),
                    Map.entry("javax.imageio", Set.of("ui", "export", "evaluate")),
                    Map.entry("javax.print", Set.of("ui", "export")),
                    Map.entry("org.apache.pdfbox", Set.of("export")),
                    Map.entry("org.tomlj", Set.of("config")),
                    Map.entry("picocli", Set.of(APP)),
                    Map.entry("com.fasterxml.jackson", Set.of(APP, "export")));

    /** The package of the plan that {@code packageName} belongs to, or {@link #ELSEWHERE}. */
    String homeOf(String packageName) {
        if (packageName.equals(base)) {
            return ROOT;
        }
        if (!packageName.startsWith(base + ".")) {
            return ELSEWHERE;
        }
        String name = packageName.substring(base.length() + 1);
        if (CORE.contains(name)) {
            return name;
        }
        for (String edge : EDGES) {
            if (isIn(edge, name)) {
                return edge;
            }
        }
        return isIn(APP, name) ? APP : "not on the plan: " + name;
    }

    boolean isKnown(String home) {
        return home.equals(ROOT) || home.equals(APP) || CORE.contains(home) || EDGES.contains(home);
    }

    /** Whether {@code name} is the package {@code parent} or lies below it. */
    static boolean isIn(String parent, String name) {
        return name.equals(parent) || name.startsWith(parent + ".");
    }
}
