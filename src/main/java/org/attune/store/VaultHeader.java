package org.attune.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The small file that lets a passphrase, or a recovery code, open the vault.
 *
 * <p>Form 2: magic, vault id, number of slots, the slots, and an HMAC over all of it under a key
 * derived from the vault key, so that nothing can be changed, added or taken out unnoticed. Form 3
 * has besides a slot that the keyring of the system opens, and is there only as long as that slot
 * is. Form 1, of older vaults: magic, id, one slot for the passphrase. Form 1 opens as it did and
 * is replaced when next something changes; a slot of form 1 does not open in the others.
 *
 * <p>Whatever is wrong is refused in the same words: a wrong secret, a damaged header, a cheaper
 * derivation, a missing slot. Immutable; any thread.
 */
final class VaultHeader {
    private static final byte[] MAGIC_1 = "ATTUNEV1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] MAGIC_2 = "ATTUNEV2".getBytes(StandardCharsets.US_ASCII);
    private static final String MAC_PURPOSE = "header";
    private static final int ID_BYTES = 16;
    private static final int MAC_BYTES = 32;
    private static final int BYTES_1 = MAGIC_1.length + ID_BYTES + KeySlot.BYTES;
    private static final int BYTES_2 = MAGIC_2.length + ID_BYTES + 1 + MAC_BYTES;
    private static final byte[] MAGIC_3 = "ATTUNEV3".getBytes(StandardCharsets.US_ASCII);

    /** What a slot opens by. */
    enum Secret {
        PASSPHRASE,
        RECOVERY_CODE
    }

    private final int form;
    private final byte[] vaultId;
    private final KeySlot passphrase;
    private final @Nullable KeySlot recovery;
    private final @Nullable KeyringSlot keyring;
    private final byte[] mac;

    private VaultHeader(
            int form,
            byte[] vaultId,
            KeySlot passphrase,
            @Nullable KeySlot recovery,
            @Nullable KeyringSlot keyring,
            byte[] mac) {
        this.form = form;
        this.vaultId = vaultId;
        this.passphrase = passphrase;
        this.recovery = recovery;
        this.keyring = keyring;
        this.mac = mac;
    }

    /** A header for {@code vaultKey}, without a recovery code; a new salt each time. */
    static VaultHeader seal(
            byte[] vaultId, byte[] vaultKey, char[] passphrase, VaultSettings cost) {
        KeySlot slot =
                KeySlot.seal(place(2, vaultId, Secret.PASSPHRASE), vaultKey, passphrase, cost);
        return sealed(vaultId, macKey(vaultKey), slot, null, null);
    }

    /**
     * @param macKey overwritten before this returns
     */
    private static VaultHeader sealed(
            byte[] vaultId,
            byte[] macKey,
            KeySlot passphrase,
            @Nullable KeySlot recovery,
            @Nullable KeyringSlot keyring) {
        byte[] body = body(vaultId, passphrase, recovery, keyring).toBytes();
        byte[] mac = Seal.hmac(macKey, body);
        Arrays.fill(macKey, (byte) 0);
        return new VaultHeader(
                keyring == null ? 2 : 3, vaultId, passphrase, recovery, keyring, mac);
    }

    /**
     * Reads a header of any form.
     *
     * @throws VaultException when it is none; in the same words as for a wrong passphrase
     */
    static VaultHeader parse(byte[] bytes) {
        try {
            ByteReader in = new ByteReader(bytes);
            byte[] magic = in.raw(MAGIC_1.length);
            if (Arrays.equals(magic, MAGIC_1) && bytes.length == BYTES_1) {
                return new VaultHeader(
                        1, in.raw(ID_BYTES), KeySlot.read(in), null, null, new byte[MAC_BYTES]);
            }
            int form = Arrays.equals(magic, MAGIC_2) ? 2 : Arrays.equals(magic, MAGIC_3) ? 3 : 0;
            byte[] id = in.raw(ID_BYTES);
            int slots = in.u8();
            int more = form == 3 ? KeyringSlot.BYTES : 0;
            if (form == 0
                    || slots < 1
                    || slots > 2
                    || bytes.length != BYTES_2 + slots * KeySlot.BYTES + more) {
                throw refused(Secret.PASSPHRASE);
            }
            KeySlot passphrase = KeySlot.read(in);
            @Nullable KeySlot recovery = slots == 2 ? KeySlot.read(in) : null;
            @Nullable KeyringSlot keyring = form == 3 ? KeyringSlot.read(in) : null;
            return new VaultHeader(form, id, passphrase, recovery, keyring, in.raw(MAC_BYTES));
        } catch (IllegalArgumentException beyondTheLimits) {
            throw refused(Secret.PASSPHRASE);
        } catch (VaultException tooShort) {
            throw refused(Secret.PASSPHRASE);
        }
    }

    byte[] toBytes() {
        return form == 1
                ? passphrase.write(new ByteWriter().raw(MAGIC_1).raw(vaultId)).toBytes()
                : body(vaultId, passphrase, recovery, keyring).raw(mac).toBytes();
    }

    String id() {
        return HexFormat.of().formatHex(vaultId);
    }

    /** Which form it has. */
    int form() {
        return form;
    }

    /** Whether a recovery code was made. Only certain once the header was opened. */
    boolean hasRecoveryCode() {
        return recovery != null;
    }

    /** Whether the keyring of the system opens it. Only certain once the header was opened. */
    boolean hasKeyring() {
        return keyring != null;
    }

    /** The vault key by what the keyring keeps; empty when that does not open this header. */
    Optional<byte[]> unlockByKeyring(byte[] fromKeyring) {
        return Optional.ofNullable(keyring)
                .flatMap(slot -> slot.open(keyringPlace(vaultId), fromKeyring))
                .filter(this::isWhole);
    }

    /** A header that the keyring opens, too, by {@code forKeyring} and nothing else. */
    VaultHeader withKeyring(char[] known, byte[] forKeyring) {
        byte[] vaultKey = unlock(Secret.PASSPHRASE, known);
        KeyringSlot slot = KeyringSlot.seal(keyringPlace(vaultId), vaultKey, forKeyring);
        VaultHeader header =
                sealed(vaultId, macKey(vaultKey), inForm2(vaultKey, known), recovery, slot);
        Arrays.fill(vaultKey, (byte) 0);
        return header;
    }

    /**
     * A header that no keyring opens; this one, where none does.
     *
     * @param keys of the vault it belongs to
     */
    VaultHeader withoutKeyring(KeyRing keys) {
        return keyring == null
                ? this
                : sealed(vaultId, keys.deriveFor(MAC_PURPOSE), passphrase, recovery, null);
    }

    /**
     * The vault key.
     *
     * @throws VaultException when the secret is wrong or the header damaged: not told apart
     */
    byte[] unlock(Secret kind, char[] secret) {
        KeySlot slot = kind == Secret.PASSPHRASE ? passphrase : recovery;
        byte[] vaultKey =
                Optional.ofNullable(slot)
                        .flatMap(s -> s.open(place(form, vaultId, kind), secret))
                        .orElseThrow(() -> refused(kind));
        if (form > 1 && !isWhole(vaultKey)) {
            throw refused(kind);
        }
        return vaultKey;
    }

    /** Whether nothing of it was changed; overwrites the key if it was. */
    private boolean isWhole(byte[] vaultKey) {
        byte[] macKey = macKey(vaultKey);
        byte[] body = body(vaultId, passphrase, recovery, keyring).toBytes();
        boolean whole = MessageDigest.isEqual(Seal.hmac(macKey, body), mac);
        Arrays.fill(macKey, (byte) 0);
        if (!whole) {
            Arrays.fill(vaultKey, (byte) 0);
        }
        return whole;
    }

    /**
     * A header that opens the same vault with another passphrase, and by no keyring any more;
     * {@code known} opens this one.
     */
    VaultHeader withPassphrase(Secret kind, char[] known, char[] fresh, VaultSettings cost) {
        byte[] vaultKey = unlock(kind, known);
        KeySlot slot = KeySlot.seal(place(2, vaultId, Secret.PASSPHRASE), vaultKey, fresh, cost);
        VaultHeader header = sealed(vaultId, macKey(vaultKey), slot, recovery, null);
        Arrays.fill(vaultKey, (byte) 0);
        return header;
    }

    /** A header that opens by this recovery code too, and by no other. */
    VaultHeader withRecoveryCode(char[] known, char[] code, VaultSettings cost) {
        byte[] vaultKey = unlock(Secret.PASSPHRASE, known);
        KeySlot slot = KeySlot.seal(place(2, vaultId, Secret.RECOVERY_CODE), vaultKey, code, cost);
        VaultHeader header =
                sealed(vaultId, macKey(vaultKey), inForm2(vaultKey, known), slot, keyring);
        Arrays.fill(vaultKey, (byte) 0);
        return header;
    }

    /** A header that opens by the passphrase alone. */
    VaultHeader withoutRecoveryCode(char[] known) {
        byte[] vaultKey = unlock(Secret.PASSPHRASE, known);
        VaultHeader header =
                sealed(vaultId, macKey(vaultKey), inForm2(vaultKey, known), null, keyring);
        Arrays.fill(vaultKey, (byte) 0);
        return header;
    }

    private KeySlot inForm2(byte[] vaultKey, char[] known) {
        return form > 1
                ? passphrase
                : KeySlot.seal(
                        place(2, vaultId, Secret.PASSPHRASE), vaultKey, known, passphrase.cost());
    }

    /**
     * What binds a slot to its header, form and kind; form 1 knew one kind only. Forms 2 and 3
     * share theirs, so that one becomes the other without the recovery code, which nobody has at
     * hand.
     */
    private static byte[] place(int form, byte[] vaultId, Secret kind) {
        return form == 1
                ? new ByteWriter().raw(MAGIC_1).raw(vaultId).toBytes()
                : new ByteWriter().raw(MAGIC_2).raw(vaultId).name(kind).toBytes();
    }

    private static byte[] keyringPlace(byte[] vaultId) {
        return new ByteWriter().raw(MAGIC_3).raw(vaultId).text("keyring").toBytes();
    }

    private static ByteWriter body(
            byte[] vaultId,
            KeySlot passphrase,
            @Nullable KeySlot recovery,
            @Nullable KeyringSlot keyring) {
        ByteWriter out =
                new ByteWriter()
                        .raw(keyring == null ? MAGIC_2 : MAGIC_3)
                        .raw(vaultId)
                        .u8(recovery == null ? 1 : 2);
        passphrase.write(out);
        if (recovery != null) {
            recovery.write(out);
        }
        return keyring == null ? out : keyring.write(out);
    }

    private static byte[] macKey(byte[] vaultKey) {
        return Seal.derive(vaultKey, new ByteWriter().text(MAC_PURPOSE).toBytes());
    }

    private static VaultException refused(Secret kind) {
        return new VaultException(
                (kind == Secret.PASSPHRASE ? "the passphrase" : "the recovery code")
                        + " is wrong, or the vault's header is damaged: try again, or restore the"
                        + " vault from a backup");
    }
}
