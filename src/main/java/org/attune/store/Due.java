package org.attune.store;

import java.time.Instant;
import java.util.Optional;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.SessionId;

/**
 * Something whose time of keeping is over.
 *
 * @param client whose it is
 * @param session which session; empty for all there is of the person
 * @param lane the person's lane in it; empty for all there is of the person
 * @param since since when it is due
 * @param held whether the law holds it, so that it must not be erased yet
 */
public record Due(
        ClientCode client,
        Optional<SessionId> session,
        Optional<LaneId> lane,
        Instant since,
        boolean held) {}
