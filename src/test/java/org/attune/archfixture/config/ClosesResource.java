package org.attune.archfixture.config;

import java.io.IOException;
import java.io.StringReader;

/** Keeps no-catch-all: closing a resource compiles to a catch that nobody wrote. */
final class ClosesResource {
    int first(String text) throws IOException {
        try (StringReader reader = new StringReader(text)) {
            if (text.isEmpty()) {
                return -1;
            }
            return reader.read();
        }
    }
}
