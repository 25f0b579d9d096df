package org.attune.archfixture.ui;

import java.sql.Connection;

/** Breaks one-home: databases live in the store. */
record ReadsTables(Connection connection) {}
