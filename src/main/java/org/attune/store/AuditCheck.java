package org.attune.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks whether the audit is whole: every entry opens, follows the one before, and what was signed
 * or given out is what stands there. Confined to the calling thread.
 */
final class AuditCheck {
    private final AuditChain chain;
    private final AuditSigner signer;
    private final AuditClock clock;
    private final List<String> damages = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<Long, Bytes> hashes = new HashMap<>();
    private long last;

    AuditCheck(KeyRing keys) {
        this.chain = new AuditChain(keys);
        this.signer = new AuditSigner(keys);
        this.clock = new AuditClock(keys);
    }

    List<String> damages() {
        return damages;
    }

    List<String> notes() {
        return notes;
    }

    /**
     * @param receipts heads that were given out earlier
     */
    void run(Connection connection, List<AuditHead> receipts) throws SQLException {
        byte[] expected = chain.origin();
        hashes.put(0L, new Bytes(expected));
        for (AuditTable.Row row : AuditTable.rows(connection)) {
            boolean follows = row.seq() == last + 1;
            if (!follows) {
                damage("entries are missing before entry " + row.seq());
            }
            check(row, expected, follows);
            expected = chain.hashOf(row.seq(), row.sealed().value());
            hashes.put(row.seq(), new Bytes(expected));
            last = row.seq();
        }
        Optional<AuditTable.Signed> signed = AuditTable.signed(connection);
        signed.ifPresent(this::checkSigned);
        if (signed.isEmpty() && chain.closedAt(AuditTable.rows(connection)).isPresent()) {
            damage("its signed head is missing");
        }
        checkClock(connection, expected);
        receipts.forEach(this::checkReceipt);
    }

    private void damage(String what) {
        damages.add("audit: " + what);
    }

    private void check(AuditTable.Row row, byte[] expected, boolean follows) {
        Optional<AuditChain.Link> link = chain.open(row.seq(), row.sealed().value());
        if (link.isEmpty()) {
            damage("entry " + row.seq() + " is damaged or altered");
            return;
        }
        AuditEntry entry = link.get().entry();
        if (follows && !link.get().previous().equals(new Bytes(expected))) {
            damage("entry " + row.seq() + " does not follow the one before it");
        }
        switch (entry.kind()) {
            case SHORTENED ->
                    damage(
                            "when the vault was opened at entry "
                                    + row.seq()
                                    + ", the audit was not as it had been left");
            case MISSED ->
                    notes.add(
                            "audit: "
                                    + entry.fact("entries")
                                    + " entries could not be written before entry "
                                    + row.seq());
            default -> {}
        }
    }

    /** What is kept of the clock is of the newest entry, or there is none. */
    private void checkClock(Connection connection, byte[] newest) throws SQLException {
        if (AuditTable.clock(connection).isPresent() && clock.read(connection, newest).isEmpty()) {
            damage("what it keeps of the clock is damaged or of another entry");
        }
    }

    private void checkSigned(AuditTable.Signed signed) {
        Bytes there = hashes.get(signed.seq());
        AuditHead right = signer.head(signed.seq(), signed.hash().value());
        boolean genuine =
                new Bytes(Base64.getDecoder().decode(right.signature())).equals(signed.signature());
        if (!genuine) {
            damage("its signed head is damaged or altered");
        } else if (there == null || !there.equals(signed.hash())) {
            damage("it is not as it was signed at entry " + signed.seq());
        }
    }

    private void checkReceipt(AuditHead receipt) {
        boolean ours =
                receipt.publicKey().equals(signer.head(0, chain.origin()).publicKey())
                        && receipt.isSigned();
        if (!ours) {
            damage("the receipt's head was not signed by this vault");
            return;
        }
        Bytes there = hashes.get(receipt.seq());
        if (there == null) {
            damage(
                    "it ends at entry "
                            + last
                            + ", but the receipt is of entry "
                            + receipt.seq()
                            + ": entries were cut off, or an older copy was put back");
        } else if (!there.equals(new Bytes(HexFormat.of().parseHex(receipt.hash())))) {
            damage("entries up to " + receipt.seq() + " are not those the receipt was made of");
        }
    }
}
