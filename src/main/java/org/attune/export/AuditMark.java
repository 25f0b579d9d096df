package org.attune.export;

/**
 * Where the vault's audit stood when an export or a receipt was made: whoever holds it can tell
 * later whether entries up to it were changed or cut off.
 *
 * @param seq number of the newest entry
 * @param hash of the chain up to it, in hexadecimal
 * @param signature of the two, in Base64
 * @param publicKey that proves it, in Base64
 */
public record AuditMark(long seq, String hash, String signature, String publicKey) {}
