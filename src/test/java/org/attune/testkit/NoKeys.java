package org.attune.testkit;

import java.io.InputStream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Nobody types while a command runs within the test's own process: its standard input is the way by
 * which the test runner speaks to it, and its letters would be taken for keys.
 */
public final class NoKeys implements BeforeEachCallback, AfterEachCallback {
    private InputStream before = InputStream.nullInputStream();

    @Override
    public void beforeEach(ExtensionContext context) {
        before = System.in;
        System.setIn(InputStream.nullInputStream());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        System.setIn(before);
    }
}
