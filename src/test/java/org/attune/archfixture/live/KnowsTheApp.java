package org.attune.archfixture.live;

import org.attune.archfixture.app.Door;

/** Breaks app-on-top. */
record KnowsTheApp(Door door) {}
