package org.attune.export;

import org.attune.consent.ExportRequest;

/**
 * One export, as somebody wants it.
 *
 * @param request what is asked for, in the terms of consent; of the person in {@code lane}
 * @param lane what it is cut from
 * @param pseudonyms those of the request's recipient and purpose
 */
public record ExportOrder(ExportRequest request, RecordedLane lane, Pseudonyms pseudonyms) {
    public ExportOrder {
        if (!request.client().value().equals(lane.person().code())) {
            throw new IllegalArgumentException("the request is about another person than the lane");
        }
    }
}
