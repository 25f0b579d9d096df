package org.attune.ui.desk;

/**
 * The lock of what the desk shows. {@link #isLocked} and {@link #touch} may be asked for at any
 * moment, from any thread, and return at once; the others may take a second.
 */
public interface DeskLock {
    /** Whether it is locked: nothing can be asked for until it is unlocked. */
    boolean isLocked();

    /** Somebody is there, so that it is not locked for being idle. */
    void touch();

    /** Locks it now. What is being recorded goes on. */
    void lock();

    /**
     * Unlocks it.
     *
     * @param passphrase overwritten before this returns
     * @throws org.attune.AttuneException when it is wrong, with the line to show
     */
    void unlock(char[] passphrase);
}
