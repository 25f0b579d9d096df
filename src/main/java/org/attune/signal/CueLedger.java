package org.attune.signal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.attune.time.SessionTime;

/**
 * The cues given in a session, by person: what a budget is counted on, be it of one person or of
 * all together. Confined to the pipeline thread.
 */
public final class CueLedger {
    private final List<Page> pages = new ArrayList<>();

    /** A page for one more person. */
    Page open() {
        Page page = new Page();
        pages.add(page);
        return page;
    }

    /** One person's cues. */
    final class Page {
        private final Deque<SessionTime> given = new ArrayDeque<>();

        private Page() {}

        /** A cue was given to the therapist. */
        void add(SessionTime at) {
            given.addLast(at);
        }

        /** What became of a cue that is due now, as far as budget and pause between cues say. */
        CueFate ask(SessionTime now, CueRules rules) {
            int count = 0;
            boolean tooSoon = false;
            for (Page page : rules.sharedBudget() ? pages : List.of(this)) {
                page.forget(now);
                for (SessionTime each : page.given) {
                    double ago = (now.nanos() - each.nanos()) / 1e9;
                    count += ago <= rules.budgetMinutes() * 60 ? 1 : 0;
                    tooSoon |= ago < rules.refractorySeconds();
                }
            }
            if (count >= rules.budget()) {
                return CueFate.BUDGET_SPENT;
            }
            return tooSoon ? CueFate.TOO_SOON : CueFate.GIVEN;
        }

        /** Beyond the longest budget span that can be set. */
        private void forget(SessionTime now) {
            while (!given.isEmpty()
                    && now.nanos() - given.getFirst().nanos()
                            > CueRules.MOST_BUDGET_MINUTES * 60e9) {
                given.removeFirst();
            }
        }
    }
}
