package org.attune.app;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.attune.review.Annotation;
import org.attune.review.Annotations;
import org.attune.review.Said;
import org.attune.session.ClientCode;
import org.attune.session.Participant;
import org.attune.session.Role;
import org.attune.session.SessionId;
import org.attune.store.AnnotationStore;
import org.attune.store.Vault;
import org.attune.time.WallClock;

/** Saying something of a recorded session: by command, and from the window. Any thread. */
final class Annotating {
    private final Vault vault;
    private final SessionId session;
    private final ClientCode client;

    /**
     * @param client with whose lane it is kept
     */
    Annotating(Vault vault, SessionId session, ClientCode client) {
        this.vault = vault;
        this.session = session;
        this.client = client;
    }

    /** With whose lane it is kept where nothing else is said: that of the first client there. */
    static ClientCode whose(List<Participant> people) {
        return people.stream()
                .filter(each -> each.lane().role() == Role.CLIENT)
                .findFirst()
                .orElse(people.get(0))
                .code();
    }

    /** What stands. */
    Annotations now() {
        return Annotations.of(vault.annotations().of(session));
    }

    /**
     * Says something.
     *
     * @throws ConsentRefusedException when nothing may be stored
     */
    Annotation say(Said said) {
        Annotation annotation = fresh(said);
        int unused = keep(List.of(annotation));
        return annotation;
    }

    /** Keeps what was said, by whomever; how much of it was new. */
    int keep(List<Annotation> annotations) {
        AnnotationStore.Kept kept = vault.annotations().append(session, client, annotations);
        if (!kept.missing().isEmpty()) {
            throw new ConsentRefusedException(
                    "nothing was kept: " + String.join("; ", kept.missing()));
        }
        return kept.added();
    }

    /** Something the user says now, not kept anywhere yet. */
    static Annotation fresh(Said said) {
        String id = UUID.randomUUID().toString().replace("-", "").toLowerCase(Locale.ROOT);
        return new Annotation(id, Annotation.OWN, WallClock.system().now(), said);
    }
}
