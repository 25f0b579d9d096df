package org.attune.store;

/**
 * Names one stream: one person's lane in one session.
 *
 * @param session the session's id
 * @param lane position of the lane in the session, from 0
 * @param client the person's random id
 */
record StreamRef(String session, int lane, String client) {
    byte[] context(String kind, String vault, long seq) {
        return new Context(kind, vault, client, session, lane, seq).toBytes();
    }
}
