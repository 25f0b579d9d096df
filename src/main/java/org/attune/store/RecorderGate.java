package org.attune.store;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What of a session may still be recorded, and how the recording stands: the only state the
 * pipeline, the screen and the recorder share. Any thread; no locks.
 */
final class RecorderGate {
    /** Whether a lane may be recorded. */
    enum Lane {
        OPEN,
        EXPIRED,
        /** Withdrawn; what was recorded before is kept. */
        KEPT,
        /** Withdrawn; what was recorded before is erased. */
        ERASED
    }

    private final AtomicReferenceArray<Lane> lanes;
    private final AtomicLong lost = new AtomicLong();
    private volatile boolean stopping;
    private volatile boolean closed;
    private volatile String delayed = "";
    private volatile String failed = "";
    private volatile String notErased = "";
    private volatile boolean held;
    private final AtomicInteger erased = new AtomicInteger();

    RecorderGate(int count) {
        lanes = new AtomicReferenceArray<>(count);
        for (int i = 0; i < count; i++) {
            lanes.set(i, Lane.OPEN);
        }
    }

    Lane lane(int index) {
        return lanes.get(index);
    }

    boolean accepts(int index) {
        return lanes.get(index) == Lane.OPEN && !stopping && failed.isEmpty();
    }

    void expire(int index) {
        lanes.compareAndSet(index, Lane.OPEN, Lane.EXPIRED);
    }

    /** Takes effect at once; the wish to erase prevails over an earlier one to keep. */
    void withdraw(int index, boolean erase) {
        if (erase) {
            lanes.set(index, Lane.ERASED);
        } else {
            lanes.compareAndSet(index, Lane.OPEN, Lane.KEPT);
            lanes.compareAndSet(index, Lane.EXPIRED, Lane.KEPT);
        }
    }

    /** What was to be erased is kept, since the law holds it. */
    void hold(int index) {
        held = true;
        lanes.compareAndSet(index, Lane.ERASED, Lane.KEPT);
    }

    /** What was to be erased of one more lane is gone. */
    void countErased() {
        erased.incrementAndGet();
    }

    void lose(long moments) {
        lost.addAndGet(moments);
    }

    long lost() {
        return lost.get();
    }

    /** Accepts nothing more. */
    void stop() {
        stopping = true;
    }

    boolean stopping() {
        return stopping;
    }

    void close() {
        closed = true;
    }

    void delay(String why) {
        delayed = why;
    }

    void fail(String why) {
        failed = why;
    }

    void cannotErase(String why) {
        notErased = why;
    }

    RecorderStatus status() {
        long missing = lost.get();
        if (!failed.isEmpty()) {
            return new RecorderStatus(RecorderStatus.Kind.FAILED, failed, missing);
        }
        if (!notErased.isEmpty()) {
            return new RecorderStatus(RecorderStatus.Kind.WITHDRAWN, notErased, missing);
        }
        if (!anyOpen()) {
            return ended(missing);
        }
        if (missing > 0) {
            String words = missing + " moments could not be recorded; the recording has a hole";
            return closed
                    ? new RecorderStatus(RecorderStatus.Kind.CLOSED, words, missing)
                    : new RecorderStatus(RecorderStatus.Kind.INCOMPLETE, words, missing);
        }
        if (closed) {
            return new RecorderStatus(RecorderStatus.Kind.CLOSED, "recorded", 0);
        }
        return delayed.isEmpty()
                ? new RecorderStatus(RecorderStatus.Kind.RECORDING, "recording, as agreed", 0)
                : new RecorderStatus(RecorderStatus.Kind.DELAYED, delayed, 0);
    }

    private boolean anyOpen() {
        for (int i = 0; i < lanes.length(); i++) {
            if (lanes.get(i) == Lane.OPEN) {
                return true;
            }
        }
        return false;
    }

    private RecorderStatus ended(long missing) {
        boolean allExpired = true;
        for (int i = 0; i < lanes.length(); i++) {
            allExpired &= lanes.get(i) == Lane.EXPIRED;
        }
        return allExpired
                ? new RecorderStatus(
                        RecorderStatus.Kind.EXPIRED,
                        "consent to record has run out; nothing more is written",
                        missing)
                : new RecorderStatus(
                        RecorderStatus.Kind.WITHDRAWN,
                        "consent was withdrawn; " + whatBecameOfIt(),
                        missing);
    }

    private String whatBecameOfIt() {
        if (held) {
            return "nothing more is written; what was recorded is kept under legal hold and no"
                    + " longer used";
        }
        return erased.get() == lanes.length()
                ? "what was recorded is deleted"
                : "nothing more is written";
    }
}
