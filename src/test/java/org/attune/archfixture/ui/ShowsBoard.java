package org.attune.archfixture.ui;

import org.attune.archfixture.live.Board;

/** Keeps edges-apart: the screen may know the running session. */
record ShowsBoard(Board board) {}
