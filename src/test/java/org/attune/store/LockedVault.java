package org.attune.store;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/**
 * A program that opens a vault, uses it, locks it, and writes its memory down: before and after.
 */
final class LockedVault {
    private LockedVault() {}

    public static void main(String[] args) throws IOException {
        Path temp = Path.of(args[1]);
        Vault vault = Desk.open(Path.of(args[0]));
        use(vault);
        dump(temp.resolve("open.hprof"));
        vault.door().lock();
        dump(temp.resolve("locked.hprof"));
        System.out.println(vault.door().isLocked());
    }

    private static void use(Vault vault) {
        vault.consents().append(Desk.given(Desk.ANNA, null));
        Desk.recordCouple(vault, "s-1", Desk.SETTINGS, 20);
        if (!vault.verify().sound() || vault.archive().sessions().size() != 1) {
            throw new IllegalStateException("the vault is not as it should be");
        }
    }

    private static void dump(Path file) throws IOException {
        // The ciphers' own copies are garbage by then; this is when they are overwritten.
        System.gc();
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpHeap(file.toString(), false);
    }
}
