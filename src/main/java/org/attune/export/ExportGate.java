package org.attune.export;

import java.time.Instant;
import java.util.List;
import org.attune.consent.ExportAnswer;
import org.attune.consent.ExportPermit;
import org.attune.consent.ExportRequest;
import org.attune.time.WallClock;

/**
 * The one door out. It asks the consents of the person twice: before anything is written, and again
 * when the file is about to get its name; a withdrawal or an expiry in between shuts it. Every
 * answer is written down before it takes effect. Any thread.
 */
public final class ExportGate {
    private final ExportRegister register;
    private final WallClock clock;

    public ExportGate(ExportRegister register, WallClock clock) {
        this.register = register;
        this.clock = clock;
    }

    /**
     * A grant for exactly this export.
     *
     * @throws ExportRefusedException naming each element that is missing
     */
    public ExportGrant ask(ExportRequest request) {
        return new ExportGrant(decide(request, ExportRegister.Stage.ASKED, ""));
    }

    /**
     * Asks again, by the same request, now that all is written; enters the copy if the answer is
     * still yes.
     *
     * @param sha256 of what is about to leave
     * @param fileName that it is about to get
     * @throws ExportRefusedException when consent has been withdrawn or has run out
     */
    void confirm(ExportGrant grant, String sha256, String fileName) {
        ExportPermit still = decide(grant.request(), ExportRegister.Stage.NAMED, sha256);
        register.leaving(
                new ExportRegister.Copy(new ExportGrant(still), clock.now(), sha256, fileName));
    }

    private ExportPermit decide(ExportRequest request, ExportRegister.Stage stage, String sha256) {
        Instant now = clock.now();
        ExportAnswer answer =
                register.consents(request.client())
                        .askToExport(request, now, register.newestKnown(request.client(), now));
        List<String> grants =
                answer.match(
                        yes -> yes.permit().grantId().map(List::of).orElse(List.of()),
                        no -> List.of());
        boolean allowed = answer instanceof ExportAnswer.Permitted;
        register.decided(
                new ExportRegister.Decision(
                        request, stage, allowed, answer.rule().id(), grants, sha256));
        if (answer instanceof ExportAnswer.Refused refused) {
            throw new ExportRefusedException(refused.missing(), stage);
        }
        return ((ExportAnswer.Permitted) answer).permit();
    }
}
