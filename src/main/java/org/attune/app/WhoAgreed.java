package org.attune.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.attune.consent.RecordingAnswer;
import org.attune.consent.RecordingPermit;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.store.AuditEvent;
import org.attune.store.Vault;
import org.attune.time.WallClock;

/**
 * What the vault says of those who are here.
 *
 * @param liveOnlyBecause why nobody is recorded; empty when somebody is
 * @param permits of those who agreed, by lane
 * @param kept what is known of them, by lane
 */
record WhoAgreed(
        String liveOnlyBecause,
        Map<LaneId, RecordingPermit> permits,
        Map<LaneId, KnownBefore.Kept> kept) {
    /** Without consent in force to record and to store, nothing is written. */
    private static final String RULE = "record-needs-consent";

    static WhoAgreed liveOnly(String because) {
        return new WhoAgreed(because, Map.of(), Map.of());
    }

    /** Asks the consents of all of them, and enters that they were asked. */
    static WhoAgreed ask(Vault vault, Map<LaneId, ClientCode> clients) {
        Map<LaneId, RecordingPermit> permits = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        Map<LaneId, KnownBefore.Kept> kept = new LinkedHashMap<>();
        Instant now = WallClock.system().now();
        clients.forEach(
                (lane, code) -> {
                    kept.put(lane, KnownBefore.Kept.of(vault, code, now));
                    RecordingAnswer answer = vault.consents().askToRecord(code, now);
                    enter(vault, code, answer);
                    if (answer instanceof RecordingAnswer.Permitted permitted) {
                        permits.put(lane, permitted.permit());
                    } else if (answer instanceof RecordingAnswer.Refused refused) {
                        missing.add(lane + ": " + String.join(", ", refused.missing()));
                    }
                });
        String because =
                missing.isEmpty()
                        ? ""
                        : Vaults.clockWarning(vault).orElseGet(() -> String.join("; ", missing));
        return new WhoAgreed(because, permits, kept);
    }

    /**
     * Enters who was asked for and how it was answered. If it cannot be entered, the audit counts
     * it; the answer stands.
     */
    private static void enter(Vault vault, ClientCode code, RecordingAnswer answer) {
        boolean allowed = answer instanceof RecordingAnswer.Permitted;
        boolean unused =
                vault.audit()
                        .note(AuditEvent.decision(allowed, "record", RULE, List.of()).about(code));
    }
}
