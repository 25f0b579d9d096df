package org.attune.app;

import org.attune.store.Door;
import org.attune.store.IdleLock;
import org.attune.ui.desk.DeskLock;

/** The door of an open vault as the lock of the desk before it. Any thread. */
final class VaultDeskLock implements DeskLock {
    private final Door door;
    private final IdleLock idle;

    VaultDeskLock(Door door, IdleLock idle) {
        this.door = door;
        this.idle = idle;
    }

    @Override
    public boolean isLocked() {
        return door.isLocked();
    }

    @Override
    public void touch() {
        idle.touch();
    }

    @Override
    public void lock() {
        door.lock();
    }

    @Override
    public void unlock(char[] passphrase) {
        idle.touch(); // Else the watch might lock again what was opened just now.
        door.unlock(passphrase);
        idle.touch();
    }
}
