package org.attune.store;

/**
 * What a sealed thing is and where it belongs, authenticated with it: a thing moved to another
 * place, client, session or vault no longer opens.
 *
 * @param kind what it is
 * @param vault the vault's id
 * @param client the client's id, or empty
 * @param session the session's id, or empty
 * @param lane position of the lane in the session, or 0
 * @param seq its number among its like, or 0
 */
record Context(String kind, String vault, String client, String session, int lane, long seq) {
    /** Version of the vault's binary forms. */
    static final int FORMAT = 1;

    static byte[] ofClient(String kind, String vault, String client, long seq) {
        return new Context(kind, vault, client, "", 0, seq).toBytes();
    }

    byte[] toBytes() {
        return new ByteWriter()
                .u8(FORMAT)
                .text(kind)
                .text(vault)
                .text(client)
                .text(session)
                .i32(lane)
                .i64(seq)
                .toBytes();
    }
}
