package org.attune.app;

import java.util.List;
import java.util.Map;
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
        var permit =
                vault.consents()
                        .log(client)
                        .askToRecord(WallClock.system().now())
                        .match(
                                permitted -> permitted.permit(),
                                refused -> {
                                    throw new AssertionError(refused.missing());
                                });
        try (SessionRecorder recorder =
                vault.record(session, settings, Map.of(LaneId.CLIENT, permit), status -> {})) {
            for (Moment moment : moments) {
                recorder.awaitRoom();
                recorder.happened(moment);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
