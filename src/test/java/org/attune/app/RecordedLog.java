package org.attune.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.attune.consent.RecordingPermit;
import org.attune.pipeline.Moment;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.Session;
import org.attune.store.SessionRecorder;
import org.attune.store.Vault;
import org.attune.time.WallClock;

/** Keeps the log of a client's session in a vault, as a live session would. */
final class RecordedLog {
    private RecordedLog() {}

    static void keep(
            Vault vault,
            Session session,
            String settings,
            ClientCode client,
            List<Moment> moments) {
        keep(vault, session, settings, Map.of(LaneId.CLIENT, client), moments);
    }

    /** Of several people. */
    static void keep(
            Vault vault,
            Session session,
            String settings,
            Map<LaneId, ClientCode> people,
            List<Moment> moments) {
        Map<LaneId, RecordingPermit> permits = new LinkedHashMap<>();
        people.forEach((lane, client) -> permits.put(lane, permit(vault, client)));
        try (SessionRecorder recorder = vault.record(session, settings, permits, status -> {})) {
            for (Moment moment : moments) {
                recorder.awaitRoom();
                recorder.happened(moment);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static RecordingPermit permit(Vault vault, ClientCode client) {
        return vault.consents()
                .log(client)
                .askToRecord(WallClock.system().now())
                .match(
                        permitted -> permitted.permit(),
                        refused -> {
                            throw new AssertionError(refused.missing());
                        });
    }
}
