package org.attune.archfixture.config;

import java.util.function.Supplier;

/** Breaks no-catch-all, inside a lambda. */
final class CatchesThrowable {
    Supplier<String> guarded(Runnable work) {
        return () -> {
            try {
                work.run();
                return "";
            } catch (Throwable e) {
                return e.toString();
            }
        };
    }
}
