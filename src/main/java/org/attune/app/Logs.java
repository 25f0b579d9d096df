package org.attune.app;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/**
 * What of the log reaches standard error: warnings, one line each, without stack traces. Under
 * {@code --debug} all of ours, with them.
 */
final class Logs {
    private static final String ONE_LINE = "%4$s: %5$s%n";
    private static final String WITH_TRACE = "%1$tT.%1$tL %4$s %3$s: %5$s%6$s%n";
    private static final Logger ROOT = Logger.getLogger("");
    private static final Logger OURS = Logger.getLogger("org.attune");

    /** The D-Bus library reports every lost connection as an error; we report it ourselves. */
    private static final Logger DBUS = Logger.getLogger("org.freedesktop.dbus");

    private Logs() {}

    static void quiet() {
        set(ONE_LINE, Level.WARNING, Level.WARNING, Level.OFF);
    }

    static void debug() {
        set(WITH_TRACE, Level.INFO, Level.ALL, Level.WARNING);
    }

    private static void set(String format, Level root, Level ours, Level dbus) {
        System.setProperty("java.util.logging.SimpleFormatter.format", format);
        LogManager.getLogManager().reset();
        Handler handler = new java.util.logging.ConsoleHandler();
        handler.setLevel(Level.ALL);
        ROOT.addHandler(handler);
        ROOT.setLevel(root);
        OURS.setLevel(ours);
        DBUS.setLevel(dbus);
    }
}
