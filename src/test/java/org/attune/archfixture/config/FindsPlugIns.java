package org.attune.archfixture.config;

import java.util.ServiceLoader;

/** Breaks no-plug-ins. */
final class FindsPlugIns {
    ServiceLoader<Runnable> all() {
        return ServiceLoader.load(Runnable.class);
    }
}
