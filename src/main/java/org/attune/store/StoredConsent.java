package org.attune.store;

import org.attune.consent.ConsentEntry;

/**
 * A consent entry with its place in the person's chain of hashes.
 *
 * @param seq its place, from 0
 * @param entry what it says
 * @param previousHash SHA-256 of the chain before it, as 64 hexadecimal digits
 * @param hash SHA-256 of {@code previousHash}, {@code seq} and the entry's sealed bytes
 * @param signature the vault's Ed25519 signature of {@code hash}, in hexadecimal; empty for an
 *     entry in short, which has none
 */
public record StoredConsent(
        long seq, ConsentEntry entry, String previousHash, String hash, String signature) {}
